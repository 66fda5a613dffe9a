/** What locking means for the shell: which processes end, in which order, and what a locked desk still knows. */
import { expect, it } from 'vitest'
import { Desk, type DeskParts } from '../../electron/shell/desk.ts'
import type { VaultEvents } from '../../electron/shell/vault-link.ts'
import type { ToVault } from '../../shared/ipc/control.ts'

const counts = { overdue: 2, dueSoon: 1, unread: 0 }
const opened = { kind: 'opened', trial: true, name: 'x', dues: ['2026-11-22T20:00:00Z'], counts } as const

/** A desk whose windows and vault processes only write down what is done to them. */
function fakeDesk(
  host: 'electron' | 'chromium' = 'electron',
  pick: DeskParts<string>['pick'] = () => Promise.resolve([]),
) {
  const log: string[] = []
  const sent: ToVault[] = []
  let vault: VaultEvents | undefined
  let windows = 0
  let remembered = {
    theme: 'system',
    language: 'en',
    showCountsWhenLocked: true,
    idleMinutes: 5,
    contentProtection: false,
    vault: null,
    window: { width: 800, height: 600, maximized: false },
  } as ReturnType<DeskParts<string>['preferences']['read']>
  const desk = new Desk<string>({
    host,
    defaultPlace: '/vaults/desk',
    preferences: { read: () => remembered, change: (changes) => void (remembered = { ...remembered, ...changes }) },
    bell: { set: (dues) => void log.push(`bell ${dues.join()}`), tick: () => undefined },
    clipboard: { write: async () => undefined, wipe: async () => void log.push('wipe') },
    now: () => new Date('2026-11-22T19:00:00Z'),
    openWindow: () => {
      windows += 1
      const name = `window ${windows}`
      log.push(`open ${name}`)
      return name
    },
    destroyWindow: (name) => void log.push(`destroy ${name}`),
    tell: (name) => void log.push(`tell ${name}`),
    quit: () => void log.push('quit'),
    startVault: (events) => {
      vault = events
      log.push('start vault')
      return { send: (message) => void sent.push(message), end: async () => void log.push('end vault') }
    },
    introduce: () => void log.push('introduce'),
    device: () => ({ problem: null, data: 'c2VjcmV0' }),
    pick,
  })
  const state = async () => {
    const reply = await desk.handlers['desk.state']({})
    if (!reply.ok) throw new Error(reply.problem.code)
    return reply.value
  }
  return { desk, log, sent, state, vault: () => vault, remembered: () => remembered }
}

async function openDesk(...parts: Parameters<typeof fakeDesk>) {
  const fake = fakeDesk(...parts)
  await fake.desk.handlers['desk.choose']({ place: 'default' })
  fake.vault()?.said(opened)
  return fake
}

it('begins with no vault, and asks for nothing before one is chosen', async () => {
  const { desk, state, log } = fakeDesk()
  await desk.handlers['desk.connect']({})
  expect(await state()).toMatchObject({ phase: 'none', vault: null, lockedAt: null, trialOnly: false })
  expect(log).toEqual(['open window 1'])
})

it('is locked once a vault is chosen and open only when the vault process says so', async () => {
  const { desk, state, sent, vault, remembered } = fakeDesk()
  await desk.handlers['desk.choose']({ place: 'default' })
  expect(await state()).toMatchObject({ phase: 'locked', lockedBecause: 'start' })
  expect(sent).toEqual([{ kind: 'vault', dir: '/vaults/desk', trialOnly: false }])
  expect(remembered().vault).toBe(null)
  vault()?.said(opened)
  expect(await state()).toMatchObject({ phase: 'open', vault: { name: 'desk', trial: true } })
  expect(remembered().vault).toEqual({ dir: '/vaults/desk', trial: true })
})

it('opens the new window before it destroys the old one, ends the vault process and wipes the clipboard', async () => {
  const { desk, log, state } = await openDesk()
  log.length = 0
  desk.lock('idle')
  expect(log).toEqual(['end vault', 'open window 2', 'destroy window 1', 'wipe'])
  expect(await state()).toMatchObject({
    phase: 'locked',
    lockedBecause: 'idle',
    lockedAt: '2026-11-22T19:00:00.000Z',
    counts,
  })
})

it('starts a new vault process for the page that comes after a lock', async () => {
  const { desk, log } = await openDesk()
  desk.lock('asked')
  log.length = 0
  await desk.handlers['desk.connect']({})
  expect(log).toEqual(['start vault', 'introduce'])
})

