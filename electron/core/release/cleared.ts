/**
 * What may leave. A Cleared value is made by the release point (release.ts) and nowhere else; the writers take only that.
 * The registry makes it hold at run time too: an object that merely has the same shape is refused.
 */
import type { SealedFile } from '../store/sealed-file.ts'
import type { Archive } from './archive.ts'

declare const clearedMark: unique symbol

type Clearable = string | Uint8Array | SealedFile | Archive

export interface Cleared<T extends Clearable> {
  readonly content: T
  readonly [clearedMark]: true
}

const issued = new WeakSet<object>()

/** For release.ts alone: the import rules of the tests name anybody else who calls it. */
export function clear<T extends Clearable>(content: T): Cleared<T> {
  const cleared = Object.freeze({ content }) as Cleared<T>
  issued.add(cleared)
  return cleared
}

/** A bug if it is not: somebody has gone round the release point. */
export function contentOf<T extends Clearable>(cleared: Cleared<T>): T {
  if (!issued.has(cleared)) throw new Error('not cleared by the release point')
  return cleared.content
}
