/** Texts of people: `-` reads standard input, `@FILE` a file, anything else is the text itself. */
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { saying } from '../../shared/words/say.ts'
import { type Call } from './command.ts'
import { Refused, Usage } from './refusal.ts'

/** As many as the longest text of the contract. */
const longest = 1_000_000

const usedUp = new WeakSet<object>()

/** Without the line end of the file's last line. Throws Refused for a file that cannot be read or is no text. */
export async function readText(call: Pick<Call, 'io' | 'files'>, given: string): Promise<string> {
  if (given === '-') return decoded(await stdinOnce(call), 'standard input')
  if (!given.startsWith('@')) return given
  const name = basename(given.slice(1))
  const path = call.files.path(given.slice(1))
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isFile() !== true) throw new Refused(saying('file-missing', { name, detail: 'ENOENT' }))
  return found.size > longest ? tooLong(name, found.size) : decoded(readFileSync(path), name)
}

/** Reads it on one line: a title. */
export const readLine = async (call: Pick<Call, 'io' | 'files'>, given: string): Promise<string> =>
  (await readText(call, given)).replaceAll(/\s+/g, ' ').trim()

function stdinOnce({ io }: Pick<Call, 'io'>): Promise<Uint8Array> {
  if (usedUp.has(io)) throw new Usage(saying('cli.stdin-twice'))
  usedUp.add(io)
  return io.stdin(longest)
}

function decoded(bytes: Uint8Array, name: string): string {
  if (bytes.length > longest) return tooLong(name, bytes.length)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r?\n$/, '')
  } catch {
    throw new Refused(saying('cli.not-text', { name }))
  }
}

function tooLong(name: string, size: number): never {
  throw new Refused(saying('file-too-large', { name, size: `${size} bytes`, limit: `${longest} bytes` }))
}
