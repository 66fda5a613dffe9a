/** Reads who, when and what from a header block: addresses and encoded words by postal-mime, times by luxon. */
import { DateTime } from 'luxon'
import PostalMime, { type Address, type Email } from 'postal-mime'
import type { MessageHead } from '../../../shared/domain/exchange/message.ts'
import type { HeaderField } from './header-fields.ts'
import { visible } from './visible.ts'

export interface Envelope extends MessageHead {
  /** Exactly one From field with exactly one address and nothing odd in it: only then can a signer match it. */
  readonly fromIsPlain: boolean
}

export const emptyEnvelope: Envelope = {
  from: '',
  fromName: '',
  to: [],
  cc: [],
  replyTo: [],
  subject: '',
  date: null,
  dateText: '',
  messageId: '',
  inReplyTo: '',
  references: [],
  fromIsPlain: false,
}

/** Never throws: what postal-mime refuses reads as an empty head. `headerBytes` bounds its work. */
export async function readEnvelope(
  head: Uint8Array,
  fields: readonly HeaderField[],
  headerBytes: number,
): Promise<Envelope> {
  const mail = await parseHead(head, headerBytes)
  if (!mail) return emptyEnvelope
  const from = addressesOf(mail.from ? [mail.from] : [])
  const dateText = visible(mail.headers.find(({ key }) => key === 'date')?.value ?? '')
  return {
    from: from[0]?.address ?? '',
    fromName: from[0]?.name ?? '',
    to: addressesOf(mail.to).map(({ address }) => address),
    cc: addressesOf(mail.cc).map(({ address }) => address),
    replyTo: addressesOf(mail.replyTo).map(({ address }) => address),
    subject: visible(mail.subject ?? ''),
    date: readDate(dateText),
    dateText,
    messageId: identifiers(mail.messageId)[0] ?? '',
    inReplyTo: identifiers(mail.inReplyTo)[0] ?? '',
    references: identifiers(mail.references),
    fromIsPlain: from.length > 0 && plainFrom(fields) === from[0]?.address,
  }
}

async function parseHead(head: Uint8Array, headerBytes: number): Promise<Email | null> {
  try {
    const block = Buffer.concat([head, Buffer.from('\r\n')])
    return await new PostalMime({ maxHeadersSize: headerBytes, maxNestingDepth: 2 }).parse(block)
  } catch {
    return null
  }
}

const addressesOf = (addresses: readonly Address[] | undefined): { name: string; address: string }[] =>
  (addresses ?? [])
    .flatMap((entry) => entry.group ?? [entry])
    .map(({ name, address }) => ({ name: visible(name), address: visible(address ?? '').replaceAll(' ', '') }))
    .filter(({ address }) => address !== '')

const identifiers = (text: string | undefined): readonly string[] =>
  visible((text ?? '').slice(0, 16_384))
    .split(/[\s<>,]+/)
    .filter((id) => id !== '')

/** Null where the field says no instant: a time without a zone is not guessed (RFC 5322, 3.3; obsolete zones included). */
export function readDate(text: string): string | null {
  const withoutComments = text
    .slice(0, 200)
    .replaceAll(/\([^()]*\)/g, ' ')
    // luxon knows GMT and the American zones, but not these two.
    .replace(/\bUTC?\s*$/, '+0000')
  const time = DateTime.fromRFC2822(withoutComments.replaceAll(/\s+/g, ' ').trim(), { zone: 'utc' })
  return time.isValid ? time.toISO() : null
}

/** The address, if there is one From field with nothing but one address and a plain name in it; else null. */
function plainFrom(fields: readonly HeaderField[]): string | null {
  const froms = fields.filter(({ name }) => name === 'from')
  const value = (froms[0]?.value ?? '').trim()
  // An encoded word, a comment or a second "<" next to the address is how one sender is made to look like another.
  const plain =
    /^(?:(?:[^<>@,;:]*|"(?:[^"\\]|\\.)*"\s*)<([^<>()"\s@=?]+@[^<>()"\s@]+)>|([^<>()"\s@,;:=?]+@[^<>()"\s@,;]+))$/.exec(
      value,
    )
  return froms.length === 1 && visible(value) === value ? (plain?.[1] ?? plain?.[2] ?? null) : null
}
