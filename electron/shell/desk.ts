/** The desk as the shell knows it: none, locked or open; one window and one vault process at a time. */
import { basename } from 'node:path'
import type { DeviceAnswer, DeviceAsk, FromVault } from '../../shared/ipc/control.ts'
import type { FeedFrame, Reply } from '../../shared/ipc/call.ts'
import type { DeskState, Grant, LockedCounts } from '../../shared/ipc/views.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { fail, ok } from '../../shared/kit/result.ts'
import { saying } from '../../shared/words/say.ts'
import type { Bell } from './bell.ts'
import type { DeskHandlers } from './calls.ts'
import type { DeskClipboard } from './clipboard.ts'
import type { Picked } from './dialogs.ts'
import type { LockReason } from './idle.ts'
import type { PreferenceStore } from './preferences.ts'
import type { VaultEvents, VaultLink } from './vault-link.ts'

/** `Window` is Electron's; here nothing is done with it but to hand it on, so that a test may use a name instead. */
export interface DeskParts<Window> {
  readonly host: DeskState['host']
  /** Where a vault lies if nobody chose another place. */
  readonly defaultPlace: string
  readonly preferences: PreferenceStore
  readonly bell: Bell
  readonly clipboard: DeskClipboard
  readonly now: () => Date
  /** `crashed` is called when the window's page process has ended by itself. */
  readonly openWindow: (crashed: (window: Window) => void) => Window
  readonly destroyWindow: (window: Window) => void
  readonly tell: (window: Window, frame: FeedFrame) => void
  readonly quit: () => void
  readonly startVault: (events: VaultEvents) => VaultLink
  readonly introduce: (window: Window, vault: VaultLink) => void
  /** The system's keyring. */
  readonly device: (ask: DeviceAsk) => DeviceAnswer
  readonly pick: (window: Window, wish: Parsed<'desk.pick'>) => Promise<readonly Picked[]>
}

type Sealed = Pick<DeskState, 'lockedAt' | 'lockedBecause'>

export class Desk<Window> {
  readonly #parts: DeskParts<Window>
  readonly #folders = new Map<string, string>()
  readonly #untaken = new Map<string, () => void>()
  #window: Window
  #vault: VaultLink | null = null
  #chosen: { readonly dir: string; readonly trial: boolean } | null
  #open = false
  #sealed: Sealed
  #counts: LockedCounts | null = null

  constructor(parts: DeskParts<Window>) {
    this.#parts = parts
    this.#chosen = parts.preferences.read().vault
    this.#sealed = { lockedAt: parts.now().toISOString(), lockedBecause: 'start' }
    this.#window = this.#newWindow()
  }

  get window(): Window {
    return this.#window
  }

  /** Ends every process that has seen the vault; the new window shows the lock page. Does nothing if nothing is open. */
  lock(because: LockReason): void {
    if (!this.#open) return
    this.#open = false
    this.#sealed = { lockedAt: this.#parts.now().toISOString(), lockedBecause: because }
    void this.#endVault()
    const old = this.#window
    /** First the new one: with no window left the application would end. */
    this.#window = this.#newWindow()
    this.#parts.destroyWindow(old)
    void this.#parts.clipboard.wipe()
  }

  async end(): Promise<void> {
    this.#open = false
    await Promise.all([this.#endVault(), this.#parts.clipboard.wipe()])
  }

  readonly handlers: DeskHandlers = {
    'desk.state': () => this.#state(),
    'desk.choose': (wish) => this.#choose(wish),
    'desk.connect': () => this.#connect(),
    'desk.lock': async () => {
      this.lock('asked')
      return ok(null)
    },
    'desk.pick': (wish) => this.#pick(wish),
    'desk.preferences': ({ theme, language, showCountsWhenLocked }) => {
      const before = this.#parts.preferences.read()
      this.#parts.preferences.change({
        theme: theme ?? before.theme,
        language: language ?? before.language,
        showCountsWhenLocked: showCountsWhenLocked ?? before.showCountsWhenLocked,
      })
      return this.#state()
    },
  }

  async #state(): Promise<Reply<DeskState>> {
    const { theme, language, showCountsWhenLocked } = this.#parts.preferences.read()
    const locked = !this.#open && this.#chosen !== null
    return ok({
      phase: this.#open ? 'open' : locked ? 'locked' : 'none',
      vault: this.#chosen && { name: basename(this.#chosen.dir), trial: this.#chosen.trial },
      lockedAt: locked ? this.#sealed.lockedAt : null,
      lockedBecause: locked ? this.#sealed.lockedBecause : null,
      counts: showCountsWhenLocked ? this.#counts : null,
      host: this.#parts.host,
      trialOnly: this.#trialOnly,
      preferences: { theme, language, showCountsWhenLocked },
    })
  }

