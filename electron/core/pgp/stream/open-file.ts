/** Opens one encrypted or signed file of any size into a sink: natively where that is sure, else as a message is opened. Runs in a worker. */
import { fail, ok, type Result } from '../../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../../shared/words/say.ts'
import { keyRing } from '../key-ring.ts'
import type { Hashing } from './hashing.ts'
import type { Natives } from './natives.ts'
import { openNatively, type OpenWork } from './open-native.ts'
import { openWhole } from './open-whole.ts'
import { openSink } from './sink.ts'
import { openSource, type OpenSource } from './source.ts'
import { Refused, Surprise } from './stops.ts'
import type { OpenedFile, OpenFileInput, Sink, StreamLimits } from './stream-job.ts'

/** What the thread around a job gives it. */
export interface Surroundings {
  readonly natives: Natives
  readonly limits: StreamLimits
  readonly hashing: (names: readonly string[]) => Hashing
  /** Told how many bytes of the source are read; throws `Refused` (`stream-cancelled`) once nobody wants them. */
  readonly onRead: (bytes: number, total: number) => void
  /** Of the half file's name. */
  readonly mark: string
}

/** Above this only the native way is gone: it takes up to eight times as much memory to open a file whole. */
const MOST_WHOLE = 64 * 1024 * 1024

/** Nothing is at the sink's place unless the answer is a file. A bad signature is a state, not a problem, as with messages. Never throws. */
export async function openInto(input: OpenFileInput, around: Surroundings): Promise<Result<OpenedFile, Saying>> {
  try {
    const source = openSource(input.from, around.limits.fileBytes)
    try {
      const work = workOn(input, around, () => counted(source, around.onRead))
      return ok(await nativelyOrWhole(work, input.to, around))
    } finally {
      source.close()
    }
  } catch (error) {
    return fail(error instanceof Refused ? error.problem : saying('message-damaged'))
  }
}

type Unsunk = Omit<OpenWork, 'write'>

function workOn(
  { secretKeys, publicKeys, now }: OpenFileInput,
  around: Surroundings,
  pieces: OpenWork['pieces'],
): Unsunk {
  const { natives, hashing, limits } = around
  const ring = keyRing(secretKeys, publicKeys)
  return { natives, hashing, pieces, ring, now: new Date(now), mostBytes: limits.decompressedBytes }
}

async function nativelyOrWhole(work: Unsunk, to: Sink, { mark }: Surroundings): Promise<OpenedFile> {
  try {
    return await into(to, mark, (write) => openNatively({ ...work, write }))
  } catch (error) {
    if (!(error instanceof Surprise)) throw error
    return into(to, mark, (write) => openWhole({ ...work, write }, MOST_WHOLE))
  }
}

/** The sink gets its place when the work is done, and is gone when it is not. */
export async function into<T>(to: Sink, mark: string, work: (write: OpenWork['write']) => Promise<T>): Promise<T> {
  const sink = openSink(to, mark)
  try {
    const done = await work(sink.write)
    sink.commit()
    return done
  } finally {
    sink.drop()
  }
}

export function* counted(source: OpenSource, onRead: Surroundings['onRead']): Generator<Uint8Array> {
  const pieces = source.pieces()
  let read = 0
  for (let next = pieces.next(); next.done !== true; next = pieces.next()) {
    read += next.value.length
    onRead(read, source.size)
    yield next.value
  }
}
