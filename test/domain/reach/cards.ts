/** Made-up cards and questions for the tests of reaching a team. */
import { emptyReading } from '../../../shared/domain/card/empty-reading.ts'
import type { CardEmail, CardFinding, CardPhone, Coverage } from '../../../shared/domain/card/card-reading.ts'
import {
  reach,
  type Reach,
  type ReachCard,
  type ReachFacts,
  type ReachQuestion,
} from '../../../shared/domain/reach/reach.ts'

export const saturdayNight = '2026-11-21T21:00:00.000Z'
export const tuesdayMorning = '2026-11-24T09:00:00.000Z'

export const noClosures: ReachFacts = { closures: { known: true, days: [] }, keys: [] }

export const question = (given: Partial<ReachQuestion> = {}): ReachQuestion => ({
  at: tuesdayMorning,
  urgency: 'normal',
  sensitivity: 'low',
  purpose: 'incident',
  audience: 'public',
  ...given,
})

export const ask = (card: ReachCard, given: Partial<ReachQuestion> = {}, facts: Partial<ReachFacts> = {}): Reach =>
  reach(card, { ...noClosures, ...facts }, question(given))

export const team = (given: Partial<ReachCard> = {}): ReachCard => ({
  ...emptyReading,
  country: 'ES',
  subdivision: 'ES-MD',
  timeZone: { iana: 'Europe/Madrid', text: 'CET', reason: 'zone-named', line: 5 },
  ...given,
})

export const phone = (given: Partial<CardPhone> = {}): CardPhone => ({
  e164: '+34910550100',
  text: '+34 910 550 100',
  purpose: 'main',
  script: null,
  audience: 'public',
  doNotUseFor: [],
  roundTheClock: false,
  line: 10,
  ...given,
})

export const mail = (given: Partial<CardEmail> = {}): CardEmail => ({
  address: 'cert@team.example',
  purposes: ['incidents', 'general'],
  doNotUseFor: [],
  line: 12,
  ...given,
})

export const office = 'Mo-Fr 09:00-18:00; PH off'
export const hours = (osm: string): Pick<ReachCard, 'hours' | 'coverage'> => ({
  hours: { osm, text: osm, line: 20 },
  coverage: [row(osm)],
})
export const row = (osm: string, audience: Coverage['audience'] = 'public', line = 20): Coverage => ({
  osm,
  audience,
  text: osm,
  line,
})

export const found = (code: CardFinding['code'], line = 30): CardFinding => ({
  code,
  line,
  severity: 'info',
  params: {},
})

export const fingerprint = '0123456789ABCDEF0123456789ABCDEF01234567'
export const heldKey = {
  fingerprint,
  state: 'usable',
  canEncrypt: true,
  trust: 'verified',
} satisfies ReachFacts['keys'][number]

export const pgpForReports = { when: 'incident-report', channel: 'email', protection: 'pgp', line: 40 } as const

export const codesOf = (sayings: Reach['reasons']): readonly string[] => sayings.map(({ code }) => code)
export const wayOf = ({ channel }: Reach): string =>
  channel === null ? 'none' : `${channel.kind} ${channel.value} ${channel.protection}`
