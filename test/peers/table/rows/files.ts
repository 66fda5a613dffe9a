/** Files by their bytes, from none to 100 MB, as the engine for large files seals and opens them: path to path. */
import { createHash, randomFillSync } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import type { Bench } from '../bench.ts'
import { cannot, cells, check, ok } from '../cell.ts'
import type { Sealing } from '../program.ts'
import type { Row, Run, Section } from '../row.ts'
import { checkProtection } from '../signet.ts'
import { openedFile, sealedFile } from '../signet-files.ts'

type Content = () => Uint8Array

interface Paths {
  readonly plain: string
  readonly message: string
  readonly out: string
  /** Hex, of the plain bytes. */
  readonly digest: string
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The files are gone when `act` is done: some of them are large. */
async function withFiles({ place }: Bench, content: Content, act: (paths: Paths) => Promise<void>): Promise<void> {
  const bytes = content()
  const plain = place.put('plain.bin', bytes)
  const [message, out] = [place.put('message.pgp', ''), place.put('out.bin', '')]
  try {
    await act({ plain, message, out, digest: digestOf(bytes) })
    check(digestOf(readFileSync(out)) === digestOf(bytes), 'other bytes came out')
  } finally {
    for (const path of [plain, message, out]) rmSync(path, { force: true })
  }
}

const peerOpens =
  (content: Content): Run =>
  async (bench, peer) => {
    const [to, by] = [await bench.key('ed25519'), await bench.signet()]
    await withFiles(bench, content, async ({ plain, message, out }) => {
      await sealedFile(plain, message, [to], by)
      peer.open(message, out, [to], by)
    })
  }

const signetOpens =
  (content: Content, how: Pick<Sealing, 'aead'> = {}): Run =>
  async (bench, peer) => {
    const [to, by] = [await bench.signet(), await bench.key('ed25519')]
    await withFiles(bench, content, async ({ plain, message, out, digest }) => {
      peer.seal(plain, message, { ...how, to: [to], by, binary: true })
      const { protection, findings, sha256 } = await openedFile(message, out, to, by)
      checkProtection({ protection, findings }, to, by)
      check(sha256 === digest, 'another digest is told')
    })
  }

const row = (name: string, what: string, content: Content): Row => ({
  name,
  what,
  // Starting the engine's threads takes longer than all that the tests ask of a row.
  quick: false,
  ours: { expected: cells(ok), run: peerOpens(content) },
  theirs: { expected: cells(ok), run: signetOpens(content) },
})

const text =
  (of: string): Content =>
  () =>
    Buffer.from(of)

/** Not compressible, so that nobody's compression makes it small. */
const noise =
  (megabytes: number): Content =>
  () =>
    randomFillSync(Buffer.alloc(megabytes * 1024 * 1024))

export const files: Section = {
  title: 'Files',
  rows: [
    row('0 bytes', 'an empty file', text('')),
    row('1 byte', 'a file of one byte', text('x')),
    row('8-bit', 'every byte, forty times', () => Uint8Array.from({ length: 10_240 }, (_, at) => at % 256)),
    row('CRLF lines', 'a text whose lines end in CRLF, LF and CR', text('one\r\ntwo\nthree\rfour\r\n\r\n')),
    row('long lines', 'a text with one line of a million characters', text(`${'x'.repeat(1_000_000)}\nlast\n`)),
    row('100 MB', '100 MB of noise', noise(100)),
    {
      name: '10 MB OCB',
      what: "10 MB of noise in LibrePGP's packet 20 with OCB",
      quick: false,
      ours: 'Signet does not write it: it is in no standard',
      theirs: {
        expected: { gpg: cannot('GnuPG 2.2 does not write it'), sq: cannot('Sequoia 0.27 does not write it'), rnp: ok },
        run: signetOpens(noise(10), { aead: 'OCB' }),
      },
    },
  ],
}
