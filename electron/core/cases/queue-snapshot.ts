/**
 * What a lock leaves of a large queue, so that the next unlock shows its top at once: which cases led each order, and when any case will change its place. With
 * what has changed or passed its time since, the top is exact, not a guess; where it would not be, there is no answer and everything is read.
 */
import { z } from 'zod'
import type { Policy } from '../../../shared/domain/order/policy.ts'
import type { Ranking } from '../../../shared/domain/order/ranking.ts'
import type { QueueWindow } from '../../../shared/ipc/views.ts'
import { ok } from '../../../shared/kit/result.ts'
import { canonical, sha256 } from '../store/canonical.ts'
import { recordsOf, type Store } from '../store/store.ts'
import { factsIn, factsReader, type CaseFacts } from './queue-facts.ts'
import type { Dues } from './queue-dues.ts'
import { comparing, lineOf, type Line, type QueueOrder } from './queue-lines.ts'
import { isOpen, rowOf, type Reader } from './queue-rows.ts'

export interface Standings {
  readonly asOf: string
  /** Ids of the first cases of each order. */
  readonly top: Readonly<Record<QueueOrder, readonly string[]>>
  readonly all: readonly Line[]
  readonly open: number
  readonly dues: Dues
}

const ids = z.array(z.string()).max(1_000)
const snapshotSchema = z.object({
  asOf: z.string(),
  /** Of the vault log when it was taken. */
  seq: z.int(),
  policy: z.string(),
  top: z.object({ policy: ids, due: ids }),
  open: z.int(),
  /** Instants (milliseconds, ascending) at which a case changes its place, and the rows of these cases: base64 of float64 and uint32. */
  instants: z.string(),
  rows: z.string(),
  dues: z.object({
    dues: z.array(z.string()),
    counts: z.object({ overdue: z.int(), dueSoon: z.int() }),
  }),
})

const snapshotsOf = (store: Pick<Store, 'db'>) => recordsOf(store, 'queue-snapshot', snapshotSchema, { quiet: true })
const last = 'last'

const idOf = (policy: Policy): string => sha256(canonical(policy))

/** At lock: a write of some megabytes at most. Nothing rests on it but speed. */
export function keepStandings(store: Store, policy: Policy, standings: Standings): void {
  const rowOfCase = new Map(
    store.db
      .prepare('SELECT id, rowid FROM cases')
      .all<{ id: string; rowid: number }>()
      .map(({ id, rowid }) => [id, rowid] as const),
  )
  const crossings = standings.all
    .flatMap(({ facts: { id, due, wakeAt, pausedUntil } }) =>
      [due, wakeAt, pausedUntil].flatMap((at) =>
        at === null || at <= standings.asOf ? [] : [[Date.parse(at), rowOfCase.get(id) ?? 0] as const],
      ),
    )
    .toSorted(([a], [b]) => a - b)
  const { asOf, top, open, dues } = standings
  store.commit((tx) => {
    snapshotsOf(store).put(tx, last, {
      asOf,
      seq: store.head().seq,
      policy: idOf(policy),
      top: { policy: [...top.policy], due: [...top.due] },
      open,
      instants: base64(Float64Array.from(crossings, ([at]) => at)),
      rows: base64(Uint32Array.from(crossings, ([, row]) => row)),
      dues: { dues: [...dues.dues], counts: dues.counts },
    })
    return ok(null)
  })
}

const base64 = (numbers: Float64Array | Uint32Array): string =>
  Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString('base64')

function bytesOf(text: string): ArrayBuffer {
  const bytes = new Uint8Array(Buffer.byteLength(text, 'base64'))
  bytes.set(Buffer.from(text, 'base64'))
  return bytes.buffer
}

export interface Early {
  /** null where it asks for more than is surely right. */
  readonly window: (
    ask: { readonly order: QueueOrder; readonly filter: string; readonly from: number; readonly count: number },
    reader: Reader & { readonly ranking: Ranking },
    now: string,
  ) => QueueWindow | null
  /** As of the lock; told anew once all is read. */
  readonly dues: Dues
  /** Written while not all is read. */
  readonly changed: (facts: CaseFacts) => void
}

