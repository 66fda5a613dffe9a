/** Runs one job on hostile input in a thread of its own, which is ended when it takes too long or too much; nothing of it lives on. */
import { availableParallelism } from 'node:os'
import { setTimeout as setTimeoutPromise } from 'node:timers/promises'
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
const MEMORY_CHECK_MS = 50

/**
 * V8 ends the whole process, not the worker, when one large allocation crosses a worker's heap limit (nodejs/node#47224; measured with Node 24:
 * a split of 100 MB, a growing array, a join). So the limit that counts is watched from outside, and V8's own is far away.
 */
const heapLimit = (megabytes: number): number => Math.max(4096, megabytes * 4)

/** More threads than processors would only make each of them run into its time limit. */
const turns = queue(Math.max(2, availableParallelism()))

/** Starting one thread while another ends has crashed Node (nodejs/node#56312): one of the two at a time. */
const threadChange = queue(1)

/**
 * A fresh worker a job: state that one message left behind must not meet the next one. The time counts from the start of the worker.
 * @returns the worker's answer, or `worker-stopped`. Rejects on a bug in the worker.
 */
export async function runJob<T, P>(name: string, job: object, limits: JobLimits): Promise<Result<T, P | Saying>> {
  const giveTurn = await turns()
  const worker = await start(name, job, limits)
  const watch = watchMemory(worker)
  const { seconds, megabytes } = limits
  try {
    const stopped = fail(saying('worker-stopped', { seconds, megabytes }))
    return await replyOf<Result<T, P | Saying>>(worker, watch, limits, stopped)
  } finally {
    // Not awaited: a thread that is deep in one native call ends only after it, and the answer must not wait for that.
    void end(worker, watch).finally(giveTurn)
  }
}

async function start(name: string, job: object, limits: JobLimits): Promise<Worker> {
  const done = await threadChange()
  const worker = new Worker(workerUrl(name), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: heapLimit(limits.megabytes) },
    // Nothing a library prints about a message may reach a terminal or a log.
    stdout: true,
    stderr: true,
    env: {},
  })
  worker.once('online', done)
  worker.once('exit', done)
  return worker
}

/** A thread is not ended while it is being asked how much it holds: one that ends with that question open has crashed the process. */
async function end(worker: Worker, watch: MemoryWatch): Promise<void> {
  await watch.end()
  const done = await threadChange()
  await worker.terminate().finally(done)
}

function replyOf<T>(worker: Worker, watch: MemoryWatch, limits: JobLimits, whenStopped: T): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const stop = (): void => resolve(whenStopped)
    const timer = setTimeout(stop, limits.seconds * 1000)
    watch.above(limits.megabytes * MEGABYTE, stop)
    worker.once('message', (reply: JobReply<T>) =>
      'bug' in reply ? reject(new Error(reply.bug)) : resolve(reply.answer),
    )
    worker.once('error', (error: Error & { code?: string }) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? stop() : reject(error),
    )
    worker.once('messageerror', reject)
    worker.once('exit', () => {
      clearTimeout(timer)
      stop()
    })
  })
}

interface MemoryWatch {
  /** Calls `stop` once the thread holds more than so many bytes. */
  readonly above: (bytes: number, stop: () => void) => void
  /** Asks no more; resolves when no question is open, or when the thread is too deep in native code to answer soon. */
  readonly end: () => Promise<void>
}

const MOST_PATIENCE_MS = 500

/** Counts what lies in array buffers too, which V8's limit does not and where a bomb unfolds. One question at a time. */
function watchMemory(worker: Worker): MemoryWatch {
  let limit = Number.POSITIVE_INFINITY
  let onMore = (): void => undefined
  let open: Promise<void> | null = null
  const ask = (): void => {
    open ??= worker
      .getHeapStatistics()
      .then(
        ({ used_heap_size: heap, external_memory: outside }) => {
          if (heap + outside > limit) onMore()
        },
        // It has ended meanwhile.
        () => undefined,
      )
      .finally(() => {
        open = null
      })
  }
  const timer = setInterval(ask, MEMORY_CHECK_MS)
  worker.once('exit', () => clearInterval(timer))
  return {
    above: (bytes, stop) => {
      limit = bytes
      onMore = stop
    },
    end: async () => {
      clearInterval(timer)
      if (open !== null) await Promise.race([open, setTimeoutPromise(MOST_PATIENCE_MS)])
    },
  }
}

/** At most `places` at a time. @returns a function that waits for a place and hands over how to give it back, once. */
function queue(places: number): () => Promise<() => void> {
  const waiting: (() => void)[] = []
  let free = places
  const leave = (): void => {
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }
  const place = (): (() => void) => {
    let left = false
    return () => {
      if (!left) leave()
      left = true
    }
  }
  return async () => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    return place()
  }
}
