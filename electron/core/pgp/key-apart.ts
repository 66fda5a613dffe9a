/** Runs what is done with keys in a thread that can be killed, so that no passphrase, however dear to try, holds up the desk. */
import { runJob } from '../workers/run-job.ts'
import type { PgpJob } from './jobs.ts'
import type { KeyActName, KeyActs } from './key-acts.ts'

/** Argon2 at our limit and RSA of 4096 bits take a second or two. */
const limits = { seconds: 60, megabytes: 512 }

/** @returns what the act of that name returns, or `worker-stopped`. */
export function keyApart<A extends KeyActName>(act: A, ...args: Parameters<KeyActs[A]>): ReturnType<KeyActs[A]> {
  const job: PgpJob = { job: 'key-act', input: { act, args } }
  // The border: the thread answers with what that act gives.
  return runJob('pgp-worker', job, limits) as ReturnType<KeyActs[A]>
}