/** More than that have changed or passed their time: reading them all is as quick. */
const mostMoved = 3_000

/** What is written about without a case moving: everything else that the log knows may have moved all of them. */
const harmless = new Set(['entry', 'exchange', 'blob', 'key', 'draft'])

/** null where nothing was left, or the policy, the clocks or much else has changed since. */
export function earlyAnswers(store: Pick<Store, 'db' | 'head'>, policy: Policy): Early | null {
  const snapshot = snapshotsOf(store).get(last)
  if (snapshot === null || snapshot.policy !== idOf(policy) || snapshot.seq > store.head().seq) return null
  const kinds = store.db
    .prepare('SELECT DISTINCT kind FROM log WHERE seq > ?', { pluck: true })
    .all<string>([snapshot.seq])
  if (kinds.some((kind) => !harmless.has(kind))) return null
  const written = store.db
    .prepare(
      `SELECT facts FROM cases WHERE id IN (SELECT case_id FROM entries WHERE hash IN (SELECT ref FROM log WHERE seq > ? AND kind = 'entry')) LIMIT ?`,
    )
    .all<{ facts: string }>([snapshot.seq, mostMoved + 1])
  if (written.length > mostMoved) return null
  const moved = new Map(written.map(({ facts }) => factsIn(facts)).map((facts) => [facts.id, facts] as const))
  const known = new Map<string, CaseFacts>()
  const read = factsReader(store)
  const byRow = store.db.prepare('SELECT facts FROM cases WHERE rowid = ?', { pluck: true })
  const instants = new Float64Array(bytesOf(snapshot.instants))
  const rows = new Uint32Array(bytesOf(snapshot.rows))
  let passed = 0
  /** Those whose time has come since, until there are too many. */
  const crossed = (now: string): boolean => {
    const until = Date.parse(now)
    for (; passed < instants.length && (instants[passed] ?? until) <= until; passed++) {
      if (passed > mostMoved) return false
      const facts = byRow.get<string>([rows[passed] ?? 0])
      if (facts === undefined) continue
      const one = factsIn(facts)
      if (!moved.has(one.id)) moved.set(one.id, one)
    }
    return true
  }
  const leading = (order: QueueOrder): readonly CaseFacts[] =>
    snapshot.top[order].flatMap((id) => {
      if (moved.has(id)) return []
      const facts = known.get(id) ?? read(id)
      if (facts !== null) known.set(id, facts)
      return facts ?? []
    })
  return {
    dues: snapshot.dues,
    changed: (facts) => void moved.set(facts.id, facts),
    window: ({ order, filter, from, count }, reader, now) => {
      if (filter.trim() !== '' || now < snapshot.asOf || !crossed(now)) return null
      const stayed = leading(order)
      const end = stayed.at(-1)
      if (end === undefined) return null
      const compare = comparing(reader.ranking)[order]
      const line = (facts: CaseFacts): Line => lineOf(reader.ranking, facts, now)
      const all = [...stayed, ...moved.values()].map(line).filter(isOpen).toSorted(compare)
      // Whatever is not here stands behind the last that led and did not move.
      const sure = all.findIndex(({ facts: { id } }) => id === end.id)
      if (sure < from + count) return null
      const total = openNow(snapshot.open, moved, store)
      return {
        total,
        allOpen: total,
        from,
        rows: all.slice(from, from + count).map((one) => rowOf(one, reader.ranking, now)),
        hints: [],
      }
    },
  }
}

/** Counted where something was written since; passing time opens and closes nothing. */
function openNow(before: number, moved: ReadonlyMap<string, CaseFacts>, { db }: Pick<Store, 'db'>): number {
  if (moved.size === 0) return before
  return Number(db.prepare("SELECT count(*) FROM cases WHERE phase <> 'closed'", { pluck: true }).get())
}
