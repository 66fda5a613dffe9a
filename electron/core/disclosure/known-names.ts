/** The names that a case and its cards know: whom redaction can hide, what is the attacker's, and what is ours or the reader's own. */
import type { CaseState } from '../../../shared/domain/case/case.ts'
import { inCidr, parseCidr, parseIp } from '../../../shared/domain/observable/ip-address.ts'
import { hostOfUrl } from '../../../shared/domain/observable/normalise.ts'
import type { KnownNames } from '../../../shared/domain/redaction/find-items.ts'
import type { Card } from '../../../shared/ipc/card-views.ts'
import { findCase } from '../cases/case-book.ts'
import type { Shelved } from '../cards/shelf.ts'
import { profileOf, type Session } from '../session.ts'

/** `to`: ids of cards that it goes to; their own names hide nothing from them. */
export function knownNames(session: Session, number: string | null, to: readonly string[]): KnownNames {
  const found = number === null ? null : findCase(session, number)
  const state = found?.ok === true ? found.value.state : null
  const cards = (state?.parties ?? []).flatMap(({ card }) => (card === null ? [] : (session.shelf.get(card) ?? [])))
  const { ownCard, analyst } = profileOf(session)
  const ours = [ownCard, ...to].flatMap((id) => (id === null ? [] : (session.shelf.get(id) ?? [])))
  const isPerson = ({ record }: Shelved): boolean => record.roles.includes('person')
  return {
    persons: [...cards.filter(isPerson).map(({ name }) => name), ...cards.flatMap(({ reading }) => membersOf(reading))],
    organisations: [
      ...(state?.parties ?? []).map(({ name }) => name),
      ...[state?.constituent ?? []].flat(),
      ...cards.filter((card) => !isPerson(card)).flatMap(({ reading }) => namesOf(reading)),
    ],
    hostile: state === null ? [] : hostileOf(state, cards),
    ours: [
      analyst.name,
      analyst.code,
      ...ours.flatMap(({ name, reading }) => [name, ...namesOf(reading), ...placesOf(reading)]),
    ],
  }
}

const membersOf = ({ members }: Card): readonly string[] => members.flatMap(({ name }) => name ?? [])

const namesOf = ({ names: { short, full, others } }: Card): readonly string[] =>
  [short, full, ...others].filter((name): name is string => name !== null)

const placesOf = ({ emails, networks }: Card): readonly string[] => [
  ...emails.flatMap(({ address }) => [address, address.split('@')[1] ?? '']),
  ...networks.domains,
]

/** What was found to be the attacker's, and lies in nobody's network who is a party of the case. */
function hostileOf({ observables }: CaseState, cards: readonly Shelved[]): readonly string[] {
  const domains = cards
    .flatMap(({ reading }) => placesOf(reading))
    .filter((place) => !place.includes('@') && place !== '')
  const ranges = cards.flatMap(({ reading }) => reading.networks.cidrs.flatMap((cidr) => parseCidr(cidr) ?? []))
  const isTheirs = (value: string): boolean => {
    const host = hostOfUrl(value) ?? value.replace(/^.{1,64}@/, '')
    const ip = parseIp(host)
    return ip === null
      ? domains.some((domain) => host === domain.toLowerCase() || host.endsWith(`.${domain.toLowerCase()}`))
      : ranges.some((range) => inCidr(ip, range))
  }
  return observables
    .filter(({ state, value }) => (state === 'suspicious' || state === 'confirmed') && !isTheirs(value))
    .flatMap(({ value }) => [value, hostOfUrl(value) ?? value])
}
