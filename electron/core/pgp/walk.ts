/** Walks a message in every legitimate nesting of MIME and OpenPGP and lays out its pieces; never mixes what different layers cover. */
import { saying, type Code } from '../../../shared/words/say.ts'
import { decodeBody, looksLikeText } from '../mime/decode.ts'
import { fileNameOf } from '../mime/part-name.ts'
import type { MimePart } from '../mime/split.ts'
import type { ReadLimits } from '../mime/limits.ts'
import { findBlocks, type ArmourBlock } from './armour.ts'
import { judgeBesides } from './beside.ts'
import { readClearSigned, unstuffed } from './clear-signed.ts'
import { openPgpData } from './decrypt.ts'
import { Gathering, isLimit, need, Refused, type Charset } from './gathering.ts'
import type { KeyRing } from './key-ring.ts'
import { binaryKind, walkPackets } from './packets.ts'
import { openersOf, wrapped, type Layers, type Pieces } from './pieces.ts'
import { isBrokenArmour, kindOf, startsLikeMime, withoutBlocks } from './shapes.ts'
import { verifyEntity, type Verify } from './signed-entity.ts'
import { verifyDetached, type SignatureVerdict } from './verify.ts'

/** How an OpenPGP message came, which decides what its content may be taken for. */
type Carrier = 'mime' | 'inline' | 'bare' | { readonly fileName: string }

/** What surrounds a text: `flowed` lines may have been given a blank in front on the way (RFC 3676, 4.4). */
interface TextSource {
  readonly charset: Charset
  readonly carrier: 'inline' | 'bare'
  readonly flowed?: boolean
}

export class Walk {
  readonly #found: Gathering
  readonly #ring: KeyRing
  readonly #now: Date

  constructor(ring: KeyRing, now: Date, limits: ReadLimits) {
    this.#ring = ring
    this.#now = now
    this.#found = new Gathering(limits)
  }

  /** After the last part: only then is it known which signature stands beside which file. */
  async result(): Promise<Pieces> {
    await judgeBesides(this.#found, this.#ring.publicKeys, this.#now)
    return this.#found.result()
  }

  /** A mail, or an entity that came out of a decryption; `isWholeMail` if there is no other head than the one inside. */
  async mime(bytes: Uint8Array, layers: Layers, isWholeMail = false): Promise<MimePart> {
    const root = this.#found.split(bytes)
    this.#noteHead(root, layers, isWholeMail)
    await this.#entity(root, layers)
    return root
  }

  /** A file that is no mail: OpenPGP data, clear-signed or plain text. */
  async bare(bytes: Buffer): Promise<void> {
    const kind = binaryKind(bytes)
    if (kind === null) return this.#text(bytes, [], { charset: { label: '', inside: true }, carrier: 'bare' })
    if (kind === 'message') return this.#pgp(bytes, [], 'bare')
    if (!walkPackets(bytes).whole) throw new Refused(saying('message-damaged'))
    if (kind === 'signature') {
      this.#found.note(saying('signature-alone'))
      return this.#found.file('signature.sig', 'application/pgp-signature', bytes, [])
    }
    this.#found.keys(bytes)
    this.#found.file('key.pgp', 'application/pgp-keys', bytes, [])
  }

  #noteHead(part: MimePart, layers: Layers, isWholeMail = false): void {
    const { params } = part.type
    const hp = params.has('hp')
    if (layers.length > 0 && (isWholeMail || hp || params.get('protected-headers') === 'v1')) {
      this.#found.head({ layers, part, isComplete: hp || isWholeMail })
    }
  }

