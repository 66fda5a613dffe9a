/** Something that wants to leave, made and not yet judged: shown first, then written through the gate. */
import type { Hidden } from '../../../shared/domain/redaction/redaction.ts'
import type { OutputPreview, Redacted } from '../../../shared/ipc/case-views.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { addActsIn } from '../cases/case-book.ts'
import { judge, passGate, type Consent, type GateAsk } from '../disclosure/gate.ts'
import { keepNames } from '../disclosure/redaction.ts'
import { disclosedAct, type Pass } from '../release/pass.ts'
import { release } from '../release/release.ts'
import { writeCleared, type WrittenFile } from '../release/writers.ts'
import type { Session } from '../session.ts'

export interface Prepared {
  readonly ask: GateAsk
  /** As it is shown before it leaves; HTML as a page. */
  readonly text: string
  readonly redacted: readonly Redacted[]
  /** What was hidden, so that the next file of the case calls it the same. */
  readonly names: readonly Hidden[]
  /** What the journal calls it. */
  readonly form: string
  /** Made only when it leaves. */
  readonly content: () => Promise<string | Uint8Array>
}

/** More is not read by anybody in a preview. */
const mostShown = 200_000

export const previewOf = (session: Session, { ask, text, redacted }: Prepared): OutputPreview => ({
  verdict: judge(session, ask),
  text: text.slice(0, mostShown),
  redacted,
})

/** Judged, written, journalled in the case. @returns the gate's problems, `grant-unknown`, those of the writer. */
export async function writePrepared(
  session: Session,
  prepared: Prepared,
  { to, ...consent }: Consent & { readonly to: { readonly grant: string } },
): Promise<Result<WrittenFile, Saying>> {
  const pass = passGate(session, prepared.ask, consent)
  if (!pass.ok) return pass
  const content = await prepared.content()
  const target = session.ports.redeem(to.grant, 'write')
  if (target === null) return fail(saying('grant-unknown'))
  const written = writeCleared(target, release.output(pass.value, content))
  if (!written.ok) return written
  const noted = note(session, prepared, pass.value, written.value.sha256)
  return noted.ok ? ok(written.value) : noted
}

function note(
  session: Session,
  { ask: { number, approver = '' }, form, names }: Prepared,
  pass: Pass,
  sha256: string,
): Result<null, Saying> {
  const done = session.store.commit((tx) => {
    if (number === null) {
      // The vault's own log is where it stays who approved which file.
      tx.log({ kind: 'figures.disclosed', ref: approver === '' ? sha256 : `${sha256} ${approver}` })
      return ok(null)
    }
    keepNames(tx, session, number, names)
    const added = addActsIn(tx, session, number, [disclosedAct(pass, { form, sha256 })])
    return added.ok ? ok(null) : added
  })
  if (done.ok && number !== null) session.news('case.changed', { number })
  return done
}
