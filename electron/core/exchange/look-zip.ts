/** Lists a ZIP from its central directory (APPNOTE 4.3.12), without inflating a byte of it. */
import { fromBufferPromise, getFileNameLowLevel, type Entry, type ZipFile } from 'yauzl'
import type { AttachmentLook } from '../../../shared/ipc/exchange-views.ts'
import { saying } from '../../../shared/words/say.ts'
import { listing } from './look-archive.ts'
import type { RawEntry } from './look-entry.ts'

const localHeader = 30
/** Places of entries that are compared with each other; later ones are counted only. */
const mostPlaces = 100_000

/** Throws what yauzl throws on a directory that cannot be read. */
export async function lookAtZip(bytes: Buffer): Promise<AttachmentLook> {
  const zip = await fromBufferPromise(bytes, { decodeStrings: false, validateEntrySizes: false })
  const list = listing()
  const places: { readonly at: number; readonly start: number; readonly end: number }[] = []
  const isWhole = await readEntries(zip, (entry, at) => {
    list.add(rawEntry(entry))
    const start = entry.relativeOffsetOfLocalHeader
    const end = start + localHeader + entry.fileNameRaw.length + entry.compressedSize
    if (places.length < mostPlaces) places.push({ at, start, end })
  })
  overlapsIn(places).forEach(list.overlaps)
  return list.done(bytes.length, isWhole ? [] : [saying('archive.unreadable')])
}

/** @returns false where the directory is damaged after its first entries; throws where not even those can be read. */
async function readEntries(zip: ZipFile, take: (entry: Entry, at: number) => void): Promise<boolean> {
  let at = 0
  try {
    for await (const entry of zip.eachEntry()) {
      take(entry, at)
      at += 1
    }
    return true
  } catch (error) {
    if (at === 0) throw error
    return false
  }
}

/** Every entry that begins before the bytes of an earlier one end: how a small file can claim petabytes (Fifield 2019). */
function overlapsIn(places: readonly { at: number; start: number; end: number }[]): readonly number[] {
  let reached = { at: -1, end: 0 }
  return places
    .toSorted((one, other) => one.start - other.start)
    .flatMap((place) => {
      const isShared = place.start < reached.end
      const earlier = reached.at
      if (place.end > reached.end) reached = place
      return isShared ? [earlier, place.at] : []
    })
}

const unix = 3
const typeMask = 0xf000
const [link, directory, plain] = [0xa000, 0x4000, 0x8000]

/** yauzl's own decoding of names would refuse the whole archive for one hostile name; here the name is shown with what is wrong with it. */
function rawEntry(entry: Entry): RawEntry {
  const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true)
  const mode = entry.versionMadeBy >> 8 === unix ? (entry.externalFileAttributes >>> 16) & typeMask : 0
  return {
    name,
    size: entry.uncompressedSize,
    packed: entry.compressedSize,
    encrypted: (entry.generalPurposeBitFlag & 1) === 1,
    directory: mode === directory || /[\\/]$/.test(name),
    // The target is the content of the entry: it is not unpacked to show it.
    link: mode === link ? '' : null,
    special: mode !== 0 && ![link, directory, plain].includes(mode),
  }
}
