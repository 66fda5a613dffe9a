/** Somebody makes text look signed that is not: before, after, inside or instead of the signed lines. None of it ever counts as signed. */
import { beforeAll, describe, expect, it } from 'vitest'
import { checkSignature } from '../../electron/core/cards/sources/document-signature.ts'
import { bytesOf, clearSigned, detached, NOW, person, type Person } from '../material/pgp-people.ts'
import { alderLines } from '../material/sources/alder-lines.ts'

const trap = 'Telephone: +44 1632 960999'
/** Without a sign that a list of hashes cannot have. */
const plainTrap = 'call 0044 1632 960999'
let team: Person
let signed: string

beforeAll(async () => {
  team = await person('Alder')
  signed = await clearSigned(alderLines.join('\n'), team)
})

const check = (text: string, beside: string | null = null) =>
  checkSignature({
    bytes: bytesOf(text),
    text,
    plain: true,
    beside: beside === null ? null : { name: 'x.asc', bytes: bytesOf(beside) },
    keys: [{ armored: team.armoredPublic, fingerprint: team.fingerprint }],
    now: NOW,
  })

describe('a line that was not signed', () => {
  const places: readonly (readonly [string, (text: string) => string])[] = [
    ['before the frame', (text) => `${trap}\n${text}`],
    ['behind the frame', (text) => `${text}${trap}\n`],
    [
      'glued to the mark of the frame',
      (text) => text.replace('-----BEGIN PGP SIGNED', `${trap} -----BEGIN PGP SIGNED`),
    ],
    ['behind the mark of the frame', (text) => text.replace('SIGNED MESSAGE-----', `SIGNED MESSAGE----- ${trap}`)],
    ['among the headers', (text) => text.replace('Hash:', `${trap}\nHash:`)],
    ['in place of a header', (text) => text.replace(/Hash: .*/, `Hash: ${trap}`)],
    ['in the form of a list of hashes', (text) => text.replace(/Hash: .*/, `Hash: SHA512, ${plainTrap}`)],
    ['in a second list of hashes', (text) => text.replace('Hash:', `Hash: ${plainTrap}\nHash:`)],
    [
      'as a comment of a program',
      (text) => text.replace('SIGNATURE-----\n', `SIGNATURE-----\nComment: ${plainTrap}\n`),
    ],
    ['behind the end, on its line', (text) => text.replace('END PGP SIGNATURE-----', `END PGP SIGNATURE----- ${trap}`)],
    [
      'behind the beginning of the signature, on its line',
      (text) => text.replace('BEGIN PGP SIGNATURE-----', `BEGIN PGP SIGNATURE----- ${trap}`),
    ],
    ['right behind the headers', (text) => text.replace(/(Hash: .*\n)/, `$1${trap}\n`)],
    ['among the signed lines', (text) => text.replace('2.4 Telephone', `${trap}\n2.4 Telephone`)],
    ['with a carriage return over a signed one', (text) => text.replace('2.4 Telephone', `2.4 Telephone\r${trap}`)],
    [
      'at the end of the signed lines',
      (text) => text.replace('\n-----BEGIN PGP SIGNATURE', `\n${trap}\n-----BEGIN PGP SIGNATURE`),
    ],
    ['inside the signature', (text) => text.replace('SIGNATURE-----\n', `SIGNATURE-----\n${trap}\n`)],
    [
      'in a frame without a signature',
      (text) => `-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n${trap}\n${text}`,
    ],
    [
      'in a frame of its own around the other',
      (text) => `-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n${trap}\n- ${text}`,
    ],
    ['behind a form feed', (text) => text.replace('2.4 Telephone', `\f${trap}\n2.4 Telephone`)],
  ]
  it.each(places)('%s', async (_, change) => {
    const text = change(signed)
    expect(text).toContain('1632 960999')
    const { signature } = await check(text)
    if (signature.kind === 'none') return
    expect(signature.state === 'good' && signature.coversAll).toBe(false)
  })
})

it('the signature of one document does not speak for another', async () => {
  const [, armour = ''] = signed.split(/(?=-----BEGIN PGP SIGNATURE)/)
  const other = `-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n${trap}\n${armour}`
  expect((await check(other)).signature).toMatchObject({ state: 'bad', signer: null })
})

it('a detached signature of the text inside a frame does not speak for the frame', async () => {
  const inner = alderLines.join('\n')
  expect((await check(`${trap}\n${inner}`, await detached(inner, team))).signature).toMatchObject({ state: 'bad' })
})

it('a key whose name is that of the team is not the key of the team', async () => {
  const forger = await person('Alder')
  const text = await clearSigned(`${trap}\n${forger.armoredPublic}`, forger)
  expect((await check(text)).signature).toMatchObject({ by: 'own-key-in-document', signer: forger.fingerprint })
})

it('many frames cost no more than a few', async () => {
  const start = performance.now()
  await check(signed.repeat(300))
  expect(performance.now() - start).toBeLessThan(5000)
})
