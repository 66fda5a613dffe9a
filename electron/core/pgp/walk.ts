/** Walks a message in every legitimate nesting of MIME and OpenPGP and lays out its pieces; never mixes what different layers cover. */
import type { Result } from '../../../shared/kit/result.ts'
import { saying, type Code, type Saying } from '../../../shared/words/say.ts'
import { decodeBody, decodeText, looksLikeText } from '../mime/decode.ts'
import { firstField, readFields } from '../mime/header-fields.ts'
import { fileNameOf } from '../mime/part-name.ts'
import { mimeBudget, splitMime, type MimeBudget, type MimePart } from '../mime/split.ts'
import { megabytes, type ReadLimits } from '../mime/limits.ts'
import { findBlocks, readArmour, writeArmour, type ArmourBlock } from './armour.ts'
import { readClearSigned } from './clear-signed.ts'
import { openPgpData, type PgpContent } from './decrypt.ts'
import type { KeyRing } from './key-ring.ts'
import { binaryKind, walkPackets } from './packets.ts'
import type { Layer, Piece, Pieces, ProtectedHead } from './pieces.ts'
import { verifyDetached } from './verify.ts'

/** Thrown inside the walk only, and caught where it starts: the message as a whole is refused. */
export class Refused extends Error {
  readonly problem: Saying
  constructor(problem: Saying) {
    super(problem.code)
    this.problem = problem
  }
}

/** The largest real key rings of teams have a few hundred kilobytes. */
const MAX_KEYS = 4 * 1024 * 1024

/** More than this is no text that a person wrote: it becomes an attachment. */
const MAX_TEXT = 16 * 1024 * 1024

type Layers = readonly Layer[]

/** How an OpenPGP message came, which decides what its content may be taken for. */
type Carrier = 'mime' | 'inline' | 'bare' | { readonly fileName: string }

export class Walk {
  readonly #pieces: Piece[] = []
  readonly #heads: ProtectedHead[] = []
  readonly #keys: string[] = []
  readonly #findings: Saying[] = []
  readonly #ring: KeyRing
  readonly #now: Date
  readonly #limits: ReadLimits
  readonly #budget: MimeBudget
  #decompressed: number
  #attached: number
  #ids = 0

  constructor(ring: KeyRing, now: Date, limits: ReadLimits) {
    this.#ring = ring
    this.#now = now
    this.#limits = limits
    this.#budget = mimeBudget(limits)
    this.#decompressed = limits.decompressedBytes
    this.#attached = limits.attachmentBytes
  }

  result(): Pieces {
    return { pieces: this.#pieces, heads: this.#heads, keys: this.#keys, findings: this.#findings }
  }

  /** A mail, or an entity that came out of a decryption; `isWholeMail` if there is no other head than the one inside. */
  async mime(bytes: Uint8Array, layers: Layers, isWholeMail = false): Promise<MimePart> {
    const root = need(splitMime(bytes, this.#budget))
    this.#noteHead(root, layers, isWholeMail)
    await this.#entity(root, layers)
    return root
  }

  /** A file that is no mail: OpenPGP data, clear-signed or plain text. */
  async bare(bytes: Uint8Array): Promise<void> {
    if (binaryKind(bytes) === null) return this.#text(bytes, '', [], 'bare')
    if (binaryKind(bytes) === 'message') return this.#pgp(bytes, [], 'bare')
    if (!walkPackets(bytes).whole) throw new Refused(saying('message-not-recognised'))
    this.#collectKey(bytes)
    this.#file('key.pgp', 'application/pgp-keys', bytes, [])
  }

  #noteHead(part: MimePart, layers: Layers, isWholeMail = false): void {
    const { params } = part.type
    if (layers.length > 0 && (isWholeMail || params.has('hp') || params.get('protected-headers') === 'v1')) {
      this.#heads.push({ layers, part })
    }
  }

  async #entity(part: MimePart, layers: Layers): Promise<void> {
    const [first, second] = part.parts
    if (part.parts.some(({ type }) => type.value === 'application/pgp-encrypted')) return this.#encrypted(part, layers)
    if (part.type.value === 'multipart/signed' && first) {
      const isPgp = second?.type.value === 'application/pgp-signature' && part.parts.length === 2
      if (isPgp && second) return this.#signed(first, second, layers)
      const smime = /pkcs7/.test(part.type.params.get('protocol') ?? '')
      this.#findings.push(saying(smime ? 'smime-not-checked' : 'signed-malformed'))
    }
    if (part.parts.length === 0) return this.#leaf(part, layers)
    for (const child of part.parts) await this.#entity(child, layers)
  }

  /** RFC 3156, 4; also the multipart/mixed that some mail servers make of it. */
  async #encrypted(part: MimePart, layers: Layers): Promise<void> {
    const isPayload = ({ type }: MimePart): boolean => type.value === 'application/octet-stream'
    const payload = part.parts.find(isPayload)
    if (!payload && part.type.value === 'multipart/encrypted') throw new Refused(saying('message-damaged'))
    if (part.type.value !== 'multipart/encrypted') this.#findings.push(saying('encrypted-rewrapped'))
    for (const child of part.parts) {
      if (child === payload) await this.#armouredOrBinary(decodeBody(child), layers, 'mime')
      else if (child.type.value !== 'application/pgp-encrypted') await this.#entity(child, layers)
    }
  }

