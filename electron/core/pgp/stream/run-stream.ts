/** Runs the jobs on large files in threads that can be ended: one for the work, one for its hashes, and no event loop waits for either. */
import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { fail, type Result } from '../../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../../shared/words/say.ts'
import { runJob, warmUp } from '../../workers/run-job.ts'
import { closeLane, newLane } from './hash-lane.ts'
import { halfPath } from './sink.ts'
import {
  streamLimits,
  type OpenedFile,
  type OpenFileInput,
  type SealedFile,
  type SealFileInput,
  type StreamOptions,
} from './stream-job.ts'
import { newGauge, readGauge, stopAt, type StreamJob } from './worker-job.ts'

/**
 * Signs and encrypts a file into another one.
 * @returns what was written, or `seal-no-recipient`, `key-cannot-encrypt`, `key-not-secret`, `key-locked`, `key-passphrase-wrong`,
 * `key-cannot-sign`, `seal-failed`, `file-missing`, `disk-full`, `write-failed`, or one of `stream-…`: nothing is at the sink's place then.
 */
export const sealFile = (input: SealFileInput, options: StreamOptions = {}): Promise<Result<SealedFile, Saying>> =>
  run({ job: 'seal', input }, options)

/**
 * Opens an encrypted or signed file into another one. What its signatures prove is in `protection`: a bad one is a state, not a problem.
 * @returns what was written, or one of the `message-…` problems of openPgpData, `file-missing`, `disk-full`, `write-failed`, or one of
 * `stream-…`: nothing is at the sink's place then.
 */
export const openFile = (input: OpenFileInput, options: StreamOptions = {}): Promise<Result<OpenedFile, Saying>> =>
  run({ job: 'open', input }, options)

/** Has the threads ready before the first file comes. */
export const warmStreams = async (): Promise<void> => {
  await Promise.all([warmUp('pgp-stream-worker'), warmUp('pgp-hash-worker')])
}

const PROGRESS_MS = 200

async function run<T>(
  asked: Pick<StreamJob, 'job' | 'input'>,
  { limits: asLimits, onProgress, signal }: StreamOptions,
): Promise<Result<T, Saying>> {
  const limits = { ...streamLimits, ...asLimits }
  const { seconds, megabytes } = limits
  if (signal?.aborted === true) return fail(saying('stream-cancelled'))
  const [lane, gauge, mark] = [newLane(), newGauge(), randomBytes(6).toString('hex')]
  const stop = (): void => stopAt(gauge)
  signal?.addEventListener('abort', stop)
  const tell = (): void => {
    const { done, total } = readGauge(gauge)
    if (total > 0) onProgress?.(done, total)
  }
  const timer = setInterval(tell, PROGRESS_MS)
  try {
    const result = runJob<T, Saying>(
      'pgp-stream-worker',
      { ...asked, limits, lane, gauge, mark },
      { seconds, megabytes },
    )
    const hashing = runJob<null, Saying>('pgp-hash-worker', { lane }, { seconds, megabytes })
    // A lane that fails is missed by the thread that waits for it.
    hashing.catch(() => undefined)
    const answer = await result
    if (answer.ok) tell()
    return !answer.ok && answer.problem.code === 'worker-stopped'
      ? fail(saying('stream-stopped', { seconds, megabytes }))
      : answer
  } finally {
    clearInterval(timer)
    signal?.removeEventListener('abort', stop)
    closeLane(lane)
    // A thread that was ended could not clean up.
    rmSync(halfPath(asked.input.to, mark), { force: true, maxRetries: 3 })
  }
}
