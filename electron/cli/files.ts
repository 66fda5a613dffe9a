/** Files that the user named: each path becomes a one-use token, so that core takes no path from outside here either. */
import { existsSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { FileInput } from '../../shared/ipc/inputs.ts'
import { saying } from '../../shared/words/say.ts'
import type { Ports } from '../core/ports.ts'
import { Refused, Usage } from './refusal.ts'
import type { Io } from './io.ts'

export interface Files {
  /** A file to read; `-` is standard input. Throws Refused where it is none. */
  readonly input: (path: string) => Promise<FileInput>
  /** Its detached signature: FILE.asc or FILE.sig; null where neither is there. */
  readonly beside: (path: string) => Promise<FileInput | null>
  /** A file to write, not there yet unless --force was given. Throws Refused. */
  readonly target: (path: string) => { readonly grant: string }
  readonly redeem: Ports['redeem']
  readonly path: (path: string) => string
}

/** Most bytes of standard input that any reader takes; each has its own limit below that. */
export const stdinLimit = 100 * 1_048_576

export function filesOf(io: Io, force: boolean): Files {
  const grants = new Map<string, { path: string; mode: 'read' | 'write' }>()
  const path = (given: string): string => resolve(io.cwd, given)
  const granted = (given: string, mode: 'read' | 'write'): string => {
    const token = `${mode}-${grants.size}`
    grants.set(token, { path: path(given), mode })
    return token
  }
  const input = async (given: string): Promise<FileInput> => {
    if (given === '-') return { name: 'standard input', bytes: await io.stdin(stdinLimit) }
    const name = basename(given)
    const found = statSync(path(given), { throwIfNoEntry: false })
    if (found === undefined) throw new Refused(saying('file-missing', { name, detail: 'ENOENT' }))
    if (found.isDirectory()) throw new Refused(saying('file-missing', { name, detail: 'EISDIR' }))
    return { grant: granted(given, 'read'), name }
  }
  return {
    path,
    input,
    beside: async (given) => {
      const found = ['.asc', '.sig'].map((ending) => given + ending).find((name) => isFile(path(name)))
      return given === '-' || found === undefined ? null : input(found)
    },
    target: (given) => {
      if (given === '-') throw new Usage(saying('cli.out-needs-name'))
      if (!force && existsSync(path(given))) throw new Refused(saying('file-exists', { name: basename(given) }))
      return { grant: granted(given, 'write') }
    },
    redeem: (token, mode) => {
      const grant = grants.get(token)
      if (grant?.mode !== mode) return null
      grants.delete(token)
      return { path: grant.path, name: basename(grant.path) }
    },
  }
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true
