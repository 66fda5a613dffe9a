/** The last step of every worker: one reply to the thread that started it, a bug as text because errors do not travel whole. */
import { parentPort } from 'node:worker_threads'
import type { JobReply } from './run-job.ts'

export async function answer(work: Promise<unknown>): Promise<void> {
  // Keeps the thread until it is ended: run-job.ts decides when, so that no thread ends while another starts.
  parentPort?.on('message', () => undefined)
  const reply: JobReply<unknown> = await work.then(
    (value) => ({ answer: value }),
    (error: unknown) => ({ bug: error instanceof Error ? (error.stack ?? error.message) : 'unknown' }),
  )
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a message port, not a window
  parentPort?.postMessage(reply)
}
