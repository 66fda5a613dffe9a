/** message open on the command line: a signature in a file of its own, several signatures, and what to do next. */
import { beforeAll, describe, expect, test } from 'vitest'
import { cliIn, fileIn, newTrialVault, sharedFolder } from '../cli/cli-fixture.ts'
import { detached, encrypted, mail, person, pgpMime, textPart, type Person } from '../../material/pgp-people.ts'

const dir = sharedFolder()
const cli = cliIn(dir)
const report = 'Host 192.0.2.7 scans us.\n'
let ann: Person

beforeAll(async () => {
  ann = await person('Ann')
  fileIn(dir, 'ann.asc', ann.armoredPublic)
  fileIn(dir, 'report.txt', report)
  fileIn(dir, 'report.txt.asc', await detached(report, ann))
  await newTrialVault(dir)
}, 60_000)

describe('a detached signature', () => {
  test('by a key that is not here names that key as the next thing to get', async () => {
    const { code, json } = await cli(['message', 'open', 'report.txt', '--signature', 'report.txt.asc', '--json'])
    expect(code).toBe(0)
    expect(json).toMatchObject({ protection: { signature: 'unknown-key', signer: null }, next: ['import-key'] })
  })

  test('is checked over the bytes of the file, and says what it covers', async () => {
    await cli(['key', 'import', 'ann.asc'])
    const { json } = await cli(['message', 'open', 'report.txt', '--signature', 'report.txt.asc', '--json'])
    expect(json).toMatchObject({
      schema: 'signet.message/1',
      text: report,
      protection: { signature: 'good', signatures: [{ state: 'good', fingerprint: ann.fingerprint, covers: true }] },
      next: ['verify-key'],
    })
  })

  test('over another text is shown as bad, and ends with 1', async () => {
    fileIn(dir, 'other.txt', `${report}x`)
    const { code, json } = await cli(['message', 'open', 'other.txt', '--signature', 'report.txt.asc', '--json'])
    expect(code).toBe(1)
    expect(json).toMatchObject({
      protection: { signature: 'bad' },
      next: ['ask-sender'],
      problem: { code: 'signature-bad' },
    })
  })

  test('is one for one file, and a file without any is refused', async () => {
    const two = ['message', 'open', 'report.txt', 'other.txt', '--signature', 'report.txt.asc']
    expect((await cli(two)).code).toBe(2)
    const { code, json } = await cli(['message', 'open', 'report.txt', '--signature', 'ann.asc', '--json'])
    expect(code).toBe(1)
    expect(json['problem']).toMatchObject({ code: 'signature-none-in-file' })
  })
})

test('a message that does not open says what to do next', async () => {
  fileIn(dir, 'foreign.eml', mail('ann@example.org', pgpMime(await encrypted(textPart('x'), [ann], null))))
  const { code, json } = await cli(['message', 'open', 'foreign.eml', '--json'])
  expect(code).toBe(1)
  expect(json).toMatchObject({ next: ['import-own-key', 'ask-sender'], problem: { code: 'message-no-key' } })
})
