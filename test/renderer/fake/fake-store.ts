/** The store in memory, for the renderer's tests: a check that goes on by itself, a backup that takes a moment, a copy to be read. */
import type { Job } from '../../../shared/ipc/card-views.ts'
import type { FeedName, Handlers } from '../../../shared/ipc/contract.ts'
import type { Me } from '../../../shared/ipc/views.ts'
import type { BackupView, CheckPart, CheckView, RestoreReport } from '../../../shared/ipc/vault-views.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'

type Calls = Pick<
  Handlers<'core'>,
  | 'vault.place'
  | 'vault.check'
  | 'vault.look'
  | 'vault.backup'
  | 'vault.verify'
  | 'vault.restore'
  | 'soundness.check'
  | 'soundness.show'
  | 'backup.show'
  | 'backup.plan'
  | 'backup.start'
  | 'export.all'
>

export interface FakeStore {
  readonly calls: Calls
  readonly jobs: () => readonly Job[]
  /** null: not one of its own. */
  readonly cancel: (id: string) => Result<Job, Saying> | null
}

export type StoreScene = 'whole' | 'damaged' | 'new' | 'due'

interface Around {
  readonly tell: (feed: FeedName) => void
  readonly scene: StoreScene
  readonly passphrase: string
  readonly hash: string
  readonly me: () => Me
  readonly setMe: (change: Partial<Me>) => void
  /** A locked desk opens on the copy. */
  readonly open: () => void
}

const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString()

const totals: Readonly<Record<CheckPart['part'], number>> = {
  pages: 184_322,
  database: 961_040,
  log: 48_127,
  blobs: 1_938,
  search: 412,
  entries: 48_127,
  records: 2_310,
  cases: 412,
}
const order = ['pages', 'database', 'log', 'blobs', 'search', 'entries', 'records', 'cases'] as const
const unread = ['2026-MK-0007', '2026-MK-0012', '2026-MK-0031']

const damage: Partial<Record<CheckPart['part'], readonly Saying[]>> = {
  pages: [saying('damage-page', { detail: 'page 9,121' }), saying('damage-page', { detail: 'page 9,122' })],
  entries: [saying('damage-entries-unread', { count: 31 })],
}

/** `reached`: parts before it are done, it runs half, those behind it wait. */
const partsAt = (reached: number, damaged: boolean): readonly CheckPart[] =>
  order.map((part, at) => ({
    part,
    state: at < reached ? 'done' : at === reached ? 'runs' : 'waits',
    done: at < reached ? totals[part] : at === reached ? Math.floor(totals[part] * 0.62) : 0,
    total: totals[part],
    findings: damaged && at <= reached ? (damage[part] ?? []) : [],
  }))

export function fakeStore({ tell, scene, passphrase, hash, me, setMe, open }: Around): FakeStore {
  const damaged = scene === 'damaged'
  const file = '/media/mk/backup-a/signet-20261122T1800Z.sgb'
  const report: RestoreReport = {
    file,
    bytes: 1_402_113_024,
    sha256: hash,
    entries: 48_127,
    at: hoursAgo(1),
    cases: 412,
    blobs: 1_938,
    checked: ['checked-stream', 'checked-pages', 'checked-database', 'checked-log', 'checked-entries', 'checked-blobs'],
  }
  let check: CheckView = {
    job: null,
    parts: damaged
      ? partsAt(6, true)
      : order.map((part) => ({ part, state: 'waits', done: 0, total: totals[part], findings: [] })),
    lastWhole: scene === 'new' ? null : hoursAgo(26),
    cases: damaged ? unread : [],
    since: damaged ? hoursAgo(26) : null,
  }
  let backup: BackupView = {
    last: scene === 'new' ? null : report,
    job: null,
    since: scene === 'new' ? null : 3,
    tried:
      scene === 'new'
        ? []
        : [
            {
              at: hoursAgo(7),
              name: 'signet-20261122T1200Z.sgb',
              problem: saying('backup-medium-gone', { name: 'signet-20261122T1200Z.sgb', detail: 'EIO' }),
            },
          ],
    plan: {
      every: scene === 'new' ? 'never' : 'day',
      at: '18:00',
      folder: scene === 'new' ? null : 'backup-a',
      keep: { daily: 7, weekly: 4, monthly: 6 },
    },
    due: scene === 'due',
  }
  const jobs = new Map<string, Job>()
  const put = (job: Job): Job => {
    jobs.set(job.id, job)
    tell('job.changed')
    return job
  }
  const started = (id: string, name: string, done: number): Job =>
    put({
      id,
      kind: 'backup',
      name,
      state: 'running',
      done,
      total: 100,
      added: 0,
      updated: 0,
      unchanged: 0,
      refused: [],
      problem: null,
    })
  const opened = <T>(typed: string, value: T): Result<T, Saying> =>
    typed === passphrase ? ok(value) : fail(saying('backup-passphrase', { name: 'chosen-file.asc' }))
  const calls: Calls = {
    'vault.place': async () =>
      ok({
        folder: '/home/mk/.local/share/signet',
        bytes: { database: 760_000_000, blobs: 660_000_000, rest: 16_900_000 },
        free: 38_200_000_000,
        format: 2,
        ballast: true,
      }),
    'vault.check': async () =>
      ok({ ok: !damaged, checked: ['database', 'journal', 'log', 'blobs', 'keys'], findings: [] }),
    'soundness.show': async () => ok({ ...check, job: check.job === null ? null : (jobs.get(check.job.id) ?? null) }),
    'soundness.check': async () => {
      check = { ...check, parts: partsAt(3, damaged), job: started('job-check', 'check', 62) }
      return ok(check)
    },
    'backup.show': async () => ok(backup),
    'backup.plan': async ({ every, at, folder }) => {
      const name = folder === null ? backup.plan.folder : folder === 'none' ? null : 'chosen-folder'
      backup = { ...backup, plan: { ...backup.plan, every, at, folder: name } }
      tell('vault.changed')
      return ok(backup)
    },
    'backup.start': async () => {
      backup = { ...backup, job: 'job-backup' }
      const job = started('job-backup', 'signet-20261122T1840Z.sgb', 34)
      tell('vault.changed')
      return ok(job)
    },
    'vault.backup': async () => ok(report),
    'vault.verify': async ({ passphrase: typed }) => opened(typed, report),
    'vault.restore': async ({ passphrase: typed }) => opened(typed, report),
    'vault.look': async ({ passphrase: typed }) => {
      const refused = opened(typed, null)
      if (!refused.ok) return refused
      setMe({ readOnly: { copyOf: report.at }, findings: [] })
      open()
      return ok(me())
    },
    'export.all': async ({ reason, code }) => {
      if (reason.trim() === '') return fail(saying('reason-needed'))
      if (code.toUpperCase() !== me().analyst.code) return fail(saying('gate.code-wrong', { code: me().analyst.code }))
      const leftOut = [saying('export-file-damaged', { name: 'evidence/2026-MK-0007/001-access.log' })]
      return ok({
        file: 'signet-export.tar',
        bytes: 2_310_000_000,
        sha256: hash,
        cases: 412,
        messages: 877,
        blobs: 1_937,
        leftOut,
      })
    },
  }
  return {
    calls,
    jobs: () => [...jobs.values()],
    cancel: (id) => {
      const job = jobs.get(id)
      return job === undefined ? null : ok(put({ ...job, state: 'cancelled' }))
    },
  }
}
