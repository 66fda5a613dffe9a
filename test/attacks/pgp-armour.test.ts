/** Armour of every broken and injected kind: its headers are never facts, its damage is said, and nothing in it is read as something else. */
import { beforeAll, describe, expect, it } from 'vitest'
import {
  clearSigned,
  codes,
  encrypted,
  mail,
  must,
  openHere,
  person,
  signedMime,
  textPart,
  type Person,
} from '../material/pgp-people.ts'

let alice: Person
let bob: Person
let armour: string
let clear: string

beforeAll(async () => {
  ;[alice, bob] = await Promise.all([person('Alice'), person('Bob')])
  armour = await encrypted('the words', [bob], alice)
  clear = await clearSigned('the words', alice)
})

const open = (text: string, fileName = '') => openHere(text, { own: [bob], known: [alice], fileName })
const opened = async (text: string) => must(await open(text))
const inMail = (text: string): string => mail('alice@example.org', textPart(text))

const wrongChecksum = (text: string): string =>
  text.replace(
    /^=([A-Za-z0-9+/])([A-Za-z0-9+/]{3})$/m,
    (_, first: string, rest: string) => `=${first === 'A' ? 'B' : 'A'}${rest}`,
  )

describe('a wrong checksum is a finding, as OpenPGP.js never notices (RFC 9580, 6.1)', () => {
  it('of an encrypted message', async () => {
    const message = await opened(wrongChecksum(armour))
    expect(message).toMatchObject({ text: 'the words', protection: { signature: 'good' } })
    expect(codes(message)).toContain('armour-checksum-wrong')
    expect(codes(await opened(armour))).toEqual([])
  })

  it('of the signature of a clear-signed text', async () => {
    const message = await opened(wrongChecksum(clear))
    expect(message).toMatchObject({ text: 'the words', protection: { signature: 'good' } })
    expect(codes(message)).toEqual(['signature-checksum-wrong'])
  })

  it('of the signature of a signed mail', async () => {
    const message = await opened(
      mail('alice@example.org', wrongChecksum(await signedMime(textPart('the words'), alice))),
    )
    expect(codes(message)).toEqual(['signature-checksum-wrong'])
    expect(message.protection.signature).toBe('good')
  })
})

describe('armour headers are the work of anybody', () => {
  it.each([
    ['a comment that claims a signature', 'Comment: Good signature from Alice <alice@example.org>'],
    ['a comment with markup', 'Comment: <img src="http://canary.example/">'],
    ['a version with a terminal control', 'Version: \u001b[2J'],
    ['a message identifier', 'MessageID: x'],
  ])('%s is shown nowhere', async (_, header) => {
    const message = await opened(armour.replace('-----\n\n', `-----\n${header}\n\n`))
    expect(message).toMatchObject({ text: 'the words', outside: '' })
    expect(JSON.stringify(message)).not.toMatch(/Good signature|canary|MessageID|eve@/)
  })

  it('a charset named there changes no words', async () => {
    const latin = await encrypted('se\u00f1al', [bob], alice)
    for (const charset of ['utf-16le', 'iso-2022-jp', 'windows-1251', 'x-user-defined', 'nonsense']) {
      const message = await opened(latin.replace('-----\n\n', `-----\nCharset: ${charset}\n\n`))
      expect(message.text).toBe('se\u00f1al')
    }
  })
})

describe('armour that is not whole', () => {
  it.each<[string, (text: string) => string]>([
    ['without its first line', (text) => text.replace(/^.*\n/, '')],
    ['with a first line of another kind', (text) => text.replace('BEGIN PGP MESSAGE', 'BEGIN PGP MASSAGE')],
    ['that begins as a key', (text) => text.replace('BEGIN PGP MESSAGE', 'BEGIN PGP PUBLIC KEY BLOCK')],
    ['that begins as a signature', (text) => text.replaceAll('PGP MESSAGE', 'PGP SIGNATURE')],
    ['cut in the middle', (text) => text.slice(0, text.length / 2)],
    ['with its halves exchanged', (text) => text.replace(/\n\n([^]{200})([^]*)\n=/, '\n\n$2\n$1\n=')],
    ['with a line missing', (text) => text.replace(/\n\n.*\n.*\n/, '\n\n')],
    ['of nothing', () => '-----BEGIN PGP MESSAGE-----\n\n-----END PGP MESSAGE-----\n'],
    ['of nothing but a checksum', () => '-----BEGIN PGP MESSAGE-----\n\n=AAAA\n-----END PGP MESSAGE-----\n'],
    ['of noise', () => `-----BEGIN PGP MESSAGE-----\n\n${'!@#$%^&*()\n'.repeat(100)}-----END PGP MESSAGE-----\n`],
    ['of UTF-8', () => '-----BEGIN PGP MESSAGE-----\n\nñ\n-----END PGP MESSAGE-----\n'],
    ['twice the same BEGIN', (text) => `-----BEGIN PGP MESSAGE-----\n${text.slice(0, 400)}`],
  ])('%s gives no words', async (_, damage) => {
    for (const wrap of [(text: string) => text, inMail]) {
      const result = await open(wrap(damage(armour)))
      expect(result.ok ? result.value.protection.encrypted : false).toBe(false)
      expect(JSON.stringify(result)).not.toContain('the words')
    }
  })

  it.each<[string, (text: string) => string]>([
    ['CRLF', (text) => text.replaceAll('\n', '\r\n')],
    ['blanks at the ends of lines', (text) => text.replaceAll('\n', '  \n')],
    ['a byte order mark', (text) => `\ufeff${text}`],
    ['no checksum', (text) => text.replace(/\n=.{4}\n/, '\n')],
    ['no END line', (text) => text.replace(/-----END[^]*/, '')],
    [
      'lines of another length',
      (text) => text.replaceAll(/(\n.{64})(?=\n)/g, (line) => line.replace(/(.{20})/, '$1\n')),
    ],
    ['blank lines around', (text) => `\n\n${text}\n\n`],
  ])('%s changes nothing', async (_, change) => {
    expect(await opened(change(armour))).toMatchObject({ text: 'the words', protection: { signature: 'good' } })
  })
})

describe('several blocks in one text', () => {
  it('each is a piece of its own, with the text between outside', async () => {
    const second = await encrypted('more words', [bob], alice)
    const message = await opened(inMail(`Hello\n\n${armour}\nand then\n\n${second}\nBye`))
    expect(message.text).toBe('the words')
    expect(message.outside).toMatch(/Hello[^]*and then[^]*more words[^]*Bye/)
    expect(message.protection).toMatchObject({ encrypted: true, signature: 'partial' })
    expect(message.protection.signatures.map(({ state, covers }) => [state, covers])).toEqual([
      ['good', true],
      ['good', false],
    ])
  })

  it('a thousand cost no more than the limit allows', async () => {
    const start = performance.now()
    const result = await open(inMail(Array.from({ length: 1000 }, () => armour).join('\n')))
    expect(result).toMatchObject({ ok: false, problem: { code: 'message-too-many-parts' } })
    expect(performance.now() - start).toBeLessThan(5000)
  })
})
