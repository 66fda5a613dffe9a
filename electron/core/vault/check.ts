/** The full check of an open vault: every page, every row, every sealed file; each thing that is wrong becomes a finding. */
import type { VaultCheck } from '../../../shared/ipc/views.ts'
import { saying, type Code, type Saying } from '../../../shared/words/say.ts'
import { blobsDamaged } from '../store/check-blobs.ts'
import { casesDamaged, entriesDamaged, recordsDamaged } from '../store/check-rows.ts'
import { databaseDamaged, foundBefore, logDamaged, pagesDamaged, searchDamaged } from '../store/check-database.ts'
import type { Store } from '../store/store.ts'

type Check = readonly [checked: Code, find: (store: Store) => Iterable<Saying>]

/** What a backup must pass before it counts. */
export const backupChecks: readonly Check[] = [
  ['checked-pages', pagesDamaged],
  ['checked-database', databaseDamaged],
  ['checked-log', logDamaged],
  ['checked-blobs', blobsDamaged],
]

const allChecks: readonly Check[] = [
  ...backupChecks,
  ['checked-search', searchDamaged],
  ['checked-entries', entriesDamaged],
  ['checked-records', recordsDamaged],
  ['checked-cases', casesDamaged],
]

const mostOfAKind = 100

/**
 * Reads everything once: minutes for a large vault. `checked` are codes of what was looked at, found faulty or not; `ok` is
 * about today, and what earlier openings found is listed all the same.
 */
export function checkVault(store: Store, checks: readonly Check[] = allChecks): VaultCheck {
  const damage = [...store.findings, ...checks.flatMap(([, find]) => findingsBy(find, store))]
  const findings = [...damage, ...findingsBy(foundBefore, store)]
  return { ok: damage.length === 0, checked: checks.map(([checked]) => checked), findings }
}

/** A page that does not decrypt ends the check that met it: that is a finding too, and the next check goes on. */
function findingsBy(find: Check[1], store: Store): readonly Saying[] {
  const findings: Saying[] = []
  let more = 0
  try {
    for (const finding of find(store)) {
      if (findings.length < mostOfAKind) findings.push(finding)
      else more++
    }
  } catch (error) {
    findings.push(saying('damage-database', { detail: detailOf(error) }))
  }
  return more === 0 ? findings : [...findings, saying('damage-more', { count: more })]
}

const detailOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
