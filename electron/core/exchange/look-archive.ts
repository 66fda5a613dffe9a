/** Lists archives in memory: nothing is unpacked but the way through a compressed tar, and that only to count. Runs in a worker. */
import type { ArchiveEntry, AttachmentLook } from '../../../shared/ipc/exchange-views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { absurdRatio, isDangerous, nameAsTaken, shownEntry, type RawEntry } from './look-entry.ts'

const mostShown = 10_000
const megabyte = 1_048_576
/** Claimed sizes below this fit anywhere. */
const bombSize = 1024 * megabyte

/** Takes entries one by one, so that an archive of millions costs no memory beyond those that are shown and their names. */
export interface Listing {
  readonly add: (entry: RawEntry) => void
  /** The entry at this place, counted from 0, shares bytes with another. */
  readonly overlaps: (at: number) => void
  /** @param packed bytes of the archive itself. */
  readonly done: (packed: number, more?: readonly Saying[]) => Extract<AttachmentLook, { kind: 'archive' }>
}

export function listing(): Listing {
  const shown: RawEntry[] = []
  const overlapping = new Set<number>()
  const names = new Map<string, number>()
  let [total, size, encrypted] = [0, 0, 0]
  return {
    add: (entry) => {
      total += 1
      size += entry.size
      if (entry.encrypted) encrypted += 1
      if (shown.length >= mostShown) return
      shown.push(entry)
      const taken = nameAsTaken(entry.name)
      names.set(taken, (names.get(taken) ?? 0) + 1)
    },
    overlaps: (at) => overlapping.add(at),
    done: (packed, more = []) => {
      const entries = shown.map((entry, at) =>
        shownEntry(entry, [
          ...((names.get(nameAsTaken(entry.name)) ?? 0) > 1 ? [saying('archive.same-name')] : []),
          ...(overlapping.has(at) ? [saying('archive.overlaps')] : []),
        ]),
      )
      const whole = wholeFindings({ entries, total, size, packed, encrypted, isOverlapping: overlapping.size > 0 })
      return { kind: 'archive', entries, total, findings: [...whole, ...more] }
    },
  }
}

interface Whole {
  readonly entries: readonly ArchiveEntry[]
  readonly total: number
  readonly size: number
  readonly packed: number
  readonly encrypted: number
  readonly isOverlapping: boolean
}

function wholeFindings({ entries, total, size, packed, encrypted, isOverlapping }: Whole): readonly Saying[] {
  const ratio = Math.round(size / Math.max(1, packed))
  const dangerous = entries.filter(({ findings }) => findings.some(isDangerous)).length
  const isBomb = size > bombSize && ratio >= absurdRatio
  return [
    ...(isBomb ? [saying('archive.bomb', { size: Math.round(size / megabyte), ratio })] : []),
    ...(dangerous > 0 ? [saying('archive.dangerous', { count: dangerous })] : []),
    ...(isOverlapping ? [saying('archive.overlapping')] : []),
    ...(encrypted > 0 ? [saying('archive.encrypted', { count: encrypted })] : []),
    ...(total > entries.length ? [saying('archive.more', { shown: entries.length, total })] : []),
  ]
}
