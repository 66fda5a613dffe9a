/** Reads the made-up lists of teams for the tests. */
import { readFileSync } from 'node:fs'
import type { DirectoryEntry, DirectoryReading } from '../../../../electron/core/cards/directories/directory-reading.ts'
import { readDirectory } from '../../../../electron/core/cards/directories/read-directory.ts'
import { bytesOf } from '../../../material/directories/made-directories.ts'

export function readValue(
  value: unknown,
  name = 'list',
  mapping: Readonly<Record<string, string | null>> = {},
): DirectoryReading {
  const read = readDirectory({ name, bytes: bytesOf(value), mapping })
  if (!read.ok) throw new Error(read.problem.code)
  return read.value
}

export const refusal = (bytes: Uint8Array, name = 'list'): string | null => {
  const read = readDirectory({ name, bytes })
  return read.ok ? null : read.problem.code
}

const text = (name: string): string =>
  readFileSync(new URL(`../../../material/directories/${name}`, import.meta.url), 'utf8')

export const readMaterial = (name: string): DirectoryReading => readValue(text(name), name)

export function entry(reading: DirectoryReading, key: string): DirectoryEntry {
  const found = reading.entries.find((one) => one.key === key)
  if (!found) throw new Error(`no entry ${key} among ${reading.entries.map((one) => one.key).join(', ')}`)
  return found
}

export const problemCodes = ({ problems }: DirectoryEntry): readonly string[] => problems.map(({ code }) => code)
