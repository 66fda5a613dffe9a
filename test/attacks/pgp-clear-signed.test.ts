/** Clear-signed text: exactly the signed lines are shown as signed, whatever stands between, around or before them, and in whatever charset it comes. */
import { createMessage, readPrivateKey, sign } from 'openpgp'
import { beforeAll, describe, expect, it } from 'vitest'
import { clearSigned, codes, mail, must, openHere, person, textPart, type Person } from '../material/pgp-people.ts'

let alice: Person
let eve: Person
let clear: string

beforeAll(async () => {
  ;[alice, eve] = await Promise.all([person('Alice'), person('Eve')])
  clear = await clearSigned('pay 10', alice)
})

const opened = async (bytes: string | Uint8Array) => must(await openHere(bytes, { known: [alice, eve] }))

/** Signed over any octets, as a program of that charset does it. */
async function overBytes(body: Buffer): Promise<Buffer> {
  const signingKeys = await readPrivateKey({ armoredKey: alice.armoredSecret })
  const message = await createMessage({ binary: new Uint8Array(body) })
  const date = new Date('2026-11-20T08:00:00Z')
  const made = String(await sign({ message, signingKeys, detached: true, date }))
  return Buffer.concat([
    Buffer.from('-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n'),
    body,
    Buffer.from(`\n${made}`),
  ])
}

describe('what stands before the text', () => {
  it.each<[string, (block: string) => string]>([
    ['a Hash header that tells something', (block) => block.replace(/Hash: .*/, 'Hash: SHA512, pay 1000 to Eve')],
    ['a Hash header with a comma and words', (block) => block.replace(/Hash: .*/, 'Hash: SHA512,EVIL')],
    ['a hash in lower case with words', (block) => block.replace(/Hash: .*/, 'Hash: sha512 EVIL')],
    ['nine Hash headers', (block) => block.replace(/Hash: .*\n/, 'Hash: SHA512\n'.repeat(9))],
    ['another header', (block) => block.replace(/Hash: .*\n/, (line) => `${line}Charset: EVIL\n`)],
    ['NotDashEscaped', (block) => block.replace(/Hash: .*\n/, (line) => `${line}NotDashEscaped: EVIL\n`)],
    ['no blank line', (block) => block.replace(/(Hash: .*\n)\n/, '$1')],
    ['a blank line of another kind', (block) => block.replace(/(Hash: .*\n)\n/, '$1\u00a0\nEVIL\n\n')],
    ['a carriage return for a line', (block) => block.replace(/(Hash: .*)\n\n/, '$1\rEVIL\n\n')],
    ['a form feed', (block) => block.replace(/(Hash: .*\n)\n/, '$1\f\nEVIL\n\n')],
    ['a NUL', (block) => block.replace(/(Hash: .*\n)\n/, '$1\u0000EVIL\n\n')],
  ])('%s', async (_, forge) => {
    for (const wrap of [(text: string) => text, (text: string) => mail('alice@example.org', textPart(text))]) {
      const message = await opened(wrap(forge(clear)))
      expect(message.protection).toMatchObject({ signature: 'bad', signer: null })
    }
  })

  it.each(['Hash: SHA256', 'Hash: SHA512, SHA256', 'Hash: SHA256,SHA512', 'Hash: SHA512\nHash: SHA1', 'hash: sha512'])(
    '%j is what programs write, and proves or disproves nothing',
    async (header) => {
      expect((await opened(clear.replace(/Hash: .*/, header))).protection.signature).toBe('good')
    },
  )

  it('no header at all, as the newest standard has it', async () => {
    expect((await opened(clear.replace(/Hash: .*\n/, ''))).protection.signature).toBe('good')
  })
})

describe('the text itself', () => {
  it.each<[string, string, (block: string) => string]>([
    ['a dash escape that is missing', '- pay 10', (block) => block.replace('- - pay', '- pay')],
    ['an escape where none was', 'pay 10', (block) => block.replace('pay 10', '- pay 10')],
    ['blanks at an end', 'pay 10', (block) => block.replace('pay 10', 'pay 10 \t ')],
    ['carriage returns', 'pay 10', (block) => block.replaceAll('\n', '\r\n')],
  ])('%s changes nothing that is shown', async (_, text, change) => {
    const message = await opened(change(await clearSigned(text, alice)))
    if (message.protection.signature === 'good') expect(message.text).toBe(text)
    else expect(message.protection).toMatchObject({ signature: 'bad', signer: null })
  })

  it.each<[string, (block: string) => string]>([
    ['a line more', (block) => block.replace('pay 10', 'pay 10\npay 1000')],
    ['a NUL', (block) => block.replace('pay 10', 'pay 10\u0000')],
    ['a carriage return within', (block) => block.replace('pay 10', 'pay 1000\rpay 10')],
    ['a line separator', (block) => block.replace('pay 10', 'pay 10\u2028pay 1000')],
    ['another number in another script', (block) => block.replace('pay 10', 'pay \u0661\u0660')],
    ['a direction mark', (block) => block.replace('pay 10', 'pay \u202e01')],
    ['the first letter in another case', (block) => block.replace('pay', 'Pay')],
  ])('%s is noticed', async (_, change) => {
    expect((await opened(change(clear))).protection).toMatchObject({ signature: 'bad', signer: null })
  })

  it('a text that draws a badge stays text', async () => {
    const badge = 'Good signature from Alice <alice@example.org>\n"protection":{"signature":"good"}'
    const message = await opened(mail('alice@example.org', textPart(badge)))
    expect(message.protection).toMatchObject({ signature: 'none', signer: null, signatures: [], integrity: false })
    expect(message.text).toContain('Good signature from Alice')
  })
})

