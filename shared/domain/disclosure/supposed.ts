/** Somebody of a kind, where there is no one card: for a verdict in advance, and for what is written for a kind of reader. */
import { recipientClasses, type RecipientClass } from './classes.ts'
import type { JudgedRecipient } from './request.ts'

/** TLP 2.0: forums and the press are the public. */
const kinds: Readonly<Partial<Record<RecipientClass, JudgedRecipient['kind']>>> = {
  community: 'community',
  public: 'public',
  'security-community': 'public',
  press: 'public',
}

/** How somebody of a kind is named where a card's id could stand. */
export const anyOf = (one: RecipientClass): string => `class:${one}`

/** The kind that such a name stands for; null: a card, or nothing we know. */
export const kindOf = (id: string): RecipientClass | null => recipientClasses.find((one) => id === anyOf(one)) ?? null

/** With an address and a usable key that nobody has checked yet; a file for them has no reader yet. */
export function supposedRecipient(one: RecipientClass, isFile = false): JudgedRecipient {
  const isOwn = one === 'management' || one === 'users'
  return {
    id: anyOf(one),
    name: one,
    kind: kinds[one] ?? 'team',
    address: '?',
    addressDoNotUseFor: [],
    offers: [],
    fingerprint: '?',
    keyState: 'usable',
    trust: 'undecided',
    expires: null,
    channelRules: [],
    ownOrganisation: isOwn,
    classes: [one],
    bonaFide: isOwn ? 'own' : isFile ? 'unnamed' : 'unchecked',
    concerned: false,
  }
}

export const supposedVerified = (one: JudgedRecipient): JudgedRecipient => ({
  ...one,
  trust: 'verified',
  bonaFide: one.bonaFide === 'own' ? 'own' : 'checked',
})
