/** Lists of teams, imports and the horizon in memory for the renderer's tests. */
import type { DirectoryPreview, Job } from '../../../shared/ipc/card-views.ts'
import type { FeedName, Handlers } from '../../../shared/ipc/contract.ts'
import { fail, ok } from '../../../shared/kit/result.ts'
import { saying } from '../../../shared/words/say.ts'

type Calls = Pick<
  Handlers<'core'>,
  Extract<keyof Handlers<'core'>, `directory.${string}` | `job.${string}` | 'horizon.show'>
>

const total = 5_000
const preview: DirectoryPreview = {
  token: 'directory-1',
  kind: 'trusted-introducer',
  name: 'ti-teams.json',
  updated: '2026-11-20',
  entries: total,
  fresh: 4_990,
  known: 10,
  refused: [],
  sample: [
    { name: 'CERT-Harrow', country: 'GB', address: 'cert@harrow.example' },
    { name: 'CSIRT-Westmere', country: 'PT', address: 'csirt@westmere.example' },
  ],
  columns: [],
}

export function fakeDirectory(tell: (feed: FeedName) => void): Calls {
  let jobs: readonly Job[] = []
  const set = (job: Job): Job => {
    jobs = [job, ...jobs.filter(({ id }) => id !== job.id)]
    tell('job.changed')
    return job
  }
  const step = (id: string): void => {
    const job = jobs.find((one) => one.id === id)
    if (job?.state !== 'running') return
    const done = Math.min(total, job.done + 250)
    set({ ...job, done, added: done, state: done === total ? 'done' : 'running' })
    if (done < total) setTimeout(step, 100, id)
    else tell('card.changed')
  }
  return {
    'directory.preview': async ({ file }) => ok({ ...preview, name: file.name }),
    'directory.map': async () => ok(preview),
    'directory.import': async () => {
      const id = crypto.randomUUID()
      const counts = { done: 0, total, added: 0, updated: 0, unchanged: 0, refused: [], problem: null }
      setTimeout(step, 100, id)
      return ok(set({ id, kind: 'directory', name: preview.name, state: 'running', ...counts }))
    },
    'job.list': async () => ok(jobs),
    'job.cancel': async ({ id }) => {
      const job = jobs.find((one) => one.id === id)
      return job === undefined
        ? fail(saying('bad-request', { detail: 'job' }))
        : ok(set({ ...job, state: 'cancelled' }))
    },
    'horizon.show': async () => ok({ dues: [], items: [], pressing: 0 }),
  }
}
