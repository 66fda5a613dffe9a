/** The signature of a document is checked over its bytes as they came, and nothing is called signed that it does not cover (M-04, Z-20). */
import { beforeAll, describe, expect, it } from 'vitest'
import { createMessage, readPrivateKey, revokeKey, sign } from 'openpgp'
import { checkSignature, type CheckedDocument } from '../../../../electron/core/cards/sources/document-signature.ts'
import { decodeSource } from '../../../../electron/core/cards/sources/recognise.ts'
import { readSource } from '../../../../electron/core/cards/sources/read-source.ts'
import { bytesOf, clearSigned, detached, must, NOW, person, type Person } from '../../../material/pgp-people.ts'
import { alderLines } from '../../../material/sources/alder-lines.ts'

const description = `${alderLines.join('\n')}\n`
let team: Person
let stranger: Person
let signed: string

beforeAll(async () => {
  team = await person('Alder')
  stranger = await person('Mallory')
  signed = await clearSigned(description, team)
})

interface Given {
  readonly known?: readonly Person[]
  readonly beside?: string | Uint8Array
  readonly plain?: boolean
  readonly now?: string
}

function check(
  content: string | Uint8Array,
  { known = [team], beside, plain = true, now = NOW }: Given = {},
): Promise<CheckedDocument> {
  const bytes = typeof content === 'string' ? bytesOf(content) : content
  const signature = beside === undefined ? null : typeof beside === 'string' ? bytesOf(beside) : beside
  return checkSignature({
    bytes,
    text: decodeSource(bytes) ?? '',
    plain,
    beside: signature === null ? null : { name: 'description.asc', bytes: signature },
    keys: known.map(({ armoredPublic, fingerprint }) => ({ armored: armoredPublic, fingerprint })),
    now,
  })
}
const codesOf = ({ findings }: CheckedDocument): readonly string[] => findings.map(({ code }) => code)

describe('a clear-signed description', () => {
  it('is good where the key is known, and covers all', async () => {
    const { signature, findings } = await check(signed)
    expect(signature).toEqual({
      kind: 'clear-signed',
      state: 'good',
      signer: team.fingerprint,
      by: 'known-key',
      signedAt: '2026-11-20T08:00:00.000Z',
      coversAll: true,
    })
    expect(findings).toEqual([])
  })

  it.each([
    ['with CRLF line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    [
      'with blanks added at its line ends',
      (text: string) => text.replaceAll('\n', '  \n').replaceAll(/^(-----.*|Hash.*|[\w+/=]{20,}) +$/gm, '$1'),
    ],
    ['behind a byte order mark', (text: string) => `\ufeff${text}`],
    ['behind empty lines', (text: string) => `\n\n${text}\n\n`],
  ])('is good %s', async (_, change) => {
    expect((await check(change(signed))).signature).toMatchObject({ state: 'good', coversAll: true })
  })

  it('is good in an old charset, over its bytes', async () => {
    const signingKeys = await readPrivateKey({ armoredKey: team.armoredSecret })
    const text = 'Zentrale Stelle f\u00fcr Sicherheit'
    const binary = new Uint8Array(Buffer.from(text, 'latin1'))
    const message = await createMessage({ binary })
    const date = new Date('2026-11-20T08:00:00Z')
    const armour = String(await sign({ message, signingKeys, detached: true, date }))
    const frame = `-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n${text}\n${armour}`
    expect((await check(Buffer.from(frame, 'latin1'))).signature).toMatchObject({ state: 'good', coversAll: true })
    expect((await check(frame)).signature).toMatchObject({ state: 'bad' })
  })

  it('is good as UTF-16, which an editor made of it', async () => {
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(signed, 'utf16le')])
    expect((await check(wide)).signature).toMatchObject({ state: 'good' })
  })

  it('is bad once a byte of its text differs', async () => {
    const { signature, findings } = await check(signed.replace('960001', '960007'))
    expect(signature).toMatchObject({ state: 'bad', signer: null, by: null })
    expect(findings).toMatchObject([{ code: 'signature-bad', severity: 'error' }])
  })

  it('of a key that is not here names the key and proves nothing', async () => {
    const { signature, findings } = await check(signed, { known: [stranger] })
    expect(signature).toMatchObject({ state: 'unknown-key', signer: team.fingerprint, by: null })
    expect(findings).toMatchObject([{ code: 'signature-unknown-key' }])
  })

  it('of a key that has expired or is revoked says so', async () => {
    const old = await person('Old', 10, '2026-11-15T00:00:00.000Z')
    const text = await clearSigned(description, old)
    expect((await check(text, { known: [old], now: '2027-01-01T00:00:00Z' })).signature).toMatchObject({
      state: 'key-expired',
    })
    const { publicKey } = await revokeKey({
      key: await readPrivateKey({ armoredKey: old.armoredSecret }),
      date: new Date('2026-11-21T00:00:00Z'),
      format: 'armored',
    })
    expect((await check(text, { known: [{ ...old, armoredPublic: publicKey }] })).signature).toMatchObject({
      state: 'key-revoked',
    })
  })
})

describe('a key that the document itself prints', () => {
  it('proves only that one hand wrote both', async () => {
    const { signature, findings } = await check(
      await clearSigned(`${description}\n${stranger.armoredPublic}`, stranger),
    )
    expect(signature).toMatchObject({ state: 'good', by: 'own-key-in-document', signer: stranger.fingerprint })
    expect(findings).toEqual([])
  })

  it('does not stand in for the key that is known', async () => {
    const text = await clearSigned(`${description}\n${team.armoredPublic}`, team)
    expect((await check(text)).signature).toMatchObject({ by: 'known-key' })
  })
})

