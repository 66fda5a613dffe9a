/** The command line in this process, with pipes and a terminal that a test holds; and the real process for what only it can show. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Io } from '../../../electron/cli/io.ts'
import { run } from '../../../electron/cli/run.ts'

export interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
  /** The one document on standard output; throws where it is none. */
  readonly json: Json
}

export type Json = { readonly [name: string]: Json } & readonly Json[] & string

export interface Around {
  readonly stdin?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
  /** What a person types at the prompts, in order. */
  readonly typed?: readonly string[]
  readonly fds?: Readonly<Record<number, string>>
  readonly waited?: number[]
}

/** A folder for all tests of a file. */
export function sharedFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'signet-cli-'))
  afterAll(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

export function fileIn(dir: string, name: string, content: string | Uint8Array): string {
  writeFileSync(join(dir, name), content)
  return name
}

export const textIn = (dir: string, name: string): string => readFileSync(join(dir, name), 'utf8')

/** `cwd` is where the user stands: the vault is the folder `vault` in it, its passphrase "trial". */
export const cliIn =
  (cwd: string) =>
  async (
    argv: readonly string[],
    { stdin = '', env = {}, typed = [], fds = {}, waited = [] }: Around = {},
  ): Promise<Ended> => {
    const written = { out: '', err: '' }
    const answers = [...typed]
    const io: Io = {
      cwd,
      env: { SIGNET_VAULT: 'vault', ...(typed.length === 0 ? { SIGNET_PASSPHRASE: 'trial' } : {}), ...env },
      out: (chunk) => void (written.out += chunk),
      err: (text) => void (written.err += text),
      isWatched: false,
      stdin: async () => (typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin),
      readFd: (fd) => {
        const content = fds[fd]
        if (content === undefined) throw new Error('EBADF')
        return content
      },
      ask: typed.length === 0 ? null : async () => answers.shift() ?? '',
      wait: async (seconds) => void waited.push(seconds),
      onInterrupt: () => undefined,
    }
    return ended(await run(argv, io), written.out, written.err)
  }

const ended = (code: number, out: string, err: string): Ended => ({
  code,
  out,
  err,
  get json() {
    return JSON.parse(out) as Json
  },
})

const main = new URL('../../../electron/cli/main.ts', import.meta.url).pathname

/** The real process, as npm starts it: in another folder than the user's. */
export function spawned(
  argv: readonly string[],
  {
    cwd,
    env = {},
    stdin = '',
    interruptWhen,
  }: { cwd: string; env?: Record<string, string>; stdin?: string; interruptWhen?: () => boolean },
): Promise<Ended> {
  const child = spawn(process.execPath, [main, ...argv], {
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'] ?? '', INIT_CWD: cwd, SIGNET_VAULT: 'vault', SIGNET_PASSPHRASE: 'trial', ...env },
  })
  const written = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (written.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (written.err += chunk.toString()))
  child.stdin.on('error', () => undefined)
  child.stdin.end(stdin)
  if (interruptWhen !== undefined) {
    const poll = setInterval(() => {
      if (!interruptWhen()) return
      // Once: a second Ctrl-C while it cleans up ends it as it stands.
      clearInterval(poll)
      child.kill('SIGINT')
    }, 50)
    child.on('close', () => clearInterval(poll))
  }
  return new Promise((resolve) => {
    child.on('close', (code, signal) => resolve(ended(code ?? (signal === null ? -1 : -2), written.out, written.err)))
  })
}

export const newTrialVault = (cwd: string): Promise<Ended> =>
  cliIn(cwd)([
    'vault',
    'create',
    'vault',
    '--analyst',
    'MK',
    '--name',
    'Mara Kell',
    '--tier',
    'N2',
    '--trial',
    '--json',
  ])
