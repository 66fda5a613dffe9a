/** Tells whose card a vCard is, and by what names: a team's, or a person's who stands for one. */
import type { CardReading } from '../../../../shared/domain/card/card-reading.ts'
import type { Property, VCard } from './vcard-lines.ts'

export interface Names {
  readonly names: CardReading['names']
  /** The one whom the card is of; null for a team's own. */
  readonly person: string | null
}

export type Find = (...names: readonly string[]) => readonly Property[]

export function namesOf(card: VCard, of: Find): Names {
  const parts = of('org')[0]?.values.filter((value) => value !== '') ?? []
  const [organisation = null] = parts
  const structured = of('n')[0]?.values ?? []
  const written = of('fn')[0]?.values[0] ?? null
  const full = written ?? ([structured[1], structured[0]].filter(Boolean).join(' ') || organisation)
  const nicknames = of('nickname')
    .flatMap(({ values }) => values)
    .filter((value) => value !== '')
  if (isOfPerson(card, of, full, organisation)) {
    return { names: { short: null, full, host: organisation, others: nicknames }, person: full }
  }
  return { names: teamNames(full, parts, nicknames), person: null }
}

/** A nickname that the organisation bears, too, is the long name, and FN the short one: so our own vCards have it. */
function teamNames(fn: string | null, parts: readonly string[], nicknames: readonly string[]): CardReading['names'] {
  const long = parts.findLast((part) => part !== fn && nicknames.includes(part)) ?? null
  const full = long ?? fn
  const short = long === null ? (nicknames[0] ?? null) : fn
  const [organisation = null] = parts
  const host = organisation === full || organisation === fn ? null : organisation
  const others = [...nicknames, ...parts].filter((name) => name !== full && name !== short && name !== host)
  return { short, full, host, others: [...new Set(others)] }
}

/** KIND says it (RFC 6350, 6.1.4). Where it is missing, a card without a person's name, or named like its organisation, is a team's. */
function isOfPerson(card: VCard, of: Find, full: string | null, organisation: string | null): boolean {
  const kind = of('kind')[0]?.values[0]?.toLowerCase()
  if (kind !== undefined) return kind === 'individual'
  const company = card.properties.some(({ name, values }) => name === 'x-abshowas' && /company/i.test(values[0] ?? ''))
  const named =
    of('n')[0]
      ?.values.slice(0, 2)
      .every((part) => part !== '') ?? false
  return named && !company && full !== organisation
}
