/** Runs other OpenPGP programs in a private home of their own; a missing one is a printed reason, or a failure where peers are required. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Ran {
  readonly status: number | null
  readonly out: Buffer
  readonly said: string
}

export interface Peer {
  readonly run: (program: string, args: readonly string[], input?: string | Uint8Array) => Ran
  readonly put: (name: string, data: string | Uint8Array) => string
  readonly get: (name: string) => Uint8Array
  readonly home: string
  readonly close: () => void
}

/** @returns true where the program is there; prints why its tests are skipped, and throws if SIGNET_REQUIRE_PEERS is 1. */
export function hasPeer(program: string): boolean {
  const there = spawnSync(program, ['--version']).error === undefined
  if (!there && process.env['SIGNET_REQUIRE_PEERS'] === '1') throw new Error(`${program} is required and not installed`)
  if (!there) console.log(`skipped: ${program} is not installed`)
  return there
}

/** A folder with a short path, since the agent's socket lives in it and its path may have 107 characters at most. */
export function peer(): Peer {
  const home = mkdtempSync(join(tmpdir(), 'sp-'))
  mkdirSync(join(home, 'rnp-home'), { mode: 0o700 })
  const env = { PATH: process.env['PATH'] ?? '', GNUPGHOME: home, HOME: home, LANG: 'C.UTF-8' }
  return {
    home,
    run: (program, args, input) => {
      const options = { cwd: home, env, maxBuffer: 1 << 28, ...(input === undefined ? {} : { input }) }
      const { status, stdout, stderr } = spawnSync(program, [...args], options)
      return { status, out: stdout, said: stderr.toString('utf8') }
    },
    put: (name, data) => {
      writeFileSync(join(home, name), data, { mode: 0o600 })
      return join(home, name)
    },
    get: (name) => new Uint8Array(readFileSync(join(home, name))),
    close: () => {
      spawnSync('gpgconf', ['--kill', 'all'], { env })
      rmSync(home, { recursive: true, force: true })
    },
  }
}
