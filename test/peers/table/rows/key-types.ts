/** Keys of every type that is in use, each as recipient and as signer at once. */
import type { Bench, KindName } from '../bench.ts'
import { cells, ok, refused, type Cells } from '../cell.ts'
import { peerOpens, signetOpens } from '../exchange.ts'
import type { Key } from '../key.ts'
import type { Program } from '../program.ts'
import type { Row, Section } from '../row.ts'

const lacksCurve = refused('Sequoia 0.27 with Nettle has no such curve', /No key to decrypt|No binding signature/)
const noBrainpool = cells(ok, { sq: lacksCurve })

const row = (name: KindName, what: string, quick: boolean, expected: Cells = cells(ok)): Row => ({
  name,
  what,
  quick,
  ours: { expected, run: peerOpens(({ key }) => key(name)) },
  theirs: { expected, run: signetOpens(({ key }) => key(name)) },
})

const secp256k1: Row = {
  name: 'secp256k1',
  what: 'ECDSA and ECDH on secp256k1, made by GnuPG: in no standard for mail',
  quick: true,
  ours: {
    expected: cells(refused('Signet does not seal to this curve', /^key-cannot-encrypt: /)),
    run: peerOpens(({ key }) => key('secp256k1')),
  },
  theirs: {
    expected: cells(
      refused('Signet opens it and does not believe a signature on this curve', /signature-key-not-allowed: /),
      { sq: lacksCurve },
    ),
    run: signetOpens(({ key }) => key('secp256k1')),
  },
}

const ownMaking = ({ once }: Bench, peer: Program): Promise<Key> =>
  once(`own making: ${peer.name}`, () => peer.makeKey('Own making', ''))

export const keyTypes: Section = {
  title: 'Key types',
  rows: [
    {
      name: 'Signet',
      what: 'the key that Signet makes: Ed25519 with Curve25519, version 4',
      quick: true,
      ours: { expected: cells(ok), run: peerOpens(({ signet }) => signet()) },
      theirs: { expected: cells(ok), run: signetOpens(({ signet }) => signet()) },
    },
    {
      name: 'Own making',
      what: "a key of the peer's own making, as it makes them today",
      quick: false,
      ours: { expected: cells(ok), run: peerOpens(ownMaking) },
      theirs: { expected: cells(ok), run: signetOpens(ownMaking) },
    },
    row('RSA 2048', 'RSA of 2048 bits, made by GnuPG', true),
    row('RSA 3072', 'RSA of 3072 bits, made by GnuPG', false),
    row('RSA 4096', 'RSA of 4096 bits, made by GnuPG', false),
    row('ed25519', 'Ed25519 with Curve25519, made by GnuPG', false),
    row('NIST P-256', 'ECDSA and ECDH on NIST P-256, made by GnuPG', true),
    row('NIST P-384', 'ECDSA and ECDH on NIST P-384, made by GnuPG', false),
    row('NIST P-521', 'ECDSA and ECDH on NIST P-521, made by GnuPG', false),
    row('brainpool P-256', 'ECDSA and ECDH on brainpoolP256r1, made by GnuPG', true, noBrainpool),
    row('brainpool P-384', 'ECDSA and ECDH on brainpoolP384r1, made by GnuPG', false, noBrainpool),
    row('brainpool P-512', 'ECDSA and ECDH on brainpoolP512r1, made by GnuPG', false, noBrainpool),
    secp256k1,
  ],
}
