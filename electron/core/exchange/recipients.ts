/** Who a draft goes to: each card with the address, the best key, and all that the release point wants to know of them. */
import type { RecipientFacts } from '../../../shared/domain/disclosure/recipient-facts.ts'
import { trustHows, type Recipient } from '../../../shared/ipc/views.ts'
import { incidentAddress } from '../../../shared/domain/card/contact-name.ts'
import { canEncryptAt } from '../../../shared/domain/key/parts.ts'
import { keysToWriteTo } from '../cards/card-keys.ts'
import type { Shelved } from '../cards/shelf.ts'
import { keysNow, type KeyRecord } from '../keyring/key-records.ts'
import { nowOf, profileOf, type Session } from '../session.ts'
import { nextNumber } from './partner-numbers.ts'

export interface KnownRecipient {
  readonly facts: RecipientFacts
  readonly shown: Recipient
  readonly publicKey: string | null
}

/**
 * `ids` are of cards, or whole fingerprints: a key is then the recipient, with what its card says if it has one. A card that went
 * into another is that other one, and each card is written to once; a removed one is nobody.
 * @param due when the case that it is about is next due, UTC ISO.
 */
export function recipientsOf(
  session: Session,
  ids: readonly string[],
  due: string | null = null,
): readonly KnownRecipient[] {
  const keys = keysNow(session)
  const { ownCard } = profileOf(session)
  const at = { now: nowOf(session), due }
  const withNumber = ({ shown, ...known }: Unnumbered, key: KeyRecord | null): KnownRecipient => ({
    ...known,
    shown: { ...shown, ...timesOf(key, at), number: nextNumber(session, shown.card) },
  })
  const known = ids.flatMap((id) => {
    const key = keys.find(({ fingerprint }) => fingerprint === id)
    const cardId = key === undefined ? id : key.card
    const found = cardId === null ? null : session.shelf.get(cardId)
    const card = found?.record.removed === null ? found : null
    const best = card === null ? (key ?? null) : (key ?? bestKey(keysToWriteTo(card, keys)))
    if (card !== null) return [withNumber(knownRecipient(card, best, card.id === ownCard), best)]
    return key === undefined ? [] : [withNumber(recipientWithoutCard(key), key)]
  })
  return [...new Map(known.map((one) => [`${one.facts.id} ${one.facts.fingerprint ?? ''}`, one])).values()]
}

type Unnumbered = Omit<KnownRecipient, 'shown'> & {
  readonly shown: Omit<Recipient, 'encrypts' | 'verified' | 'number'>
}

function timesOf(
  key: KeyRecord | null,
  { now, due }: { readonly now: string; readonly due: string | null },
): Pick<Recipient, 'encrypts' | 'verified'> {
  const today = key?.inspected.canEncrypt === true
  // A due time that is past is over: then only today counts.
  const dueCan = due === null ? null : { at: due, can: today && (due <= now || lastsUntil(key, due)) }
  return { encrypts: { today, due: dueCan }, verified: verifiedBy(key) }
}

/** Keys that were taken in before their parts were kept have one end for all of them. */
const lastsUntil = ({ parts, inspected }: KeyRecord, at: string): boolean =>
  parts.length > 0 ? canEncryptAt(parts, at) : inspected.expires === null || inspected.expires > at

function verifiedBy(key: KeyRecord | null): Recipient['verified'] {
  const last = key?.trust === 'verified' ? key.decisions.at(-1) : undefined
  const how = trustHows.find((one) => one === last?.how)
  return last === undefined || how === undefined ? null : { at: last.at, how, code: last.code }
}

/** Nothing is known of them but the key: its own name and address stand for theirs. */
function recipientWithoutCard({ fingerprint, role, inspected, trust, publicKey }: KeyRecord): Unnumbered {
  const userId = inspected.userIds[0] ?? fingerprint
  const address = /<([^<>]{1,320})>\s*$/.exec(userId)?.[1] ?? (userId.includes('@') ? userId : null)
  const shared = { name: userId, address, fingerprint, keyState: inspected.state, trust, expires: inspected.expires }
  return {
    facts: {
      ...shared,
      id: fingerprint,
      kind: 'team',
      addressDoNotUseFor: [],
      offers: [],
      channelRules: [],
      ownOrganisation: role !== 'other',
    },
    shown: { ...shared, card: fingerprint },
    publicKey,
  }
}

const trustRank = { verified: 0, unverified: 1, undecided: 2, rejected: 3 } as const

/** The one to write to: usable before not, verified before not, newest first; a rejected one is named only where there is no other. */
function bestKey(keys: readonly KeyRecord[]): KeyRecord | null {
  const rank = ({ inspected, trust }: KeyRecord): string => {
    const use = trust === 'rejected' ? 2 : inspected.canEncrypt ? 0 : 1
    return `${use}${trustRank[trust]}${invert(inspected.created ?? '')}`
  }
  return keys.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))[0] ?? null
}

/** Newer dates first in an ascending comparison. */
const invert = (iso: string): string => iso.replaceAll(/\d/g, (digit) => String(9 - Number(digit)))

function knownRecipient({ id, name, reading }: Shelved, key: KeyRecord | null, ownOrganisation: boolean): Unnumbered {
  const address = incidentAddress(reading) ?? reading.emails[0]?.address ?? null
  const entry = reading.emails.find((email) => email.address === address)
  const announced = reading.keys.find(({ use }) => use === 'team')
  const fingerprint = key?.fingerprint ?? announced?.fingerprint ?? null
  const keyState = key?.inspected.state ?? announced?.state ?? 'none'
  const expires = key?.inspected.expires ?? null
  const trust = key?.trust ?? null
  return {
    facts: {
      id,
      name,
      kind: 'team',
      address,
      addressDoNotUseFor: entry?.doNotUseFor ?? [],
      offers: [...reading.phones.map(({ text }) => text), ...reading.forms.map(({ url }) => url)],
      fingerprint,
      keyState,
      trust,
      expires,
      channelRules: reading.channelRules,
      ownOrganisation,
    },
    shown: { card: id, name, address, fingerprint, keyState, trust, expires },
    publicKey: key?.publicKey ?? null,
  }
}
