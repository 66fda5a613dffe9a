/** Tampering: a sealed message with any octet changed, or cut anywhere, gives exactly the original or nothing; a signed one is `good` over its own text only. */
import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { OpenedMessage } from '../../shared/domain/exchange/message.ts'
import type { Result } from '../../shared/kit/result.ts'
import type { Saying } from '../../shared/words/say.ts'
import { findBlocks, readArmour } from '../../electron/core/pgp/armour.ts'
import { copiedDesk, reopenedDesk, textFile } from '../core/desk-fixture.ts'
import {
  clearSigned,
  crlf,
  encrypted,
  mail,
  openHere,
  person,
  pgpMime,
  signedMime,
  textPart,
  type Person,
} from '../material/pgp-people.ts'

/** All octets are tried with SIGNET_TAMPER=all; otherwise every so many, which keeps the same test within a minute on two slow processors. */
const ALL = process.env['SIGNET_TAMPER'] === 'all'
const step = (sample: number): number => (ALL ? 1 : sample)

const WORDS = Array.from({ length: 110 }, (_, line) => `Line ${line}: host 192.0.2.${line} was seen.`).join('\n')

let alice: Person
let bob: Person

beforeAll(async () => {
  ;[alice, bob] = await Promise.all([person('Alice'), person('Bob')])
  console.log(`tampering: ${ALL ? 'all octets' : 'a sample of the octets; SIGNET_TAMPER=all for all'}`)
})

type Opened = Result<OpenedMessage, Saying>

const open = (bytes: Uint8Array, fileName = ''): Promise<Opened> =>
  openHere(bytes, { own: [bob], known: [alice], fileName })

/** Every message with one octet changed, then every beginning of it. */
function* damaged(bytes: Uint8Array, every: number): Generator<{ at: string; bytes: Uint8Array }> {
  for (let at = 0; at < bytes.length; at += every) {
    // The lowest bit, and one that makes another character of the same kind.
    for (const mask of ALL ? [1, 0x20, 0x80] : [at % 2 === 0 ? 1 : 0x80]) {
      const copy = Uint8Array.from(bytes)
      copy[at] = (copy[at] ?? 0) ^ mask
      yield { at: `octet ${at} ^ ${mask}`, bytes: copy }
    }
  }
  for (let length = 0; length < bytes.length; length += every) {
    yield { at: `cut at ${length}`, bytes: bytes.slice(0, length) }
  }
}

interface Tally {
  readonly refused: number
  readonly original: number
  readonly wrong: readonly string[]
}

async function tally(
  bytes: Uint8Array,
  every: number,
  isRight: (opened: OpenedMessage) => boolean,
  fileName = '',
): Promise<Tally> {
  let refused = 0
  let original = 0
  const wrong: string[] = []
  for (const { at, bytes: changed } of damaged(bytes, every)) {
    const result = await open(changed, fileName)
    if (!result.ok) refused += 1
    else if (isRight(result.value)) original += 1
    else wrong.push(`${at}: ${result.value.protection.signature} ${JSON.stringify(result.value.text.slice(0, 60))}`)
  }
  return { refused, original, wrong }
}

/** The text that was sealed, said to be what it is; or no text at all. */
const isOriginal = ({ text, protection }: OpenedMessage): boolean =>
  text.trim() === '' || (text === WORDS && ['good', 'partial', 'unknown-key'].includes(protection.signature))

/** Text in clear may be shown as what it is not: signed. */
const neverGoodOverOther = ({ text, protection, subject }: OpenedMessage): boolean =>
  !['good', 'partial'].includes(protection.signature) || (text === WORDS && subject !== 'forged')

