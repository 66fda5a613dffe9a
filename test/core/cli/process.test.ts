/** What only the real process can show: exit codes, clean standard output, where paths start, the lock, Ctrl-C. */
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { unlockVault } from '../../../electron/core/vault/vault.ts'
import { fixedPorts } from '../vault-fixture.ts'
import { cliIn, fileIn, newTrialVault, sharedFolder, spawned } from './cli-fixture.ts'

const dir = sharedFolder()
const signet = (argv: readonly string[], more: Partial<Parameters<typeof spawned>[1]> = {}) =>
  spawned(argv, { cwd: dir, ...more })

beforeAll(async () => {
  await newTrialVault(dir)
})

describe('the process', () => {
  test('helps without a vault, and ends with 0', async () => {
    const { code, out, err } = await signet(['case', '--help'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('signet case note NUMBER - | @FILE | TEXT')
  })

  test('called wrong ends with 2 and says why on standard error alone', async () => {
    const { code, out, err } = await signet(['case', 'nope'])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('There is no command "case nope"')
  })

  test('what is to come ends with 2 and says so', async () => {
    const { code, json } = await signet(['queue', '--lang', 'es', '--json'])
    expect(code).toBe(2)
    expect(json['problem']?.['code']).toBe('not-in-this-version')
  })

  test('reads from a pipe and starts paths where the user stands, not where npm does', async () => {
    fileIn(dir, 'title.txt', 'From here')
    const made = await signet(['case', 'new', '--title', '@title.txt', '--json'])
    expect(made.json).toMatchObject({ title: 'From here', number: '2026-MK-0001' })
    const noted = await signet(['case', 'note', '2026-MK-0001', '-', '--json'], { stdin: 'piped\n' })
    expect(noted.json['journal']?.map(({ text }) => text)).toContain('piped')
  })

  test('writes one JSON document and nothing else, also when it refuses', async () => {
    const { code, json, err } = await signet(['case', 'show', '2026-XX-0009', '--json'])
    expect(code).toBe(1)
    expect(json).toEqual({
      problem: { code: 'case-not-found', params: { number: '2026-XX-0009' }, text: expect.any(String) as string },
    })
    expect(err.trim()).toBe(json['problem']?.['text'])
  })

  test('takes the passphrase from a descriptor, and has no terminal to ask at here', async () => {
    const { code } = await signet(['queue', '--passphrase-fd', '0'], {
      stdin: 'trial\n',
      env: { SIGNET_PASSPHRASE: 'wrong' },
    })
    expect(code).toBe(0)
  })

  test('finds a vault in use, and changes nothing', async () => {
    const open = await unlockVault({ dir: join(dir, 'vault'), trialOnly: false }, 'trial', fixedPorts())
    if (!open.ok) throw new Error(open.problem.code)
    const { code, json } = await signet(['case', 'note', '2026-MK-0001', 'x', '--json'])
    open.value.store.close()
    expect(code).toBe(1)
    expect(json['problem']).toMatchObject({ code: 'vault-in-use', params: { pid: process.pid } })
  })

  test('ended by Ctrl-C leaves a vault that checks', async () => {
    const cli = cliIn(dir)
    await cli(['vault', 'create', 'full', '--analyst', 'MK', '--name', 'M', '--tier', 'N2', '--trial'])
    const fill = ['--vault', 'full', 'fill', '--cases', '100000', '--entries', '1000000']
    const log = join(dir, 'full', 'vault.db-wal')
    const isWriting = () => (statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 1_000_000
    const { code } = await signet(fill, { interruptWhen: isWriting })
    expect(code).toBe(130)
    expect(existsSync(join(dir, 'full', 'lock'))).toBe(false)
    expect((await cli(['--vault', 'full', 'vault', 'check'])).code).toBe(0)
  })
})
