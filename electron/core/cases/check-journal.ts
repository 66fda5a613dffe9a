/** Checks journals on demand: every hash, every link, every signature; of one case, or of all. */
import { fold } from '../../../shared/domain/case/fold.ts'
import { ok, type Result } from '../../../shared/kit/result.ts'
import type { VaultCheck } from '../../../shared/ipc/vault-views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import type { Session } from '../session.ts'
import { entriesDamagedOf } from '../store/check-rows.ts'
import { findCase, readCase, type OpenCase } from './case-book.ts'
import type { CaseId } from '../../../shared/domain/case/entry.ts'
import { checkSigned } from './sign-heads.ts'

export async function checkJournal(
  session: Session,
  { number }: { readonly number: string | null },
): Promise<Result<VaultCheck, Saying>> {
  const findings: Saying[] = []
  if (number !== null) {
    const found = findCase(session, number)
    if (!found.ok) return found
    findings.push(...(await findingsOf(session, found.value)))
  } else {
    const ids = session.store.db.prepare('SELECT id FROM cases', { pluck: true }).all<string>()
    for (const id of ids) {
      const found = readCase(session, id as CaseId)
      findings.push(...(found === null ? [saying('damage-case', { number: id })] : await findingsOf(session, found)))
    }
  }
  return ok({ ok: findings.length === 0, checked: ['checked-entries', 'checked-signatures'], findings })
}

async function findingsOf(session: Session, { state, entries }: OpenCase): Promise<readonly Saying[]> {
  const damaged = [...entriesDamagedOf(session.store, state.id)]
  const signed = fold(entries)?.signed ?? []
  const checked = await Promise.all(signed.map((one) => checkSigned(session, state, entries, one)))
  return [...damaged, ...checked.flatMap((finding) => (finding === null ? [] : [finding]))]
}
