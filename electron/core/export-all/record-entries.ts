/** What the vault keeps as documents: messages as they were read, cards, keys without their secrets, what the team decided. */
import { writeCardJson } from '../../../shared/domain/card/write/write-json.ts'
import { saying } from '../../../shared/words/say.ts'
import { keysOf } from '../keyring/key-records.ts'
import type { ArchiveEntry } from '../release/archive.ts'
import type { Session } from '../session.ts'
import { slicesOf } from './slices.ts'
import { jsonText, textEntry, type Tally } from './tally.ts'

/**
 * Those that hold no secret: named, so that a kind that comes later stays in until somebody has looked at it. Cards and keys have files
 * of their own; profile, PINs, keys and recovery sheets hold secrets; lines of lists are made again from the exchanges.
 */
const open = [
  'exchange',
  'bulletin',
  'policy',
  'clocks',
  'disclosure',
  'roster',
  'duty',
  'filter',
  'draft',
  'kept-note',
  'redaction',
  'copy-made',
  'capsule-made',
  'capsule-taken',
  'handover-in',
  'handover-out',
  'backup-plan',
  'policy-draft',
]
const elsewhere = ['card', 'key', 'exchange-line']

const recordsASlice = 100
/** Bytes: one file of a kind is held in memory once. */
const fileLength = 8_000_000

export async function* recordEntries({ store }: Session, at: Date, tally: Tally): AsyncGenerator<ArchiveEntry, void> {
  const kinds = store.db.prepare('SELECT DISTINCT kind FROM records ORDER BY kind', { pluck: true }).all<string>()
  for (const kind of kinds.filter((one) => !elsewhere.includes(one))) {
    if (open.includes(kind)) yield* recordsOfKind({ store }, kind, at, tally)
    else tally.leftOut.push(saying('export-kind-left', { kind }))
  }
}

type Row = { id: string; at: string; body: string }

async function* recordsOfKind(
  { store }: Pick<Session, 'store'>,
  kind: string,
  at: Date,
  tally: Tally,
): AsyncGenerator<ArchiveEntry, void> {
  const read = store.db.prepare('SELECT id, at, body FROM records WHERE kind = ? AND id > ? ORDER BY id LIMIT ?')
  let [lines, length, number]: [string[], number, number] = [[], 0, 0]
  const file = (): ArchiveEntry => {
    number += 1
    const name = number === 1 ? kind : `${kind}-${number}`
    const entry = textEntry(tally, `records/${name}.jsonl`, at, lines.join(''))
    ;[lines, length] = [[], 0]
    return entry
  }
  for await (const rows of slicesOf<Row>((last) => read.all<Row>([kind, last?.id ?? '', recordsASlice]))) {
    for (const { id, at: written, body } of rows) {
      // The body is JSON already.
      const line = `{"id":${JSON.stringify(id)},"at":${JSON.stringify(written)},"body":${body}}\n`
      lines.push(line)
      length += line.length
    }
    if (length > fileLength) yield file()
  }
  if (lines.length > 0) yield file()
}

export function* cardEntries({ shelf }: Session, at: Date, tally: Tally): Generator<ArchiveEntry, void> {
  for (const { id, reading, record } of shelf.all()) {
    yield textEntry(tally, `cards/${id}.json`, at, writeCardJson(reading, { uid: id }))
    yield textEntry(tally, `cards/${id}.kept.json`, at, jsonText(record))
  }
}

/** Public parts only, read out of the record by name. */
export function* keyEntries({ store }: Session, at: Date, tally: Tally): Generator<ArchiveEntry, void> {
  const keys = keysOf(store).all()
  for (const { fingerprint, publicKey } of keys) {
    if (publicKey.includes('PRIVATE KEY')) tally.leftOut.push(saying('export-key-left', { fingerprint }))
    else yield textEntry(tally, `keys/${fingerprint}.asc`, at, publicKey)
  }
  const about = keys.map(({ fingerprint, role, card, trust, decisions }) => ({
    fingerprint,
    role,
    card,
    trust,
    decisions,
  }))
  yield textEntry(tally, 'keys/keys.json', at, jsonText({ schema: 'signet.keys-kept/1', keys: about }))
}
