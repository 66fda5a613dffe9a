/** The key doctor on the command line: state, findings and every repair, without a vault. */
import { expect, it } from 'vitest'
import { putTogether } from '../../material/damage.ts'
import { sampleKey } from '../../material/damaged-keys.ts'
import { cliIn, fileIn, sharedFolder } from '../cli/cli-fixture.ts'

const dir = sharedFolder()
const cli = cliIn(dir)
const bare = { env: { SIGNET_VAULT: '' } }
const { armour, fingerprint } = await sampleKey('gnupg')
const at = 130
const was = armour.body[at - 1] === 'Q' ? 'R' : 'Q'
const damaged = putTogether({ ...armour, body: armour.body.slice(0, at - 1) + was + armour.body.slice(at) })

it('a fingerprint that is given lets a damaged key be repaired', { timeout: 60_000 }, async () => {
  fileIn(dir, 'key.asc', damaged)
  const { json, code } = await cli(['key', 'inspect', 'key.asc', '--fingerprint', fingerprint, '--json'], bare)
  expect(code).toBe(0)
  expect(json).toMatchObject({
    schema: 'signet.keys/1',
    keys: [
      {
        fingerprint,
        state: 'repaired',
        findings: [{ code: 'key-repaired', params: { count: 1 } }],
        repairs: [{ at, was, is: armour.body[at - 1] }],
      },
    ],
  })
})

it(
  'a fingerprint that the document prints does so too, and a person reads it in words',
  { timeout: 60_000 },
  async () => {
    fileIn(dir, 'team.txt', `2.8 Public keys\n\nFingerprint: ${fingerprint.replaceAll(/(.{4})/g, '$1 ')}\n\n${damaged}`)
    const { out } = await cli(['key', 'inspect', 'team.txt'], bare)
    expect(out).toContain('Repaired and proved')
    expect(out).toContain(`character ${at}: ${was} should be ${armour.body[at - 1] ?? ''}`)
  },
)

it('without one nothing is repaired', { timeout: 60_000 }, async () => {
  fileIn(dir, 'alone.asc', damaged)
  const { json, out } = await cli(['key', 'inspect', 'alone.asc', '--json'], bare)
  expect(json['keys']).toMatchObject([{ canEncrypt: false, repairs: [] }])
  expect(out).toContain('"repair-unannounced"')
})

it('nor by a fingerprint whose printed key id is another', { timeout: 60_000 }, async () => {
  fileIn(dir, 'doubt.txt', `2.8 Public keys\n\nKey ID: 0x1122334455667788\nFingerprint: ${fingerprint}\n\n${damaged}`)
  const { json } = await cli(['key', 'inspect', 'doubt.txt', '--json'], bare)
  expect(json['keys']).toMatchObject([{ canEncrypt: false, repairs: [] }])
})