  /** RFC 3156, 5: the signature covers the first part's bytes with CRLF line ends, and only that part is shown as signed. */
  async #signed(content: MimePart, signature: MimePart, layers: Layers): Promise<void> {
    const bytes = signatureBytes(decodeBody(signature))
    const raw = withCrlf(content.raw)
    const verdict = await verifyDetached(raw, bytes, this.#ring.publicKeys, this.#now)
    const inside: Layers = [...layers, { kind: 'signed', id: this.#nextId(), verdict }]
    this.#noteHead(content, inside)
    await this.#entity(content, inside)
  }

  async #leaf(part: MimePart, layers: Layers): Promise<void> {
    const bytes = decodeBody(part)
    const type = part.type.value
    const name = fileNameOf(part)
    const isBody = part.disposition.value !== 'attachment' && name === ''
    if (type === 'text/plain' && isBody)
      return this.#text(bytes, part.type.params.get('charset') ?? '', layers, 'inline')
    if (type === 'text/html' && isBody) {
      this.#push({ kind: 'html', layers, type, text: decodeText(bytes, part.type.params.get('charset') ?? '') })
      return
    }
    if (type === 'application/pgp-signature') return
    await this.#attachment(name, type, bytes, layers)
  }

  async #attachment(name: string, type: string, bytes: Buffer, layers: Layers): Promise<void> {
    const isPgp = /\.(?:asc|pgp|gpg|sig)$/i.test(name) || type.startsWith('application/pgp')
    const kind = isPgp ? kindOf(bytes) : null
    if (kind === 'message') {
      const opened = await this.#tryFile(name, bytes, layers)
      if (opened) return
    }
    if (kind === 'public-key' || kind === 'private-key') this.#collectKey(bytes)
    this.#file(name, type, bytes, layers)
  }

