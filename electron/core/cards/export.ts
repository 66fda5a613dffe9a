/** Gives a card out for other programs and teams: vCard, our JSON, or an RFC 2350 document, our own signed with the team key. */
import { writeCardJson } from '../../../shared/domain/card/write/write-json.ts'
import { writeRfc2350 } from '../../../shared/domain/card/write/write-rfc2350.ts'
import { writeVcard } from '../../../shared/domain/card/write/write-vcard.ts'
import type { ExportedCard } from '../../../shared/ipc/card-views.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { keysOf } from '../keyring/key-records.ts'
import { signerFor } from '../keyring/signing-roles.ts'
import { signTextApart } from '../pgp/seal-message.ts'
import { release } from '../release/release.ts'
import { writeCleared } from '../release/writers.ts'
import { nowOf, profileOf, type Session } from '../session.ts'
import { sha256 } from '../store/canonical.ts'
import { findShelved } from './card-book.ts'
import type { Shelved } from './shelf.ts'

export interface CardExport {
  readonly card: string
  readonly format: 'vcard' | 'json' | 'rfc2350'
  readonly to?: { readonly grant: string } | undefined
  readonly members: 'code' | 'name' | 'none'
}

interface Written {
  readonly text: string
  readonly signedBy: string | null
}

/** With `to` it is written there; else the text is the answer. Either way the vault log keeps that it went out, by its hash. */
export async function exportCard(session: Session, wish: CardExport): Promise<Result<ExportedCard, Saying>> {
  const found = findShelved(session, wish.card)
  if (!found.ok) return found
  const written = await writtenAs(session, found.value, wish)
  if (!written.ok) return written
  const { text, signedBy } = written.value
  const target = wish.to === undefined ? null : session.ports.redeem(wish.to.grant, 'write')
  if (wish.to !== undefined && target === null) return fail(saying('grant-unknown'))
  const hash = sha256(text)
  const noted = session.store.commit((tx) => {
    tx.log({ kind: 'card.exported', ref: hash })
    return ok(null)
  })
  if (!noted.ok) return noted
  if (target === null) return ok({ text, file: null, sha256: hash, signedBy })
  const file = writeCleared(target, release.contact(text))
  return file.ok ? ok({ text, file: file.value.file, sha256: hash, signedBy }) : file
}

async function writtenAs(
  session: Session,
  card: Shelved,
  { format, members }: CardExport,
): Promise<Result<Written, Saying>> {
  const { id, reading } = card
  if (format === 'vcard') return ok({ text: writeVcard(reading, { uid: id, rev: nowOf(session) }), signedBy: null })
  if (format === 'json') return ok({ text: writeCardJson(reading, { uid: id }), signedBy: null })
  return id === profileOf(session).ownCard
    ? ownDocument(session, card, members)
    : ok({ text: documentOf(session, card, { keyBlock: null, members: 'none' }), signedBy: null })
}

/** Our own description carries our key and our signature; without a team key it stays unsigned, which the answer says. */
async function ownDocument(
  session: Session,
  card: Shelved,
  members: CardExport['members'],
): Promise<Result<Written, Saying>> {
  const { teamKey } = profileOf(session)
  const key = teamKey === null ? null : keysOf(session.store).get(teamKey)
  const text = documentOf(session, card, { keyBlock: key?.publicKey ?? null, members })
  if (key === null || key.secretKey === null) return ok({ text, signedBy: null })
  const signer = signerFor(session, 'team')
  if (!signer.ok) return signer
  const signWith = { armored: signer.value.secretKey, passphrase: signer.value.passphrase }
  const signed = await signTextApart({ text, signWith, now: nowOf(session) })
  return signed.ok ? ok({ text: signed.value.text, signedBy: signed.value.signer }) : signed
}

function documentOf(
  session: Session,
  { reading }: Shelved,
  { keyBlock, members }: { readonly keyBlock: string | null; readonly members: CardExport['members'] },
): string {
  const { version, urls, signatureUrls } = reading.document
  return writeRfc2350(reading, {
    date: nowOf(session).slice(0, 10),
    version: version ?? '1.0',
    urls,
    signatureUrls,
    keyBlock,
    membersAs: members,
  })
}
