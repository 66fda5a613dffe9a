/** The journals of the cases on disk: append what was decided here, take what another copy wrote, read what is there. */
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { Act } from '../../../shared/domain/case/act.ts'
import type { Actor, CaseId, CopyId, Entry, EntryHash } from '../../../shared/domain/case/entry.ts'
import { heads } from '../../../shared/domain/case/graph.ts'
import { laterClock, nextClock, noClock } from '../../../shared/domain/case/hybrid-clock.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import type { Ports } from '../ports.ts'
import { canonical } from '../store/canonical.ts'
import type { Store, Tx } from '../store/store.ts'
import { entryHash, payloadHash, readEntry, skeletonOf } from './entry-hash.ts'

export type EntryRow = { hash: string; skeleton: string; salt: string | null; payload: string | null }

export interface Author {
  readonly copy: CopyId
  readonly actor: Actor
  readonly zone: string
}

/** All entries of one case, in no particular order. A row that does not verify is left out and counted by `vault check`. */
export function entriesOf(store: Pick<Store, 'db'>, caseId: CaseId): readonly Entry[] {
  const rows = store.db
    .prepare('SELECT hash, skeleton, salt, payload FROM entries WHERE case_id = ?')
    .all<EntryRow>([caseId])
  return rows.flatMap((row) => {
    const entry = readEntry(portableRow(row))
    return entry === null ? [] : [entry]
  })
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
  const given = read.filter((entry): entry is Entry => entry?.case === caseId && entry.clock < highestTaken)
  if (given.length < read.length) return fail(saying('entries-unverified', { count: read.length - given.length }))
  const present = entriesOf(store, caseId)
  const here = new Set(present.map(({ hash }) => hash))
  const added = given.filter(({ hash }) => !here.has(hash))
  if (added.some(({ id }) => isIdTaken(tx, id))) return fail(saying('entries-incomplete'))
  const refusal = refuse([...present, ...added])
  if (refusal !== null) return fail(refusal)
  for (const entry of added) insert(tx, entry)
  return ok(added.length)
}

/** The year 2300: a reading at the end of its digits would leave our own next ones no room (hybrid-clock.ts). */
const highestTaken = String(Date.UTC(2300)).padStart(15, '0')

const isIdTaken = (tx: Tx, id: string): boolean =>
  tx.db.prepare('SELECT 1 FROM entries WHERE id = ?', { pluck: true }).get([id]) !== undefined

function refuse(entries: readonly Entry[]): Saying | null {
  const known = new Set(entries.map(({ hash }) => hash))
  const orphan = entries.find(({ parents }) => parents.some((parent: EntryHash) => !known.has(parent)))
  const ids = new Set(entries.map(({ id }) => id))
  if (orphan !== undefined || ids.size < entries.length) return saying('entries-incomplete')
  const copies = Map.groupBy(entries, ({ copy }) => copy)
  return [...copies.values()].every(isGapless) ? null : saying('entries-incomplete')
}

/** The numbers from 1 to their count, each once. */
function isGapless(entries: readonly Entry[]): boolean {
  const seqs = new Set(entries.map(({ seq }) => seq))
  return seqs.size === entries.length && entries.every(({ seq }) => seq <= entries.length)
}