  get #trialOnly(): boolean {
    return this.#parts.host === 'chromium'
  }

  async #choose({ place, grant }: Parsed<'desk.choose'>): Promise<Reply<DeskState>> {
    if (this.#open) return fail(saying('bad-request', { detail: 'open' }))
    const dir = place === 'default' ? this.#parts.defaultPlace : this.#folders.get(grant ?? '')
    if (dir === undefined) return fail(saying('grant-unknown'))
    this.#folders.clear()
    await this.#endVault()
    this.#chosen = { dir, trial: this.#trialOnly }
    this.#counts = null
    return this.#connect()
  }

  async #connect(): Promise<Reply<DeskState>> {
    if (this.#chosen === null) return this.#state()
    this.#vault ??= this.#newVault(this.#chosen.dir)
    this.#parts.introduce(this.#window, this.#vault)
    return this.#state()
  }

  async #pick(wish: Parsed<'desk.pick'>): Promise<Reply<readonly Grant[]>> {
    const window = this.#window
    const picked = await this.#parts.pick(window, wish)
    /** Locked meanwhile: a grant for the old page must not reach the new one. */
    const isOld = (): boolean => window !== this.#window
    if (isOld()) return ok([])
    await Promise.all(picked.map((file) => this.#grant(file, wish.mode)))
    return ok(isOld() ? [] : picked.map(({ grant, name }) => ({ grant, name })))
  }

  /** Fulfilled when the vault process has it: the page calls over another channel, which may be the quicker one. */
  async #grant({ grant, name, path }: Picked, mode: Parsed<'desk.pick'>['mode']): Promise<void> {
    if (mode === 'folder') this.#folders.set(grant, path)
    const vault = this.#vault
    // An open vault writes several files into a folder that was chosen: an announcement, a message for each.
    if (vault === null || (mode === 'folder' && !this.#open)) return
    const taken = new Promise<void>((resolve) => this.#untaken.set(grant, resolve))
    vault.send({ kind: 'grant', token: grant, path, name, mode: mode === 'open' ? 'read' : 'write' })
    await taken
  }

  #granted(token: string): void {
    this.#untaken.get(token)?.()
    this.#untaken.delete(token)
  }

  #newWindow(): Window {
    return this.#parts.openWindow((window) => {
      if (window !== this.#window) return
      if (this.#open) this.lock('failed')
      else this.#parts.quit()
    })
  }

  #newVault(dir: string): VaultLink {
    const vault: VaultLink = this.#parts.startVault({
      said: (message) => this.#hear(message),
      gone: () => this.#lost(),
    })
    vault.send({ kind: 'vault', dir, trialOnly: this.#trialOnly })
    return vault
  }

  #hear(message: FromVault): void {
    switch (message.kind) {
      case 'opened':
        return this.#opened(message)
      case 'dues':
        return this.#due(message)
      case 'clipboard':
        return void this.#parts.clipboard.write(message.text)
      case 'device':
        return this.#vault?.send({ kind: 'device', id: message.id, answer: this.#parts.device(message.ask) })
      case 'granted':
        return this.#granted(message.token)
      case 'relock':
        return this.lock('rekeyed')
      case 'failed':
        return this.#lost()
    }
  }

  #opened(message: Extract<FromVault, { kind: 'opened' }>): void {
    if (this.#chosen === null) return
    this.#open = true
    this.#due(message)
    /** Core refuses this too; here because no real secret may ever live on the host. */
    if (this.#trialOnly && !message.trial) return this.lock('failed')
    this.#chosen = { dir: this.#chosen.dir, trial: message.trial }
    this.#parts.preferences.change({ vault: this.#chosen })
    this.#tell()
  }

  #due({ dues, counts }: { readonly dues: readonly string[]; readonly counts: LockedCounts }): void {
    this.#counts = counts
    this.#parts.bell.set(dues)
  }

  /** The vault process ended or gave up by itself: an open desk locks, a locked one waits to be asked again. */
  #lost(): void {
    if (this.#open) return this.lock('failed')
    void this.#endVault()
    this.#sealed = { lockedAt: this.#parts.now().toISOString(), lockedBecause: 'failed' }
    this.#tell()
  }

  async #endVault(): Promise<void> {
    const vault = this.#vault
    this.#vault = null
    for (const token of this.#untaken.keys()) this.#granted(token)
    await vault?.end()
  }

  #tell(): void {
    this.#parts.tell(this.#window, { feed: 'desk.changed', payload: null })
  }
}