describe('what a signature does not cover', () => {
  it('is named by its lines: before, behind and between', async () => {
    const { signature, findings } = await check(
      `Call +44 1632 960999 instead.\n\n${signed}\nP.S. Our key has changed.\n`,
    )
    expect(signature).toMatchObject({ state: 'good', coversAll: false })
    const last = signed.split('\n').length + 3
    expect(findings.filter(({ code }) => code === 'document-signature-outside').map(({ params }) => params)).toEqual([
      { from: 1, to: 1 },
      { from: last, to: last },
    ])
  })

  it('a second, forged frame makes the whole as good as its worst part', async () => {
    const forged = (await clearSigned('Our new key is another one.', stranger)).replace('another', 'a new')
    const result = await check(`${signed}\n${forged}`, { known: [team, stranger] })
    expect(result.signature).toMatchObject({ state: 'bad' })
    expect(codesOf(result)).toContain('document-signature-parts')
  })
})

describe('a damaged frame', () => {
  const damage: readonly (readonly [string, (text: string) => string])[] = [
    ['with dashes of a word processor', (text) => text.replaceAll('-----', '—–—')],
    ['with one dash made long', (text) => text.replace('-----BEGIN PGP SIGNED', '—–BEGIN PGP SIGNED')],
    ['with four dashes', (text) => text.replaceAll('-----', '----')],
    ['on one line', (text) => text.replaceAll('\n', ' ')],
    ['quoted in a mail', (text) => text.replaceAll(/^/gm, '> ')],
    ['without its signature', (text) => text.slice(0, text.indexOf('-----BEGIN PGP SIGNATURE'))],
    ['with a header that signs nothing', (text) => text.replace('Hash:', 'Comment: call +44 1632 960999\nHash:')],
    ['with a lost letter in its signature', (text) => text.replace(/(-----BEGIN PGP SIGNATURE-----\n\n.{20})./, '$1')],
    ['whose signature is cut', (text) => text.replace(/\n=.{4}\n-----END PGP SIGNATURE-----\n?/, '\n')],
  ]
  it.each(damage)('%s counts as damaged, not as signed', async (_, change) => {
    const changed = change(signed)
    expect(changed).not.toBe(signed)
    expect((await check(changed)).signature).toMatchObject({ kind: 'clear-signed', state: 'damaged', signer: null })
  })

  it('a document that only speaks of signing has none', async () => {
    expect((await check('We sign with BEGIN PGP SIGNED MESSAGE frames.')).signature).toEqual({ kind: 'none' })
  })
})

describe('a signature beside the document', () => {
  it('is good over the bytes of the document', async () => {
    const beside = await detached(description, team)
    expect((await check(description, { beside })).signature).toMatchObject({
      kind: 'detached',
      state: 'good',
      signer: team.fingerprint,
      coversAll: true,
    })
  })

  it('is bad over others', async () => {
    const beside = await detached(description, team)
    expect((await check(`${description} `, { beside })).signature).toMatchObject({ state: 'bad' })
  })

  it('is read in binary form, too', async () => {
    const armoured = await detached(description, team)
    const base64 = /\n\n([^=]+=*)\n=/.exec(armoured)?.[1] ?? ''
    const beside = new Uint8Array(Buffer.from(base64, 'base64'))
    expect((await check(description, { beside })).signature).toMatchObject({ state: 'good' })
  })

  it('of somebody else is of an unknown key', async () => {
    const beside = await detached(description, stranger)
    expect((await check(description, { beside })).signature).toMatchObject({ state: 'unknown-key' })
  })

  it('that is no signature is said to be none', async () => {
    const result = await check(description, { beside: 'hello' })
    expect(result.signature).toMatchObject({ kind: 'detached', state: 'damaged' })
    expect(codesOf(result)).toEqual(['signature-file-unreadable'])
  })

  it('may be a clear-signed copy, which speaks for the document if both say the same', async () => {
    expect((await check(description, { beside: signed })).signature).toMatchObject({ kind: 'detached', state: 'good' })
    const result = await check(description.replace('960001', '960007'), { beside: signed })
    expect(result.signature).toMatchObject({ state: 'bad', signer: null })
    expect(codesOf(result)).toEqual(['signed-copy-differs'])
  })
})

describe('read with its document', () => {
  it('the verdict comes with the card', async () => {
    const { armoredPublic: armored, fingerprint } = team
    const read = must(
      await readSource({ name: 'team.txt', bytes: bytesOf(signed), now: NOW, keys: [{ armored, fingerprint }] }),
    )
    expect(read.signature).toMatchObject({ kind: 'clear-signed', state: 'good', by: 'known-key' })
    expect(read.readings[0]?.emails[0]?.address).toBe('incidents@alder.example')
  })

  it('a frame on a page is checked as it is shown, and what stands round it is outside', async () => {
    const escaped = signed.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    const page = `<html><body><h1>Alder</h1><pre>\n${escaped}</pre><p>Call me</p></body></html>`
    const { armoredPublic: armored, fingerprint } = team
    const given = { name: 'page.html', now: NOW, keys: [{ armored, fingerprint }] }
    expect(must(await readSource({ ...given, bytes: bytesOf(page) })).signature).toMatchObject({
      state: 'good',
      coversAll: false,
    })
    const changed = bytesOf(page.replace('960001', '960007'))
    expect(must(await readSource({ ...given, bytes: changed })).signature).toMatchObject({ state: 'damaged' })
  })

  it('an unsigned document is unsigned', async () => {
    const read = must(await readSource({ name: 'team.txt', bytes: bytesOf(description), now: NOW }))
    expect(read.signature).toEqual({ kind: 'none' })
  })
})
