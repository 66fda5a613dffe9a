/** Sequoia's command line: it keeps nothing, so each call names the key files. */
import { join } from 'node:path'
import { readArmour, findBlocks, writeArmour } from '../../../../electron/core/pgp/armour.ts'
import { walkPackets } from '../../../../electron/core/pgp/packets.ts'
import type { Peer, Ran } from '../../peer.ts'
import { check } from '../cell.ts'
import { addressOf, imported, type Key } from '../key.ts'
import { done, insist, type Program, type Sealing, type Signing } from '../program.ts'

export function sqProgram(place: Peer): Program {
  const run = (args: readonly string[]): Ran => place.run('sq', ['--force', ...args])
  const publicFile = (key: Key): string => place.put(`${key.fingerprint}.pub`, key.armoredPublic)
  const secretFile = (key: Key): string => place.put(`${key.fingerprint}.sec`, key.armoredSecret)
  /** It asks for a passphrase on a terminal and nowhere else; what it says comes from there, too. */
  const runLocked = (args: readonly string[], passphrase: string, times = 1): Ran => {
    if (passphrase === '') return run(args)
    const command = ['sq', '--force', ...args].map((word) => `'${word}'`).join(' ')
    const ran = place.run('script', ['-qec', command, '/dev/null'], `${passphrase}\n`.repeat(times))
    return { ...ran, said: ran.out.toString('utf8') }
  }
  return {
    name: 'sq',
    version: () => run(['--version']).out.toString('utf8').trim(),
    learn(key) {
      const { out, said } = done(run(['inspect', publicFile(key)]))
      const text = out.toString('utf8') + said
      insist(text.includes('UserID') && !/Invalid|Unknown|bad signature/.test(text), text)
    },
    open(from, into, to, by) {
      const keys = to.flatMap((key) => ['--recipient-key', secretFile(key)])
      const signer = by ? ['--signer-cert', publicFile(by), '-n', '1'] : []
      const { said } = done(runLocked(['decrypt', ...keys, ...signer, '-o', into, from], to[0]?.passphrase ?? ''))
      if (by) insist(said.includes('1 good signature'), said)
      return said
    },
    seal(from, into, { to, by, compression, password, binary }: Sealing) {
      const args = [
        ...to.flatMap((key) => ['--recipient-cert', publicFile(key)]),
        ...(by ? ['--signer-key', secretFile(by)] : []),
        ...(compression ? ['--compression', compression] : []),
        ...(password ? ['--symmetric'] : []),
        ...(binary ? ['--binary'] : []),
      ]
      done(runLocked(['encrypt', ...args, '-o', into, from], password ?? by?.passphrase ?? '', password ? 2 : 1))
    },
    sign(from, into, { by, how }: Signing) {
      const kind = { clear: ['--cleartext-signature'], detached: ['--detached'], inline: [] }[how]
      done(run(['sign', ...kind, '--signer-key', secretFile(by), '-o', into, from]))
    },
    verify(from, into, by) {
      const { said } = done(run(['verify', '--signer-cert', publicFile(by), '-o', into, from]))
      insist(said.includes('1 good signature'), said)
    },
    verifyBeside(data, signature, by) {
      const { said } = done(run(['verify', '--signer-cert', publicFile(by), '--detached', signature, data]))
      insist(said.includes('1 good signature'), said)
    },
    makeKey(name, passphrase) {
      const file = join(place.home, 'made.asc')
      const args = ['key', 'generate', '--userid', `${name} <${addressOf(name)}>`, '--export', file]
      done(passphrase === '' ? run(args) : runLocked([...args, '--with-password'], passphrase, 2))
      return imported(place.get('made.asc'), passphrase)
    },
    ringOf: (keys) => done(run(['keyring', 'join', ...keys.map(publicFile)])).out,
    extend: () => Promise.reject(new Error('it has no command for that')),
    revoke(key) {
      const { out } = done(
        run(['revoke', 'certificate', '--certificate', secretFile(key), 'retired', 'no longer used']),
      )
      return imported(withSignature(key.armoredPublic, out.toString('latin1')))
    },
    isRevoked: (key) => done(run(['inspect', publicFile(key)])).out.includes('Revoked:'),
    expiryOf(key) {
      const text = done(run(['inspect', publicFile(key)])).out.toString('utf8')
      check(text.includes('UserID'), 'sq does not show the key')
      return /Expiration time: (\d{4}-\d{2}-\d{2})/.exec(text)?.[1] ?? ''
    },
  }
}

/** sq hands a revocation out as a signature alone; it belongs right behind the primary key. */
function withSignature(armoredKey: string, armoredSignature: string): string {
  const [key, signature] = [armoredKey, armoredSignature].map((text) => {
    const block = findBlocks(text)[0]
    check(block !== undefined, 'no armour')
    return readArmour(block.inner).data
  })
  check(key !== undefined && signature !== undefined, 'no armour')
  const end = walkPackets(key).packets[0]?.end ?? 0
  return writeArmour('PUBLIC KEY BLOCK', Buffer.concat([key.subarray(0, end), signature, key.subarray(end)]))
}
