/** What a person should see of a key at a glance, each with its sentence, the most pressing first. */
import { addressDiffers, announcedBy, type Announced } from '../../../shared/domain/key/card-match.ts'
import { daysLeft, endingOf } from '../../../shared/domain/key/ending.ts'
import type { InspectedKey } from '../../../shared/domain/key/key.ts'
import type { KeyBadge } from '../../../shared/ipc/key-views.ts'
import { saying } from '../../../shared/words/say.ts'
import type { Shelved } from '../cards/shelf.ts'

export interface BadgeFacts {
  readonly inspected: InspectedKey
  readonly isOwn: boolean
  /** Its passphrase is asked for when it is needed. */
  readonly isLocked: boolean
  readonly clashes: readonly string[]
  readonly card: Pick<Shelved, 'name' | 'reading'> | null
  /** UTC ISO. */
  readonly now: string
}

const tones = ['late', 'soon', 'calm'] as const

export const badgesOf = (facts: BadgeFacts): readonly KeyBadge[] =>
  [...ofKey(facts), ...ofCard(facts), ...ofEnd(facts)].toSorted((a, b) => tones.indexOf(a.tone) - tones.indexOf(b.tone))

function ofKey({ inspected, isLocked, clashes }: BadgeFacts): readonly KeyBadge[] {
  const { state, findings } = inspected
  const weak = findings.find(({ code }) => code === 'weak-algorithm')
  const badges: KeyBadge[] = []
  if (clashes.length > 0) {
    badges.push({ kind: 'id-clash', tone: 'late', said: saying('key-badge.id-clash', { count: clashes.length }) })
  }
  if (weak !== undefined) {
    const algorithm = String(weak.params['algorithm'] ?? '')
    badges.push({ kind: 'weak-algorithm', tone: 'late', said: saying('key-badge.weak', { algorithm }) })
  }
  if (state === 'identity-only') {
    badges.push({ kind: 'no-encryption', tone: 'soon', said: saying('key-badge.no-encryption') })
  }
  if (findings.some(({ code }) => code === 'sha1-self-signature')) {
    badges.push({ kind: 'sha1-self-signature', tone: 'soon', said: saying('key-badge.sha1') })
  }
  if (state === 'repaired') badges.push({ kind: 'repaired', tone: 'soon', said: saying('key-badge.repaired') })
  if (isLocked) badges.push({ kind: 'locked', tone: 'calm', said: saying('key-badge.locked') })
  return badges
}

export const cardMatchOf = (
  { fingerprint }: Pick<InspectedKey, 'fingerprint'>,
  card: Pick<Shelved, 'reading'> | null,
): Announced | null =>
  card === null
    ? null
    : announcedBy(
        card.reading.keys.map((key) => key.fingerprint),
        fingerprint ?? '',
      )

/** Of others only: our own card says what we ourselves wrote. */
function ofCard({ inspected, card, isOwn }: BadgeFacts): readonly KeyBadge[] {
  if (card === null || isOwn) return []
  const { name, reading } = card
  const match = cardMatchOf(inspected, card)
  const badges: KeyBadge[] = []
  if (match === 'differs') {
    badges.push({ kind: 'not-announced', tone: 'late', said: saying('key-badge.other-announced', { card: name }) })
  }
  if (match === 'none-announced') {
    badges.push({ kind: 'not-announced', tone: 'calm', said: saying('key-badge.none-announced', { card: name }) })
  }
  if (
    addressDiffers(
      inspected.userIds,
      reading.emails.map(({ address }) => address),
    )
  ) {
    badges.push({ kind: 'address-differs', tone: 'soon', said: saying('key-badge.address', { card: name }) })
  }
  return badges
}

const toneOfEnd = { 'in-7-days': 'late', 'in-30-days': 'soon', 'in-90-days': 'calm' } as const

/** A revoked key ends for nobody. */
function ofEnd({ inspected, isOwn, now }: BadgeFacts): readonly KeyBadge[] {
  const ending = inspected.state === 'revoked' ? null : endingOf(inspected.expires, now)
  const days = daysLeft(inspected.expires, now)
  if (ending === null || days === null) return []
  const said = isOwn ? saying('key-badge.own-ends', { days }) : saying('key-badge.ends', { days })
  return [{ kind: 'end-soon', tone: toneOfEnd[ending], said }]
}
