/** The loop of every worker: one job, one reply with its number, a bug as text because errors do not travel whole. */
import { parentPort } from 'node:worker_threads'
import type { JobCall, JobReply } from './run-job.ts'

/** Listening keeps the thread: run-job.ts decides when it is ended, so that no thread ends while another starts. */
export function answer(run: (job: never) => Promise<unknown>): void {
  parentPort?.on('message', ({ job, number }: JobCall) => {
    void reply(run(job as never), number)
  })
}

async function reply(work: Promise<unknown>, number: number): Promise<void> {
  const said: JobReply<unknown> = await work.then(
    (value) => ({ number, answer: value }),
    (error: unknown) => ({ number, bug: error instanceof Error ? (error.stack ?? error.message) : 'unknown' }),
  )
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a message port, not a window
  parentPort?.postMessage(said)
}