  /** An attachment that does not open is still an attachment; nothing of it is shown but its name. */
  async #tryFile(name: string, bytes: Buffer, layers: Layers): Promise<boolean> {
    try {
      await this.#armouredOrBinary(bytes, layers, { fileName: name.replace(/\.(?:asc|pgp|gpg)$/i, '') })
      return true
    } catch (error) {
      if (!(error instanceof Refused) || isLimit(error.problem)) throw error
      this.#findings.push(saying('attachment-not-opened', { name }), error.problem)
      return false
    }
  }

  async #armouredOrBinary(bytes: Buffer, layers: Layers, carrier: Carrier): Promise<void> {
    if (binaryKind(bytes) === 'message') return this.#pgp(bytes, layers, carrier)
    const block = findBlocks(bytes.toString('latin1')).find(({ kind }) => kind === 'message')
    if (!block) throw new Refused(saying('message-damaged'))
    await this.#pgp(this.#unarmour(block).data, layers, carrier)
  }

  #unarmour(block: ArmourBlock): ReturnType<typeof readArmour> {
    const body = readArmour(block.inner)
    if (body.checksum === 'wrong') this.#findings.push(saying('armour-checksum-wrong'))
    return body
  }

  async #pgp(data: Uint8Array, layers: Layers, carrier: Carrier, charset = ''): Promise<void> {
    if (layers.length >= this.#limits.layers)
      throw new Refused(saying('message-too-deep', { limit: this.#limits.layers }))
    const content = need(await openPgpData(data, this.#ring, this.#now, this.#decompressed))
    this.#decompressed -= content.data.length
    if (this.#decompressed < 0)
      throw new Refused(saying('message-too-large', { limit: megabytes(this.#limits.decompressedBytes) }))
    await this.#content(content, this.#wrap(content, layers), carrier, charset)
  }

  #wrap({ encrypted, recipients, decryptedWith, verdict }: PgpContent, layers: Layers): Layers {
    const inside: Layer[] = [...layers]
    if (encrypted) inside.push({ kind: 'encrypted', id: this.#nextId(), recipients, decryptedWith })
    if (verdict.state !== 'none') inside.push({ kind: 'signed', id: this.#nextId(), verdict })
    return inside
  }

  async #content({ data, fileName }: PgpContent, layers: Layers, carrier: Carrier, charset: string): Promise<void> {
    if (typeof carrier === 'object')
      return this.#file(carrier.fileName || fileName, 'application/octet-stream', data, layers)
    if (carrier === 'mime' || (carrier === 'bare' && startsLikeMime(data))) {
      await this.mime(data, layers, carrier === 'bare')
      return
    }
    if (looksLikeText(data)) return this.#text(data, charset, layers, carrier)
    this.#file(fileName, 'application/octet-stream', data, layers)
  }

  /** Text with what may stand in it: clear-signed and encrypted blocks, each a piece of its own, and the text between them. */
  async #text(bytes: Uint8Array, charset: string, layers: Layers, carrier: 'inline' | 'bare'): Promise<void> {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
    let from = 0
    for (const block of findBlocks(text)) {
      if (block.kind === 'public-key' || block.kind === 'private-key') this.#collectBlock(block)
      if (block.kind !== 'message' && block.kind !== 'signed-message') continue
      const alone = text.slice(0, block.start).trim() === '' && text.slice(block.end).trim() === ''
      const mark = this.#pieces.length
      if (!(await this.#block(block, charset, layers, alone ? carrier : 'inline', alone))) continue
      const inside = this.#pieces.splice(mark)
      this.#plain(text.slice(from, block.start), charset, layers)
      this.#pieces.push(...inside)
      from = block.end
    }
    this.#plain(text.slice(from), charset, layers)
  }

  /** @returns false where the block stays as it is: one in a longer text that is not for us does not hide the text. */
  async #block(
    block: ArmourBlock,
    charset: string,
    layers: Layers,
    carrier: 'inline' | 'bare',
    alone: boolean,
  ): Promise<boolean> {
    if (block.kind === 'signed-message') {
      const { text, verdict } = await readClearSigned(block, this.#ring.publicKeys, this.#now)
      this.#plain(text.toString('latin1'), charset, [...layers, { kind: 'signed', id: this.#nextId(), verdict }])
      return true
    }
    try {
      const body = this.#unarmour(block)
      await this.#pgp(body.data, layers, carrier, body.charset)
      return true
    } catch (error) {
      const mayStay: readonly Code[] = ['message-no-key', 'message-password-only', 'message-damaged']
      if (alone || !(error instanceof Refused) || !mayStay.includes(error.problem.code)) throw error
      this.#findings.push(error.problem)
      return false
    }
  }

  #plain(binary: string, charset: string, layers: Layers): void {
    if (binary.trim() === '') return
    if (binary.length > MAX_TEXT) return this.#file('text.txt', 'text/plain', Buffer.from(binary, 'latin1'), layers)
    this.#push({ kind: 'text', layers, type: 'text/plain', text: decodeText(Buffer.from(binary, 'latin1'), charset) })
  }

  #file(name: string, type: string, bytes: Uint8Array, layers: Layers): void {
    this.#attached -= bytes.length
    if (this.#attached < 0) {
      throw new Refused(saying('message-too-large', { limit: megabytes(this.#limits.attachmentBytes) }))
    }
    this.#push({ kind: 'file', layers, type, name, bytes })
  }

  #push(piece: Piece): void {
    this.#pieces.push(piece)
  }

  #collectKey(bytes: Uint8Array): void {
    if (bytes.length > MAX_KEYS) return
    const kind = binaryKind(bytes)
    if (kind === 'public-key') this.#keys.push(writeArmour('PUBLIC KEY BLOCK', bytes))
    else if (kind === 'private-key') this.#findings.push(saying('secret-key-attached'))
    else findBlocks(Buffer.from(bytes).toString('latin1')).forEach((block) => this.#collectBlock(block))
  }

  #collectBlock(block: ArmourBlock): void {
    if (block.kind === 'private-key') this.#findings.push(saying('secret-key-attached'))
    const body = block.kind === 'public-key' && block.inner.length <= MAX_KEYS ? readArmour(block.inner) : null
    if (body && binaryKind(body.data) === 'public-key') this.#keys.push(writeArmour('PUBLIC KEY BLOCK', body.data))
  }

  #nextId(): number {
    this.#ids += 1
    return this.#ids
  }
}

function need<T>(result: Result<T, Saying>): T {
  if (!result.ok) throw new Refused(result.problem)
  return result.value
}

const LIMITS: readonly Code[] = [
  'message-too-large',
  'message-too-deep',
  'message-too-many-parts',
  'message-headers-too-large',
]

const isLimit = (problem: Saying): boolean => LIMITS.includes(problem.code)

function kindOf(bytes: Buffer): string | null {
  return binaryKind(bytes) ?? findBlocks(bytes.toString('latin1'))[0]?.kind ?? null
}

function signatureBytes(bytes: Buffer): Uint8Array {
  const block = findBlocks(bytes.toString('latin1')).find(({ kind }) => kind === 'signature')
  return block ? readArmour(block.inner).data : bytes
}

/** A mail saved with LF line ends was signed with CRLF (RFC 3156, 5). */
function withCrlf(raw: Buffer): Buffer {
  return Buffer.from(raw.toString('latin1').replaceAll(/\r?\n/g, '\r\n'), 'latin1')
}

/** A decrypted file that begins with a header block with a Content-Type is what PGP/MIME carries. */
function startsLikeMime(data: Buffer): boolean {
  const head =
    data
      .subarray(0, 16_384)
      .toString('latin1')
      .split(/\r?\n\r?\n/, 1)[0] ?? ''
  return firstField(readFields(head), 'content-type') !== '' && /^[!-9;-~]{1,80}:/.test(head)
}
