/** Opens a message of anybody's in a thread that can be killed: the one way in for hostile mail and OpenPGP data. */
import type { MessageAttachment, OpenedMessage } from '../../../shared/domain/exchange/message.ts'
import { fail, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { megabytes, withDefaults, type ReadLimits } from '../mime/limits.ts'
import { sizeOf, type Content } from '../store/sealed-file.ts'
import { runJob } from '../workers/run-job.ts'
import type { PgpJob } from './jobs.ts'
import type { OpenBesideInput } from './open-beside.ts'
import type { OpenInput } from './open.ts'

export type OpenMessageInput = Omit<OpenInput, 'limits' | 'bytes'> & {
  /** What lies sealed is unsealed in the worker: no event loop waits for it. */
  readonly bytes: Content
  readonly limits?: Partial<ReadLimits>
  /** A detached signature over the bytes, as its file came. */
  readonly beside?: Content | null
}

/** @returns the message, one of the `message-…` problems, or `worker-stopped`. */
export const openMessage = (input: OpenMessageInput): Promise<Result<OpenedMessage, Saying>> =>
  withinLimit(input, (whole) => ({ job: 'open-beside', input: whole }))

/** One attachment by its name in the opened message. @returns `exchange-no-attachment`, or as `openMessage`. */
export const takeAttachment = (input: OpenMessageInput, name: string): Promise<Result<MessageAttachment, Saying>> =>
  withinLimit(input, (whole) => ({ job: 'take-part', input: { ...whole, name } }))

function withinLimit<T>(
  input: OpenMessageInput,
  jobOf: (whole: OpenBesideInput) => PgpJob,
): Promise<Result<T, Saying>> {
  const limits = withDefaults(input.limits)
  // Before the bytes are copied into the worker.
  if (sizeOf(input.bytes) > limits.messageBytes) {
    return Promise.resolve(fail(saying('message-too-large', { limit: megabytes(limits.messageBytes) })))
  }
  return runJob('pgp-worker', jobOf({ ...input, beside: input.beside ?? null, limits }), limits)
}
