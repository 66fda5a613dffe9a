/** Work that takes longer than an answer may: it goes on in steps between which the desk is served, shows how far it is, and can be stopped. */
import { setImmediate } from 'node:timers/promises'
import type { Job } from '../../shared/ipc/card-views.ts'
import { fail, ok, type Result } from '../../shared/kit/result.ts'
import { saying, type Saying } from '../../shared/words/say.ts'

/** What one step adds to the counts of its job. */
export type Step = Pick<Job, 'done' | 'added' | 'updated' | 'unchanged' | 'refused'>

/** Each step is served in turn; one that waits for a worker is awaited. */
export type Steps = Iterator<Result<Step, Saying>, unknown> | AsyncIterator<Result<Step, Saying>, unknown>

export interface Jobs {
  readonly list: () => readonly Job[]
  /** Runs `steps` until they end, one fails or somebody cancels; each step is whole when it ends. */
  readonly start: (job: Pick<Job, 'id' | 'kind' | 'name' | 'total'>, steps: () => Steps) => Job
  readonly cancel: (id: string) => Result<Job, Saying>
  /** All have ended. */
  readonly settled: () => Promise<void>
  /** At lock: no further step of any. */
  readonly close: () => void
}

const kept = 20
/** Windows are told this often at most. */
const tellEveryMs = 200

export function createJobs(changed: () => void): Jobs {
  const jobs = new Map<string, Job>()
  const running = new Map<string, Promise<void>>()
  const put = (job: Job): Job => {
    jobs.set(job.id, job)
    for (const old of [...jobs.keys()].slice(0, Math.max(0, jobs.size - kept))) if (!running.has(old)) jobs.delete(old)
    return job
  }
  const isRunning = (id: string): boolean => jobs.get(id)?.state === 'running'
  const run = async (id: string, steps: Steps): Promise<void> => {
    let told = 0
    while (isRunning(id)) {
      await setImmediate()
      if (!isRunning(id)) break
      const step = await nextOf(steps, () => isRunning(id))
      const now = jobs.get(id)
      if (step === null || now?.state !== 'running') break
      put(after(now, step))
      if (isRunning(id) && Date.now() - told < tellEveryMs) continue
      told = Date.now()
      changed()
    }
    // One that was stopped may have something to put away.
    await steps.return?.()
    running.delete(id)
  }
  return {
    list: () => [...jobs.values()].toReversed(),
    start: (job, steps) => {
      const first = put({
        ...job,
        state: 'running',
        done: 0,
        added: 0,
        updated: 0,
        unchanged: 0,
        refused: [],
        problem: null,
      })
      running.set(job.id, run(job.id, steps()))
      changed()
      return first
    },
    cancel: (id) => {
      const job = jobs.get(id)
      if (job === undefined) return fail(saying('job-not-found'))
      if (job.state !== 'running') return ok(job)
      const cancelled = put({ ...job, state: 'cancelled' })
      changed()
      return ok(cancelled)
    },
    settled: async () => {
      await Promise.all(running.values())
    },
    close: () => {
      for (const job of jobs.values()) if (job.state === 'running') put({ ...job, state: 'cancelled' })
    },
  }
}

/** What fails once the job was stopped only found the vault locked. */
async function nextOf(
  steps: Steps,
  isRunning: () => boolean,
): Promise<IteratorResult<Result<Step, Saying>, unknown> | null> {
  try {
    return await steps.next()
  } catch (error) {
    if (isRunning()) throw error
    return null
  }
}

function after(job: Job, step: IteratorResult<Result<Step, Saying>, unknown>): Job {
  if (step.done === true) return { ...job, state: 'done' }
  if (!step.value.ok) return { ...job, state: 'failed', problem: step.value.problem }
  const { done, added, updated, unchanged, refused } = step.value.value
  return {
    ...job,
    done: job.done + done,
    added: job.added + added,
    updated: job.updated + updated,
    unchanged: job.unchanged + unchanged,
    refused: [...job.refused, ...refused],
  }
}
