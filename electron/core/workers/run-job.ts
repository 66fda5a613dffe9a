/** Runs one job on hostile input in a thread that is ended when it takes too long or too much; one that answered well serves again. */
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

/** What goes to a worker; the number ties the reply to the job. */
export interface JobCall {
  readonly job: object
  readonly number: number
}

/** What a worker posts back: the answer, or the text of a bug. */
export type JobReply<T> = { readonly number: number } & ({ readonly answer: T } | { readonly bug: string })

const MEGABYTE = 1024 * 1024
const MEMORY_CHECK_MS = 50

/**
 * V8 ends the whole process, not the worker, when one large allocation crosses a worker's heap limit (nodejs/node#47224; measured with Node 24:
 * a split of 100 MB, a growing array, a join). So the limit that counts is watched from outside, and V8's own is far away.
 */
const HEAP_LIMIT_MB = 6144

/**
 * Many more threads than processors would only make each of them run into its time limit; two more, because a large file takes two for
 * a long time, and the messages beside it must not wait for it.
 */
const turns = queue(Math.max(2, availableParallelism()) + 2)

/** Starting one thread while another ends has crashed Node (nodejs/node#56312): one of the two at a time. */
const threadChange = queue(1)

/** A thread with the modules of its name loaded. Only one whose last answer was a good one waits for another job (ADR 10). */
interface Thread {
  readonly name: string
  readonly worker: Worker
  readonly watch: MemoryWatch
  jobs: number
  idleTimer: ReturnType<typeof setTimeout> | null
}

const MOST_JOBS = 64
/** What a thread may still hold to be kept: the modules take about 40 MB. */
const MOST_AT_REST = 128 * MEGABYTE
const IDLE_MS = 30_000

const idle = new Map<string, Thread[]>()

/**
 * The time counts from when the thread has the job. What a refused or hostile message left behind never meets another one: after anything
 * but a good answer the thread is ended.
 * @returns the worker's answer, or `worker-stopped`. Rejects on a bug in the worker.
 */
export async function runJob<T, P>(name: string, job: object, limits: JobLimits): Promise<Result<T, P | Saying>> {
  const giveTurn = await turns()
  const thread = takeIdle(name) ?? (await start(name))
  const stopped = fail(saying('worker-stopped', { seconds: limits.seconds, megabytes: limits.megabytes }))
  let isGood = false
  try {
    const result = await replyOf<Result<T, P | Saying>>(thread, job, limits, stopped)
    isGood = result.ok
    return result
  } finally {
    // Not awaited: a thread that is deep in one native call ends only after it, and the answer must not wait for that.
    void (isGood ? rest(thread) : end(thread)).finally(giveTurn)
  }
}

/** Has a thread of this name ready before the first job comes. */
export async function warmUp(name: string): Promise<void> {
  if (idleThreads(name) === 0) await rest(await start(name))
}

/** At lock: what passed through the threads goes with them. */
export function endIdleThreads(): void {
  for (const threads of idle.values()) for (const thread of threads.splice(0)) void end(thread)
}

/** How many threads of this name wait for a job. */
export const idleThreads = (name: string): number => idle.get(name)?.length ?? 0

function takeIdle(name: string): Thread | null {
  const thread = idle.get(name)?.pop() ?? null
  if (thread === null) return null
  if (thread.idleTimer !== null) clearTimeout(thread.idleTimer)
  thread.worker.ref()
  return thread
}

/** Kept for the next job, unless it has served long or holds much. An idle thread keeps no process alive. */
async function rest(thread: Thread): Promise<void> {
  const held = thread.jobs < MOST_JOBS ? await thread.watch.held() : Number.POSITIVE_INFINITY
  if (held > MOST_AT_REST) return end(thread)
  thread.worker.unref()
  thread.idleTimer = setTimeout(() => {
    const waiting = idle.get(thread.name) ?? []
    idle.set(
      thread.name,
      waiting.filter((one) => one !== thread),
    )
    void end(thread)
  }, IDLE_MS).unref()
  idle.set(thread.name, [...(idle.get(thread.name) ?? []), thread])
}

