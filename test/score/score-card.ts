/** Compares one reading of a team description with what a person read in it, field by field. */
import type { CardReading } from '../../shared/domain/card/card-reading.ts'
import type { ExpectedCard } from './expected-card.ts'
import { contactScorers, type Scorer } from './score-contacts.ts'
import { sameHours } from './same-hours.ts'
import { alike, anyCase, bag, exact, list, paraphrased, single, type Tally } from './tally.ts'

/** Not retrieved, or cut inside: what stands there is not to be judged. */
const isCut = ({ sections }: ExpectedCard, section: string): boolean =>
  sections?.notRetrieved.includes(section) === true || sections?.cutInside === section

const names: Scorer = ({ names: got }, { team }) => [
  ...(team?.short === undefined ? [] : [single('short name', team.short, got.short)]),
  ...(team?.full === undefined ? [] : [single('full name', team.full, got.full, anyCase)]),
]

const scalars: Scorer = ({ country, document }, expected) => [
  ...(expected.country === undefined ? [] : [single('country', expected.country, country)]),
  ...(expected.documentDate === undefined ? [] : [single('date', expected.documentDate, document.date)]),
  ...(expected.documentVersion === undefined ? [] : [single('version', expected.documentVersion, document.version)]),
]

const zone: Scorer = ({ timeZone }, { timezone }) => {
  if (!timezone) return []
  const wanted = [timezone.iana].flat()
  const right = wanted.find((iana) => iana === timeZone.iana) ?? wanted[0] ?? null
  return [single('time zone', right, timeZone.iana)]
}

/** `is24x7: null` means "not said" where no hours stand, and "only for some" where they do. */
function availabilities({ availability, is24x7, hours }: ExpectedCard): readonly string[] {
  if (availability) return [availability]
  if (is24x7 === undefined) return []
  if (is24x7 !== null) return [is24x7 ? '24x7' : 'business-hours']
  return hours?.osm ? ['conditional'] : ['unknown', 'conditional']
}

const sameCoverage = (expected: string, got: string): boolean =>
  expected.split(': ')[0] === got.split(': ')[0] &&
  sameHours(expected.slice(expected.indexOf(': ')), got.slice(got.indexOf(': ')))

const times: Scorer = (card, expected) => {
  const states = availabilities(expected)
  const state = states.find((one) => one === card.availability) ?? states[0]
  return [
    ...(expected.hours ? [single('hours', expected.hours.osm, card.hours.osm, sameHours)] : []),
    ...(state ? [single('availability', state, card.availability)] : []),
    ...(expected.coverage
      ? [
          bag(
            'coverage',
            expected.coverage.map(({ audience, osm }) => `${audience}: ${osm}`),
            card.coverage.map(({ audience, osm }) => `${audience}: ${osm}`),
            sameCoverage,
          ),
        ]
      : []),
  ]
}

const EITHER = 'pgp|smime'

/** "PGP or S/MIME" is one rule: a reading that has it as either, or as two, has it. */
const channelRules: Scorer = (card, { channelRules: wanted }) => {
  if (!wanted) return []
  const open = wanted.filter(({ protection }) => protection === EITHER).map(({ when, channel }) => `${when} ${channel}`)
  const got = card.channelRules.map(({ when, channel, protection }) =>
    open.includes(`${when} ${channel}`) && protection !== 'none'
      ? `${when} ${channel} ${EITHER}`
      : `${when} ${channel} ${protection}`,
  )
  const all = wanted.map(({ when, channel, protection }) => `${when} ${channel} ${protection}`)
  return [bag('channel rule', [...new Set(all)], [...new Set(got)])]
}

const yesNo = (value: boolean | null): string | null => (value === null ? null : String(value))

const policies: Scorer = (card, expected) => [
  ...(expected.tlpSupported === undefined ? [] : [single('TLP', yesNo(expected.tlpSupported), yesNo(card.tlp))]),
  ...channelRules(card, expected),
  ...(expected.priorities ? [list('priority', expected.priorities, card.priorities)] : []),
  ...(expected.responsePromise === undefined
    ? []
    : [single('response promise', expected.responsePromise, card.responsePromise?.duration ?? null)]),
  ...(expected.urgentKeyword === undefined
    ? []
    : [single('urgent keyword', expected.urgentKeyword, card.urgent?.subjectKeyword ?? null, anyCase)]),
]

const charter: Scorer = (card, expected) => {
  const { mission, sponsor, authority } = expected.charter ?? {}
  const part = (name: string, section: string, wanted: string | null | undefined, got: string | null, same = alike) =>
    wanted === undefined || isCut(expected, section) ? [] : [single(name, wanted, got, same)]
  return [
    ...part('mission', '3.1', mission, card.charter.mission?.text ?? null),
    ...part('constituency', '3.2', expected.constituency, card.constituency, expected.charter ? alike : paraphrased),
    ...part('sponsor', '3.3', sponsor, card.charter.sponsor?.text ?? null),
    ...part('authority', '3.4', authority, card.charter.authority?.text ?? null),
  ]
}

/** "Members: A, B" gives nobody a role; "Analysts: A, B" makes each an analyst. */
const roleOf = (role: string): string =>
  /^(?:team )?(?:members?|miembros?|membros?|membres?|mitglied(?:er)?)$/i.test(role.trim())
    ? ''
    : role.replaceAll(/s\b/giu, '')

const ANY_ROLE = '*'

/** Name and role count together: a person under another's role is a wrong one. */
const members: Scorer = (card, expected) => {
  if (!expected.members || isCut(expected, '2.9')) return []
  const whole = ({ name, role }: { readonly name: string; readonly role?: string | null | undefined }): string =>
    `${name} | ${role === undefined ? ANY_ROLE : (role ?? '')}`
  const same = (a: string, b: string): boolean => {
    const [nameA = '', printedA = ''] = a.split(' | ')
    const [nameB = '', printedB = ''] = b.split(' | ')
    const [roleA, roleB] = [roleOf(printedA), roleOf(printedB)]
    return (
      anyCase(nameA, nameB) &&
      (printedA === ANY_ROLE || exact(roleA, roleB) || (roleA !== '' && roleB !== '' && alike(roleA, roleB)))
    )
  }
  return [bag('member and role', expected.members.map(whole), card.members.map(whole), same)]
}

/** All or nothing: the list of a document's parts is one value of it. */
const sections: Scorer = (card, expected) => {
  const wanted = expected.sections
  if (!wanted) return []
  const judged = (all: readonly string[]): string =>
    all
      .filter((one) => !isCut(expected, one))
      .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
      .join(' ')
  return [single('sections', judged(wanted.present), judged(card.sections.present))]
}

const findings: Scorer = (card, expected) => {
  const codes = new Set<string>(card.findings.map(({ code }) => code))
  const must = expected.findings ?? []
  const mustNot = expected.findingsNot ?? []
  return [
    bag(
      'finding',
      must,
      [...must, ...mustNot].filter((code) => codes.has(code)),
    ),
  ]
}

const SCORERS: readonly Scorer[] = [
  names,
  scalars,
  zone,
  ...contactScorers,
  times,
  policies,
  charter,
  members,
  sections,
  findings,
]

/** One tally a field; a field whose key is absent from `expected` gives none. */
export const scoreCard = (card: CardReading, expected: ExpectedCard): readonly Tally[] =>
  SCORERS.flatMap((scorer) => scorer(card, expected))
