/** One, three and nine recipients of mixed types, named or hidden. */
import type { Bench, KindName } from '../bench.ts'
import { cannot, cells, check, checkBytes, ok, refused } from '../cell.ts'
import { asFile, checkOpened, peerRead, peerSealed, WORDS } from '../exchange.ts'
import type { Key } from '../key.ts'
import { hiddenMessage } from '../new-formats.ts'
import type { Row, Run, Section } from '../row.ts'
import { sealed } from '../signet.ts'

const THREE = ['ed25519', 'RSA 2048', 'NIST P-256'] as const
const NINE = [
  ...THREE,
  'RSA 3072',
  'NIST P-384',
  'NIST P-521',
  'brainpool P-256',
  'brainpool P-384',
  'brainpool P-512',
] as const

const keysOf = (bench: Bench, names: readonly KindName[]): Promise<readonly Key[]> => Promise.all(names.map(bench.key))

/** gpg and rnp open with any key that they hold; sq is asked with each recipient's alone. */
const peerOpens =
  (names: readonly KindName[]): Run =>
  async (bench, peer) => {
    const [keys, by] = [await keysOf(bench, names), await bench.signet()]
    const message = await sealed(keys, by, asFile(WORDS))
    const readers = peer.name === 'sq' ? keys.filter((_, at) => !names[at]?.startsWith('brainpool')) : [keys[0] ?? by]
    for (const key of readers) {
      const { bytes, said } = peerRead(bench, peer, message, [key], by)
      checkBytes(bytes, WORDS)
      if (peer.name === 'gpg') check(said.split('ENC_TO ').length - 1 === keys.length, 'gpg sees other recipients')
    }
  }

const signetOpens =
  (names: readonly KindName[], hidden = false): Run =>
  async (bench, peer) => {
    const [keys, by] = [await keysOf(bench, names), await bench.signet()]
    const message = peerSealed(bench, peer, WORDS, { to: keys, by, hidden })
    for (const key of keys) {
      const { recipients } = (await checkOpened(message, key, by)).protection
      check(recipients.length === keys.length, 'another number of recipients is told')
      check(
        recipients.every((id) => /^0{16}$/.test(id) === hidden),
        'recipients are told wrong',
      )
    }
  }

const row = (name: string, names: readonly KindName[], quick: boolean): Row => ({
  name,
  what: `to ${names.join(', ')}`,
  quick,
  ours: { expected: cells(ok), run: peerOpens(names) },
  theirs: {
    expected: names.some((kind) => kind.startsWith('brainpool'))
      ? cells(ok, { sq: refused('Sequoia 0.27 with Nettle has no brainpool curve', /no suitable encryption key/) })
      : cells(ok),
    run: signetOpens(names),
  },
})

const hiddenTo =
  (names: readonly KindName[]): Run =>
  async (bench, peer) => {
    const keys = await keysOf(bench, names)
    const [first] = keys
    check(first !== undefined, 'no key')
    checkBytes(peerRead(bench, peer, await hiddenMessage(WORDS, keys), [first]).bytes, WORDS)
  }

export const recipients: Section = {
  title: 'Recipients',
  rows: [
    row('one recipient', ['RSA 2048'], false),
    row('three recipients', THREE, true),
    row('nine recipients', NINE, false),
    {
      name: 'hidden recipients',
      what: `to ${THREE.join(', ')}, without their key IDs; ours made with OpenPGP.js, because Signet names its recipients`,
      quick: true,
      ours: {
        expected: cells(ok, {
          rnp: refused('RNP 0.16 tries no key on a message that names none', /failed to obtain decrypting key/),
        }),
        run: hiddenTo(THREE),
      },
      theirs: {
        expected: {
          gpg: ok,
          sq: cannot('sq 0.27 has no option to leave the recipients out'),
          rnp: cannot('RNP 0.16 has no option to leave the recipients out'),
        },
        run: signetOpens(THREE, true),
      },
    },
  ],
}
