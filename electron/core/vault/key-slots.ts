/**
 * vault.json on the disk: the same content in two slots, a line each, each with a sum of its own, on pages of their own. While
 * keys are replaced one slot has the old ones; what opens the vault then stands in both again.
 */
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { canonical, sha256 } from '../store/canonical.ts'
import { writeFileSafely, writeProblem } from './files.ts'
import { fromFormat1, keyFile1Schema, keyFileSchema, vaultFormat, withinLimits, type KeyFile } from './key-file.ts'

export const longestKeyFile = 100_000
/** A torn write takes whole pages. */
const pageLength = 4096

export interface KeySlots {
  /** The newest first; one where both slots say the same, two while keys were being replaced. */
  readonly files: readonly [KeyFile, ...KeyFile[]]
  /** One slot does not read. */
  readonly isDamaged: boolean
  /** Read from a file of format 1. */
  readonly isOld: boolean
}

export const keyFilePath = (dir: string): string => join(dir, 'vault.json')

/** The file of format 1, kept until its successor has opened the vault. */
const oldKeyFilePath = (dir: string): string => join(dir, 'vault-1.json')

export function readKeySlots(dir: string): Result<KeySlots, Saying> {
  const slots = readSlotsAt(keyFilePath(dir)) ?? fail(saying('vault-not-found', { dir }))
  if (slots.ok || slots.problem.code !== 'key-file-damaged') return slots
  const old = readSlotsAt(oldKeyFilePath(dir))
  return old?.ok === true ? old : slots
}

export function readKeyFile(dir: string): Result<KeyFile, Saying> {
  const slots = readKeySlots(dir)
  return slots.ok ? ok(slots.value.files[0]) : slots
}

function readSlotsAt(path: string): Result<KeySlots, Saying> | null {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isFile() !== true || found.size > longestKeyFile) return null
  return parseSlots(readFileSync(path, 'utf8'))
}

/** null where the text is readable, but of no vault. */
export function parseKeyFile(text: string): Result<KeyFile, Saying> | null {
  const slots = parseSlots(text)
  return slots?.ok === true ? ok(slots.value.files[0]) : slots
}

const slotStart = '{"slot":'
const slotSchema = z.object({ slot: z.literal([1, 2]), sum: z.string(), keys: z.looseObject({ format: z.int() }) })
const headSchema = z.object({ signet: z.literal('vault'), format: z.int() })

/** Damage must not look like a wrong passphrase, and damage in one slot must not keep the other from opening. */
function parseSlots(text: string): Result<KeySlots, Saying> | null {
  const lines = text.split('\n').filter((line) => line.startsWith(slotStart))
  const slots = lines.slice(0, 2).map(parseSlot)
  const files = slots.flatMap((slot) => (slot?.ok === true ? [slot.value] : []))
  const [newest, other] = files.toSorted((a, b) => b.turn - a.turn)
  if (newest === undefined) return slots.find((slot) => slot?.ok === false) ?? parseWithoutSlots(text)
  const same = other === undefined || canonical(other) === canonical(newest)
  return ok({ files: same ? [newest] : [newest, other], isDamaged: files.length < 2, isOld: false })
}

/** null where the sum does not agree. */
function parseSlot(line: string): Result<KeyFile, Saying> | null {
  const slot = slotSchema.safeParse(parseJson(line.replace(/,\s*$/, '')))
  if (!slot.success || slot.data.sum !== sumOf(slot.data.keys)) return null
  const { keys } = slot.data
  if (keys.format > vaultFormat) return fail(saying('vault-newer', { format: keys.format }))
  const file = keyFileSchema.safeParse(keys)
  return file.success ? withinLimits(file.data) : null
}

/** A file of format 1, of a later one, or one whose slots are both damaged. */
function parseWithoutSlots(text: string): Result<KeySlots, Saying> | null {
  const damaged = fail(saying('key-file-damaged'))
  const content = parseJson(text)
  if (content === undefined) return damaged
  const head = headSchema.safeParse(content)
  if (!head.success) return text.includes(slotStart) ? damaged : null
  if (head.data.format > vaultFormat) return fail(saying('vault-newer', { format: head.data.format }))
  const old = keyFile1Schema.extend({ sum: z.string() }).safeParse(content)
  if (!old.success) return damaged
  const { sum, ...shown } = old.data
  const file = sum === sumOf(shown) ? withinLimits(fromFormat1(shown)) : damaged
  return file.ok ? ok({ files: [file.value], isDamaged: false, isOld: true }) : file
}

/** Tells accidents, nothing more: what somebody changed on purpose, the wraps refuse. */
const sumOf = (keys: unknown): string => sha256(canonical(keys))

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** JSON as a whole, so that an earlier Signet reads the format and refuses it by that. */
export function keySlotsText([first, second]: readonly [KeyFile, KeyFile]): string {
  const start = `{"signet":"vault","format":${vaultFormat},"slots":[\n${slotLine(1, first)}\n`
  const padded = start.padEnd(Math.ceil((start.length + 2) / pageLength) * pageLength - 2, '\n')
  return `${padded},\n${slotLine(2, second)}\n]}\n`
}