describe('blocks within blocks', () => {
  it('a signed text that quotes a signed text is shown whole, signed by the outer one', async () => {
    const outer = await clearSigned(`Alice wrote:\n${clear}\nI agree.`, eve)
    const message = await opened(outer)
    expect(message.protection).toMatchObject({ signature: 'good', signer: { fingerprint: eve.fingerprint } })
    expect(message.text).toMatch(/^Alice wrote:\n-----BEGIN PGP SIGNED MESSAGE-----[^]*pay 10[^]*I agree\.$/)
    expect(message.outside).toBe('')
  })

  it('a block that is the whole of another is signed by both', async () => {
    const message = await opened(await clearSigned(clear.trimEnd(), eve))
    expect(message).toMatchObject({ text: 'pay 10', outside: '', protection: { signature: 'good' } })
    expect(message.protection.signatures.map(({ fingerprint, covers }) => [fingerprint, covers])).toEqual([
      [alice.fingerprint, true],
      [eve.fingerprint, true],
    ])
  })

  it.each<[string, (block: string) => string]>([
    ['a second BEGIN inside', (block) => block.replace('pay 10', `pay 1000\n${clear}\npay 10`)],
    ['two signatures after one text', (block) => `${block}${block.slice(block.indexOf('-----BEGIN PGP SIGNATURE'))}`],
    [
      "the first one's head on the second one's text",
      (block) => block.replace(/Hash[^]*/, '') + block.replace('10', '1000'),
    ],
    ['a text without a signature', (block) => block.slice(0, block.indexOf('-----BEGIN PGP SIGNATURE'))],
    ['a signature without a text', (block) => block.slice(block.indexOf('-----BEGIN PGP SIGNATURE'))],
  ])('%s never shows other text as signed', async (_, forge) => {
    const message = await opened(mail('alice@example.org', textPart(forge(clear))))
    const isSigned = ['good', 'partial'].includes(message.protection.signature)
    expect(isSigned ? message.text : 'pay 10').toBe('pay 10')
  })
})

describe('charsets', () => {
  const inMail = (charset: string, block: Buffer): Uint8Array =>
    new Uint8Array(
      Buffer.concat([
        Buffer.from(mail('alice@example.org', `Content-Type: text/plain; charset="${charset}"\n\n`)),
        block,
      ]),
    )

  it.each([
    'utf-16le',
    'utf-16be',
    'utf-32',
    'utf-7',
    'iso-2022-jp',
    'hz-gb-2312',
    'x-user-defined',
    'ibm037',
    'koi8-r',
  ])('signed ASCII stays ASCII under charset %s, which nobody signed', async (charset) => {
    const message = await opened(inMail(charset, Buffer.from(clear)))
    expect(message).toMatchObject({ text: 'pay 10', protection: { signature: 'good' } })
  })

  it('signed UTF-8 stays UTF-8', async () => {
    const message = await opened(inMail('windows-1251', await overBytes(Buffer.from('señal €'))))
    expect(message).toMatchObject({ text: 'señal €', protection: { signature: 'good' } })
    expect(codes(message)).toEqual([])
  })

  it.each([
    ['iso-8859-1', 'se\u00f1al'],
    ['iso-8859-5', 'se\u0451al'],
    ['utf-16le', 'se\u00f1al'],
  ])('octets that only %s explains are shown with a remark', async (charset, text) => {
    const message = await opened(inMail(charset, await overBytes(Buffer.from('se\u00f1al', 'latin1'))))
    expect(message).toMatchObject({ text, protection: { signature: 'good' } })
    expect(codes(message)).toEqual(['charset-outside'])
  })

  it('Japanese as teams there still send it', async () => {
    const body = Buffer.from('1b244224221b2842', 'hex')
    const message = await opened(inMail('iso-2022-jp', await overBytes(body)))
    expect(message).toMatchObject({ text: 'あ', protection: { signature: 'good' } })
    expect(codes(message)).toEqual(['charset-outside'])
  })
})

it('a text that was given blanks on its way through format=flowed still verifies', async () => {
  const block = (await clearSigned('From here\n indented\n> quoted', alice)).replaceAll(/^(?=[ >]|From)/gm, ' ')
  const message = await opened(mail('alice@example.org', `Content-Type: text/plain; format=flowed\n\n${block}`))
  expect(message).toMatchObject({ text: 'From here\n indented\n> quoted', protection: { signature: 'good' } })
  const fixed = await opened(mail('alice@example.org', textPart(block)))
  expect(fixed.protection.signature).toBe('bad')
})
