/** In which fields two readings say different things; lines, blanks and the order of lists make no difference. */
import type { CardPhone } from './card-reading.ts'
import { cardFields, type CardField } from './fields.ts'
import { says } from './layers-says.ts'
import type { SeenReading } from './layers-standing.ts'

export interface Difference {
  readonly field: CardField
  readonly kind: 'added' | 'removed' | 'changed'
  readonly before: unknown
  readonly after: unknown
}

export const difference = (before: SeenReading, after: SeenReading): readonly Difference[] =>
  cardFields.flatMap((field) => {
    const [had, has] = [says[field](before), says[field](after)]
    if ((!had && !has) || sameField(field, before, after)) return []
    const kind = had && has ? 'changed' : had ? 'removed' : 'added'
    return [{ field, kind, before: before[field], after: after[field] }]
  })

export const sameField = (field: CardField, a: SeenReading, b: SeenReading): boolean =>
  normal[field](a) === normal[field](b)

const text = (value: string | null): string => (value ?? '').normalize('NFKC').replaceAll(/\s+/g, ' ').trim()
const folded = (value: string | null): string => text(value).toLowerCase()
const form = (...parts: readonly unknown[]): string => JSON.stringify(parts)
const list = <T>(items: readonly T[], one: (item: T) => string): string => form(...new Set(items.map(one).toSorted()))

const phone = ({ e164, text: printed, purpose, script, audience, doNotUseFor, roundTheClock }: CardPhone): string =>
  form(e164 ?? folded(printed), purpose, text(script), audience, doNotUseFor.toSorted(), roundTheClock)

/** What counts of each field, as one string that two readings can be compared by. */
const normal: { readonly [F in CardField]: (reading: SeenReading) => string } = {
  names: ({ names: { short, full, host, others } }) => form(text(short), text(full), text(host), list(others, text)),
  country: ({ country }) => form(country),
  subdivision: ({ subdivision }) => form(subdivision),
  languages: ({ languages }) => list(languages, folded),
  document: ({ document: { version, date, dateText, urls, signatureUrls } }) =>
    form(text(version), date ?? text(dateText), list(urls, text), list(signatureUrls, text)),
  address: ({ address }) => text(address?.text ?? null),
  timeZone: ({ timeZone }) => timeZone.iana ?? text(timeZone.text),
  emails: ({ emails }) =>
    list(emails, ({ address, purposes, doNotUseFor }) =>
      form(folded(address), purposes.toSorted(), doNotUseFor.toSorted()),
    ),
  phones: ({ phones }) => list(phones, phone),
  fax: ({ fax }) => list(fax, phone),
  forms: ({ forms }) => list(forms, ({ url, audience }) => form(text(url), audience)),
  keys: ({ keys }) =>
    list(keys, ({ fingerprint, keyIdPrinted, use, expires, block }) =>
      form(fingerprint ?? keyIdPrinted ?? text(block), use, expires, block !== null),
    ),
  hours: ({ hours }) => (hours.osm === null ? text(hours.text) : osm(hours.osm)),
  coverage: ({ coverage }) => list(coverage, (row) => form(row.audience, osm(row.osm))),
  responsePromises: ({ responsePromises }) =>
    list(responsePromises, ({ duration, audience }) => form(duration, audience)),
  urgent: ({ urgent }) => form(text(urgent?.text ?? null), urgent?.subjectKeyword ?? null),
  preferred: ({ preferred }) => form(preferred?.channel ?? null),
  tlp: ({ tlp }) => form(tlp),
  constituency: ({ constituency }) => text(constituency),
  charter: ({ charter: { mission, sponsor, authority } }) =>
    form(...[mission, sponsor, authority].map((part) => text(part?.text ?? null))),
  networks: ({ networks: { cidrs, domains, asns } }) =>
    form(list(cidrs, folded), list(domains, folded), list(asns, String)),
  members: ({ members }) =>
    list(members, ({ name, role, code, tier, deskKey }) =>
      form(text(name), text(role), code ?? null, tier ?? null, deskKey ?? null),
    ),
  channelRules: ({ channelRules }) =>
    list(channelRules, ({ when, channel, protection }) => form(when, channel, protection)),
  // A ranked list: here the order is what it says.
  priorities: ({ priorities }) => form(...priorities.map(text)),
  reportFields: ({ reportFields }) => list(reportFields, text),
}

function osm(hours: string): string {
  return folded(hours).replaceAll(/\s*([,;:-])\s*/g, '$1')
}
