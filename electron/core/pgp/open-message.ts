/** Opens a message of anybody's in a thread that can be killed: the one way in for hostile mail and OpenPGP data. */
import type { OpenedMessage } from '../../../shared/domain/exchange/message.ts'
import { fail, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { megabytes, withDefaults, type ReadLimits } from '../mime/limits.ts'
import { runJob } from '../workers/run-job.ts'
import type { PgpJob } from './jobs.ts'
import type { OpenInput } from './open.ts'

export type OpenMessageInput = Omit<OpenInput, 'limits'> & { readonly limits?: Partial<ReadLimits> }

/** @returns the message, one of the `message-…` problems, or `worker-stopped`. */
export function openMessage(input: OpenMessageInput): Promise<Result<OpenedMessage, Saying>> {
  const limits = withDefaults(input.limits)
  // Before the bytes are copied into the worker.
  if (input.bytes.length > limits.messageBytes) {
    return Promise.resolve(fail(saying('message-too-large', { limit: megabytes(limits.messageBytes) })))
  }
  const job: PgpJob = { job: 'open', input: { ...input, limits } }
  return runJob('pgp-worker', job, limits)
}
