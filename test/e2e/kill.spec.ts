/** A note that the screen called saved is there after a kill of the vault process, and of the whole application. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { call, newVault, unlock } from './bridge-calls.ts'
import { launchDesk, type LaunchedDesk } from './launch-desk.ts'

const passphrase = 'six slow barges under the bridge'
/** Each costs seven seconds; test/attacks/store-kill.test.ts kills the store twenty times more. */
const killsEach = Number(process.env['SIGNET_KILLS'] ?? 5)

declare const signet: {
  readonly call: (name: string, input: unknown) => Promise<{ ok: boolean; value: { heads: string[] } }>
}
declare const saved: (note: string) => Promise<void>

let userData: string
let desk: LaunchedDesk

test.beforeEach(() => {
  userData = mkdtempSync(join(tmpdir(), 'signet-kill-'))
})
test.afterEach(async () => {
  await desk.kill().catch(() => undefined)
  rmSync(userData, { recursive: true, force: true, maxRetries: 5 })
})

/** Writes notes one after the other until the process is gone; each is counted only when its reply has come. */
async function keepWriting(number: string, round: number, acknowledged: Set<string>): Promise<void> {
  const page = desk.page()
  await page.exposeFunction('saved', (note: string) => acknowledged.add(note)).catch(() => undefined)
  const { heads } = await call(page, 'case.show', { number })
  void page
    .evaluate(
      async ([number, heads, round]) => {
        let on: readonly string[] = heads
        for (let n = 0; ; n++) {
          const text = `note ${round}/${n}`
          const reply = await signet.call('case.change', { number, heads: on, command: { do: 'note', text } })
          if (!reply.ok) return
          on = reply.value.heads
          await saved(text)
        }
      },
      [number, [...heads], round] as const,
    )
    .catch(() => undefined)
}

/** Not the same moment each time, and never before something was saved. */
const aWhile = async (round: number, acknowledged: Set<string>): Promise<void> => {
  const before = acknowledged.size
  await expect.poll(() => acknowledged.size, { timeout: 20_000, intervals: [10] }).toBeGreaterThan(before)
  await new Promise((resolve) => setTimeout(resolve, (round * 37) % 150))
}

async function notesThere(number: string): Promise<ReadonlySet<string>> {
  const { journal } = await call(desk.page(), 'case.show', { number })
  return new Set(journal.flatMap(({ said }) => (said.code === 'act.note.added' ? [String(said.params['text'])] : [])))
}

async function expectAll(number: string, acknowledged: ReadonlySet<string>): Promise<void> {
  const there = await notesThere(number)
  expect([...acknowledged].filter((note) => !there.has(note))).toEqual([])
  expect((await call(desk.page(), 'me.show', {})).findings).toEqual([])
}

test(`${killsEach} kills of the vault process and ${killsEach} of the application lose no saved note`, async () => {
  test.setTimeout(300_000)
  desk = await launchDesk({ userData })
  await newVault(desk, passphrase)
  const { state } = await call(desk.page(), 'case.create', { title: 'Killed while writing' })
  const acknowledged = new Set<string>()
  for (let round = 0; round < killsEach; round++) {
    await keepWriting(state.number, round, acknowledged)
    await aWhile(round, acknowledged)
    const next = desk.nextPage()
    await desk.killVault()
    await next
    await unlock(desk, passphrase)
    await expectAll(state.number, acknowledged)
  }
  for (let round = killsEach; round < 2 * killsEach; round++) {
    await keepWriting(state.number, round, acknowledged)
    await aWhile(round, acknowledged)
    await desk.kill()
    desk = await launchDesk({ userData })
    await unlock(desk, passphrase)
    await expectAll(state.number, acknowledged)
  }
  console.log(`${acknowledged.size} notes were called saved over ${2 * killsEach} kills; all are there.`)
  expect((await call(desk.page(), 'vault.check', {})).ok).toBe(true)
})
