/** Checks the signature of a document of others in a thread that can be killed. */
import type { Result } from '../../../../shared/kit/result.ts'
import type { Saying } from '../../../../shared/words/say.ts'
import { defaultLimits } from '../../mime/limits.ts'
import type { PgpJob } from '../../pgp/jobs.ts'
import { runJob } from '../../workers/run-job.ts'
import type { CheckedDocument, DocumentToCheck } from './document-signature.ts'

/** @returns what the signature proves, or `worker-stopped`. */
export const checkSignatureApart = (input: DocumentToCheck): Promise<Result<CheckedDocument, Saying>> =>
  runJob('pgp-worker', { job: 'check-document', input } satisfies PgpJob, defaultLimits)
