/** Reads key files of others in a thread that can be killed. */
import type { ReadKey } from '../../../shared/domain/key/key.ts'
import type { Result } from '../../../shared/kit/result.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { defaultLimits } from '../mime/limits.ts'
import { runJob, type JobLimits } from '../workers/run-job.ts'
import type { PgpJob } from './jobs.ts'
import type { KeyFileInput } from './key-file.ts'

export type ReadKeysInput = Omit<KeyFileInput, 'bytes' | 'fileName' | 'announced'> & {
  readonly bytes: Uint8Array | string
  readonly fileName?: string
  readonly announced?: KeyFileInput['announced']
}

/** @returns every key of the file, unreadable ones included; `keys-none` or `worker-stopped`. */
export function readKeys(
  input: ReadKeysInput,
  limits: JobLimits = defaultLimits,
): Promise<Result<readonly ReadKey[], Saying>> {
  const bytes = typeof input.bytes === 'string' ? new TextEncoder().encode(input.bytes) : input.bytes
  const { fileName = '', announced = null } = input
  const job: PgpJob = { job: 'read-keys', input: { ...input, bytes, fileName, announced } }
  return runJob('pgp-worker', job, limits)
}
