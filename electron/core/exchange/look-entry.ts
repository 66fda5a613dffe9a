/** One entry of an archive as a person may see it: a name that is safe to show, and what is wrong with the one that was given. */
import type { ArchiveEntry } from '../../../shared/ipc/exchange-views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'

/** As the archive claims it; names and targets are hostile. */
export interface RawEntry {
  readonly name: string
  readonly size: number
  readonly packed: number
  readonly encrypted: boolean
  readonly directory: boolean
  /** Where a link leads; null for what is no link. Where only unpacking would tell it is ''. */
  readonly link: string | null
  /** A device or a pipe. */
  readonly special: boolean
}

/** From here on an entry unpacks to more than any honest text or log does. */
export const absurdRatio = 200
/** Below this a high ratio costs nobody anything. */
const smallSize = 1_048_576

const longest = 300
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Variation_Selector}\p{Default_Ignorable_Code_Point}]/gu

/** Keeps folders, so that a person sees where an entry would go; takes what cannot be seen or turns the line around. */
export function nameToShow(name: string): string {
  const visible = name.slice(0, 5_000).toWellFormed().replaceAll(invisible, '').normalize('NFC')
  const characters = Array.from(visible)
  const half = longest / 2
  return characters.length <= longest
    ? visible
    : `${characters.slice(0, half).join('')}…${characters.slice(1 - half).join('')}`
}

/** What two names that a file system may take for one have in common (case, Unicode form, trailing dots and blanks). */
export const nameAsTaken = (name: string): string =>
  name
    .replaceAll('\\', '/')
    .replace(/^(?:\.?\/)+/, '')
    .replace(/[\s./]{1,1000}$/, '')
    .normalize('NFKC')
    .toLowerCase()

export const isDangerous = ({ code }: Saying): boolean => dangers.has(code)
const dangers = new Set<Saying['code']>([
  'archive.parent',
  'archive.absolute',
  'archive.drive',
  'archive.unc',
  'archive.nul',
  'archive.link',
  'archive.device',
])

export function shownEntry(raw: RawEntry, more: readonly Saying[]): ArchiveEntry {
  const { size, packed, encrypted, directory } = raw
  return { name: nameToShow(raw.name), size, packed, encrypted, directory, findings: [...entryFindings(raw), ...more] }
}

function entryFindings({ name, size, packed, link, special }: RawEntry): readonly Saying[] {
  const ratio = Math.round(size / Math.max(1, packed))
  const drive = /^[a-z]:/i.test(name)
  const unc = /^[\\/]{2}[^\\/]/.test(name)
  return [
    ...(/(?:^|[\\/])\.\.(?:[\\/]|$)/.test(name) ? [saying('archive.parent')] : []),
    ...(unc ? [saying('archive.unc')] : /^[\\/]/.test(name) ? [saying('archive.absolute')] : []),
    ...(drive ? [saying('archive.drive')] : []),
    ...(name.includes('\0') ? [saying('archive.nul')] : []),
    ...(name.replaceAll('\0', '').slice(0, 5_000).search(invisible) >= 0 ? [saying('archive.hidden-characters')] : []),
    ...(link === null ? [] : [saying('archive.link', { target: nameToShow(link) || '?' })]),
    ...(special ? [saying('archive.device')] : []),
    ...(ratio >= absurdRatio && size > smallSize ? [saying('archive.ratio', { ratio })] : []),
  ]
}