describe('a sealed message of 4 KB', () => {
  it('as octets', async () => {
    const armour = await encrypted(WORDS, [bob], alice)
    const { data } = readArmour(findBlocks(armour)[0]?.inner ?? '')
    expect(data.length).toBeGreaterThan(4000)
    const seen = await tally(Uint8Array.from(data), step(5), isOriginal)
    expect(seen.wrong).toEqual([])
    expect(seen.refused).toBeGreaterThan(1000)
  }, 600_000)

  it('armoured', async () => {
    const armour = await encrypted(WORDS, [bob], alice)
    const seen = await tally(Buffer.from(armour), step(11), isOriginal)
    expect(seen.wrong).toEqual([])
    expect(seen.refused).toBeGreaterThan(500)
  }, 600_000)

  it('the lines of armour around it, every octet', async () => {
    const armour = await encrypted('short', [bob], alice)
    const isRight = (one: OpenedMessage): boolean => one.text.trim() === '' || one.text === 'short'
    const head = armour.slice(0, 90)
    const wrong: string[] = []
    for (const { at, bytes } of damaged(Buffer.from(head), 1)) {
      const result = await open(Buffer.concat([bytes, Buffer.from(armour.slice(90))]))
      if (at.startsWith('octet') && result.ok && !isRight(result.value)) wrong.push(`${at} ${result.value.text}`)
    }
    for (const { at, bytes } of damaged(Buffer.from(armour.slice(-120)), 1)) {
      const result = await open(Buffer.concat([Buffer.from(armour.slice(0, -120)), bytes]))
      if (result.ok && !isRight(result.value)) wrong.push(`tail ${at} ${result.value.text}`)
    }
    expect(wrong).toEqual([])
  }, 120_000)

  it('as PGP/MIME', async () => {
    const raw = mail('alice@example.org', pgpMime(await encrypted(crlf(textPart(WORDS)), [bob], alice)))
    const seen = await tally(Buffer.from(raw), step(11), isOriginal, 'm.eml')
    expect(seen.wrong).toEqual([])
    expect(seen.refused).toBeGreaterThan(500)
  }, 600_000)

  it('its header and the frame of its parts, every octet', async () => {
    const raw = mail('alice@example.org', pgpMime(await encrypted(crlf(textPart(WORDS)), [bob], alice)))
    const frame = raw.indexOf('-----BEGIN') + 30
    const wrong: string[] = []
    for (const { at, bytes } of damaged(Buffer.from(raw.slice(0, frame)), 1)) {
      const result = await open(Buffer.concat([bytes, Buffer.from(raw.slice(frame))]))
      if (at.startsWith('octet') && result.ok && !isOriginal(result.value)) {
        wrong.push(`${at}: ${result.value.protection.signature} ${JSON.stringify(result.value.text.slice(0, 80))}`)
      }
    }
    expect(wrong).toEqual([])
  }, 120_000)
})

describe('a signed message', () => {
  it('as PGP/MIME', async () => {
    const raw = mail('alice@example.org', await signedMime(textPart(WORDS), alice))
    const seen = await tally(Buffer.from(raw), step(9), neverGoodOverOther, 'm.eml')
    expect(seen.wrong).toEqual([])
  }, 600_000)

  it('clear-signed', async () => {
    const seen = await tally(Buffer.from(await clearSigned(WORDS, alice)), step(9), neverGoodOverOther)
    expect(seen.wrong).toEqual([])
  }, 600_000)
})

describe('taken in', () => {
  it('a message that was changed keeps its original and the reason, and nothing of its text is written', async () => {
    const desk = await copiedDesk()
    await desk.call('key.import', { file: textFile('bob.asc', bob.armoredSecret), role: 'team' })
    const armour = await encrypted(WORDS, [bob], alice)
    const at = armour.length - 200
    const changed = `${armour.slice(0, at)}${armour[at] === 'A' ? 'B' : 'A'}${armour.slice(at + 1)}`
    const { exchange } = await desk.call('intake.open', { file: textFile('m.asc', changed) })
    const again = await (await reopenedDesk(desk)).call('exchange.show', { exchange: exchange.id })
    for (const view of [exchange, again]) {
      expect(view).toMatchObject({ problem: { code: 'message-tampered' }, message: null, signature: 'none' })
      expect(view.sha256).toBe(createHash('sha256').update(changed).digest('hex'))
    }
  })
})
