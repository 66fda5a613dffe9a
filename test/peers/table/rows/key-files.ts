/** Key files: read, locked, extended, revoked. */
import type { InspectedKey } from '../../../../shared/domain/key/key.ts'
import { extendKey, mergeKeys, protectSecret, revokeKey } from '../../../../electron/core/pgp/key-material.ts'
import { readKeyFile } from '../../../../electron/core/pgp/key-file.ts'
import type { Bench } from '../bench.ts'
import { cannot, cells, check, checkBytes, ok, okBut, outcomeOf, refused } from '../cell.ts'
import { asFile, checkOpened, peerRead, peerSealed, WORDS } from '../exchange.ts'
import type { Key } from '../key.ts'
import type { Program } from '../program.ts'
import type { Run, Section } from '../row.ts'
import { instant, opened, orRefuse, sealed } from '../signet.ts'

const PASSPHRASE = 'correct horse battery'

const lockedBySignet = async ({ signet, once }: Bench): Promise<Key> => {
  const key = await signet('Locked by Signet')
  return once('locked', async () => {
    const armoredSecret = orRefuse(await protectSecret(key.armoredSecret, null, PASSPHRASE))
    return { ...key, armoredSecret, passphrase: PASSPHRASE }
  })
}

const peerTakesLocked: Run = async (bench, peer) => {
  const [locked, by] = [await lockedBySignet(bench), await bench.signet()]
  const message = await sealed([locked], by, asFile(WORDS))
  checkBytes(peerRead(bench, peer, message, [locked], by).bytes, WORDS)
}

const signetTakesLocked: Run = async (bench, peer) => {
  const [key, by] = [await peer.makeKey(`Locked by ${peer.name}`, PASSPHRASE), await bench.signet()]
  const message = peerSealed(bench, peer, WORDS, { to: [key], by })
  await checkOpened(message, key, by)
  const unopened = await outcomeOf(async () => void (await opened(message, { own: [{ ...key, passphrase: '' }] })))
  check(unopened.mark === 'refused' && unopened.said.startsWith('message-key-locked'), 'locked is not told')
}

const DAY = 86_400_000
const UNTIL = new Date(Math.floor(Date.now() / DAY) * DAY + 400 * DAY)

const peerSeesExtended: Run = async (bench, peer) => {
  const key = await bench.signet(`Extended for ${peer.name}`)
  check(peer.expiryOf(key) === '', 'the key ends before it was given an end')
  const longer = { ...key, ...orRefuse(await extendKey(key.armoredSecret, null, UNTIL.toISOString(), instant())) }
  check(peer.expiryOf(longer) === UNTIL.toISOString().slice(0, 10), `the end is ${peer.expiryOf(longer)} there`)
  await checkOpened(peerSealed(bench, peer, WORDS, { to: [longer], by: longer }), longer, longer)
}

const signetSeesExtended: Run = async (_, peer) => {
  const key = await peer.makeKey(`Extended by ${peer.name}`, '')
  const longer = await peer.extend(key, UNTIL.toISOString().slice(0, 10))
  const { armored, changed } = orRefuse(await mergeKeys(key.armoredPublic, longer.armoredPublic))
  check(changed, 'nothing new was seen')
  const { expires } = await stateOf(armored)
  check(expires?.slice(0, 10) === UNTIL.toISOString().slice(0, 10), 'another end is seen')
  await sealed([{ ...longer, armoredPublic: armored }], key, asFile(WORDS))
}

const keyToRevoke = ({ signet }: Bench, { name }: Program): Promise<Key> => signet(`Revoked for ${name}`)

const revokedFor = async (bench: Bench, peer: Program): Promise<Key> => {
  const key = await keyToRevoke(bench, peer)
  return bench.once(`${key.address} revoked`, async () => {
    const pair = orRefuse(await revokeKey(key.armoredSecret, null, 'superseded', instant()))
    return { ...key, ...pair, armoredSecret: '' }
  })
}

