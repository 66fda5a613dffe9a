/** A desk for the benchmark: one key that we and GnuPG have, a short folder that goes away, and the other programs. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateKey } from '../../../electron/core/pgp/key-material.ts'
import type { SecretKeyInput } from '../../../electron/core/pgp/key-ring.ts'
import type { SealInput } from '../../../electron/core/pgp/seal.ts'
import { must } from '../../material/pgp-people.ts'

export interface BenchDesk {
  readonly home: string
  readonly address: string
  readonly own: SecretKeyInput
  readonly public: string
  readonly path: (name: string) => string
  readonly read: (name: string) => Uint8Array
  readonly gpg: (...args: string[]) => void
  /** In a key ring that is empty each time. */
  readonly gpgFresh: (...args: string[]) => void
  readonly rnp: (...args: string[]) => boolean
  readonly message: (bytes: Uint8Array, now: string) => SealInput
  readonly manyKeys: (count: number) => Promise<Uint8Array>
  readonly close: () => void
}

export async function desk(now: string): Promise<BenchDesk> {
  const address = 'bench@example.org'
  const made = new Date(Date.parse(now) - 3600_000).toISOString()
  const key = must(await generateKey({ name: 'Bench', email: address, now: made, expiresInDays: null }))
  // The agent's socket lies in it, and its path may have 107 characters at most.
  const home = mkdtempSync(join(tmpdir(), 'sb-'))
  const path = (name: string): string => join(home, name)
  const run = (program: string, args: readonly string[], gnupg = home): boolean => {
    const env = { PATH: process.env['PATH'] ?? '', GNUPGHOME: gnupg, HOME: home, LANG: 'C.UTF-8' }
    return spawnSync(program, [...args], { env, stdio: 'ignore' }).status === 0
  }
  const gpgIn = (gnupg: string, args: readonly string[]): void => {
    if (!run('gpg', ['--batch', '--yes', '-q', '--trust-model', 'always', ...args], gnupg))
      throw new Error('gpg failed')
  }
  writeFileSync(path('secret.asc'), key.armoredSecret, { mode: 0o600 })
  gpgIn(home, ['--import', path('secret.asc')])
  const rnpHome = path('rnp')
  mkdirSync(rnpHome, { mode: 0o700 })
  run('rnpkeys', ['--homedir', rnpHome, '--import', path('secret.asc')])
  return {
    home,
    address,
    own: { armored: key.armoredSecret, passphrase: null },
    public: key.armoredPublic,
    path,
    read: (name) => new Uint8Array(readFileSync(path(name))),
    gpg: (...args) => gpgIn(home, args),
    gpgFresh: (...args) => {
      const fresh = mkdtempSync(join(home, 'f-'))
      gpgIn(fresh, args)
      rmSync(fresh, { recursive: true, force: true })
    },
    rnp: (...args) => run('rnp', ['--homedir', rnpHome, '--password', '', ...args]),
    message: (bytes, at) => ({
      recipients: [key.armoredPublic],
      signWith: { armored: key.armoredSecret, passphrase: null },
      form: 'pgp',
      from: { name: 'Bench', address },
      to: [{ name: 'Bench', address }],
      subject: '',
      outerSubject: '',
      messageId: 'bench@example.org',
      text: '',
      attachments: [{ name: 'm', type: 'application/octet-stream', bytes: Buffer.from(bytes) }],
      attachOwnKey: false,
      now: at,
      boundary: 'benchbenchbenchbench',
    }),
    manyKeys: async (count) => {
      const all: string[] = []
      for (let number = 0; number < count; number += 1) {
        const email = `team-${number}@example.org`
        all.push(
          must(await generateKey({ name: `Team ${number}`, email, now: made, expiresInDays: null })).armoredPublic,
        )
      }
      return new TextEncoder().encode(all.join('\n'))
    },
    close: () => {
      run('gpgconf', ['--kill', 'all'])
    },
  }
}
