/** Seals a message off the thread that answers the desk, since recipients' keys are others' data and files may be large. */
import type { Result } from '../../../shared/kit/result.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { runJob, type JobLimits } from '../workers/run-job.ts'
import type { PgpJob } from './jobs.ts'
import type { Sealed, SealInput } from './seal.ts'
import type { SignedText, SignTextInput } from './sign-text.ts'

/** Room for a hundred megabytes of attachments, several times over. */
const SEAL_LIMITS: JobLimits = { seconds: 60, megabytes: 1536 }

/** @returns the file to hand out, one of the problems of `seal`, or `worker-stopped`. */
export function sealMessage(input: SealInput, limits: JobLimits = SEAL_LIMITS): Promise<Result<Sealed, Saying>> {
  const job: PgpJob = { job: 'seal', input }
  return runJob('pgp-worker', job, limits)
}

/** @returns the clear-signed text, one of the problems of `signText`, or `worker-stopped`. */
export function signTextApart(input: SignTextInput): Promise<Result<SignedText, Saying>> {
  const job: PgpJob = { job: 'sign-text', input }
  return runJob('pgp-worker', job, { seconds: 10, megabytes: 256 })
}
