/** Cards, keys, messages and what may leave, by the command line on one trial vault; and every bad input with its own sentence. */
import { readFileSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { clearSigned, encrypted, mail, person, pgpMime, type Person } from '../../material/pgp-people.ts'
import { cliIn, fileIn, newTrialVault, sharedFolder, textIn } from './cli-fixture.ts'

const dir = sharedFolder()
const cli = cliIn(dir)
const cards = new URL('../../material/cards/', import.meta.url).pathname
const reports = new URL('../../material/reports/', import.meta.url).pathname
const clean = `${cards}larkspur-clean.txt`
const larkspurKey = 'E27B0217965AE6D67E84351A62465EA47AF63565'

let ann: Person
let ours: string

beforeAll(async () => {
  await newTrialVault(dir)
  ann = await person('Ann')
  fileIn(dir, 'ann.asc', ann.armoredPublic)
  fileIn(dir, 'body.txt', 'Host 192.0.2.7 scans us.\n')
})

const problemOf = async (...argv: string[]) => {
  const { code, json, err } = await cli([...argv, '--json'])
  const said = json['problem']
  expect(err).toBe(`${said?.['text']}\n`)
  return { exit: code, code: said?.['code'] }
}

describe('without a vault', () => {
  const bare = { env: { SIGNET_VAULT: '' } }

  test('cards are read, one as an object, several as an array in their order', async () => {
    const one = await cli(['card', 'read', clean, '--json'], bare)
    expect(one.json).toMatchObject({ schema: 'signet.card/1', country: 'GB', names: { short: 'Larkspur CERT' } })
    expect(one.json['keys']).toMatchObject([{ fingerprint: larkspurKey, state: 'usable' }])
    expect(one.json['findings']?.every((found) => found['text'] !== '')).toBe(true)
    const two = await cli(['card', 'read', `${cards}fenwick-one-line.txt`, clean, '--json'], bare)
    expect(two.json).toHaveLength(2)
    expect(two.json[1]).toMatchObject({ names: { short: 'Larkspur CERT' } })
  })

  test('a file that is none does not stop the others, and is told in its place', async () => {
    const { code, json } = await cli(['card', 'read', 'not-there.txt', clean, '--json'], bare)
    expect(code).toBe(1)
    expect(json).toMatchObject([{ file: 'not-there.txt', problem: { code: 'file-missing' } }, { country: 'GB' }])
  })

  test('keys are looked over, printed ones in their document too', async () => {
    const { json } = await cli(['key', 'inspect', clean, '--json'], bare)
    expect(json).toMatchObject({
      schema: 'signet.keys/1',
      keys: [{ fingerprint: larkspurKey, state: 'usable', secret: false }],
    })
    expect(await cli(['key', 'inspect', 'body.txt', '--json'], bare)).toMatchObject({ code: 1 })
    expect(await cli(['key', 'inspect', clean, '--fingerprint', '7AF63565'], bare)).toMatchObject({ code: 2 })
  })

  test('reports are read', async () => {
    const { json } = await cli(
      ['report', 'read', `${reports}complaint.arf.eml`, `${reports}letter.txt`, '--json'],
      bare,
    )
    expect(json).toMatchObject([
      { schema: 'signet.report/1', kind: 'arf' },
      { schema: 'signet.report/1', kind: 'free-text' },
    ])
  })

  test('commands that need one say so', async () => {
    expect(await cli(['queue', '--json'], bare)).toMatchObject({ code: 2 })
  })
})

describe('the keyring and the directory', () => {
  test('a card brings its key, undecided', async () => {
    const { json } = await cli(['card', 'import', clean, '--json'])
    expect(json['keyring']).toMatchObject([{ fingerprint: larkspurKey, trust: 'undecided' }])
    expect((await cli(['card', 'list', '--json'])).json['cards']).toMatchObject([{ name: 'Larkspur CERT' }])
    expect((await cli(['card', 'show', 'report@larkspur-cert.example', '--json'])).json['id']).toBe(json['id'])
    expect(await problemOf('card', 'show', 'nobody')).toEqual({ exit: 1, code: 'card-not-found' })
  })

  test('a team key is made, locked with its own passphrase, and exported without its secret', async () => {
    const { json } = await cli(['key', 'generate', '--name', 'Our CERT', '--email', 'team@our.example', '--json'], {
      env: { SIGNET_KEY_PASSPHRASE: 'of the key' },
    })
    ours = json['fingerprint'] ?? ''
    expect(json).toMatchObject({ schema: 'signet.key/1', userIds: ['Our CERT <team@our.example>'], role: 'team' })
    const exported = await cli(['key', 'export', ours])
    expect(exported.out).toMatch(/^-----BEGIN PGP PUBLIC KEY BLOCK-----/)
    expect((await cli(['key', 'export', ours, '--out', 'ours.asc'])).code).toBe(0)
    expect(textIn(dir, 'ours.asc')).toBe(exported.out)
    expect((await cli(['key', 'inspect', 'ours.asc', '--json'])).json['keys']).toMatchObject([{ secret: false }])
  })

  test("others' keys are taken, their secret ones are not", async () => {
    expect((await cli(['key', 'import', 'ann.asc', '--json'])).json['keys']).toMatchObject([
      { fingerprint: ann.fingerprint, trust: 'undecided' },
    ])
    fileIn(dir, 'ann-secret.asc', ann.armoredSecret)
    expect(await problemOf('key', 'import', 'ann-secret.asc')).toEqual({ exit: 1, code: 'key-secret-role' })
  })

  test('a decision about a key is kept with its note', async () => {
    const decided = ['key', 'trust', ann.fingerprint, 'verified', '--how', 'in-person', '--note', '-', '--json']
    expect((await cli(decided, { stdin: 'met her' })).json).toMatchObject({
      trust: 'verified',
      decisions: [{ note: 'met her', how: 'in-person' }],
    })
    expect(await problemOf('key', 'trust', ann.fingerprint, 'verified', '--how', 'call-back', '--note', 'x')).toEqual({
      exit: 1,
      code: 'call-back-no-number',
    })
    expect((await cli(['key', 'trust', ann.fingerprint, 'loved', '--how', 'in-person', '--note', 'x'])).code).toBe(2)
  })

  test('our own card is taken from a file or from the directory', async () => {
    expect((await cli(['vault', 'set', 'own-card', 'Larkspur CERT', '--json'])).json['own']).toBe(true)
    expect((await cli(['vault', 'set', 'own-card', `${cards}fenwick-one-line.txt`, '--json'])).json['own']).toBe(true)
  })
})

describe('sealing', () => {
  const seal = (...argv: string[]) => cli(['message', 'seal', '--in', 'body.txt', '--json', ...argv])

  test('goes out to a verified key, and opens again with what was attached', async () => {
    const { code, json } = await seal(
      '--to',
      ann.fingerprint,
      ours,
      '--out',
      'out.eml',
      '--attach',
      'ann.asc',
      'ours.asc',
      '--subject',
      'Scan',
    )
    expect(code).toBe(0)
    expect(json).toMatchObject({
      schema: 'signet.verdict/1',
      verdict: 'allow',
      to: [ann.fingerprint, ours],
      file: 'out.eml',
    })
    const opened = await cli(['message', 'open', 'out.eml', '--json'])
    expect(opened.json).toMatchObject({
      schema: 'signet.message/1',
      subject: 'TLP:AMBER Scan',
      outerSubject: 'TLP:AMBER',
      protection: {
        encrypted: true,
        integrity: true,
        signature: 'good',
        signer: { fingerprint: ours, trust: 'verified', matchesFrom: true },
      },
    })
    expect(opened.json['text']).toContain('Host 192.0.2.7 scans us.')
    expect(opened.json['attachments']?.map(({ name }) => name)).toEqual(['ann.asc', 'ours.asc'])
    expect(textIn(dir, 'out.eml')).not.toContain('192.0.2.7')
  })

  test('to a key that nobody has checked needs a reason, which the case keeps', async () => {
    await cli(['case', 'new', '--title', 'Scan'])
    const asked = await seal('--to', 'Larkspur CERT', '--out', 'l.asc', '--case', '2026-MK-0001')
    expect(asked).toMatchObject({ code: 1 })
    expect(asked.json).toMatchObject({ verdict: 'condition', file: null, problem: { code: 'release-condition' } })
    expect(() => textIn(dir, 'l.asc')).toThrow()
    const done = await seal(
      '--to',
      'Larkspur CERT',
      '--out',
      'l.asc',
      '--case',
      '2026-MK-0001',
      '--override',
      'known for years',
    )
    expect(done.json).toMatchObject({ file: 'l.asc' })
    expect(textIn(dir, 'l.asc')).toMatch(/^-----BEGIN PGP MESSAGE-----/)
    const journal = (await cli(['case', 'show', '2026-MK-0001', '--json'])).json['journal']
    expect(journal?.map(({ text }) => text).join('\n')).toContain('known for years')
  })

  test('what is stopped stays, override or not', async () => {
    const stopped = await seal(
      '--to',
      ann.fingerprint,
      '--out',
      's.eml',
      '--tlp',
      'AMBER+STRICT',
      '--override',
      'please',
    )
    expect(stopped).toMatchObject({ code: 1 })
    expect(stopped.json).toMatchObject({ verdict: 'stop', problem: { code: 'release-stopped' } })
  })

  test('a class of information is judged by the matrix, with its clause; without one that is said', async () => {
    const named = await seal('--to', ann.fingerprint, '--out', 'c.eml', '--class', 'private-user')
    expect(named.json['verdict']).toBe('condition')
    expect(named.json['reasons']?.[0]).toMatchObject({ code: 'gate.condition', clause: '4.2 L221, L223' })
    const plain = await seal('--to', ann.fingerprint, '--out', 'c.eml')
    expect(plain.json['reasons']?.map(({ code }) => code)).toContain('release.no-classes')
  })

  test('a file alone is sealed as it is', async () => {
    expect((await cli(['message', 'seal', '--to', ours, '--attach', 'body.txt', '--out', 'f.pgp'])).code).toBe(0)
    const opened = await cli(['message', 'open', 'f.pgp', '--json'])
    expect(JSON.stringify(opened.json)).toContain('Host 192.0.2.7 scans us.')
  })

  test('is wrong usage without a recipient, a text or a target', async () => {
    expect((await seal('--out', 'x.eml')).code).toBe(2)
    expect((await seal('--to', ours)).code).toBe(2)
    expect((await cli(['message', 'seal', '--to', ours, '--out', 'x.eml'])).code).toBe(2)
    expect(await problemOf('message', 'seal', '--in', 'body.txt', '--to', 'Nobody CERT', '--out', 'x.eml')).toEqual({
      exit: 1,
      code: 'card-not-found',
    })
  })

  test('parts of a message are written where they were asked for, and over nothing', async () => {
    expect(
      (await cli(['message', 'open', 'out.eml', '--out', 'parts', '--part', 'ann.asc', '--json'])).json['written'],
    ).toEqual(['ann.asc'])
    expect(textIn(dir, 'parts/ann.asc')).toBe(textIn(dir, 'ann.asc'))
    expect(await problemOf('message', 'open', 'out.eml', '--out', 'parts', '--part', 'ann.asc')).toEqual({
      exit: 1,
      code: 'file-exists',
    })
    expect(await problemOf('message', 'open', 'out.eml', '--out', 'parts', '--part', 'none.asc')).toEqual({
      exit: 1,
      code: 'cli.no-such-part',
    })
  })
})

describe('release check', () => {
  const check = async (...argv: string[]) => (await cli(['release', 'check', '--json', ...argv])).json

  test('judges a card by what is known, and by what is supposed', async () => {
    expect(await check('--to', 'Larkspur CERT', '--channel', 'email-pgp')).toMatchObject({
      schema: 'signet.verdict/1',
      verdict: 'condition',
      to: [larkspurKey],
    })
    expect(await check('--to', 'Larkspur CERT', '--channel', 'email-pgp', '--verified')).toMatchObject({
      verdict: 'allow',
    })
    expect(await check('--to', 'Larkspur CERT', '--channel', 'email-plain', '--tlp', 'TLP:RED')).toMatchObject({
      verdict: 'stop',
    })
  })

  test('judges recipients that are only supposed', async () => {
    expect(await check('--to', 'class:press', '--channel', 'email-plain', '--tlp', 'GREEN')).toMatchObject({
      verdict: 'stop',
      to: ['class:press'],
    })
    expect(await check('--to', 'class:press', '--channel', 'phone', '--tlp', 'CLEAR')).toMatchObject({
      verdict: 'allow',
    })
    expect((await cli(['release', 'check', '--to', 'class:aunt', '--channel', 'phone'])).code).toBe(2)
  })

  test('judges a class of information, and what would be if a fact held', async () => {
    const about = ['--to', 'class:community', '--class', 'private-user', '--channel', 'phone', '--tlp', 'CLEAR']
    const stopped = await check(...about)
    expect(stopped).toMatchObject({ verdict: 'stop' })
    expect(stopped['reasons']?.[0]).toMatchObject({ code: 'gate.permission', clause: '4.2 L213', final: false })
    expect(await check(...about, '--permission')).toMatchObject({ verdict: 'allow' })
    expect(await check(...about, '--disguised')).toMatchObject({ verdict: 'allow' })
    const csirt = ['--to', 'class:csirt', '--class', 'private-site', '--channel', 'phone']
    expect(await check(...csirt)).toMatchObject({ verdict: 'stop' })
    expect(await check(...csirt, '--verified')).toMatchObject({ verdict: 'condition' })
  })
})

describe('bad input has a sentence, a code and exit 1', () => {
  const open = (name: string) => problemOf('message', 'open', name)

  test('a file that is no message', async () => {
    // A first byte that begins no OpenPGP packet: other noise may pass for a damaged one.
    fileIn(dir, 'noise.bin', crypto.getRandomValues(new Uint8Array(50_000)).fill(0, 0, 1))
    expect(await open('noise.bin')).toEqual({ exit: 1, code: 'message-not-recognised' })
  })

  test('an empty file, a folder, no file at all', async () => {
    fileIn(dir, 'empty.eml', '')
    expect(await open('empty.eml')).toEqual({ exit: 1, code: 'file-empty' })
    expect(await open('.')).toEqual({ exit: 1, code: 'file-missing' })
    expect(await open('gone.eml')).toEqual({ exit: 1, code: 'file-missing' })
  })

  test('100 MB of nothing, and more than the limit', async () => {
    fileIn(dir, 'big.bin', '')
    truncateSync(join(dir, 'big.bin'), 100 * 1_048_576)
    expect(await open('big.bin')).toEqual({ exit: 1, code: 'message-not-recognised' })
    truncateSync(join(dir, 'big.bin'), 101 * 1_048_576)
    expect(await open('big.bin')).toEqual({ exit: 1, code: 'file-too-large' })
  })

  test('a message for a key that is not here; nothing of it is kept', async () => {
    fileIn(dir, 'foreign.eml', mail('ann@example.org', pgpMime(await encrypted('x', [ann], ann))))
    expect(await open('foreign.eml')).toEqual({ exit: 1, code: 'message-no-key' })
    expect(await problemOf('case', 'new', '--from', 'foreign.eml')).toEqual({ exit: 1, code: 'message-no-key' })
  })

  test('a bad signature: shown, and refused', async () => {
    fileIn(dir, 'bad.asc', (await clearSigned('The address is 192.0.2.1.', ann)).replace('192.0.2.1', '192.0.2.2'))
    const { code, json } = await cli(['message', 'open', 'bad.asc', '--json'])
    expect(code).toBe(1)
    expect(json).toMatchObject({ protection: { signature: 'bad', signer: null }, problem: { code: 'signature-bad' } })
  })

  test('a message that was tampered with', async () => {
    const bytes = readFileSync(join(dir, 'f.pgp'))
    bytes[bytes.length - 30] = (bytes[bytes.length - 30] ?? 0) ^ 1
    fileIn(dir, 'tampered.pgp', bytes)
    expect(await open('tampered.pgp')).toEqual({ exit: 1, code: 'message-tampered' })
  })

  test('a folder that is no vault', async () => {
    expect(await problemOf('--vault', '.', 'queue')).toEqual({ exit: 1, code: 'vault-not-found' })
  })
})

describe('a key of our own', () => {
  test('is revoked, and nothing is encrypted to it any more; others are not ours to revoke', async () => {
    expect((await cli(['key', 'revoke', ours, '--reason', 'superseded', '--json'])).json).toMatchObject({
      fingerprint: ours,
      state: 'revoked',
    })
    expect((await cli(['key', 'list', '--json'])).json['keys']).toEqual(
      expect.arrayContaining([expect.objectContaining({ fingerprint: ours, state: 'revoked' })]),
    )
    expect(await problemOf('key', 'revoke', ann.fingerprint)).toEqual({ exit: 1, code: 'key-not-own' })
    expect((await cli(['message', 'open', 'out.eml', '--json'])).json['protection']).toMatchObject({
      signature: 'key-revoked',
    })
  })
})
