/** How far a thread is, and whether it should stop: in memory that both sides see, because a busy thread hears no messages. */

/** Two numbers: KiB done, and 1 to stop. */
export type Watch = SharedArrayBuffer

export const newWatch = (): Watch => new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)

export const kibDone = (watch: Watch): number => Atomics.load(new Int32Array(watch), 0)

export const stop = (watch: Watch): void => void Atomics.store(new Int32Array(watch), 1, 1)

export class Stopped extends Error {
  readonly code = 'STOPPED'
}

/** Counts bytes into `watch`; throws `Stopped` once the other side said so. */
export function counter(watch: Watch): (bytes: number) => void {
  const cells = new Int32Array(watch)
  let total = Atomics.load(cells, 0) * 1024
  return (bytes) => {
    if (Atomics.load(cells, 1) === 1) throw new Stopped('stopped')
    total += bytes
    Atomics.store(cells, 0, Math.floor(total / 1024))
  }
}
