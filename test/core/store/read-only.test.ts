/** A vault that is only read: everything can be looked at, every change is refused in words, and no byte of its folder changes. */
import { createHash } from 'node:crypto'
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CallName, Input } from '../../../shared/ipc/contract.ts'
import { databasePath } from '../../../electron/core/store/store.ts'
import { deskOn, readyDesk, type TestDesk } from '../desk-fixture.ts'
import { passphrase, tempFolder } from '../vault-fixture.ts'

const patient = { timeout: 180_000 }
const file = { name: 'log.txt', bytes: Buffer.from('198.51.100.7 asked for it') }

async function closedVault(): Promise<{ readonly dir: string; readonly number: string }> {
  const desk = await readyDesk()
  const { state } = await desk.call('case.create', { title: 'Phishing page' })
  await desk.call('case.evidence', { number: state.number, file, source: 'the gate' })
  desk.core.close()
  return { dir: desk.dir, number: state.number }
}

/** Every file with the hash of what is in it. */
const folderOf = (dir: string): readonly string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => `${path} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`)
    .toSorted()

async function toRead(dir: string): Promise<TestDesk> {
  const desk = deskOn(dir)
  await desk.call('vault.unlock', { passphrase, readOnly: true })
  return desk
}

test(
  'shows everything, refuses every change in words, and leaves its folder byte for byte as it was',
  patient,
  async () => {
    const { dir, number } = await closedVault()
    const before = folderOf(dir)
    const desk = await toRead(dir)
    expect((await desk.call('me.show', {})).readOnly).toEqual({ copyOf: null })
    const { heads, state } = await desk.call('case.show', { number })
    expect(state.title).toBe('Phishing page')
    expect((await desk.call('queue.window', { order: 'policy', filter: '', from: 0, count: 10 })).total).toBe(1)
    expect((await desk.call('case.list', { search: 'phishing', from: 0, count: 10 })).total).toBe(1)
    expect((await desk.call('vault.check', {})).findings).toEqual([])

    const refusing = async <N extends CallName>(name: N, input: Input<N>): Promise<readonly unknown[]> => [
      name,
      await desk.refused(name, input),
    ]
    const heard = [
      await refusing('case.create', { title: 'another' }),
      await refusing('case.change', { number, heads: [...heads], command: { do: 'note', text: 'more' } }),
      await refusing('case.evidence', { number, file, source: 'the gate' }),
      await refusing('draft.new', { case: number, to: [], inReplyTo: null }),
      await refusing('intake.open', { file }),
      await refusing('key.generate', { name: 'Other', email: 'other@harrow.example', role: 'team' }),
      await refusing('me.steps', { analysis: true }),
      await refusing('vault.passphrase', { current: passphrase, next: 'an otter on the third bridge' }),
      await refusing('vault.recovery', { passphrase }),
      await refusing('vault.rotate', { passphrase }),
    ]
    expect(heard.map(([, code]) => code)).toEqual(heard.map(() => 'vault-read-only'))
    desk.core.close()
    expect(folderOf(dir)).toEqual(before)
  },
)

test('opens beside nobody: neither while a desk has it open, nor the other way round', patient, async () => {
  const { dir } = await closedVault()
  const writing = deskOn(dir)
  await writing.call('vault.unlock', { passphrase })
  expect(await deskOn(dir).refused('vault.unlock', { passphrase, readOnly: true })).toBe('vault-in-use')
  writing.core.close()
})

test('damaged, it is read as far as it goes, and not a byte of its folder changes either', patient, async () => {
  const { dir, number } = await closedVault()
  const copy = join(tempFolder(), 'vault')
  cpSync(dir, copy, { recursive: true })
  const bytes = readFileSync(databasePath(copy))
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 2000) ^ 1, bytes.length - 2000)
  writeFileSync(databasePath(copy), bytes)
  const before = folderOf(copy)
  const reading = await toRead(copy)
  expect((await reading.call('vault.check', {})).findings.map(({ code }) => code)).toContain('damage-page')
  expect((await reading.call('case.show', { number })).state.number).toBe(number)
  reading.core.close()
  expect(folderOf(copy)).toEqual(before)
})
