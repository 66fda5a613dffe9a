/** A capsule that was opened, proved and read, and waits for a person: in sealed scratch and a little memory, gone when the vault is locked. */
import type { Entry } from '../../../shared/domain/case/entry.ts'
import type { CapsuleRow } from '../../../shared/ipc/handover-views.ts'
import type { Session } from '../session.ts'
import {
  partOf,
  type CardLine,
  type Information,
  type KeyLine,
  type Manifest,
  type SecretLine,
} from './capsule-format.ts'
import { exchangeLine, type ExchangeLine } from './exchange-part.ts'
import type { GivenHandover, ReceiptPart } from './handover-records.ts'
import { entriesIn, jsonIn } from './part-lines.ts'
import { readParts, type PartReader } from './part-stream.ts'
import { dropScratch, type Scratch } from './scratch.ts'

export interface HeldCase {
  readonly id: string
  readonly number: string
  /** Each verified by its own hashes. */
  readonly entries: readonly Entry[]
}

export interface HeldCapsule {
  readonly manifest: Manifest
  /** Journals and messages are read from here, one after the other, whenever they are needed. */
  readonly scratch: Scratch
  readonly keys: readonly KeyLine[]
  readonly secrets: readonly SecretLine[]
  readonly cards: readonly CardLine[]
  readonly information: Information | null
  readonly handover: GivenHandover | null
  readonly receipt: ReceiptPart | null
  /** Ids of those that came along. */
  readonly blobs: ReadonlySet<string>
}

/** One in memory at a time; what was proved when it was opened is read again, and a bit that has turned since throws. */
export function* casesIn({ scratch, manifest }: HeldCapsule): Generator<HeldCase, void> {
  const numbers = new Map(manifest.cases.map(({ id, number }) => [id, number]))
  for (const { id, bytes } of partsOf(scratch, 'case')) {
    const entries = [...entriesIn(bytes, id)].map(proved)
    yield { id, number: proved(numbers.get(id)), entries }
  }
}

/** With those of its cases that come along: of others nothing is known here. */
export function* exchangesIn({ scratch, manifest }: HeldCapsule): Generator<ExchangeLine, void> {
  const numbers = new Set(manifest.cases.map(({ number }) => number))
  for (const { bytes } of partsOf(scratch, 'exchange')) {
    const line = exchangeLine.parse(jsonIn(bytes.toString()))
    const cases = line.cases.filter((number) => numbers.has(number))
    if (cases.length > 0) yield { ...line, cases }
  }
}

function* partsOf(
  scratch: Scratch,
  kind: 'case' | 'exchange',
): Generator<{ readonly id: string; readonly bytes: Buffer }, void> {
  const reader = readParts(scratch)
  try {
    yield* partsFrom(reader, kind)
  } finally {
    reader.close()
  }
}

function* partsFrom(
  reader: PartReader,
  kind: 'case' | 'exchange',
): Generator<{ readonly id: string; readonly bytes: Buffer }, void> {
  for (let head = reader.head(); head !== null; head = reader.head()) {
    const part = partOf(head.name)
    // Journals stand first, then messages, then everything else.
    if (part?.kind !== 'case' && part?.kind !== 'exchange') return
    if (kind === 'case' && part.kind === 'exchange') return
    const bytes = proved(reader.bytes(head.size))
    if (part.kind === kind) yield { id: part.id, bytes }
  }
}

function proved<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('sealed scratch has changed')
  return value
}

interface Kept {
  readonly capsule: HeldCapsule
  /** As it was when it was last looked at. */
  readonly row: CapsuleRow
}

const most = 5
const held = new WeakMap<Session, Map<string, Kept>>()

const ofSession = (session: Session): Map<string, Kept> => {
  const found = held.get(session) ?? new Map<string, Kept>()
  held.set(session, found)
  return found
}

/** By its own id: the same file opened twice is held once. Beyond some few the oldest goes. */
export function holdCapsule(
  session: Session,
  capsule: HeldCapsule,
  { id, kind, from, madeAt, cases, conflicts }: CapsuleRow,
): void {
  const all = ofSession(session)
  dropCapsule(session, id)
  const [oldest] = all.keys()
  if (all.size >= most && oldest !== undefined) dropCapsule(session, oldest)
  all.set(id, { capsule, row: { id, kind, from, madeAt, cases, conflicts } })
}

export const heldCapsule = (session: Session, id: string): HeldCapsule | null =>
  ofSession(session).get(id)?.capsule ?? null

export const heldRows = (session: Session): readonly CapsuleRow[] =>
  [...ofSession(session).values()].map(({ row }) => row)

export function dropCapsule(session: Session, id: string): void {
  const known = ofSession(session).get(id)
  if (known !== undefined) dropScratch(known.capsule.scratch)
  ofSession(session).delete(id)
}
