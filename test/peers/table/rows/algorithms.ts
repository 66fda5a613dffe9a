/** Ciphers and compression: what Signet writes, what it reads, and what it refuses with the name of the cipher. */
import { cannot, cells, check, ok, refused, type Cells } from '../cell.ts'
import type { Bench, KindName } from '../bench.ts'
import { asFile, checkOpened, peerOpens, peerRead, peerSealed, signetOpens, WORDS } from '../exchange.ts'
import type { Sealing } from '../program.ts'
import type { Row, Run, Section } from '../row.ts'
import { opened, sealed } from '../signet.ts'

const sqTakes = cannot('sq 0.27 has no option for the cipher and always writes AES-256')
const opensIt = cells(ok, { sq: sqTakes })
const neverWritten = 'Signet writes AES-256, and AES-128 where a recipient lists no AES-256'

/** Names as gpg and rnp have them. */
interface Cipher {
  readonly gpg: string
  readonly rnp: string
  /** RFC 9580, 9.3: what gpg reports that it opened. */
  readonly number: number
}

const written =
  (of: KindName, number: number): Run =>
  async (bench, peer) => {
    const key = await bench.key(of)
    const message = await sealed([key], key, asFile(WORDS))
    peerRead(bench, peer, message, [key], key)
    await checkCipher(bench, message, number, of)
  }

async function checkCipher(bench: Bench, message: Uint8Array, number: number, of: KindName): Promise<void> {
  const { said } = peerRead(bench, bench.programs.gpg, message, [await bench.key(of)])
  check(said.includes(`DECRYPTION_INFO 2 ${number} `), `another cipher than ${number} was used`)
}

const read =
  (of: KindName, cipher: Cipher): Run =>
  async (bench, peer) => {
    const key = await bench.key(of)
    const named = peer.name === 'sq' ? {} : { cipher: cipher[peer.name] }
    const message = peerSealed(bench, peer, WORDS, { ...named, to: [key], by: key })
    await checkCipher(bench, message, cipher.number, of)
    await checkOpened(message, key, key)
  }

const refusedCipher = (name: string): Cells => {
  const like = new RegExp(`^message-weak-cipher: .* with ${name}.* use AES`)
  return cells(refused("Signet's keys do not list it; Signet names it and asks for AES", like), { sq: sqTakes })
}

const cipherRow = (name: string, cipher: Cipher, expected: Cells, quick = false): Row => ({
  name,
  what: `${name} as the cipher of the message`,
  quick,
  ours: neverWritten,
  theirs: { expected, run: read('ed25519', cipher) },
})

const ciphers: Section = {
  title: 'Ciphers',
  rows: [
    {
      name: 'AES-128',
      what: 'AES-128, to a key that lists no other AES',
      quick: false,
      ours: { expected: cells(ok), run: written('AES-128 only', 7) },
      theirs: { expected: opensIt, run: read('AES-128 only', { gpg: 'AES', rnp: 'AES128', number: 7 }) },
    },
    cipherRow('AES-192', { gpg: 'AES192', rnp: 'AES192', number: 8 }, opensIt),
    {
      name: 'AES-256',
      what: 'AES-256',
      quick: false,
      ours: { expected: cells(ok), run: written('ed25519', 9) },
      theirs: { expected: cells(ok), run: read('ed25519', { gpg: 'AES256', rnp: 'AES256', number: 9 }) },
    },
    cipherRow('3DES', { gpg: '3DES', rnp: 'TRIPLEDES', number: 2 }, opensIt),
    cipherRow('CAST5', { gpg: 'CAST5', rnp: 'CAST5', number: 3 }, opensIt),
    cipherRow('Blowfish', { gpg: 'BLOWFISH', rnp: 'BLOWFISH', number: 4 }, refusedCipher('Blowfish'), true),
    cipherRow('Twofish', { gpg: 'TWOFISH', rnp: 'TWOFISH', number: 10 }, refusedCipher('Twofish')),
    cipherRow('Camellia-128', { gpg: 'CAMELLIA128', rnp: 'CAMELLIA128', number: 11 }, refusedCipher('Camellia')),
    cipherRow('Camellia-192', { gpg: 'CAMELLIA192', rnp: 'CAMELLIA192', number: 12 }, refusedCipher('Camellia')),
    cipherRow('Camellia-256', { gpg: 'CAMELLIA256', rnp: 'CAMELLIA256', number: 13 }, refusedCipher('Camellia'), true),
  ],
}

/** So alike that every method makes little of it. */
const REPEATED = new Uint8Array(Buffer.from('the same line, over and over again\n'.repeat(600)))

const readCompressed =
  (compression: NonNullable<Sealing['compression']>): Run =>
  async (bench, peer) => {
    const key = await bench.key('ed25519')
    const message = peerSealed(bench, peer, REPEATED, { to: [key], by: key, compression, binary: true })
    check(message.length < REPEATED.length === (compression !== 'none'), `${message.length} bytes were written`)
    await checkOpened(message, key, key, REPEATED)
  }

const compressionRow = (name: 'zip' | 'zlib' | 'bzip2', quick: boolean): Row => ({
  name,
  what: `compressed with ${name}`,
  quick,
  ours: 'Signet does not compress: the size of what is compressed tells of its content',
  theirs: { expected: cells(ok), run: readCompressed(name) },
})

const compression: Section = {
  title: 'Compression',
  rows: [
    {
      name: 'uncompressed',
      what: 'not compressed',
      quick: false,
      ours: { expected: cells(ok), run: peerOpens(({ key }) => key('ed25519')) },
      theirs: { expected: cells(ok), run: readCompressed('none') },
    },
    compressionRow('zip', false),
    compressionRow('zlib', true),
    compressionRow('bzip2', true),
  ],
}

const integrity: Section = {
  title: 'Without protection or without a key',
  rows: [
    {
      name: 'no MDC',
      what: 'encrypted without integrity protection (packet 9), which EFAIL used',
      quick: true,
      ours: 'Signet always writes it',
      theirs: {
        expected: {
          gpg: refused('Signet does not open what could have been altered', /^message-no-integrity: /),
          sq: cannot('sq 0.27 has no option to leave the protection out'),
          rnp: cannot('RNP 0.16 has no option to leave the protection out'),
        },
        run: signetOpens(({ key }) => key('ed25519'), { noIntegrity: true }),
      },
    },
    {
      name: 'password only',
      what: 'encrypted with a password, to no key',
      quick: true,
      ours: 'Signet seals to keys only',
      theirs: {
        expected: cells(refused('Signet says so, and asks for a message to its key', /^message-password-only: /)),
        run: async (bench, peer) => {
          const message = peerSealed(bench, peer, WORDS, { to: [], password: 'correct horse battery' })
          await opened(message, { own: [await bench.key('ed25519')] })
        },
      },
    },
  ],
}

export const algorithms: readonly Section[] = [ciphers, compression, integrity]