const peerSeesRevoked: Run = async (bench, peer) => {
  check(!peer.isRevoked(await keyToRevoke(bench, peer)), 'the key is revoked before it was')
  check(peer.isRevoked(await revokedFor(bench, peer)), 'the key is not seen to be revoked')
}

const peerSealsToRevoked: Run = async (bench, peer) => {
  peerSealed(bench, peer, WORDS, { to: [await revokedFor(bench, peer)] })
}

const revokedBy = async ({ once }: Bench, peer: Program): Promise<readonly [key: Key, revoked: Key]> => {
  const key = await once(`of ${peer.name}`, () => peer.makeKey(`Revoked by ${peer.name}`, ''))
  return [key, await once(`revoked by ${peer.name}`, () => peer.revoke(key))]
}

const signetSeesRevoked: Run = async (bench, peer) => {
  const [key, revoked] = await revokedBy(bench, peer)
  const { armored } = orRefuse(await mergeKeys(key.armoredPublic, revoked.armoredPublic))
  check((await stateOf(armored)).state === 'revoked', 'the key is not seen to be revoked')
  const { armored: again } = orRefuse(await mergeKeys(armored, key.armoredPublic))
  check((await stateOf(again)).state === 'revoked', 'an older copy brings the key back')
}

const signetSealsToRevoked: Run = async (bench, peer) => {
  const [key, revoked] = await revokedBy(bench, peer)
  await sealed([revoked], key, asFile(WORDS))
}

async function stateOf(armored: string): Promise<InspectedKey> {
  const bytes = Buffer.from(armored)
  const [read] = orRefuse(await readKeyFile({ bytes, fileName: '', announced: null, now: instant() }))
  check(read !== undefined, 'no key was read')
  return read.inspected
}

const signetReadsRing: Run = async (bench, peer) => {
  const keys = [await bench.signet(), await bench.key('ed25519'), await bench.key('RSA 2048')]
  const input = { bytes: peer.ringOf(keys), fileName: '', announced: null, now: instant() }
  const read = orRefuse(await readKeyFile(input))
  check(
    read.every(({ inspected }) => inspected.state === 'usable'),
    'not every key is usable',
  )
  const prints = read.map(({ inspected }) => inspected.fingerprint)
  const isWhole = prints.length === keys.length && keys.every(({ fingerprint }) => prints.includes(fingerprint))
  check(isWhole, 'other keys were read')
}

export const keyFiles: Section = {
  title: 'Key files',
  rows: [
    {
      name: 'key ring',
      what: 'three public keys in one file',
      quick: true,
      ours: 'Signet hands out one key a file',
      theirs: { expected: cells(ok), run: signetReadsRing },
    },
    {
      name: 'locked',
      what: 'a secret key with a passphrase: imported, unlocked, used for both',
      quick: false,
      ours: { expected: cells(ok), run: peerTakesLocked },
      theirs: { expected: cells(ok), run: signetTakesLocked },
    },
    {
      name: 'extended',
      what: 'a key that is known already and comes again with another end',
      quick: false,
      ours: { expected: cells(ok), run: peerSeesExtended },
      theirs: {
        expected: {
          gpg: ok,
          sq: cannot('sq 0.27 has no command that changes the end of a key'),
          rnp: cannot('RNP 0.16 has no command that changes the end of a key'),
        },
        run: signetSeesExtended,
      },
    },
    {
      name: 'revoked',
      what: 'a key that is known already and comes again revoked; after that an older copy of it',
      quick: true,
      ours: { expected: cells(ok), run: peerSeesRevoked },
      theirs: { expected: cells(ok), run: signetSeesRevoked },
    },
    {
      name: 'sealing to a revoked key',
      what: 'a message to a key that was revoked',
      quick: true,
      ours: {
        expected: cells(refused('The key is revoked', /Unusable public key|No suitable key/), {
          sq: okBut('sq 0.27 shows the revocation and encrypts all the same'),
        }),
        run: peerSealsToRevoked,
      },
      theirs: { expected: cells(refused('The key is revoked', /^key-cannot-encrypt: /)), run: signetSealsToRevoked },
    },
  ],
}