async function start(name: string): Promise<Thread> {
  const done = await threadChange()
  const worker = new Worker(workerUrl(name), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT_MB },
    // Nothing a library prints about a message may reach a terminal or a log.
    stdout: true,
    stderr: true,
    env: {},
  })
  worker.once('online', done)
  worker.once('exit', done)
  // A thread that fails while nobody waits for it is just gone.
  worker.on('error', () => undefined)
  const thread: Thread = { name, worker, watch: watchMemory(worker), jobs: 0, idleTimer: null }
  worker.once('exit', () => {
    const waiting = idle.get(name) ?? []
    idle.set(
      name,
      waiting.filter((one) => one !== thread),
    )
  })
  return thread
}

/** A thread is not ended while it is being asked how much it holds: one that ends with that question open has crashed the process. */
async function end({ worker, watch, idleTimer }: Thread): Promise<void> {
  if (idleTimer !== null) clearTimeout(idleTimer)
  await watch.pause()
  const done = await threadChange()
  await worker.terminate().finally(done)
}

function replyOf<T>(thread: Thread, job: object, limits: JobLimits, whenStopped: T): Promise<T> {
  const { worker, watch } = thread
  const number = (thread.jobs += 1)
  return new Promise<T>((resolve, reject) => {
    const stop = (): void => settle(() => resolve(whenStopped))
    const onMessage = (reply: JobReply<T>): void => {
      if (reply.number !== number) return
      settle(() => ('bug' in reply ? reject(new Error(reply.bug)) : resolve(reply.answer)))
    }
    const onError = (error: Error & { code?: string }): void =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? stop() : settle(() => reject(error))
    const settle = (how: () => void): void => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('messageerror', onError).off('exit', stop)
      void watch.pause()
      how()
    }
    const timer = setTimeout(stop, limits.seconds * 1000)
    worker.on('message', onMessage).on('error', onError).on('messageerror', onError).on('exit', stop)
    watch.above(limits.megabytes * MEGABYTE, stop)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a message port, not a window
    worker.postMessage({ job, number } satisfies JobCall)
  })
}

interface MemoryWatch {
  /** Calls `stop` once the thread holds more than so many bytes, until paused. */
  readonly above: (bytes: number, stop: () => void) => void
  /** Asks no more; resolves when no question is open, or when the thread is too deep in native code to answer soon. */
  readonly pause: () => Promise<void>
  /** Bytes that the thread holds now; infinite if it does not say so soon. */
  readonly held: () => Promise<number>
}

const MOST_PATIENCE_MS = 500

/** Counts what lies in array buffers too, which V8's limit does not and where a bomb unfolds. One question at a time. */
function watchMemory(worker: Worker): MemoryWatch {
  let timer: ReturnType<typeof setInterval> | null = null
  let open: Promise<number> | null = null
  const ask = (): Promise<number> =>
    (open ??= worker
      .getHeapStatistics()
      .then(
        ({ used_heap_size: heap, external_memory: outside }) => heap + outside,
        // It has ended meanwhile.
        () => 0,
      )
      .finally(() => {
        open = null
      }))
  const stopAsking = (): void => {
    if (timer !== null) clearInterval(timer)
    timer = null
  }
  worker.once('exit', stopAsking)
  return {
    above: (limit, stop) => {
      stopAsking()
      const look = async (): Promise<void> => {
        if (open === null && (await ask()) > limit && timer !== null) stop()
      }
      timer = setInterval(() => void look(), MEMORY_CHECK_MS)
    },
    pause: async () => {
      stopAsking()
      if (open !== null) await Promise.race([open, setTimeoutPromise(MOST_PATIENCE_MS)])
    },
    held: () => Promise.race([ask(), setTimeoutPromise(MOST_PATIENCE_MS, Number.POSITIVE_INFINITY)]),
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
