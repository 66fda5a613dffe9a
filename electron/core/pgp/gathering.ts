/** Gathers what a walk through a message finds, and keeps the account of what it may still cost. */
import type { Result } from '../../../shared/kit/result.ts'
import { saying, type Code, type Saying } from '../../../shared/words/say.ts'
import { decodeInside, decodeText } from '../mime/decode.ts'
import { megabytes, type ReadLimits } from '../mime/limits.ts'
import { mimeBudget, splitMime, type MimePart } from '../mime/split.ts'
import { findBlocks, readArmour, writeArmour, type ArmourBlock, type ArmourBody } from './armour.ts'
import { binaryKind } from './packets.ts'
import type { Layers, Piece, Pieces, ProtectedHead } from './pieces.ts'
import type { JudgedSignature } from './verify.ts'

/** Thrown inside the walk only, and caught where it starts: the message as a whole is refused. */
export class Refused extends Error {
  readonly problem: Saying
  constructor(problem: Saying) {
    super(problem.code)
    this.problem = problem
  }
}

export function need<T>(result: Result<T, Saying>): T {
  if (!result.ok) throw new Refused(result.problem)
  return result.value
}

/** Limits end the whole message; any other problem of a part leaves the rest readable. */
export const isLimit = ({ code }: Saying): boolean =>
  (
    [
      'message-too-large',
      'message-too-deep',
      'message-too-slow',
      'message-too-many-parts',
      'message-too-many-recipients',
      'message-headers-too-large',
    ] as readonly Code[]
  ).includes(code)

/** How a text's characters are named: `inside` is false where the name stands outside the protection of the text. */
export interface Charset {
  readonly label: string
  readonly inside: boolean
}

/** The largest real key rings of teams have a few hundred kilobytes. */
const MAX_KEYS = 4 * 1024 * 1024

/** More than this is no text that a person wrote: it becomes an attachment. */
const MAX_TEXT = 16 * 1024 * 1024

/** OpenPGP messages and signed parts in one mail: each may cost milliseconds, or unfold. */
const MAX_OPENINGS = 100

/** The rest of the time is for what was begun last, and for putting together what was found. */
const SHARE_OF_TIME = 0.6

export class Gathering {
  readonly #pieces: Piece[] = []
  readonly #heads: ProtectedHead[] = []
  readonly #keys: string[] = []
  readonly #findings: Saying[] = []
  readonly #beside: JudgedSignature[] = []
  readonly #limits: ReadLimits
  readonly #budget: ReturnType<typeof mimeBudget>
  readonly #start = performance.now()
  #decompressed: number
  #attached: number
  #openings = MAX_OPENINGS
  #ids = 0

  constructor(limits: ReadLimits) {
    this.#limits = limits
    this.#budget = mimeBudget(limits)
    this.#decompressed = limits.decompressedBytes
    this.#attached = limits.attachmentBytes
  }

  result(): Pieces {
    return {
      pieces: this.#pieces,
      heads: this.#heads,
      keys: this.#keys,
      findings: this.#findings,
      beside: this.#beside,
    }
  }

  get pieces(): readonly Piece[] {
    return this.#pieces
  }

  split(bytes: Uint8Array): MimePart {
    return need(splitMime(bytes, this.#budget))
  }

  nextId(): number {
    this.#ids += 1
    return this.#ids
  }

  /** Before anything that may cost. */
  checkTime(): void {
    const { seconds } = this.#limits
    if (performance.now() - this.#start > seconds * 1000 * SHARE_OF_TIME)
      throw new Refused(saying('message-too-slow', { seconds }))
  }

  /** Before a message or signed part is opened. @returns how many bytes it may unfold to. */
  opening(layers: Layers): number {
    this.checkTime()
    const { layers: most } = this.#limits
    if (layers.length >= most) throw new Refused(saying('message-too-deep', { limit: most }))
    this.#openings -= 1
    if (this.#openings < 0) throw new Refused(saying('message-too-many-parts', { limit: MAX_OPENINGS }))
    return this.#decompressed
  }

  opened(bytes: number): void {
    this.#decompressed -= bytes
    if (this.#decompressed < 0) throw this.#tooLarge(this.#limits.decompressedBytes)
  }

  #tooLarge(limit: number): Refused {
    return new Refused(saying('message-too-large', { limit: megabytes(limit) }))
  }

  note(...findings: readonly Saying[]): void {
    this.#findings.push(...findings)
  }

  head(head: ProtectedHead): void {
    this.#heads.push(head)
  }

  beside(judged: readonly JudgedSignature[], ...findings: readonly Saying[]): void {
    this.#beside.push(...judged)
    this.#findings.push(...findings)
  }

  html(bytes: Buffer, charset: string, layers: Layers): void {
    this.#pieces.push({ kind: 'html', layers, type: 'text/html', text: decodeText(bytes, charset) })
  }

  /** Text with one character per byte. */
  text(binary: string, { label, inside }: Charset, layers: Layers): void {
    // A protected message that says nothing is still one.
    if (binary.trim() === '' && (layers.length === 0 || this.#pieces.length > 0)) return
    const bytes = Buffer.from(binary, 'latin1')
    if (binary.length > MAX_TEXT) return this.file('text.txt', 'text/plain', bytes, layers)
    const { text, assumed } = inside ? { text: decodeText(bytes, label), assumed: null } : decodeInside(bytes, label)
    if (assumed !== null) this.note(saying('charset-outside', { charset: assumed }))
    this.#pieces.push({ kind: 'text', layers, type: 'text/plain', text })
  }

  file(name: string, type: string, bytes: Uint8Array, layers: Layers): void {
    this.#attached -= bytes.length
    if (this.#attached < 0) throw this.#tooLarge(this.#limits.attachmentBytes)
    this.#pieces.push({ kind: 'file', layers, type, name, bytes })
  }

  /** What `work` finds after `before`, which was found only then: a block's text comes after the text above it. */
  async after(before: () => void, work: () => Promise<boolean>): Promise<boolean> {
    const mark = this.#pieces.length
    const done = await work()
    const found = this.#pieces.splice(mark)
    if (done) before()
    this.#pieces.push(...found)
    return done
  }

  armour(block: ArmourBlock, finding: Saying): ArmourBody {
    const body = readArmour(block.inner)
    if (body.checksum === 'wrong') this.note(finding)
    return body
  }

  keys(bytes: Uint8Array): void {
    if (bytes.length > MAX_KEYS) return
    const kind = binaryKind(bytes)
    if (kind === 'public-key') this.#keys.push(writeArmour('PUBLIC KEY BLOCK', bytes))
    else if (kind === 'private-key') this.note(saying('secret-key-attached'))
    else findBlocks(Buffer.from(bytes).toString('latin1')).forEach((block) => this.keyBlock(block))
  }

  keyBlock(block: ArmourBlock): void {
    if (block.kind === 'private-key') this.note(saying('secret-key-attached'))
    const body = block.kind === 'public-key' && block.inner.length <= MAX_KEYS ? readArmour(block.inner) : null
    if (body && binaryKind(body.data) === 'public-key') this.#keys.push(writeArmour('PUBLIC KEY BLOCK', body.data))
  }
}
