/** The journals of the cases on disk: append what was decided here, take what another copy wrote, read what is there. */
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { Act } from '../../../shared/domain/case/act.ts'
import type { Actor, CaseId, CopyId, Entry } from '../../../shared/domain/case/entry.ts'
import { heads } from '../../../shared/domain/case/graph.ts'
import { laterClock, nextClock, noClock } from '../../../shared/domain/case/hybrid-clock.ts'
import { unite, type Union } from '../../../shared/domain/handover/union.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import type { Ports } from '../ports.ts'
import { canonical, sha256 } from '../store/canonical.ts'
import type { Store, Tx } from '../store/store.ts'
import { entryHash, payloadHash, readEntry, skeletonOf } from './entry-hash.ts'

export type EntryRow = { hash: string; skeleton: string; salt: string | null; payload: string | null }

export interface Author {
  readonly copy: CopyId
  readonly actor: Actor
  readonly zone: string
}

/**
 * All entries of one case, in no particular order. A row that does not verify is left out and counted by `vault check`; so is one of another
 * case, or one that comes twice, which is what a damaged index gives.
 */
export function entriesOf(store: Pick<Store, 'db'>, caseId: CaseId): readonly Entry[] {
  const rows = store.db
    .prepare('SELECT hash, skeleton, salt, payload FROM entries WHERE case_id = ?')
    .all<EntryRow>([caseId])
  const read = rows.map((row) => readEntry(portableRow(row)))
  const own = read.filter((entry): entry is Entry => entry?.case === caseId)
  return [...new Map(own.map((entry) => [entry.hash, entry])).values()]
}

export function portableRow({ hash, skeleton, salt, payload }: EntryRow): unknown {
  try {
    const parsed: unknown = payload === null ? null : JSON.parse(payload)
    return { skeleton: JSON.parse(skeleton) as unknown, hash, salt, payload: parsed }
  } catch {
    return null
  }
}

/** Writes acts as entries on the heads of what is there; the first stands on all of them, each next one on the one before. */
export function append(
  tx: Tx,
  ports: Pick<Ports, 'now' | 'newId' | 'random' | 'clockGiven'>,
  author: Author,
  journal: { readonly caseId: CaseId; readonly entries: readonly Entry[] },
  acts: readonly Act[],
): readonly Entry[] {
  let parents = heads(journal.entries)
  let clock = journal.entries.reduce((latest, entry) => laterClock(latest, entry.clock), noClock)
  let seq = journal.entries.reduce((last, entry) => (entry.copy === author.copy ? Math.max(last, entry.seq) : last), 0)
  return acts.map((payload, index) => {
    const now = ports.now()
    clock = nextClock(now, clock)
    seq += 1
    const salt = Buffer.from(ports.random(16)).toString('hex')
    const skeleton = {
      id: ports.newId(),
      case: journal.caseId,
      copy: author.copy,
      seq,
      parents,
      at: new Date(now).toISOString(),
      zone: author.zone,
      clock,
      actor: author.actor,
      kind: payload.kind,
      payloadHash: payloadHash(salt, payload),
      ...(ports.clockGiven === true ? { given: true as const } : {}),
      ...(index > 0 ? { joined: true as const } : {}),
    }
    const entry = { ...skeleton, hash: entryHash(skeleton), salt, payload }
    insert(tx, entry)
    parents = [entry.hash]
    return entry
  })
}

function insert(tx: Tx, entry: Entry): void {
  tx.db
    .prepare(
      'INSERT INTO entries (hash, id, case_id, copy, seq, skeleton, salt, payload) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .run([
      entry.hash,
      entry.id,
      entry.case,
      entry.copy,
      entry.seq,
      canonical(skeletonOf(entry)),
      entry.payload === null ? null : entry.salt,
      entry.payload === null ? null : canonical(entry.payload),
    ])
  tx.log({ kind: 'entry', ref: entry.hash })
}

/**
 * Takes entries that another copy wrote. All or none: each must verify, stand on entries that are known, and continue its
 * copy's sequence without a gap. Entries that are here already are passed over; no hash ever changes.
 */
export function take(
  tx: Tx,
  store: Pick<Store, 'db'>,
  caseId: CaseId,
  portable: readonly unknown[],
): Result<number, Saying> {
  const read = portable.map(readEntry)
  const given = read.filter((entry): entry is Entry => entry?.case === caseId && isTakable(entry))
  if (given.length < read.length) return fail(saying('entries-unverified', { count: read.length - given.length }))
  const taken = takeRead(tx, store, caseId, given)
  return taken.ok ? ok(taken.value.added.length) : taken
}

/** The same for entries that `readEntry` gave, and that `isTakable`. Where the union is purged, what is here loses its contents too. */
export function takeRead(
  tx: Tx,
  store: Pick<Store, 'db'>,
  caseId: CaseId,
  given: readonly Entry[],
): Result<Union, Saying> {
  const united = unite(entriesOf(store, caseId), given)
  if (!united.ok) return united
  const { added, all } = united.value
  if (added.some(({ id }) => isIdTaken(tx, id))) return fail(saying('entries-incomplete'))
  for (const entry of added) insert(tx, entry)
  if (added.some(({ payload }) => payload?.kind === 'purged')) emptyEntries(tx, caseId)
  return ok({ added, all })
}

/** A purge leaves nothing but itself and the skeletons. */
export function emptyEntries(tx: Tx, caseId: string): void {
  tx.db
    .prepare(
      `UPDATE entries SET salt = NULL, payload = NULL WHERE case_id = ? AND json_extract(skeleton, '$.kind') <> 'purged'`,
    )
    .run([caseId])
  tx.log({ kind: 'entries.purged', ref: sha256(caseId) })
}

/** The year 2300: a reading at the end of its digits would leave our own next ones no room (hybrid-clock.ts). */
const highestTaken = String(Date.UTC(2300)).padStart(15, '0')

export const isTakable = ({ clock }: Entry): boolean => clock < highestTaken

const isIdTaken = (tx: Tx, id: string): boolean =>
  tx.db.prepare('SELECT 1 FROM entries WHERE id = ?', { pluck: true }).get([id]) !== undefined
