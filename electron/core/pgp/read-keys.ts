/** Reads key files of others in a thread that can be killed. */
import type { ReadKey } from '../../../shared/domain/key/key.ts'
import { ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { defaultLimits } from '../mime/limits.ts'
import { runJob, type JobLimits } from '../workers/run-job.ts'
import type { PgpJob } from './jobs.ts'
import type { KeyFileInput, KeyRingInput, KeyRingPart } from './key-file.ts'

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

/** A long ring is read so many keys at a time, so that no answer of a thread is long and progress can be shown. */
export const keysATurn = 250

/** A turn takes a second; one that takes so long has a key in it that was made to. */
const turnLimits = { ...defaultLimits, seconds: 15 }

/**
 * One turn's keys and how many there are in all. Where a turn does not end, it is halved until the key that is to blame stands alone; that
 * one is given as unreadable, so that it keeps none of the others out.
 * @returns as `readKeys`; `worker-stopped` only where not even the keys can be counted.
 */
export async function readRingPart(input: KeyRingInput): Promise<Result<KeyRingPart, Saying>> {
  const job: PgpJob = { job: 'read-ring', input }
  const read = await runJob<KeyRingPart, Saying>('pgp-worker', job, turnLimits)
  if (read.ok || read.problem.code !== 'worker-stopped' || input.count === 0) return read
  const counted = await readRingPart({ ...input, count: 0 })
  if (!counted.ok) return counted
  const { total } = counted.value
  const count = Math.min(input.count, total - input.from)
  if (count <= 1) return ok({ keys: [stopped], total })
  const half = Math.ceil(count / 2)
  const first = await readRingPart({ ...input, count: half })
  if (!first.ok) return first
  const second = await readRingPart({ ...input, from: input.from + half, count: count - half })
  return second.ok ? ok({ keys: [...first.value.keys, ...second.value.keys], total }) : second
}

const stopped: ReadKey = {
  inspected: {
    fingerprint: null,
    userIds: [],
    algorithm: null,
    created: null,
    expires: null,
    state: 'unreadable',
    canEncrypt: false,
    canSign: false,
    secret: false,
    findings: [saying('key-stopped')],
    repairs: [],
  },
  armored: null,
  armoredSecret: null,
  parts: [],
  revocation: null,
}