it('does nothing when it is told to lock and nothing is open', () => {
  const { desk, log } = fakeDesk()
  desk.lock('suspend')
  expect(log).toEqual(['open window 1'])
})

it('locks when the vault process of an open desk ends by itself', async () => {
  const { vault, state } = await openDesk()
  vault()?.gone()
  expect(await state()).toMatchObject({ phase: 'locked', lockedBecause: 'failed' })
})

it('keeps the window when the vault process of a locked desk fails, so that it does not open windows for ever', async () => {
  const { desk, vault, log } = fakeDesk()
  await desk.handlers['desk.choose']({ place: 'default' })
  vault()?.said({ kind: 'failed', code: 'vault-damaged' })
  expect(log.filter((line) => line.startsWith('open'))).toEqual(['open window 1'])
  expect(log).toContain('tell window 1')
})

it('does not keep a vault open on the host that is no trial vault', async () => {
  const { desk, vault, state, remembered } = fakeDesk('chromium')
  await desk.handlers['desk.choose']({ place: 'default' })
  vault()?.said({ ...opened, trial: false })
  expect(await state()).toMatchObject({ phase: 'locked', lockedBecause: 'failed', trialOnly: true })
  expect(remembered().vault).toBe(null)
})

const picked = { grant: 'g1', name: 'a.eml', path: '/home/x/a.eml' }

it('gives the page a token and a name, and the path to the vault process alone', async () => {
  const { desk, sent, vault } = await openDesk('electron', async () => [picked])
  const reply = desk.handlers['desk.pick']({ mode: 'open', purpose: '' })
  await expect.poll(() => sent.at(-1)?.kind).toBe('grant')
  vault()?.said({ kind: 'granted', token: 'g1' })
  expect(await reply).toEqual({ ok: true, value: [{ grant: 'g1', name: 'a.eml' }] })
  expect(sent.at(-1)).toEqual({ kind: 'grant', token: 'g1', path: '/home/x/a.eml', name: 'a.eml', mode: 'read' })
})

it('gives the page no token that the vault process has not taken: its own channel may be quicker', async () => {
  const { desk, sent } = await openDesk('electron', async () => [picked])
  const reply = Promise.resolve(desk.handlers['desk.pick']({ mode: 'open', purpose: '' }))
  await expect.poll(() => sent.at(-1)?.kind).toBe('grant')
  expect(await Promise.race([reply, new Promise((resolve) => setImmediate(resolve, 'waits'))])).toBe('waits')
  desk.lock('idle')
  expect(await reply).toEqual({ ok: true, value: [] })
})

it('gives no grant when the desk was locked while the dialog was open', async () => {
  const fake: { current?: Awaited<ReturnType<typeof openDesk>> } = {}
  fake.current = await openDesk('electron', async () => {
    fake.current?.desk.lock('idle')
    return [picked]
  })
  expect(await fake.current.desk.handlers['desk.pick']({ mode: 'open', purpose: '' })).toEqual({ ok: true, value: [] })
  expect(fake.current.sent.some(({ kind }) => kind === 'grant')).toBe(false)
})

it('takes the grant of a folder once', async () => {
  const { desk } = fakeDesk('electron', async () => [{ grant: 'f', name: 'v', path: '/v' }])
  await desk.handlers['desk.pick']({ mode: 'folder', purpose: '' })
  expect(await desk.handlers['desk.choose']({ place: 'grant', grant: 'f' })).toMatchObject({ ok: true })
  expect(await desk.handlers['desk.choose']({ place: 'grant', grant: 'f' })).toMatchObject({ ok: false })
})

it('hides the counts of a locked desk when that is wished', async () => {
  const { desk, state } = await openDesk()
  await desk.handlers['desk.preferences']({ showCountsWhenLocked: false })
  desk.lock('asked')
  expect((await state()).counts).toBe(null)
})

it('asks the keyring for the vault process alone, and keeps nothing of it', async () => {
  const { vault, sent, log } = await openDesk()
  log.length = 0
  vault()?.said({ kind: 'device', id: 7, ask: { ask: 'open', data: 'c2VhbGVk' } })
  expect(sent.at(-1)).toEqual({ kind: 'device', id: 7, answer: { problem: null, data: 'c2VjcmV0' } })
  expect(log).toEqual([])
})

it('locks when the vault has a new data key, and says why', async () => {
  const { vault, state, log } = await openDesk()
  vault()?.said({ kind: 'relock' })
  expect(await state()).toMatchObject({ phase: 'locked', lockedBecause: 'rekeyed' })
  expect(log).toContain('end vault')
})
