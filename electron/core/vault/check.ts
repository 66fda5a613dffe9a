/** The full check of an open vault: every page, every row, every sealed file; each thing that is wrong becomes a finding. */
import type { VaultCheck } from '../../../shared/ipc/vault-views.ts'
import { saying, type Code, type Saying } from '../../../shared/words/say.ts'
import { blobsDamaged } from '../store/check-blobs.ts'
import { databaseDamaged, foundBefore, logDamaged, pagesDamaged, searchDamaged } from '../store/check-database.ts'
import { recordsDamaged } from '../store/check-records.ts'
import { casesDamaged, entriesDamaged } from '../store/check-rows.ts'
import type { Looking } from '../store/slices.ts'
import type { Store } from '../store/store.ts'
import { errorCode } from './files.ts'

export type Look = (store: Store) => Looking
export type Check = readonly [checked: Code, look: Look]

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

/**
 * Reads everything once, without a pause: minutes for a large vault. `checked` are codes of what was looked at, found faulty or not;
 * `ok` is about today, and what earlier openings found is listed all the same.
 */
export function checkVault(store: Store, checks: readonly Check[] = allChecks): VaultCheck {
  const damage = [...store.findings, ...checks.flatMap(([, look]) => lookThrough(look, store))]
  const findings = [...damage, ...lookThrough(pastFindings, store)]
  return { ok: damage.length === 0, checked: checks.map(([checked]) => checked), findings }
}

function* pastFindings(store: Store): Looking {
  yield* foundBefore(store)
}

function lookThrough(look: Look, store: Store): readonly Saying[] {
  const found = collect()
  const looking = begin(look, store)
  for (let step = looking.next(); step.done !== true; step = looking.next())
    if (typeof step.value !== 'number') found.add(step.value)
  return found.all()
}

/** A page that does not decrypt ends the part that met it: that is a finding too, and the next part goes on. */
export function* begin(look: Look, store: Store): Looking {
  try {
    yield* look(store)
  } catch (error) {
    yield saying('damage-database', { detail: detailOf(error) })
  }
}

const detailOf = (error: unknown): string => {
  const code = errorCode(error)
  return code === 'unknown' ? 'unreadable' : code
}

const mostOfAKind = 100

interface Collected {
  readonly add: (finding: Saying) => void
  /** At most a hundred, and how many more there were. */
  readonly all: () => readonly Saying[]
}

export function collect(): Collected {
  const findings: Saying[] = []
  let more = 0
  return {
    add: (finding) => {
      if (findings.length < mostOfAKind) findings.push(finding)
      else more++
    },
    all: () => (more === 0 ? [...findings] : [...findings, saying('damage-more', { count: more })]),
  }
}
