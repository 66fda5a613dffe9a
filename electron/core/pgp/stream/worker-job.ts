/** What passes between the desk's thread and the one that works on a file: the job, and a gauge in shared memory for progress and stopping. */
import { saying } from '../../../../shared/words/say.ts'
import { hashingHere, type Hashing } from './hashing.ts'
import { hashingInLane } from './hash-lane.ts'
import { probeNatives, type Natives } from './natives.ts'
import type { Surroundings } from './open-file.ts'
import { Refused } from './stops.ts'
import type { OpenFileInput, SealFileInput, StreamLimits } from './stream-job.ts'

export type StreamJob = {
  readonly limits: StreamLimits
  readonly lane: SharedArrayBuffer
  readonly gauge: SharedArrayBuffer
  /** Of the half file's name. */
  readonly mark: string
} & ({ readonly job: 'seal'; readonly input: SealFileInput } | { readonly job: 'open'; readonly input: OpenFileInput })

/** Bytes read, bytes in all, and whether to stop. */
const [DONE, TOTAL, STOP] = [0, 1, 2]

export const newGauge = (): SharedArrayBuffer => new SharedArrayBuffer(24)

export function readGauge(gauge: SharedArrayBuffer): { readonly done: number; readonly total: number } {
  const words = new BigInt64Array(gauge)
  return { done: Number(Atomics.load(words, DONE)), total: Number(Atomics.load(words, TOTAL)) }
}

export function stopAt(gauge: SharedArrayBuffer): void {
  Atomics.store(new BigInt64Array(gauge), STOP, 1n)
}

let natives: Natives | undefined

/** In the thread that works on the file. */
export function surroundings({ limits, lane, gauge, mark }: StreamJob): Surroundings {
  const words = new BigInt64Array(gauge)
  return {
    natives: (natives ??= probeNatives()),
    limits,
    mark,
    hashing: (names): Hashing => hashingInLane(lane, names) ?? hashingHere(names),
    onRead: (bytes, total) => {
      Atomics.store(words, DONE, BigInt(bytes))
      Atomics.store(words, TOTAL, BigInt(total))
      if (Atomics.load(words, STOP) === 1n) throw new Refused(saying('stream-cancelled'))
    },
  }
}
