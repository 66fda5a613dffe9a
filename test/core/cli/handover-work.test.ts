/** handover give and take on the command line, between two vaults. */
import { beforeAll, describe, expect, test } from 'vitest'
import { cliIn, fileIn, sharedFolder, textIn } from './cli-fixture.ts'

const dir = sharedFolder()
const cli = cliIn(dir)
const there = { env: { SIGNET_VAULT: 'theirs' } }
let mk = ''
let jv = ''
let number = ''

const created = async (at: string, code: string, name: string): Promise<string> => {
  const made = ['vault', 'create', at, '--analyst', code, '--name', name, '--tier', 'N2', '--trial', '--json']
  return (await cli(made)).json['deskKey'] ?? ''
}

const problemOf = async (argv: readonly string[], around = {}) => {
  const { code, json } = await cli([...argv, '--json'], around)
  return { exit: code, code: json['problem']?.['code'] }
}

beforeAll(async () => {
  mk = await created('vault', 'MK', 'Mara Kell')
  jv = await created('theirs', 'JV', 'Jon Vik')
  fileIn(dir, 'mk.asc', (await cli(['key', 'export', mk])).out)
  fileIn(dir, 'jv.asc', (await cli(['key', 'export', jv], there)).out)
  await cli(['key', 'import', 'jv.asc'])
  await cli(['key', 'import', 'mk.asc'], there)
  number = (await cli(['case', 'new', '--title', 'Phishing kit', '--json'])).json['number'] ?? ''
}, 180_000)

describe('a capsule on the command line', () => {
  test('goes to a verified desk key and is taken, with the number of entries for each case; a second time it adds none', async () => {
    const give = ['handover', 'give', '--to', jv, '--out', 'shift.signet']
    expect(await problemOf(give)).toEqual({ exit: 1, code: 'capsule-key-unverified' })
    await cli(['key', 'trust', jv, 'verified', '--how', 'in-person', '--note', 'met'])
    expect((await cli([...give, '--json'])).json).toMatchObject({ schema: 'signet.capsule/1', cases: 1, to: 'JV' })
    expect(textIn(dir, 'shift.signet')).toMatch(/^signet capsule 1\n/)
    expect(await problemOf(give)).toEqual({ exit: 1, code: 'file-exists' })

    const take = ['handover', 'take', 'shift.signet']
    expect(await problemOf(take, there)).toEqual({ exit: 1, code: 'capsule-stranger' })
    await cli(['key', 'trust', mk, 'verified', '--how', 'in-person', '--note', 'met'], there)
    const taken = (await cli([...take, '--json'], there)).json
    expect(taken).toMatchObject({ schema: 'signet.taken/1', cases: [{ number, conflicts: [] }] })
    expect(Number(taken['cases']?.[0]?.['added'])).toBeGreaterThan(0)
    expect((await cli([...take, '--json'], there)).json['cases']?.[0]?.['added']).toBe(0)
    expect((await cli(take, there)).out).toContain(`${number}  0 entries added`)
  }, 180_000)

  test('that comes back lists what both sides set differently, ours beside theirs', async () => {
    await cli(['case', 'set', number, 'tlp=RED'])
    await cli(['case', 'set', number, 'tlp=GREEN', '--reason', 'asked'], there)
    const back = ['handover', 'give', '--to', mk, '--case', number, '--no-evidence', '--out', 'back.signet', '--json']
    expect((await cli(back, there)).code).toBe(0)
    expect((await cli(['handover', 'take', 'back.signet', '--json'])).json['cases']).toMatchObject([
      { number, conflicts: [{ field: 'tlp', ours: 'RED', theirs: 'GREEN' }] },
    ])
  }, 180_000)

  test('is refused for a file that is none, and called wrong for a short key or without a file', async () => {
    fileIn(dir, 'none.txt', 'hello')
    expect(await problemOf(['handover', 'take', 'none.txt'])).toEqual({ exit: 1, code: 'capsule-none' })
    expect((await problemOf(['handover', 'give', '--to', jv.slice(-8), '--out', 'x.signet'])).exit).toBe(2)
    expect((await problemOf(['handover', 'give', '--to', jv])).exit).toBe(2)
    expect((await problemOf(['handover', 'take'])).exit).toBe(2)
  }, 180_000)
})
