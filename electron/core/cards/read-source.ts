/** Reads a file into what a card keeps of it: the reading, its text, and the keys that it prints, seen by the key doctor. */
import type { CardReading } from '../../../shared/domain/card/card-reading.ts'
import type { DocumentSignature } from '../../../shared/domain/card/document-signature.ts'
import type { SourceKind } from '../../../shared/domain/card/fields.ts'
import type { ReadKey } from '../../../shared/domain/key/key.ts'
import type { Card } from '../../../shared/ipc/card-views.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { mebibyte } from '../files/input.ts'
import { keysOf } from '../keyring/key-records.ts'
import { readKeys } from '../pgp/read-keys.ts'
import type { Ports } from '../ports.ts'
import type { Session } from '../session.ts'
import { canonical, sha256 } from '../store/canonical.ts'
import type { KnownKey } from './sources/document-signature.ts'
import type { SourceFile } from './sources/read-here.ts'
import { readSource } from './sources/read-source.ts'
import { note } from './sources/source-reading.ts'

/** Bytes; each kind of file has its own limit below that, with a better word for what is too large. */
export const sourceLimit = 32 * mebibyte

export interface SourceRead {
  readonly kind: SourceKind
  readonly name: string
  readonly sha256: string
  readonly card: Card
  /** What the lines of the reading are lines of; null for one card of a file of many. */
  readonly text: string | null
  readonly signature: DocumentSignature
  /** Whole, as they can go into the keyring. */
  readonly keys: readonly ReadKey[]
}

/** Who reads: `keys` are those that a signature is checked with. */
export interface Reader {
  readonly ports: Pick<Ports, 'now'>
  readonly keys: readonly KnownKey[]
}

export const readerOf = (session: Session): Reader => ({
  ports: session.ports,
  keys: keysOf(session.store)
    .all()
    .map(({ publicKey, fingerprint }) => ({ armored: publicKey, fingerprint })),
})

type Read = readonly [SourceRead, ...SourceRead[]]

/** Each card that the file holds: one, or several for a file of vCards. `beside`: its detached signature. Nothing is stored. */
export async function readSources(
  file: SourceFile,
  beside: SourceFile | null,
  { ports, keys }: Reader,
): Promise<Result<Read, Saying>> {
  const now = new Date(ports.now()).toISOString()
  const read = await readSource({ ...file, now, keys, ...(beside === null ? {} : { beside }) })
  if (!read.ok) return read
  const [first, ...others] = read.value.readings.filter(saysAnything)
  if (first === undefined) return fail(saying('card-unreadable', { name: file.name }))
  const { kind, text, signature, findings } = read.value
  const source = { kind, name: file.name, signature }
  if (others.length === 0) {
    const seen = await seenByDoctor({ ...first, findings: [...findings, ...first.findings] }, ports)
    return ok([{ ...source, sha256: sha256(file.bytes), text, ...seen }])
  }
  const several = note('info', null, saying('card-source-several', { count: others.length + 1 }))
  const entry = async (reading: CardReading): Promise<SourceRead> => ({
    ...source,
    sha256: sha256(canonical(reading)),
    text: null,
    ...(await seenByDoctor(reading, ports)),
  })
  const head = await entry({ ...first, findings: [several, ...first.findings] })
  return ok([head, ...(await Promise.all(others.map(entry)))])
}

const saysAnything = ({ sections, emails, phones, forms, keys }: CardReading): boolean =>
  [sections.present, emails, phones, forms, keys].some((list) => list.length > 0)

/** The reading with the state of each printed key, and the keys themselves. */
export async function seenByDoctor(
  reading: CardReading,
  ports: Pick<Ports, 'now'>,
): Promise<Pick<SourceRead, 'card' | 'keys'>> {
  const doctored = await Promise.all(reading.keys.map((key) => doctor(key, ports)))
  return {
    card: { ...reading, keys: doctored.map(({ key }) => key) },
    keys: doctored.flatMap(({ read }) => read),
  }
}

/** A block counts as the announced key only where its fingerprint is the announced one. */
async function doctor(
  key: CardReading['keys'][number],
  ports: Pick<Ports, 'now'>,
): Promise<{ key: Card['keys'][number]; read: readonly ReadKey[] }> {
  if (key.block === null) return { key, read: [] }
  const read = await readKeys({
    bytes: key.block,
    announced: key.fingerprint,
    now: new Date(ports.now()).toISOString(),
  })
  const found = read.ok
    ? read.value.find(
        ({ inspected }) =>
          inspected.fingerprint !== null && inspected.fingerprint === (key.fingerprint ?? inspected.fingerprint),
      )
    : undefined
  if (found === undefined) return { key, read: [] }
  const { state, expires, fingerprint } = found.inspected
  return { key: { ...key, state, expires: expires ?? key.expires, fingerprint }, read: [found] }
}
