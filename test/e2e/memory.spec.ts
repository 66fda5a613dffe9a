/** After a lock no living process of the desk holds a key, a passphrase or a word of a case: their memory is read and searched. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { databaseKey } from '../../electron/core/store/store.ts'
import { readKeyFile } from '../../electron/core/vault/key-slots.ts'
import { openWithPassphrase } from '../../electron/core/vault/key-wraps.ts'
import { deriveKey } from '../../electron/core/vault/seal.ts'
import { call, newVault, unlock } from './bridge-calls.ts'
import { launchDesk, type LaunchedDesk } from './launch-desk.ts'
import { familyOf, keyNeedles, scan, textNeedles, whyNoScan, type Needle, type Scan } from './scan-memory.ts'

const why = whyNoScan()
if (why !== null && process.env['SIGNET_REQUIRE_WATCH'] === '1') throw new Error(`memory cannot be read: ${why}`)
test.skip(why !== null, `skipped: ${why ?? ''}`)

/** All secrets that are text begin with it, so that one search finds each. */
const mark = 'm3mory-'
const passphrase = `${mark}passphrase-31f7 under the slow bridge`
const title = `${mark}title-8c02`
const note = `${mark}note-b6d1`
const draft = `${mark}draft-40aa`
const evidence = `${mark}evidence-e719`

async function secretsOf(desk: LaunchedDesk): Promise<readonly Needle[]> {
  const file = readKeyFile(join(desk.userData, 'vault'))
  if (!file.ok) throw new Error(file.problem.code)
  const key = await openWithPassphrase(file.value, passphrase)
  if (key === null) throw new Error('the vault does not open')
  return [
    ...textNeedles('text', mark),
    ...keyNeedles('vault key', key),
    ...keyNeedles('database key', databaseKey(key)),
    ...keyNeedles('log key', deriveKey(key, 'log-mac')),
  ]
}

const livingOf = (desk: LaunchedDesk, needles: readonly Needle[]): readonly Scan[] =>
  familyOf(desk.pids().main).flatMap((pid) => scan(pid, needles) ?? [])

const found = (scans: readonly Scan[]): readonly string[] =>
  scans.flatMap(({ name, pid, hits }) =>
    hits.map(
      ({ needle, mapping, times }) => `${name} ${pid}: ${needle}, ${times} times in ${mapping || 'anonymous memory'}`,
    ),
  )

test('two seconds after a lock nothing that lives on knows anything', async () => {
  test.setTimeout(180_000)
  const desk = await launchDesk()
  test.skip(
    desk.host === 'electron',
    'skipped: which of Electron’s processes are ours is not known here yet; their memory is not scanned',
  )
  try {
    await newVault(desk, passphrase)
    const page = desk.page()
    const { state, heads } = await call(page, 'case.create', { title })
    await call(page, 'case.change', { number: state.number, heads: [...heads], command: { do: 'note', text: note } })
    await call(page, 'note.keep', { number: state.number, text: draft })
    await page.evaluate(
      ([number, text]) =>
        signet.call('case.evidence', {
          number,
          file: { name: 'e.txt', bytes: new TextEncoder().encode(text.repeat(5_000)) },
        }),
      [state.number, evidence] as const,
    )
    await page.getByRole('button', { name: /./ }).first().waitFor()
    const needles = await secretsOf(desk)
    // The search finds what is there: while it is open, the vault process holds all of it.
    const open = found(livingOf(desk, needles)).join('\n')
    for (const secret of ['text (8 bit)', 'text (16 bit)', 'database key (bytes)']) expect(open).toContain(secret)

    const next = desk.nextPage()
    await call(page, 'desk.lock', {}).catch(() => undefined)
    const locked = Date.now()
    await next
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, 2_000 - (Date.now() - locked))))
    const scans = livingOf(desk, needles)
    console.log(
      scans
        .map(
          ({ name, pid, read, unread }) =>
            `${name} ${pid}: ${(read / 1_048_576).toFixed(0)} MB read, ${unread.length} places unreadable`,
        )
        .join('\n'),
    )
    expect(scans.map(({ pid }) => pid)).toContain(desk.pids().main)
    expect(found(scans)).toEqual([])
    expect(scans.flatMap(({ unread }) => unread)).toEqual([])
    // What a vault process held for a moment only, the passphrase, is gone as well after an unlock and a second lock.
    await unlock(desk, passphrase)
    const again = desk.nextPage()
    await call(desk.page(), 'desk.lock', {}).catch(() => undefined)
    await again
    await new Promise((resolve) => setTimeout(resolve, 2_000))
    expect(found(livingOf(desk, needles))).toEqual([])
    expect(readFileSync(join(desk.userData, 'vault', 'vault.json'), 'utf8')).not.toContain(passphrase.slice(0, 22))
  } finally {
    await desk.close()
  }
})

declare const signet: { readonly call: (name: string, input: unknown) => Promise<unknown> }
