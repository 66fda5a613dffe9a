/** The keys of the vault in memory, for the renderer's tests. */
import type { Job } from '../../../shared/ipc/card-views.ts'
import type { FeedName, Handlers } from '../../../shared/ipc/contract.ts'
import type { VaultKeys } from '../../../shared/ipc/vault-views.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'

type Calls = Pick<
  Handlers<'core'>,
  'vault.keys' | 'vault.passphrase' | 'vault.rotate' | 'vault.recovery' | 'vault.prove' | 'vault.device'
>

interface Around {
  readonly tell: (feed: FeedName) => void
  readonly passphrase: string
  readonly recoveryKey: string
  /** The scene of a system without a keyring. */
  readonly keyring: boolean
  readonly lock: () => void
}

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString()

interface FakeVault {
  readonly calls: Calls
  readonly jobs: () => readonly Job[]
  /** null: none of ours. */
  readonly cancel: (id: string) => Result<Job, Saying> | null
}

export function fakeVault({ tell, recoveryKey, keyring, lock, ...around }: Around): FakeVault {
  let { passphrase } = around
  let job: Job | null = null
  const setJob = (change: Partial<Job>): Job => {
    job = { ...(job ?? rotating), ...change }
    tell('job.changed')
    return job
  }
  const seal = (): void => {
    if (job?.state !== 'running') return
    if (setJob({ done: job.done + 1 }).done < rotating.total) return void setTimeout(seal, 400)
    put({ dataKeySince: now(), older: backups })
    setJob({ state: 'done' })
    lock()
  }
  let keys: VaultKeys = {
    cost: { memory: 524_288, passes: 3, lanes: 4 },
    passphraseSince: daysAgo(410),
    dataKeySince: daysAgo(410),
    device: { on: false, refused: keyring ? null : saying('device-no-keyring') },
    recovery: { since: daysAgo(410), provedAt: null, next: null },
    older: [],
  }
  const put = (change: Partial<VaultKeys>): Result<VaultKeys, Saying> => {
    keys = { ...keys, ...change }
    tell('vault.changed')
    return ok(keys)
  }
  const wrong = (typed: string): Result<never, Saying> | null =>
    typed === passphrase ? null : fail(saying('passphrase-wrong', { left: 4 }))
  const backups = [3, 10, 17].map((days) => ({ at: daysAgo(days), name: `signet-${daysAgo(days).slice(0, 10)}.sgb` }))
  const now = (): string => new Date().toISOString()
  const calls: Calls = {
    'vault.keys': async () => ok(keys),
    'vault.passphrase': async ({ current, next }) => {
      const refused = wrong(current)
      if (refused !== null) return refused
      passphrase = next
      put({ passphraseSince: now(), older: backups })
      return ok(null)
    },
    'vault.rotate': async (input) => {
      const refused = wrong(input.passphrase)
      if (refused !== null) return refused
      setTimeout(seal, 400)
      return ok(setJob(rotating))
    },
    'vault.recovery': async (input) => {
      const refused = wrong(input.passphrase)
      if (refused !== null) return refused
      put({ recovery: { ...keys.recovery, next: now() } })
      return ok({ recoveryKey })
    },
    'vault.prove': async ({ groups }) => {
      const right = recoveryKey.split('-')
      return groups.every(({ place, text }) => right[place - 1] === text.trim().toUpperCase())
        ? put({ recovery: { since: keys.recovery.next ?? keys.recovery.since, provedAt: now(), next: null } })
        : fail(saying('sheet-differs'))
    },
    'vault.device': async ({ on, passphrase: typed }) => {
      const refused = wrong(typed)
      if (refused !== null) return refused
      if (on && keys.recovery.provedAt === null) return fail(saying('device-needs-proof'))
      return put({ device: { ...keys.device, on } })
    },
  }
  return {
    calls,
    jobs: () => (job === null ? [] : [job]),
    cancel: (id) => (job?.id === id ? ok(setJob({ state: 'cancelled' })) : null),
  }
}

const rotating: Job = {
  id: 'job-rotate',
  kind: 'data-key',
  name: 'new data key',
  state: 'running',
  done: 0,
  total: 6,
  added: 0,
  updated: 0,
  unchanged: 0,
  refused: [],
  problem: null,
}
