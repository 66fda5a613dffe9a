/** What came after the programs that are in use: RFC 9580, LibrePGP, and keys that advertise them. */
import { walkPackets } from '../../../../electron/core/pgp/packets.ts'
import { findBlocks, readArmour } from '../../../../electron/core/pgp/armour.ts'
import type { Bench } from '../bench.ts'
import { cannot, cells, check, checkBytes, ok, refused, type Cells } from '../cell.ts'
import { asFile, checkOpened, peerOpens, peerRead, peerSealed, signetOpens, WORDS } from '../exchange.ts'
import type { Key } from '../key.ts'
import { aeadKey, gnupg24Key, newKey, type AeadMode } from '../new-formats.ts'
import { SAMPLE_KEY, samples } from '../rfc9580.ts'
import type { Row, Section } from '../row.ts'
import { checkProtection, opened, sealed } from '../signet.ts'

const none = 'None of the three writes it'

const signetAlone = async (key: Key): Promise<void> => {
  await checkOpened(await sealed([key], key, asFile(WORDS)), key, key)
}

const before = (gpg: RegExp, sq: RegExp, rnp: RegExp): Cells => ({
  gpg: refused('GnuPG 2.2 is from before RFC 9580', gpg),
  sq: refused('Sequoia 0.27 is from before RFC 9580', sq),
  rnp: refused('RNP 0.16 is from before RFC 9580', rnp),
})

const algorithm = before(/secret key info missing/, /Unsupported primary key/, /unknown key algorithm: 2[78]/)
const version = before(/unknown version 6/, /Unsupported primary key/, /wrong key packet version/)
const packet = before(/unknown version 6/, /SEIP packet .* not expected/, /unknown mdc ver: 2/)

/** Signet seals to such a key and reads it again; the peers do not even take up the key, or the message. */
const refusedRow = (row: Pick<Row, 'name' | 'what' | 'quick'>, expected: Cells, make: () => Promise<Key>): Row => {
  const key = ({ once }: Bench): Promise<Key> => once(row.name, make)
  return {
    ...row,
    ours: { expected, run: peerOpens(key) },
    theirs: none,
    alone: { expected: ok, run: async (bench) => signetAlone(await key(bench)) },
  }
}

const seipd2Row = (mode: AeadMode): Row => {
  const name = `SEIPDv2 ${mode.toUpperCase()}`
  const what = `version 2 of the encrypted data packet: Signet writes it where every recipient's key asks for it`
  return refusedRow({ name, what, quick: mode === 'ocb' }, packet, () => aeadKey(mode))
}

const packet20 = (mode: 'OCB' | 'EAX'): Row => ({
  name: `packet 20 ${mode}`,
  what: `LibrePGP's encrypted data packet with ${mode}, as GnuPG 2.3 and later write it`,
  quick: mode === 'OCB',
  ours: 'Signet does not write it: it is in no standard',
  theirs: {
    expected: { gpg: cannot('GnuPG 2.2 does not write it'), sq: cannot('Sequoia 0.27 does not write it'), rnp: ok },
    run: async (bench, peer) => {
      const key = await bench.key('ed25519')
      const message = peerSealed(bench, peer, WORDS, { to: [key], by: key, aead: mode, binary: true })
      check(
        walkPackets(message).packets.some(({ tag }) => tag === 20),
        'it is no packet 20',
      )
      await checkOpened(message, key, key)
    },
  },
})

/** What RFC 9580 itself prints as samples, A.6 to A.8. */
async function readSamples(): Promise<void> {
  for (const { text, message, encrypted } of samples) {
    const result = await opened(Buffer.from(message), { own: [SAMPLE_KEY], known: [SAMPLE_KEY] })
    checkProtection(result, encrypted ? SAMPLE_KEY : null, encrypted ? null : SAMPLE_KEY)
    check(result.text.trimEnd() === text, 'another text came out of a sample')
  }
}

const gnupg24: Row = {
  name: 'GnuPG 2.4 key',
  what: 'a key with features 07, as GnuPG 2.4 makes it: Signet still writes what every program reads',
  quick: true,
  ours: {
    expected: cells(ok),
    run: async (bench, peer) => {
      const key = await bench.once('GnuPG 2.4', gnupg24Key)
      const message = await sealed([key], key, asFile(WORDS))
      const block = findBlocks(Buffer.from(message).toString('latin1'))[0]
      check(block !== undefined, 'no armour')
      const { packets } = walkPackets(readArmour(block.inner).data)
      check(
        packets.every(({ tag }) => tag === 1 || tag === 18),
        'it is not packet 18',
      )
      checkBytes(peerRead(bench, peer, message, [key], key).bytes, WORDS)
    },
  },
  theirs: { expected: cells(ok), run: signetOpens(({ once }) => once('GnuPG 2.4', gnupg24Key)) },
}

export const newer: Section = {
  title: 'RFC 9580 and LibrePGP',
  rows: [
    gnupg24,
    refusedRow(
      { name: 'X25519 and Ed25519', what: 'algorithms 25 and 27 of RFC 9580, version 4', quick: true },
      algorithm,
      () => newKey('curve25519', 4),
    ),
    refusedRow(
      { name: 'X448 and Ed448', what: 'algorithms 26 and 28 of RFC 9580, version 4', quick: false },
      algorithm,
      () => newKey('curve448', 4),
    ),
    refusedRow({ name: 'version 6', what: 'a key of version 6, and messages to it', quick: true }, version, () =>
      newKey('curve25519', 6),
    ),
    {
      name: 'RFC 9580 samples',
      what: 'the clear-signed, signed and encrypted samples of RFC 9580, A.6 to A.8, for a key of version 6',
      quick: true,
      ours: 'The samples are not ours',
      theirs: none,
      alone: { expected: ok, run: readSamples },
    },
    ...(['ocb', 'gcm', 'eax'] as const).map(seipd2Row),
    packet20('OCB'),
    packet20('EAX'),
  ],
}
