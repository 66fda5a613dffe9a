/** Makes a card of what an entry of a list says; values that are none are named and left out, the rest of the entry stands. */
import type { CardFinding, CardReading, Coverage } from '../../../../shared/domain/card/card-reading.ts'
import { emptyReading } from '../../../../shared/domain/card/empty-reading.ts'
import { finding } from '../../../../shared/domain/card/finding.ts'
import { datesIn } from '../../../../shared/domain/card/dates.ts'
import { fail, ok, type Result } from '../../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../../shared/words/say.ts'
import { emailsOf, keysOf, phonesOf } from './contact-values.ts'
import type { DirectoryEntry } from './directory-reading.ts'
import { asnsOf, cidrsOf, domainsOf } from './network-values.ts'
import { countryOf, hoursOf, languageTag, zoneOf, type HoursTaken } from './place-values.ts'
import type { Fact, TeamFacts } from './team-facts.ts'

const MAX_URL = 1000

function urlsOf(facts: readonly Fact[]): { readonly values: readonly string[]; readonly problems: readonly Saying[] } {
  const all = facts.map(({ text, at }) => {
    const whole = /^www\./i.test(text) ? `https://${text}` : text
    const good = /^https?:\/\/[^\s<>"]+$/i.test(whole) && whole.length <= MAX_URL && URL.canParse(whole)
    return good ? { url: whole } : { problem: saying('value-url', { at, value: text.slice(0, 100) }) }
  })
  return {
    values: [...new Set(all.flatMap(({ url }) => url ?? []))],
    problems: all.flatMap(({ problem }) => problem ?? []),
  }
}

function languagesOf(facts: readonly Fact[]): {
  readonly values: readonly string[]
  readonly problems: readonly Saying[]
} {
  const all = facts.map((fact) => ({ fact, tag: languageTag(fact.text) }))
  return {
    values: [...new Set(all.flatMap(({ tag }) => tag ?? []))],
    problems: all
      .filter(({ tag }) => tag === null)
      .map(({ fact }) => saying('value-language', { at: fact.at, value: fact.text.slice(0, 100) })),
  }
}

const coverageOf = ({ osm }: HoursTaken, text: string | null): readonly Coverage[] =>
  osm === null || text === null ? [] : [{ audience: 'public', osm, text, line: 0 }]

const availabilityOf = (osm: string | null): CardReading['availability'] =>
  osm === '24/7' ? '24x7' : osm === null ? 'unknown' : 'business-hours'

/** "Thu, 29 Aug 2019 21:31:54 GMT" and "2015-06-03T14:05:27+00:00" alike. */
const dayOf = (text: string): string | null => datesIn(text.slice(0, 100))[0]?.date ?? null

function findingsOf(emails: CardReading['emails'], hours: HoursTaken): readonly CardFinding[] {
  const forbidden = emails.filter(({ doNotUseFor }) => doNotUseFor.includes('incidents'))
  return [
    ...forbidden.map(({ address }) => finding('warning', null, saying('do-not-use', { address }))),
    ...(hours.daysAssumed ? [finding('info', null, saying('hours-days-assumed'))] : []),
  ]
}

/** A lone name: one that looks like an abbreviation is short, any other full. */
function namesOf({ short, full, host }: TeamFacts): CardReading['names'] {
  const same = short !== null && full !== null && short.toLowerCase() === full.toLowerCase()
  return { short, full: same ? null : full, host, others: [] }
}

const MAX_PROBLEMS = 100

/**
 * Refused with `entry-without-name` where nothing names the team, and with `entry-without-contact` where nothing says how
 * to reach it or what it answers for.
 */
export function entryOf(facts: TeamFacts): Result<DirectoryEntry, Saying> {
  const name = facts.short ?? facts.full ?? facts.host
  if (name === null) return fail(saying('entry-without-name'))
  const { country, problems: countryProblems } = countryOf(facts.country)
  const { zone, problems: zoneProblems } = zoneOf(facts.zone, country)
  const emails = emailsOf(facts.emails)
  const { phones, fax, problems: phoneProblems } = phonesOf(facts.phones, country)
  const keys = keysOf(facts.keys)
  const hours = hoursOf(facts.hours)
  const [cidrs, asns, domains] = [cidrsOf(facts.cidrs), asnsOf(facts.asns), domainsOf(facts.domains)]
  const languages = languagesOf(facts.languages)
  const urls = urlsOf(facts.urls)
  const lists = [emails, keys, cidrs, asns, domains, languages, urls]
  const reach = [emails.values, phones, urls.values, cidrs.values, asns.values, domains.values]
  if (reach.every((values) => values.length === 0))
    return fail(saying('entry-without-contact', { name: name.slice(0, 100) }))
  const reading: CardReading = {
    ...emptyReading,
    names: namesOf(facts),
    country,
    languages: languages.values,
    document: {
      ...emptyReading.document,
      date: facts.modified ? dayOf(facts.modified.text) : null,
      dateText: facts.modified?.text ?? null,
      urls: urls.values,
    },
    address: facts.address === null ? null : { text: facts.address, line: 0 },
    timeZone: zone,
    emails: emails.values,
    phones,
    fax,
    keys: keys.values,
    hours: { osm: hours.osm, text: facts.hours?.text ?? null, line: facts.hours ? 0 : null },
    coverage: coverageOf(hours, facts.hours?.text ?? null),
    availability: availabilityOf(hours.osm),
    constituency: facts.constituency,
    networks: { cidrs: cidrs.values, asns: asns.values, domains: domains.values },
    findings: findingsOf(emails.values, hours),
  }
  const problems = [
    ...countryProblems,
    ...zoneProblems,
    ...phoneProblems,
    ...hours.problems,
    ...lists.flatMap((list) => list.problems),
  ]
  const key = (facts.id ?? name).slice(0, 200)
  return ok({ key, reading, membership: facts.membership, problems: problems.slice(0, MAX_PROBLEMS) })
}
