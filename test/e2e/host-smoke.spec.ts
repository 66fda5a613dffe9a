/** The shell, the preload and the host by themselves, with a small page and a vault process that only echoes. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test, type Page } from '@playwright/test'
import { launchDesk, type LaunchedDesk } from './launch-desk.ts'

const canary = 'canary-case-text-3f9a'
const build = fileURLToPath(new URL('../../electron/build.ts', import.meta.url))

interface Bridge {
  readonly call: (
    name: string,
    input: unknown,
  ) => Promise<{ ok: boolean; value: Record<string, unknown>; problem: { code: string } }>
  readonly on: (feed: string, listener: (payload: unknown) => void) => () => void
  readonly host: string
}
declare const signet: Bridge
interface HtmlPolicy {
  readonly createHTML: (html: string) => unknown
}
declare const trustedTypes: {
  readonly createPolicy: (name: string, rules: { createHTML: (html: string) => string }) => HtmlPolicy
}

const call = (page: Page, name: string, input: object = {}) =>
  page.evaluate(([name, input]) => signet.call(name, input), [name, input] as const)

const alive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

let desk: LaunchedDesk

test.beforeAll(() => {
  execFileSync(process.execPath, [build, '--smoke'], { stdio: 'inherit' })
})
test.beforeEach(async () => {
  desk = await launchDesk({ dist: 'dist/smoke' })
})
test.afterEach(async () => {
  await desk.close()
})

async function open(): Promise<void> {
  await call(desk.page(), 'desk.choose', { place: 'default' })
  await call(desk.page(), 'vault.unlock', { passphrase: canary })
  await expect.poll(async () => (await call(desk.page(), 'desk.state')).value['phase']).toBe('open')
}

test('the page loads under its policy, with no violation and only the bridge', async () => {
  await expect(desk.page().locator('#state')).toHaveText('desk none')
  expect(await desk.violations()).toEqual([])
  expect(await desk.page().evaluate(() => Object.keys(signet).sort())).toEqual(['call', 'host', 'on'])
  expect(
    await desk
      .page()
      .evaluate(() => [typeof Reflect.get(globalThis, 'require'), typeof Reflect.get(globalThis, 'process')]),
  ).toEqual(['undefined', 'undefined'])
})

test('the policy stops an inline script, and nothing outside is reached', async () => {
  const outcome = await desk.page().evaluate(async () => {
    const script = document.createElement('script')
    try {
      script.textContent = 'globalThis.ran = true'
      document.head.append(script)
    } catch {
      // Trusted types refuse the text already.
    }
    const image = new Image()
    const loaded = new Promise((resolve) => {
      image.addEventListener('load', () => resolve('loaded'))
      image.addEventListener('error', () => resolve('stopped'))
    })
    image.src = 'https://example.org/x.png'
    return [typeof Reflect.get(globalThis, 'ran'), await loaded, window.open('https://example.org/') === null]
  })
  expect(outcome).toEqual(['undefined', 'stopped', true])
})

test('the frame of a mail fetches nothing, runs nothing and has no bridge', async () => {
  const outcome = await desk.page().evaluate(async () => {
    const forbidden = (() => {
      try {
        return typeof trustedTypes.createPolicy('default', { createHTML: (html) => html })
      } catch {
        return 'refused'
      }
    })()
    const policy = trustedTypes.createPolicy('signet-mail', { createHTML: (html) => html })
    const frame = document.createElement('iframe')
    frame.setAttribute('sandbox', '')
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve))
    const mail = '<p>Hello<img src="https://example.org/x.png"><script>parent.ran = true</script>'
    Reflect.set(frame, 'srcdoc', policy.createHTML(mail))
    document.body.append(frame)
    await loaded
    return [forbidden, typeof Reflect.get(globalThis, 'ran')]
  })
  expect(outcome).toEqual(['refused', 'undefined'])
  const mail = desk.page().frames()[1]
  expect(await mail?.locator('p').innerText()).toBe('Hello')
})

test('the preload is one small file that needs Electron alone', () => {
  const bundle = readFileSync(fileURLToPath(new URL('../../dist/smoke/shell/preload.cjs', import.meta.url)), 'utf8')
  expect([...bundle.matchAll(/require\(([^)]*)\)/g)].map(([, name]) => name)).toEqual(['"electron"'])
  expect(bundle).not.toMatch(/zod|eval|new Function/)
  expect(bundle.length).toBeLessThan(10_000)
})

test('the page cannot be led elsewhere, not even to itself', async () => {
  await desk.page().evaluate(() => {
    Reflect.set(globalThis, 'stays', true)
    location.href = 'https://example.org/'
  })
  await desk.page().evaluate(() => {
    location.href = '/index.html?again'
  })
  await desk.page().waitForTimeout(500)
  expect(await desk.page().evaluate(() => Reflect.get(globalThis, 'stays') as boolean)).toBe(true)
})

test('a core call carries bytes, dates and maps both ways, and main sees none of it', async () => {
  await open()
  const seen = await desk.page().evaluate(async (canary) => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index)
    const { value } = await signet.call('intake.open', {
      file: { name: canary, bytes },
      at: new Date(5),
      map: new Map([[1, 2n]]),
      none: undefined,
    })
    const echo = value['input'] as { file: { name: string; bytes: unknown }; at: unknown; map: unknown }
    return {
      name: echo.file.name,
      bytes: echo.file.bytes instanceof Uint8Array && echo.file.bytes.every((byte, index) => byte === index),
      at: echo.at instanceof Date && echo.at.getTime() === 5,
      map: echo.map instanceof Map && echo.map.get(1) === 2n,
      none: 'none' in echo,
    }
  }, canary)
  expect(seen).toEqual({ name: canary, bytes: true, at: true, map: true, none: true })
  const passed = desk.mainMessages()
  expect(passed?.length ?? 1).toBeGreaterThan(0)
  expect(passed?.join('\n') ?? '').not.toContain(canary)
})

test('a feed of the vault process reaches the page', async () => {
  await open()
  const heard = await desk.page().evaluate(
    () =>
      new Promise((resolve) => {
        signet.on('queue.changed', (payload) => resolve(payload))
        void signet.call('queue.window', {})
      }),
  )
  expect(heard).toBe(null)
})

test('unknown names and bad input are refused', async () => {
  expect((await call(desk.page(), 'desk.evil')).problem.code).toBe('bad-request')
  expect((await call(desk.page(), 'toString')).problem.code).toBe('bad-request')
  expect((await call(desk.page(), 'desk.pick', { mode: 'all', purpose: '' })).problem.code).toBe('bad-request')
})

test('locking ends the vault process and the browser, and shows a new window', async () => {
  await open()
  const before = desk.pids()
  const next = desk.nextPage()
  await call(desk.page(), 'desk.lock').catch(() => undefined)
  const page = await next
  const { value } = await call(page, 'desk.state')
  expect(value).toMatchObject({
    phase: 'locked',
    lockedBecause: 'asked',
    counts: { overdue: 1, dueSoon: 2, unread: 3 },
  })
  await expect.poll(() => [before.vault, before.browser].some((pid) => pid !== 0 && alive(pid))).toBe(false)
  await call(page, 'desk.connect')
  expect((await call(page, 'vault.status')).ok).toBe(true)
})

test('the machine going to sleep locks the desk, and a locked desk still rings', async () => {
  test.skip(desk.host === 'electron', 'skipped: notifications cannot be read from Electron')
  await open()
  const next = desk.nextPage()
  await desk.power('suspend')
  const { value } = await call(await next, 'desk.state')
  expect(value['lockedBecause']).toBe('suspend')
  await expect
    .poll(() => desk.notifications(), { timeout: 15_000 })
    .toEqual(['One deadline is due now. Open Signet to see which.'])
})

test('nobody there for five minutes locks the desk', async () => {
  test.skip(desk.host === 'electron', 'skipped: the idle time cannot be set on Electron')
  await open()
  const next = desk.nextPage()
  await desk.idle(300)
  const { value } = await call(await next, 'desk.state')
  expect(value['lockedBecause']).toBe('idle')
})

test('a vault process that dies locks the desk', async () => {
  await open()
  const next = desk.nextPage()
  await desk.killVault()
  const { value } = await call(await next, 'desk.state')
  expect(value['lockedBecause']).toBe('failed')
})

test('a file dialog gives a name and a token, never the path', async () => {
  await open()
  const folder = mkdtempSync(join(tmpdir(), 'signet-smoke-'))
  const path = join(folder, 'report.eml')
  writeFileSync(path, 'x')
  await desk.answerDialog([path])
  const { value } = await call(desk.page(), 'desk.pick', { mode: 'open', purpose: 'Open a report' })
  expect(JSON.stringify(value)).toContain('report.eml')
  expect(JSON.stringify(value)).not.toContain(folder)
  const { value: echo } = await call(desk.page(), 'vault.status')
  expect(echo['asked']).toContain('grant')
  rmSync(folder, { recursive: true })
})

test('what was copied is taken back on lock', async () => {
  test.skip(desk.host === 'electron', 'skipped: the clipboard of the machine is left alone')
  await open()
  await call(desk.page(), 'key.copy')
  await expect.poll(() => desk.clipboard()).toBe('released')
  const next = desk.nextPage()
  await call(desk.page(), 'desk.lock').catch(() => undefined)
  await next
  expect(desk.clipboard()).toBe('')
})

test('closing the window ends every process', async () => {
  await open()
  const pids = Object.values(desk.pids())
  await desk.close()
  await expect.poll(() => pids.some((pid) => pid !== 0 && alive(pid))).toBe(false)
})

test('a killed desk leaves no process behind', async () => {
  await open()
  const pids = Object.values(desk.pids())
  await desk.kill()
  await expect.poll(() => pids.some((pid) => pid !== 0 && alive(pid))).toBe(false)
  expect(existsSync(desk.userData)).toBe(false)
})
