/** GnuPG: makes the keys that the others cannot, too, since it knows every type that is in use. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Peer, Ran } from '../../peer.ts'
import { check } from '../cell.ts'
import { addressOf, imported, type Key } from '../key.ts'
import { done, insist, oncePer, type Program, type Sealing, type Signing } from '../program.ts'

/** Without a fixed count the agent first measures how fast the machine is. */
const AGENT = 's2k-count 65536\n'
const QUIET = ['--batch', '--yes', '--no-tty', '--status-fd', '2', '--trust-model', 'always', '--no-auto-check-trustdb']

export interface KeyKind {
  /** As GnuPG's parameter file has it. */
  readonly type: 'RSA' | 'EDDSA' | 'ECDSA'
  /** Bits, or a curve and the one to encrypt with if that is another. */
  readonly size: number | readonly [curve: string, encryptionCurve?: string]
  readonly preferences?: string
}

const runner =
  (place: Peer) =>
  (args: readonly string[], passphrase = ''): Ran =>
    place.run('gpg', [...QUIET, '--pinentry-mode', 'loopback', '--passphrase', passphrase, ...args])

type Run = ReturnType<typeof runner>

export async function makeGpgKey(place: Peer, name: string, kind: KeyKind, passphrase = ''): Promise<Key> {
  const run = runner(place)
  place.put('gpg-agent.conf', AGENT)
  const made = done(run(['--gen-key', place.put('parameters', parameters(name, kind, passphrase))], passphrase))
  const fingerprint = /KEY_CREATED B ([0-9A-F]{40})/.exec(made.said)?.[1] ?? ''
  return exported(run, fingerprint, passphrase)
}

function parameters(name: string, { type, size, preferences }: KeyKind, passphrase: string): string {
  const [main, sub = main] = typeof size === 'number' ? [`Length: ${size}`] : size.map((curve) => `Curve: ${curve}`)
  return [
    ...(passphrase === '' ? ['%no-protection'] : []),
    `Key-Type: ${type}`,
    `Key-${main}`,
    'Key-Usage: sign',
    `Subkey-Type: ${type === 'RSA' ? 'RSA' : 'ECDH'}`,
    `Subkey-${sub}`,
    'Subkey-Usage: encrypt',
    `Name-Real: ${name}`,
    `Name-Email: ${addressOf(name)}`,
    'Expire-Date: 0',
    ...(passphrase === '' ? [] : [`Passphrase: ${passphrase}`]),
    ...(preferences ? [`Preferences: ${preferences}`] : []),
    '%commit\n',
  ].join('\n')
}

const exported = (run: Run, fingerprint: string, passphrase: string): Promise<Key> =>
  imported(done(run(['--armor', '--export-secret-keys', fingerprint], passphrase)).out, passphrase)

export function gpgProgram(place: Peer): Program {
  const run = runner(place)
  place.put('gpg-agent.conf', AGENT)
  const take = oncePer((armored) => {
    const { said } = run(['--import', place.put('key.asc', armored)])
    insist(said.includes('IMPORT_OK'), said)
  })
  const learn = (key: Key): void => take(key.armoredSecret || key.armoredPublic)
  /** The fields of its line about the primary key (GnuPG, doc/DETAILS). */
  const listed = (key: Key): readonly string[] => {
    learn(key)
    const line = /^pub:.*$/m.exec(run(['--with-colons', '--list-keys', key.fingerprint]).out.toString('utf8'))
    check(line !== null, 'gpg does not list the key')
    return line[0].split(':')
  }
  const insistOnSigner = (said: string, by: Key): void =>
    insist(said.includes('GOODSIG') && said.includes(`${by.fingerprint} `), said)
  return {
    name: 'gpg',
    version: () => versionLine(run(['--version']).out.toString('utf8')),
    learn,
    open(from, into, to, by) {
      for (const key of [...to, ...(by ? [by] : [])]) learn(key)
      // Its exit status also counts keys that are not there, of other recipients.
      const { said } = run(['-o', into, '--decrypt', from], to[0]?.passphrase)
      insist(said.includes('DECRYPTION_OKAY') && said.includes('GOODMDC'), said)
      if (by) insistOnSigner(said, by)
      return said
    },
    seal(from, into, how) {
      for (const key of [...how.to, ...(how.by ? [how.by] : [])]) learn(key)
      done(run([...sealArgs(how), '-o', into, from], how.password ?? how.by?.passphrase))
    },
    sign(from, into, how) {
      learn(how.by)
      done(run([...signArgs(how), '-o', into, from], how.by.passphrase))
    },
    verify(from, into, by) {
      learn(by)
      insistOnSigner(done(run(['-o', into, '--decrypt', from])).said, by)
    },
    verifyBeside(data, signature, by) {
      learn(by)
      insistOnSigner(done(run(['--verify', signature, data])).said, by)
    },
    makeKey: (name, passphrase) => makeGpgKey(place, name, { type: 'EDDSA', size: ['ed25519', 'cv25519'] }, passphrase),
    ringOf(keys) {
      keys.forEach(learn)
      return done(run(['--armor', '--export', ...keys.map(({ fingerprint }) => fingerprint)])).out
    },
    async extend({ fingerprint }, day) {
      for (const part of [[], ['*']]) done(run(['--quick-set-expire', fingerprint, day, ...part]))
      return imported(done(run(['--armor', '--export', fingerprint])).out)
    },
    async revoke({ fingerprint }) {
      const prepared = readFileSync(join(place.home, 'openpgp-revocs.d', `${fingerprint}.rev`), 'utf8')
      done(run(['--import', place.put('revocation.asc', prepared.replace(':-----BEGIN', '-----BEGIN'))]))
      return imported(done(run(['--armor', '--export', fingerprint])).out)
    },
    isRevoked: (key) => listed(key)[1] === 'r',
    expiryOf(key) {
      const seconds = listed(key)[6]
      return seconds ? new Date(Number(seconds) * 1000).toISOString().slice(0, 10) : ''
    },
  }
}

function versionLine(said: string): string {
  const [, gpg = '', library = ''] = /gpg \(GnuPG\) (\S+)\s+libgcrypt (\S+)/.exec(said) ?? []
  return `GnuPG ${gpg} with libgcrypt ${library}`
}

const sealArgs = ({
  to,
  by,
  hidden,
  cipher,
  compression,
  aead,
  noIntegrity,
  password,
  binary,
}: Sealing): readonly string[] => [
  ...(binary ? [] : ['--armor']),
  ...(hidden ? ['--throw-keyids'] : []),
  ...(cipher ? ['--cipher-algo', cipher] : []),
  ...(compression ? ['--compress-algo', compression] : []),
  ...(aead ? ['--force-aead'] : []),
  ...(noIntegrity ? ['--rfc2440', '--disable-mdc', '--cipher-algo', 'AES256'] : []),
  ...to.flatMap(({ fingerprint }) => ['-r', fingerprint]),
  ...(by ? ['--sign', '-u', by.fingerprint] : []),
  password ? '--symmetric' : '--encrypt',
]

const HOW = { clear: ['--clearsign'], detached: ['--armor', '--detach-sign'], inline: ['--armor', '--sign'] } as const

const signArgs = ({ by, how, hash }: Signing): readonly string[] => [
  ...(hash ? ['--allow-weak-digest-algos', '--digest-algo', hash] : []),
  '-u',
  by.fingerprint,
  ...HOW[how],
]
