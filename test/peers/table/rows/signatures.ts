/** Signatures without encryption: clear-signed texts in every shape that has gone wrong somewhere, detached ones, weak ones. */
import type { OpenInput } from '../../../../electron/core/pgp/open.ts'
import { openBeside } from '../../../../electron/core/pgp/open-beside.ts'
import { signText } from '../../../../electron/core/pgp/sign-text.ts'
import type { Bench, KindName } from '../bench.ts'
import { cannot, cells, check, checkBytes, ok, refused, type Cells } from '../cell.ts'
import { WORDS } from '../exchange.ts'
import { detachedSignature } from '../new-formats.ts'
import { through, type Program, type Signing } from '../program.ts'
import type { Row, Run, Section } from '../row.ts'
import { checkProtection, instant, opened, opening, orRefuse, sealed, secretOf } from '../signet.ts'

const peerSigned = ({ place }: Bench, peer: Program, data: Uint8Array, how: Signing): Uint8Array =>
  through(place, data, (from, into) => peer.sign(from, into, how))

/** What the format leaves unsigned: the kind of line ends, blanks at line ends, and the last line end. */
const signedLines = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd()

const sameLines = (got: string, wanted: string): void =>
  check(signedLines(got) === signedLines(wanted), 'another text came out')

const peerVerifies =
  (text: string): Run =>
  async (bench, peer) => {
    const by = await bench.signet()
    const signed = orRefuse(await signText({ text, signWith: secretOf(by), now: instant() }))
    const content = through(bench.place, Buffer.from(signed.text), (from, into) => peer.verify(from, into, by))
    sameLines(Buffer.from(content).toString('utf8'), text)
  }

const signetVerifies =
  (text: string, how: Omit<Signing, 'by'>, by: KindName = 'ed25519'): Run =>
  async (bench, peer) => {
    const key = await bench.key(by)
    const message = await opened(peerSigned(bench, peer, Buffer.from(text), { ...how, by: key }), { known: [key] })
    checkProtection(message, null, key)
    sameLines(message.text, text)
  }

const clearRow = (name: string, what: string, text: string, quick = false): Row => ({
  name,
  what: `clear-signed: ${what}`,
  quick,
  ours: { expected: cells(ok), run: peerVerifies(text) },
  theirs: { expected: cells(ok), run: signetVerifies(text, { how: 'clear' }) },
})

const peerVerifiesFile: Run = async (bench, peer) => {
  const by = await bench.signet()
  const attachments = [{ name: 'words.txt', type: '', bytes: WORDS }]
  const signed = await sealed([], by, { protection: 'signed', form: 'pgp', attachments })
  checkBytes(
    through(bench.place, signed, (from, into) => peer.verify(from, into, by)),
    WORDS,
  )
}

const peerVerifiesBeside: Run = async (bench, peer) => {
  const by = await bench.signet()
  const signature = bench.place.put('words.sig', await detachedSignature(WORDS, by))
  peer.verifyBeside(bench.place.put('words', WORDS), signature, by)
}

const signetVerifiesBeside =
  (hash?: 'SHA1'): Run =>
  async (bench, peer) => {
    const by = await bench.key(hash ? 'RSA 2048' : 'ed25519')
    const beside = peerSigned(bench, peer, WORDS, { by, how: 'detached', ...(hash ? { hash } : {}) })
    const input: OpenInput = opening(WORDS, { known: [by], fileName: 'words.txt' })
    const message = orRefuse(await openBeside({ ...input, beside }))
    checkProtection(message, null, by)
    check(
      message.textParts.every(({ covered }) => covered),
      'the signature is not told to cover the file',
    )
  }

const weak: Cells = cells(
  refused('Signet says that such a signature proves nothing', /^signature weak: signature-weak: /),
  {
    sq: cannot('sq 0.27 has no option for the hash'),
  },
)

const strong = 'Signet signs with SHA-512'

export const signatures: Section = {
  title: 'Signatures',
  rows: [
    clearRow('plain', 'three lines', 'one\ntwo\nthree\n'),
    clearRow(
      'dashes',
      'lines that begin with a dash, with "From " and like an armour line',
      '- one\n-- \nFrom here\n-----BEGIN\nlast\n',
      true,
    ),
    clearRow(
      'blanks',
      'blanks and tabs at line ends, which the format does not sign',
      'one  \ntwo\t\n \nthree \n',
      true,
    ),
    clearRow('UTF-8', 'umlauts and signs of three and four bytes', 'Grüße – ☂\n漢字 🔐\n'),
    clearRow('no last line end', 'a text without a line end at its end', 'one\ntwo'),
    clearRow('CRLF', 'a text whose lines end in CRLF', 'one\r\n- two\r\nthree\r\n', true),
    {
      name: 'signed only',
      what: 'signed in one message, not encrypted',
      quick: true,
      ours: { expected: cells(ok), run: peerVerifiesFile },
      theirs: { expected: cells(ok), run: signetVerifies('Grüße\nsecond line\n', { how: 'inline' }) },
    },
    {
      name: 'detached',
      what: 'a signature in a file of its own; ours made with OpenPGP.js, because Signet has no command for one',
      quick: true,
      ours: { expected: cells(ok), run: peerVerifiesBeside },
      theirs: { expected: cells(ok), run: signetVerifiesBeside() },
    },
    {
      name: 'SHA-1 detached',
      what: 'a detached RSA signature with SHA-1',
      quick: true,
      ours: strong,
      theirs: { expected: weak, run: signetVerifiesBeside('SHA1') },
    },
    {
      name: 'SHA-1 clear-signed',
      what: 'a clear-signed text with SHA-1',
      quick: false,
      ours: strong,
      theirs: { expected: weak, run: signetVerifies('words\n', { how: 'clear', hash: 'SHA1' }, 'RSA 2048') },
    },
  ],
}
