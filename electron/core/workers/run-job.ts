/** Runs one job on hostile input in a thread of its own, which is ended when it takes too long or too much; nothing of it lives on. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { fail, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { workerUrl } from './worker-url.ts'

export interface JobLimits {
  readonly seconds: number
  readonly megabytes: number
}

/** What a worker posts back: the answer, or the text of a bug. */
export type JobReply<T> = { readonly answer: T } | { readonly bug: string }

const MEGABYTE = 1024 * 1024
const MEMORY_CHECK_MS = 100

const waiting: (() => void)[] = []
let running = 0

/** More threads than processors would only make each of them run into its time limit. */
async function takeTurn(): Promise<void> {
  if (running >= Math.max(2, availableParallelism())) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
}

function giveTurn(): void {
  running -= 1
  waiting.shift()?.()
}

/**
 * A fresh worker a job: state that one message left behind must not meet the next one.
 * @returns the worker's answer, or `worker-stopped`. Rejects on a bug in the worker.
 */
export async function runJob<T, P>(worker: string, job: object, limits: JobLimits): Promise<Result<T, P | Saying>> {
  await takeTurn()
  try {
    return await runNow(worker, job, limits)
  } finally {
    giveTurn()
  }
}

async function runNow<T, P>(name: string, job: object, limits: JobLimits): Promise<Result<T, P | Saying>> {
  const worker = new Worker(workerUrl(name), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    // Nothing a library prints about a message may reach a terminal or a log.
    stdout: true,
    stderr: true,
    env: {},
  })
  try {
    return await replyOf<Result<T, P | Saying>>(worker, limits, fail(saying('worker-stopped', { ...limitsOf(limits) })))
  } finally {
    await worker.terminate()
  }
}

const limitsOf = ({ seconds, megabytes }: JobLimits): JobLimits => ({ seconds, megabytes })

function replyOf<T>(worker: Worker, limits: JobLimits, whenStopped: T): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const stop = (): void => resolve(whenStopped)
    const timer = setTimeout(stop, limits.seconds * 1000)
    const watch = watchMemory(worker, limits.megabytes, stop)
    worker.once('message', (reply: JobReply<T>) =>
      'bug' in reply ? reject(new Error(reply.bug)) : resolve(reply.answer),
    )
    worker.once('error', (error: Error & { code?: string }) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? stop() : reject(error),
    )
    worker.once('messageerror', reject)
    worker.once('exit', () => {
      clearTimeout(timer)
      clearInterval(watch)
      stop()
    })
  })
}

/** `resourceLimits` does not count what lies in array buffers, which is where a bomb unfolds. */
function watchMemory(worker: Worker, megabytes: number, stop: () => void): NodeJS.Timeout {
  return setInterval(() => {
    worker.getHeapStatistics().then(
      ({ used_heap_size: heap, external_memory: outside }) => {
        if ((heap + outside) / MEGABYTE > megabytes * 1.5) stop()
      },
      () => undefined,
    )
  }, MEMORY_CHECK_MS)
}
