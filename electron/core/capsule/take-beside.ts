/** What comes with the cases, made ready before anything is written: blobs under keys of this vault, keys undecided, cards read anew. */
import { rmSync } from 'node:fs'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { say, saying, type Saying } from '../../../shared/words/say.ts'
import { planOf, layerOf } from '../cards/take-in.ts'
import { readerOf, readSources, type SourceRead } from '../cards/read-source.ts'
import type { CardRecord } from '../cards/card-records.ts'
import { keysOf, type KeyRecord } from '../keyring/key-records.ts'
import { isReadable, keyRecordOf } from '../keyring/take-key.ts'
import { keysATurn, readRingPart } from '../pgp/read-keys.ts'
import { halfPath, openSink } from '../pgp/stream/sink.ts'
import { nowOf, type Session } from '../session.ts'
import { blobPath, type WrittenBlob } from '../store/blobs.ts'
import { sealedFileIn } from '../store/sealed-file.ts'
import { partOf, type CardLine, type KeyLine } from './capsule-format.ts'
import type { HeldCapsule } from './held-capsules.ts'
import { pour, readParts } from './part-stream.ts'

const halfMark = 'capsule'

/** Written and flushed before the transaction that names them: a kill between leaves files that nothing points to. */
export async function writeBlobs(
  session: Session,
  { scratch }: HeldCapsule,
  wanted: ReadonlySet<string>,
): Promise<Result<readonly WrittenBlob[], Saying>> {
  const { store, ports } = session
  const missing = new Set([...wanted].filter((id) => sealedFileIn(store, id) === null))
  const written: WrittenBlob[] = []
  if (missing.size === 0) return ok(written)
  const reader = readParts(scratch)
  try {
    for (let head = reader.head(); head !== null; head = reader.head()) {
      const part = partOf(head.name)
      if (part?.kind === 'manifest') break
      if (part?.kind !== 'blob' || !missing.has(part.id)) {
        if ((await pour(reader, head.size, () => undefined)) === null) return damaged(session, written)
        continue
      }
      const key = ports.random(32)
      const to = { kind: 'blob', dir: store.dir, id: part.id, key: Buffer.from(key).toString('hex') } as const
      // Left by a kill: nothing else of that name is written at the same time.
      rmSync(halfPath(to, halfMark), { force: true })
      const sink = openSink(to, halfMark)
      try {
        const sha256 = await pour(reader, head.size, sink.write)
        if (sha256 === null) return damaged(session, written)
        sink.commit()
        written.push({ id: part.id, key, size: head.size, sha256 })
      } finally {
        sink.drop()
      }
    }
    return ok(written)
  } catch (error) {
    dropBlobs(session, written)
    throw error
  } finally {
    reader.close()
  }
}

function damaged(session: Session, written: readonly WrittenBlob[]): Result<never, Saying> {
  dropBlobs(session, written)
  return fail(saying('capsule-damaged', { detail: 'blob' }))
}

export const dropBlobs = ({ store }: Session, written: readonly WrittenBlob[]): void => {
  for (const { id } of written) rmSync(blobPath(store.dir, id), { force: true })
}

/** Records to write: new keys undecided, with what the giver's people had decided as their word; known ones with what is newer in them. */
export async function keysIn(session: Session, { keys: lines, manifest }: HeldCapsule): Promise<readonly KeyRecord[]> {
  const byFingerprint = new Map(lines.map((line) => [line.fingerprint, line]))
  const news = lines.filter(
    ({ fingerprint, publicKey }) => keysOf(session.store).get(fingerprint)?.publicKey !== publicKey,
  )
  const bytes = Buffer.from(news.map(({ publicKey }) => publicKey).join('\n'))
  const records: KeyRecord[] = []
  if (news.length === 0) return records
  for (let from = 0, total = 1; from < total; from += keysATurn) {
    const read = await readRingPart({
      bytes,
      fileName: 'keys.asc',
      announced: null,
      now: nowOf(session),
      from,
      count: keysATurn,
    })
    if (!read.ok) break
    total = read.value.total
    for (const key of read.value.keys.filter(isReadable)) {
      const line = byFingerprint.get(key.inspected.fingerprint)
      if (line === undefined) continue
      const known = keysOf(session.store).get(line.fingerprint)
      const record = await keyRecordOf(session, key, { card: known?.card ?? line.card })
      records.push(
        known === null
          ? {
              ...record,
              trust: record.trust === 'rejected' ? 'rejected' : 'undecided',
              decisions: [...record.decisions, ...told(line, manifest.from.code)],
            }
          : record,
      )
    }
  }
  return records
}

/** The word of another desk: it stands with the key and decides nothing. */
function told({ decisions, trust }: KeyLine, code: string): KeyRecord['decisions'] {
  const last = decisions.at(-1)
  if (last === undefined) return []
  const { at, how, note, code: by } = last
  const text = say('en', saying('capsule-key-told', { code: by || code, trust, how: how ?? '-', note }))
  return [{ at, code: by || code, trust: 'undecided', how: null, note: text }]
}

export interface CardToTake {
  readonly record: CardRecord
  readonly own: boolean
}

/** Read again from their own texts. A source that would bring another key to a card that has one is left out: a person imports it. */
export async function cardsIn(session: Session, { cards, manifest }: HeldCapsule): Promise<readonly CardToTake[]> {
  const taken: CardToTake[] = []
  for (const line of cards) {
    const record = await cardOf(session, line, manifest.from.code)
    if (record !== null) taken.push({ record, own: line.own })
  }
  return taken
}

async function cardOf(session: Session, line: CardLine, code: string): Promise<CardRecord | null> {
  const known = session.shelf.get(line.id)
  let record = known?.record ?? null
  let isChanged = false
  for (const { kind, name, sha256, text } of line.layers) {
    if (record?.layers.some((layer) => layer.sha256 === sha256) === true) continue
    const read = await readSources({ name, bytes: Buffer.from(text) }, null, readerOf(session))
    if (!read.ok) continue
    const [first] = read.value
    const source: SourceRead = { ...first, kind, sha256, name: `${name} (${code})`.slice(0, 300) }
    const layer = layerOf(session, session.ports.newId(), source)
    const plan = planOf(record === null ? null : { ...(known ?? shelvedLike(record)), record }, layer, line.id)
    if (record !== null && plan.keyChanged) continue
    record = { ...plan.next, roles: record === null ? line.roles : plan.next.roles }
    isChanged = true
  }
  return isChanged ? record : null
}

type Known = NonNullable<Parameters<typeof planOf>[0]>

/** Only the record is looked at for what a source would change. */
const shelvedLike = (record: CardRecord): Known => ({ id: record.id, record }) as Known
