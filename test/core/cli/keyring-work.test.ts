/** Keys of our own and of others on the command line. */
import { beforeAll, describe, expect, test } from 'vitest'
import { person, type Person } from '../../material/pgp-people.ts'
import { cliIn, fileIn, sharedFolder, textIn } from './cli-fixture.ts'

const dir = sharedFolder()
const cli = cliIn(dir)
const now = ['--now', '2026-11-22T08:00:00Z'] as const
let ours = ''
let ann: Person

const problemOf = async (argv: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  const { code, json } = await cli([...argv, '--json'], { env })
  return { exit: code, code: json['problem']?.['code'] }
}

beforeAll(async () => {
  await cli(['vault', 'create', 'vault', '--analyst', 'MK', '--name', 'Mika', '--tier', 'N2', '--trial'])
  ann = await person('Ann')
  fileIn(dir, 'ann.asc', ann.armoredPublic)
  fileIn(dir, 'ann-secret.asc', ann.armoredSecret)
  const made = ['key', 'generate', '--name', 'Our CERT', '--email', 'team@our.example', '--json']
  ours = (await cli([...made, ...now], { env: { SIGNET_KEY_PASSPHRASE: 'of the key' } })).json['fingerprint'] ?? ''
})

describe('a key of our own', () => {
  test('is extended from today, or for good', async () => {
    const { json } = await cli(['key', 'extend', ours, '--days', '10', '--json', ...now])
    expect(json).toMatchObject({ schema: 'signet.key/1', fingerprint: ours, expires: '2026-12-02T08:00:00.000Z' })
    expect((await cli(['key', 'extend', ours, '--days', 'none', '--json', ...now])).json['expires']).toBeNull()
    expect((await cli(['key', 'extend', ours])).code).toBe(2)
    expect((await cli(['key', 'extend', ours, '--days', '0'])).code).toBe(2)
  })

  test('gets another passphrase, kept or not, and is then asked for it', async () => {
    const env = { SIGNET_NEW_KEY_PASSPHRASE: 'the second' }
    expect((await cli(['key', 'passphrase', ours, '--forget', '--json'], { env })).json['passphrase']).toBe('session')
    expect(await problemOf(['key', 'extend', ours, '--days', '5'], { SIGNET_KEY_PASSPHRASE: 'wrong' })).toEqual({
      exit: 1,
      code: 'key-passphrase-wrong',
    })
    const second = { SIGNET_KEY_PASSPHRASE: 'the second' }
    expect((await cli(['key', 'extend', ours, '--days', '500', ...now], { env: second })).code).toBe(0)
    const last = { ...second, SIGNET_NEW_KEY_PASSPHRASE: 'the third' }
    expect((await cli(['key', 'passphrase', ours, '--json'], { env: last })).json['passphrase']).toBe('kept')
  })

  test('opens and seals messages with the passphrase given beside the command, and only with it', async () => {
    const second = { SIGNET_KEY_PASSPHRASE: 'the third', SIGNET_NEW_KEY_PASSPHRASE: 'the fourth' }
    expect((await cli(['key', 'passphrase', ours, '--forget'], { env: second })).code).toBe(0)
    const bea = await person('Bea')
    fileIn(dir, 'bea.asc', bea.armoredPublic)
    await cli(['key', 'import', 'bea.asc'])
    await cli(['key', 'trust', bea.fingerprint, 'verified', '--how', 'in-person', '--note', 'met'])
    fileIn(dir, 'words.txt', 'To Bea\n')
    const seal = ['message', 'seal', '--to', bea.fingerprint, '--in', 'words.txt', '--out', 'out.asc', '--tlp', 'GREEN']
    expect(await problemOf(seal, { SIGNET_KEY_PASSPHRASE: 'wrong' })).toEqual({ exit: 1, code: 'key-locked' })
    const env = { SIGNET_KEY_PASSPHRASE: 'the fourth' }
    expect((await cli([...seal, '--json'], { env })).code).toBe(0)
    expect(await problemOf(['message', 'open', 'out.asc'])).toEqual({ exit: 1, code: 'message-key-locked' })
    expect((await cli(['message', 'open', 'out.asc', '--json'], { env })).json['text']).toContain('To Bea')
    const again = { ...env, SIGNET_KEY_PASSPHRASE: 'the fourth', SIGNET_NEW_KEY_PASSPHRASE: 'the third' }
    expect((await cli(['key', 'passphrase', ours], { env: again })).code).toBe(0)
  })

  test('is backed up as a file and on paper, locked by the passphrase given', async () => {
    const env = { SIGNET_KEY_PASSPHRASE: 'for the drawer' }
    expect((await cli(['key', 'backup', ours, '--out', 'b.asc', '--json'], { env })).json).toMatchObject({
      schema: 'signet.key-backup/1',
      form: 'file',
      file: 'b.asc',
    })
    expect(textIn(dir, 'b.asc')).toMatch(/^-----BEGIN PGP PRIVATE KEY BLOCK-----/)
    expect((await cli(['key', 'backup', ours, '--out', 'b.html', '--paper'], { env })).code).toBe(0)
    expect(textIn(dir, 'b.html')).toMatch(/^<!doctype html>/i)
    expect(
      (await cli(['key', 'backup', ours, '--out', 'c.asc'], { env: { SIGNET_KEY_PASSPHRASE: 'short' } })).code,
    ).toBe(2)
  })
})

