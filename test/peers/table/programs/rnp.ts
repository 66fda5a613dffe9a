/** RNP: the library inside Thunderbird, by its command line. */
import type { Peer, Ran } from '../../peer.ts'
import { check } from '../cell.ts'
import { addressOf, imported, type Key } from '../key.ts'
import { done, insist, oncePer, type Program, type Sealing, type Signing } from '../program.ts'

const HOME = ['--homedir', 'rnp-home', '--notty']
/** In its expert mode it asks which: EDDSA with X25519. */
const ED25519 = '22\n'

export function rnpProgram(place: Peer): Program {
  const run = (args: readonly string[], passphrase = ''): Ran =>
    place.run('rnp', [...HOME, '--password', passphrase, '--overwrite', ...args])
  const rnpkeys = (args: readonly string[], passphrase = '', input = ''): Ran =>
    place.run('rnpkeys', [...HOME, '--password', passphrase, ...args], input)
  const take = oncePer((armored) => done(rnpkeys(['--import-keys', place.put('key.asc', armored)])))
  const learn = (key: Key): void => take(key.armoredSecret || key.armoredPublic)
  const insistOnSigner = ({ said, out }: Ran, by: Key): void => {
    const text = said + out.toString('utf8')
    insist(/Good signature/i.test(text) && text.toUpperCase().includes(by.fingerprint.slice(-16)), text)
  }
  const listed = (key: Key): string => {
    learn(key)
    const { out, said } = done(rnpkeys(['--list-keys', key.fingerprint]))
    const line = /^pub .*$/m.exec(out.toString('utf8') + said)
    check(line !== null, 'rnp does not list the key')
    return line[0]
  }
  const exported = (fingerprint: string, secret: readonly string[], passphrase: string): Promise<Key> =>
    imported(done(rnpkeys(['--export-key', ...secret, fingerprint], passphrase)).out, passphrase)
  return {
    name: 'rnp',
    version: () => versionLine(run(['--version']).out.toString('utf8')),
    learn,
    open(from, into, to, by) {
      for (const key of [...to, ...(by ? [by] : [])]) learn(key)
      const ran = done(run(['--decrypt', from, '--output', into], to[0]?.passphrase))
      if (by) insistOnSigner(ran, by)
      return ran.said
    },
    seal(from, into, how) {
      for (const key of [...how.to, ...(how.by ? [how.by] : [])]) learn(key)
      done(run([...sealArgs(how), from, '--output', into], how.password ?? how.by?.passphrase))
    },
    sign(from, into, how) {
      learn(how.by)
      done(run([...signArgs(how), from, '--output', into], how.by.passphrase))
    },
    verify(from, into, by) {
      learn(by)
      insistOnSigner(done(run(['--decrypt', from, '--output', into])), by)
    },
    verifyBeside(data, signature, by) {
      learn(by)
      insistOnSigner(done(run(['--verify', signature, '--source', data])), by)
    },
    makeKey(name, passphrase) {
      const args = ['--generate-key', '--expert', '--userid', `${name} <${addressOf(name)}>`]
      const { out, said } = done(rnpkeys(args, passphrase, ED25519))
      const fingerprint = /^\s+([0-9a-f]{40})$/m.exec(out.toString('utf8') + said)?.[1]
      check(fingerprint !== undefined, 'rnp made no key')
      return exported(fingerprint, ['--secret'], passphrase)
    },
    ringOf(keys) {
      keys.forEach(learn)
      return Buffer.concat(keys.map(({ fingerprint }) => done(rnpkeys(['--export-key', fingerprint])).out))
    },
    extend: () => Promise.reject(new Error('it has no command for that')),
    revoke({ fingerprint, passphrase }) {
      done(rnpkeys(['--revoke-key', fingerprint], passphrase))
      return exported(fingerprint, [], '')
    },
    isRevoked: (key) => listed(key).includes('[REVOKED]'),
    expiryOf: (key) => /EXPIRES (\d{4}-\d{2}-\d{2})/.exec(listed(key))?.[1] ?? '',
  }
}

function versionLine(said: string): string {
  const version = /rnp (\S+)/.exec(said)?.[1] ?? ''
  const backend = /Backend: (\S+)\s+Backend version: (\S+)/.exec(said)
  return `RNP ${version} with ${backend?.[1] ?? '?'} ${backend?.[2] ?? ''}`
}

const COMPRESSION = { none: ['-z', '0'], zip: ['--zip'], zlib: ['--zlib'], bzip2: ['--bzip2'] } as const

const sealArgs = ({ to, by, cipher, compression, aead, password, binary }: Sealing): readonly string[] => [
  ...(binary ? [] : ['--armor']),
  ...(cipher ? ['--cipher', cipher] : []),
  ...(compression ? COMPRESSION[compression] : []),
  ...(aead ? [`--aead=${aead}`] : []),
  ...to.flatMap(({ fingerprint }) => ['-r', fingerprint]),
  ...(by ? ['--sign', '-u', by.fingerprint] : []),
  password ? '--symmetric' : '--encrypt',
]

const HOW = {
  clear: ['--clearsign'],
  detached: ['--armor', '--sign', '--detach'],
  inline: ['--armor', '--sign'],
} as const

const signArgs = ({ by, how, hash }: Signing): readonly string[] => [
  ...(hash ? ['--hash', hash] : []),
  '-u',
  by.fingerprint,
  ...HOW[how],
]
