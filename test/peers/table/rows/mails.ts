/** Mails with PGP/MIME (RFC 3156): ours taken apart by Signet's own reader, theirs built around what the peer wrote. */
import { defaultLimits } from '../../../../electron/core/mime/limits.ts'
import { decodeBody } from '../../../../electron/core/mime/decode.ts'
import { mimeBudget, splitMime, type MimePart } from '../../../../electron/core/mime/split.ts'
import { mail, multipart, pgpMime } from '../../../material/pgp-people.ts'
import type { Bench } from '../bench.ts'
import { cells, check, checkBytes, ok } from '../cell.ts'
import { checkOpened, peerRead, peerSealed } from '../exchange.ts'
import { through } from '../program.ts'
import type { Run, Section } from '../row.ts'
import { checkProtection, opened, orRefuse, sealed } from '../signet.ts'

const TEXT = 'Grüße aus dem CSIRT\n- a dash, and blanks at the end  \nhxxps://192.0.2[.]7/\n'
/** No text, so that nothing may touch it. */
const FILE = Uint8Array.from({ length: 3000 }, (_, at) => (at * 7) % 256)

const parts = (entity: Uint8Array): MimePart => orRefuse(splitMime(entity, mimeBudget(defaultLimits)))

const armourIn = (eml: Uint8Array): Uint8Array => {
  const payload = parts(eml).parts[1]
  check(payload?.type.value === 'application/octet-stream', 'the mail has no payload')
  return payload.body
}

/** The inner mail that the peer found is the one that Signet built: text, file, real subject. */
function checkInner(entity: Uint8Array): void {
  const root = parts(entity)
  const [text, file] = root.parts
  check(text !== undefined && file !== undefined, 'the inner mail has not two parts')
  check(decodeBody(text).toString('utf8').replaceAll('\r\n', '\n') === TEXT, 'the inner text is another')
  checkBytes(decodeBody(file), FILE)
  check(
    root.fields.some(({ name, value }) => name === 'subject' && value.startsWith('=?UTF-8?')),
    'no inner subject',
  )
}

const peerOpensMail: Run = async (bench, peer) => {
  const [to, by] = [await bench.key('ed25519'), await bench.signet()]
  const eml = await sealed([to], by, {
    form: 'eml',
    text: TEXT,
    attachments: [{ name: 'a.bin', type: '', bytes: FILE }],
  })
  check(!Buffer.from(eml).includes('Incident 42'), 'the real subject stands outside')
  checkInner(peerRead(bench, peer, armourIn(eml), [to], by).bytes)
}

const ENTITY = multipart('multipart/mixed', [
  `Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${Buffer.from(TEXT).toString('base64')}`,
  `Content-Type: application/octet-stream; name="a.bin"\nContent-Disposition: attachment; filename="a.bin"\nContent-Transfer-Encoding: base64\n\n${Buffer.from(FILE).toString('base64')}`,
])

const fromPeer = (of: { readonly address: string }, rest: string): Uint8Array => Buffer.from(mail(of.address, rest))

const signetOpensMail: Run = async (bench, peer) => {
  const [to, by] = [await bench.signet(), await bench.key('ed25519')]
  const armour = Buffer.from(peerSealed(bench, peer, Buffer.from(ENTITY), { to: [to], by })).toString('latin1')
  const message = await opened(fromPeer(by, pgpMime(armour)), { own: [to], known: [by], fileName: 'm.eml' })
  checkProtection(message, to, by)
  checkContent(message)
}

function checkContent({ text, attachments, outside, protection }: Awaited<ReturnType<typeof opened>>): void {
  check(text === TEXT, 'another text came out')
  check(outside === '' && protection.signer?.matchesFrom === true, 'something stands outside, or the sender is another')
  checkBytes(attachments[0]?.bytes ?? new Uint8Array(), FILE)
}

const peerSignedMail = async (bench: Bench, peer: Parameters<Run>[1]): Promise<string> => {
  const by = await bench.key('ed25519')
  const signature = through(bench.place, Buffer.from(ENTITY), (from, into) =>
    peer.sign(from, into, { by, how: 'detached' }),
  )
  return multipart(
    'multipart/signed; protocol="application/pgp-signature"; micalg=pgp-sha512',
    [
      ENTITY,
      `Content-Type: application/pgp-signature; name="signature.asc"\n\n${Buffer.from(signature).toString('latin1')}`,
    ],
    'around',
  )
}

/** What the signature covers: the first part's bytes as they stand between the boundaries (RFC 3156, 5). */
const peerVerifiesMail: Run = async (bench, peer) => {
  const by = await bench.signet()
  const attachments = [{ name: 'a.bin', type: '', bytes: FILE }]
  const eml = await sealed([], by, { protection: 'signed', form: 'eml', text: TEXT, attachments })
  const [content, signature] = parts(eml).parts
  check(content !== undefined && signature?.type.value === 'application/pgp-signature', 'it is no signed mail')
  checkInner(content.raw)
  peer.verifyBeside(bench.place.put('part', content.raw), bench.place.put('part.sig', decodeBody(signature)), by)
}

const signetVerifiesMail: Run = async (bench, peer) => {
  const by = await bench.key('ed25519')
  const signed = await peerSignedMail(bench, peer)
  const message = await opened(fromPeer(by, signed), { known: [by], fileName: 'm.eml' })
  checkProtection(message, null, by)
  checkContent(message)
  // One letter of the signed part, outside of its content.
  const changed = await opened(fromPeer(by, signed.replace('name="a.bin"', 'name="b.bin"')), { known: [by] })
  check(changed.protection.signature === 'bad', 'an altered mail is not told to be altered')
}

const NOTHING = new Uint8Array()

const peerOpensNothing: Run = async (bench, peer) => {
  const [to, by] = [await bench.key('ed25519'), await bench.signet()]
  checkBytes(peerRead(bench, peer, await sealed([to], by, { text: '' }), [to], by).bytes, NOTHING)
}

const signetOpensNothing: Run = async (bench, peer) => {
  const [to, by] = [await bench.signet(), await bench.key('ed25519')]
  await checkOpened(peerSealed(bench, peer, NOTHING, { to: [to], by }), to, by, NOTHING)
}

export const mails: Section = {
  title: 'Messages and mails',
  rows: [
    {
      name: 'PGP/MIME',
      what: 'encrypted and signed in one, with a text, a file and the real subject inside',
      quick: true,
      ours: { expected: cells(ok), run: peerOpensMail },
      theirs: { expected: cells(ok), run: signetOpensMail },
    },
    {
      name: 'PGP/MIME signed',
      what: 'multipart/signed, with a text and a file',
      quick: true,
      ours: { expected: cells(ok), run: peerVerifiesMail },
      theirs: { expected: cells(ok), run: signetVerifiesMail },
    },
    {
      name: 'no text',
      what: 'a message that says nothing, and is encrypted and signed all the same',
      quick: false,
      ours: { expected: cells(ok), run: peerOpensNothing },
      theirs: { expected: cells(ok), run: signetOpensNothing },
    },
  ],
}