const slotLine = (slot: 1 | 2, keys: KeyFile): string =>
  `${slotStart}${slot},"sum":"${sumOf(keys)}","keys":${canonical(keys)}}`

export const keyFileText = (file: KeyFile): string => keySlotsText([file, file])

export const writeKeyFile = (dir: string, file: KeyFile): void => writeKeySlots(dir, [file, file])

export function writeKeySlots(dir: string, slots: readonly [KeyFile, KeyFile]): void {
  const path = keyFilePath(dir)
  destroying(path, () => writeFileSafely(path, Buffer.from(keySlotsText(slots))))
}

/** What stood in the file is overwritten once `work` has replaced or removed it, as far as disk and file system let it go. */
function destroying(path: string, work: () => void): void {
  // Windows replaces no open file.
  const before = process.platform === 'win32' || !existsSync(path) ? null : openSync(path, 'r+')
  try {
    work()
    if (before !== null) destroy(before)
  } finally {
    if (before !== null) closeSync(before)
  }
}

/** Not where it still has another name: a copy that somebody keeps by a hard link is theirs. */
function destroy(file: number): void {
  const { nlink, size } = fstatSync(file)
  if (nlink > 0) return
  try {
    writeSync(file, Buffer.alloc(size), 0, size, 0)
    fsyncSync(file)
  } catch {
    // It has lost its name already: the new keys are in place, and that must not be told as a failure.
  }
}

/** For steps that no other work may come between: replaced as in `replaceKeys`, where `next` has opened before it was written. */
export function replaceOpened(dir: string, old: KeyFile, next: KeyFile): void {
  writeKeySlots(dir, [old, next])
  if (!hasNewest(dir, next)) throw new Error('the keys read back as others')
  writeKeyFile(dir, next)
  dropOldKeyFile(dir)
}

export function hasNewest(dir: string, file: KeyFile): boolean {
  const written = readKeyFile(dir)
  return written.ok && canonical(written.value) === canonical(file)
}

interface Replacing {
  readonly old: KeyFile
  readonly next: KeyFile
  /** Opens what was read back from the disk, as the next unlock will. */
  readonly opens: (file: KeyFile) => Promise<boolean>
}

/** Old keys beside new ones, until the new ones have opened; then the old ones are destroyed in both slots. */
export async function replaceKeys(dir: string, { old, next, opens }: Replacing): Promise<Result<KeyFile, Saying>> {
  const turned = { ...next, turn: old.turn + 1 }
  try {
    writeKeySlots(dir, [old, turned])
    const written = readKeySlots(dir)
    const newest = written.ok ? written.value.files[0] : old
    if (newest.turn === turned.turn && (await opens(newest))) {
      writeKeyFile(dir, turned)
      dropOldKeyFile(dir)
      return ok(turned)
    }
    writeKeyFile(dir, old)
    return fail(saying('key-file-not-verified'))
  } catch (error) {
    // Where the old keys are gone already, whatever failed after that is done at the next unlock.
    return hasOnly(dir, turned) ? ok(turned) : fail(writeProblem('vault.json', error))
  }
}

function hasOnly(dir: string, file: KeyFile): boolean {
  const written = readKeySlots(dir)
  return written.ok && written.value.files.length === 1 && canonical(written.value.files[0]) === canonical(file)
}

/**
 * After the vault was opened by `opened`: both slots have it, and format 1 has become format 2. What cannot be written now is
 * done at the next unlock. @returns what there was to tell.
 */
export function settleKeys(dir: string, slots: KeySlots, opened: KeyFile): readonly Saying[] {
  try {
    if (slots.isOld) upgrade(dir, opened)
    else if (slots.isDamaged || slots.files.length > 1) writeKeyFile(dir, opened)
    else dropOldKeyFile(dir)
  } catch {
    // A full or read-only disk must not keep the right passphrase out.
  }
  return slots.isDamaged ? [saying('key-slot-damaged')] : []
}

/** The old file goes once the new one has opened the vault, at the next unlock. */
function upgrade(dir: string, opened: KeyFile): void {
  // Where vault.json is damaged, the old file is what was read.
  if (readSlotsAt(keyFilePath(dir))?.ok === true) writeFileSafely(oldKeyFilePath(dir), readFileSync(keyFilePath(dir)))
  writeKeyFile(dir, opened)
}

/** It would open by a passphrase that was changed since. */
export function dropOldKeyFile(dir: string): void {
  const path = oldKeyFilePath(dir)
  destroying(path, () => rmSync(path, { force: true }))
}
