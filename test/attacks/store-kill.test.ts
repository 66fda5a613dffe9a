/** kill -9 in the middle of writing, twenty times: what was confirmed is there, and nothing is broken. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { firstBroken, emptyHead } from '../../electron/core/store/vault-log.ts'
import {
  caseId,
  expectOk,
  fixedPorts,
  journalled,
  newVault,
  notesOf,
  opening,
  passphrase,
  tempFolder,
  unlock,
} from '../core/vault-fixture.ts'

const child = fileURLToPath(new URL('appending-child.ts', import.meta.url))
const rounds = 20

test('no confirmed note is lost to a kill, and the vault opens whole each time', { timeout: 90_000 }, async () => {
  const dir = tempFolder()
  const { store } = await newVault(dir)
  journalled(store, fixedPorts(), [opening])
  store.close()
  const acked: string[] = []
  for (let round = 0; round < rounds; round++) {
    acked.push(...(await killedWhileWriting(dir, round)))
    await expectWhole(dir, acked, round + 1)
  }
  expect(acked.length).toBeGreaterThan(rounds * 5)
})

async function killedWhileWriting(dir: string, round: number): Promise<readonly string[]> {
  const writer = spawn(process.execPath, [child, dir, passphrase, caseId, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  writer.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  await once(writer.stdout, 'data')
  await sleep(Math.random() * 150)
  writer.kill('SIGKILL')
  await once(writer, 'close')
  // A line that the kill cut in half was not confirmed.
  return said.split('\n').slice(0, -1)
}

/** Each kill may leave one commit more than was confirmed: on disk, but its line never written. */
async function expectWhole(dir: string, acked: readonly string[], kills: number): Promise<void> {
  const { store } = expectOk(await unlock(dir))
  expect(store.findings).toEqual([])
  const notes = new Set(notesOf(store))
  expect(acked.filter((text) => !notes.has(text))).toEqual([])
  expect(notes.size).toBeLessThanOrEqual(acked.length + kills)
  expect(store.db.pragma('cipher_integrity_check')).toEqual([])
  expect(store.db.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(firstBroken(store.db, store.macKey, emptyHead)).toBeNull()
  store.close()
}
