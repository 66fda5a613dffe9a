/** By which channel a constituent gets an announcement: what its own card asks for, within what the marking allows (P-34, M-36, M-41). */
import { firstRule } from '../disclosure/first-rule.ts'
import type { Channel, RecipientFacts, ReleaseRequest } from '../disclosure/recipient-facts.ts'
import type { Tlp } from '../marking/tlp.ts'
import { saying, type Saying } from '../../words/say.ts'

export type DeliveryChannel = 'email-pgp' | 'email-signed' | 'phone' | 'form' | 'none'

export interface ChosenDelivery {
  readonly channel: DeliveryChannel
  /** Address, number or form. */
  readonly value: string | null
  /** Why this one: the rule that led to it, and the conditions that a person accepts by releasing. */
  readonly said: readonly Saying[]
}

export interface Announced {
  readonly marking: Tlp
  readonly caseMarking: Tlp | null
  readonly text: string
}

/** What the card offers beside mail, as printed; null where it offers none. */
export interface OtherWays {
  readonly phone: string | null
  readonly form: string | null
}

/**
 * What everybody may read goes signed and readable, unless their card asks for encryption; everything else goes encrypted where a key can,
 * then signed where the marking lets it be read on the way, then by telephone. Never throws. `now` is UTC ISO.
 */
export function chooseDelivery(about: Announced, to: RecipientFacts, ways: OtherWays, now: string): ChosenDelivery {
  const judge = (channel: Channel) => firstRule(requestFor(about, to, channel), now)
  const [sealed, readable] = [judge('email-pgp'), judge('email-plain')]
  const conditions = sealed.reasons.filter(({ level }) => level === 'condition').map(({ said }) => said)
  const signed: ChosenDelivery = {
    channel: 'email-signed',
    value: to.address,
    said: [saying(about.marking === 'CLEAR' ? 'delivery.public' : 'delivery.signed-only')],
  }
  if (about.marking === 'CLEAR' && readable.verdict !== 'stop') return signed
  if (sealed.verdict !== 'stop')
    return { channel: 'email-pgp', value: to.address, said: [saying('delivery.encrypted'), ...conditions] }
  if (readable.verdict !== 'stop') return signed
  const stops = sealed.reasons.filter(({ level }) => level === 'stop').map(({ said }) => said)
  if (ways.phone !== null && judge('phone').verdict !== 'stop')
    return { channel: 'phone', value: ways.phone, said: stops }
  if (ways.form !== null && judge('form').verdict !== 'stop') return { channel: 'form', value: ways.form, said: stops }
  return { channel: 'none', value: null, said: stops }
}

const requestFor = (
  { marking, caseMarking, text }: Announced,
  to: RecipientFacts,
  channel: Channel,
): ReleaseRequest => ({
  marking,
  caseMarking,
  loosenedBecause: null,
  recipients: [to],
  channel,
  purpose: 'general',
  sensitivity: null,
  text,
})