describe('an import', () => {
  test('prints the keys that are here now and what became of each', async () => {
    const { json } = await cli(['key', 'import', 'ann.asc', '--json'])
    expect(json).toMatchObject({
      schema: 'signet.keyring/1',
      keys: [{ fingerprint: ann.fingerprint, trust: 'undecided' }],
      taken: [{ fingerprint: ann.fingerprint, outcome: 'added', said: [] }],
      reread: [],
    })
    expect((await cli(['key', 'import', 'ann.asc'])).out).toContain(ann.fingerprint)
  })

  test('of a locked key of our own asks for its passphrase where somebody can type it', async () => {
    const env = { SIGNET_KEY_PASSPHRASE: 'for the drawer' }
    await cli(['vault', 'create', 'other', '--analyst', 'JV', '--name', 'Jo', '--tier', 'N2', '--trial'], { env })
    const elsewhere = ['--vault', 'other', '--json']
    const taken = await cli(['key', 'import', 'b.asc', '--role', 'team', ...elsewhere], {
      typed: ['trial', 'for the drawer'],
    })
    expect(taken.json['taken']).toMatchObject([{ fingerprint: ours, said: [{ code: 'key-locked-kept' }] }])
    expect((await cli(['key', 'list', ...elsewhere])).json['keys']).toEqual(
      expect.arrayContaining([expect.objectContaining({ fingerprint: ours, badges: [] })]),
    )
    expect(
      await problemOf(['key', 'import', 'b.asc', '--role', 'team', '--vault', 'other'], {
        SIGNET_KEY_PASSPHRASE: 'wrong',
      }),
    ).toEqual({
      exit: 1,
      code: 'key-passphrase-wrong',
    })
  })
})

test('whose a key is can be said and taken back', async () => {
  fileIn(
    dir,
    'team.txt',
    '2.1 Name of the Team\n\nLarkspur CERT\n\n2.7 Electronic Mail Address\n\n<report@larkspur.example>\n',
  )
  const { json: team } = await cli(['card', 'import', 'team.txt', '--json'])
  const { json } = await cli(['key', 'card', ann.fingerprint, 'report@larkspur.example', '--json'])
  expect(json['card']?.['id']).toBe(team['id'])
  expect((await cli(['key', 'card', ann.fingerprint, 'none', '--json'])).json['card']).toBeNull()
})

test('a lost passphrase does not keep a key from being revoked', async () => {
  await cli(['key', 'passphrase', ours, '--forget'], { env: { SIGNET_NEW_KEY_PASSPHRASE: 'soon lost' } })
  expect((await cli(['key', 'revoke', ours, '--json'])).json).toMatchObject({ fingerprint: ours, state: 'revoked' })
})