  async #entity(part: MimePart, layers: Layers): Promise<void> {
    this.#found.checkTime()
    const [first, second] = part.parts
    if (part.parts.some(({ type }) => type.value === 'application/pgp-encrypted')) return this.#encrypted(part, layers)
    const hasSignature = second?.type.value === 'application/pgp-signature'
    if (first && part.type.value === 'multipart/signed') {
      if (hasSignature && part.parts.length === 2) return this.#signed(first, second, layers)
      const smime = /pkcs7/.test(part.type.params.get('protocol') ?? '')
      this.#found.note(saying(smime ? 'smime-not-checked' : 'signed-malformed'))
    } else if (first && hasSignature && part.parts.length === 2) {
      return this.#rewrapped(first, second, layers)
    }
    if (part.parts.length === 0) return this.#leaf(part, layers)
    for (const child of part.parts) await this.#entity(child, layers)
  }

  /** RFC 3156, 4; also the multipart/mixed that some mail servers make of it. */
  async #encrypted(part: MimePart, layers: Layers): Promise<void> {
    const isPayload = ({ type }: MimePart): boolean => type.value === 'application/octet-stream'
    const payload = part.parts.find(isPayload)
    if (!payload) throw new Refused(saying('message-damaged'))
    if (part.type.value !== 'multipart/encrypted') this.#found.note(saying('encrypted-rewrapped'))
    for (const child of part.parts) {
      if (child === payload) await this.#armouredOrBinary(decodeBody(child), layers, 'mime')
      else if (child.type.value !== 'application/pgp-encrypted' || !isVersion(child)) await this.#entity(child, layers)
    }
  }

  /** RFC 3156, 5: only the part that the signature covers is shown as signed. */
  async #signed(content: MimePart, signature: MimePart, layers: Layers): Promise<void> {
    const { verdict, part } = await verifyEntity(content, signature, layers, this.#found, this.#verify(layers))
    await this.#signedEntity(part, verdict, layers)
  }

  #verify(layers: Layers): Verify {
    return (data, signature) => verifyDetached(data, signature, this.#ring.publicKeys, this.#now, openersOf(layers))
  }

  async #signedEntity(part: MimePart, verdict: SignatureVerdict, layers: Layers): Promise<void> {
    const inside: Layers = [...layers, { kind: 'signed', id: this.#found.nextId(), verdict }]
    this.#noteHead(part, inside)
    await this.#entity(part, inside)
  }

  /** A server on the way has renamed multipart/signed: taken for signed only if the signature fits. */
  async #rewrapped(first: MimePart, second: MimePart, layers: Layers): Promise<void> {
    const { verdict, part } = await verifyEntity(first, second, layers, this.#found, this.#verify(layers))
    if (verdict.signer) return this.#signedEntity(part, verdict, layers)
    this.#found.note(saying('signed-malformed'))
    await this.#entity(first, layers)
    await this.#leaf(second, layers)
  }

  async #leaf(part: MimePart, layers: Layers): Promise<void> {
    const bytes = decodeBody(part)
    const type = part.type.value
    const { params } = part.type
    const name = fileNameOf(part)
    const isBody = part.disposition.value !== 'attachment' && name === ''
    const label = params.get('charset') ?? ''
    if (type === 'text/plain' && isBody) {
      const flowed = params.get('format')?.toLowerCase() === 'flowed'
      return this.#text(bytes, layers, { charset: { label, inside: true }, carrier: 'inline', flowed })
    }
    if (type === 'text/html' && isBody) return this.#found.html(bytes, label, layers)
    if (type === 'text/rfc822-headers' && params.get('protected-headers') === 'v1' && layers.length > 0) {
      return this.#found.head({ layers, part: this.#found.split(bytes), isComplete: false })
    }
    await this.#attachment(name, type, bytes, layers)
  }

  async #attachment(name: string, type: string, bytes: Buffer, layers: Layers): Promise<void> {
    const isPgp = /\.(?:asc|pgp|gpg|sig)$/i.test(name) || type.startsWith('application/pgp')
    const kind = isPgp ? kindOf(bytes) : null
    if (kind === 'message' && (await this.#tryFile(name, bytes, layers))) return
    if (kind === 'public-key' || kind === 'private-key') this.#found.keys(bytes)
    this.#found.file(name, type, bytes, layers)
  }

  /** An attachment that does not open is still an attachment; nothing of it is shown but its name. */
  async #tryFile(name: string, bytes: Buffer, layers: Layers): Promise<boolean> {
    try {
      await this.#armouredOrBinary(bytes, layers, { fileName: name.replace(/\.(?:asc|pgp|gpg)$/i, '') })
      return true
    } catch (error) {
      if (!(error instanceof Refused) || isLimit(error.problem)) throw error
      this.#found.note(saying('attachment-not-opened', { name }), error.problem)
      return false
    }
  }

  async #armouredOrBinary(bytes: Buffer, layers: Layers, carrier: Carrier): Promise<void> {
    if (binaryKind(bytes) === 'message') return this.#pgp(bytes, layers, carrier)
    const block = findBlocks(bytes.toString('latin1')).find(({ kind }) => kind === 'message')
    if (!block) throw new Refused(saying('message-damaged'))
    await this.#pgp(this.#found.armour(block, saying('armour-checksum-wrong')).data, layers, carrier)
  }

  async #pgp(data: Uint8Array, layers: Layers, carrier: Carrier, charset = ''): Promise<void> {
    const room = this.#found.opening(layers)
    const content = need(await openPgpData(data, this.#ring, this.#now, room, openersOf(layers)))
    this.#found.opened(content.data.length)
    const inside = wrapped(content, layers, () => this.#found.nextId())
    const isMime = startsLikeMime(content.data) && (typeof carrier === 'string' || !carrier.fileName.includes('.'))
    if (carrier === 'mime' || (isMime && inside.length > layers.length)) {
      await this.mime(content.data, inside, carrier === 'bare')
    } else if (typeof carrier === 'object') {
      this.#found.file(carrier.fileName || content.fileName, 'application/octet-stream', content.data, inside)
    } else if (looksLikeText(content.data)) {
      await this.#text(content.data, inside, { charset: { label: charset, inside: false }, carrier })
    } else this.#found.file(content.fileName, 'application/octet-stream', content.data, inside)
  }

  /** Text with what may stand in it: clear-signed and encrypted blocks, each a piece of its own, and the text between them. */
  async #text(bytes: Buffer, layers: Layers, source: TextSource): Promise<void> {
    const text = bytes.toString('latin1')
    const blocks = findBlocks(text)
    let from = 0
    for (const block of blocks) {
      if (block.kind === 'public-key' || block.kind === 'private-key') this.#found.keyBlock(block)
      if (block.kind !== 'message' && block.kind !== 'signed-message') continue
      const alone = text.slice(0, block.start).trim() === '' && text.slice(block.end).trim() === ''
      // In a text that is signed as a whole a block is a quotation, and taking it out would change what was signed.
      if (!alone && block.kind === 'signed-message' && layers.at(-1)?.kind === 'signed') continue
      const before = text.slice(from, block.start)
      const done = await this.#found.after(
        () => this.#found.text(before, source.charset, layers),
        () => this.#block(block, layers, { ...source, carrier: alone ? source.carrier : 'inline' }, alone),
      )
      if (done) from = block.end
    }
    if (isBrokenArmour(withoutBlocks(text, blocks))) {
      // A file of nothing else is no text to read; in a mail the words around it are.
      if (source.carrier === 'bare' && from === 0) throw new Refused(saying('message-damaged'))
      this.#found.note(saying('armour-broken'))
    }
    this.#found.text(text.slice(from), source.charset, layers)
  }

  /** @returns false where the block stays as it is: one in a longer text that is not for us does not hide the text. */
  async #block(block: ArmourBlock, layers: Layers, source: TextSource, alone: boolean): Promise<boolean> {
    if (block.kind === 'signed-message') {
      await this.#clearSigned(block, layers, source)
      return true
    }
    try {
      const body = this.#found.armour(block, saying('armour-checksum-wrong'))
      await this.#pgp(body.data, layers, source.carrier, body.charset || source.charset.label)
      return true
    } catch (error) {
      const mayStay: readonly Code[] = ['message-no-key', 'message-password-only', 'message-damaged']
      if (alone || !(error instanceof Refused) || !mayStay.includes(error.problem.code)) throw error
      this.#found.note(error.problem)
      return false
    }
  }

  async #clearSigned(block: ArmourBlock, layers: Layers, { charset, flowed }: TextSource): Promise<void> {
    this.#found.opening(layers)
    const read = (one: ArmourBlock): ReturnType<typeof readClearSigned> =>
      readClearSigned(one, this.#ring.publicKeys, this.#now, openersOf(layers))
    const exact = await read(block)
    const other = flowed && exact.verdict.state === 'bad' ? await read(unstuffed(block)) : exact
    const { text, verdict } = other.verdict.signer ? other : exact
    const inside: Layers = [...layers, { kind: 'signed', id: this.#found.nextId(), verdict }]
    await this.#text(text, inside, { charset: { label: charset.label, inside: false }, carrier: 'inline' })
  }
}

const isVersion = (part: MimePart): boolean => /^\s{0,10}(?:Version: ?1)?\s{0,10}$/i.test(part.body.toString('latin1'))
