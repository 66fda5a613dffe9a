/** When a reading says something of a field: the one table of what counts as empty. */
import type { CardField } from './fields.ts'
import type { SeenReading } from './layers-standing.ts'

const some = (...values: readonly unknown[]): boolean => values.some((value) => value !== null)

export const says: { readonly [F in CardField]: (reading: SeenReading) => boolean } = {
  names: ({ names: { short, full, host, others } }) => some(short, full, host) || others.length > 0,
  country: ({ country }) => some(country),
  subdivision: ({ subdivision }) => some(subdivision),
  languages: ({ languages }) => languages.length > 0,
  document: ({ document: { version, date, dateText, urls, signatureUrls } }) =>
    some(version, date, dateText) || urls.length + signatureUrls.length > 0,
  address: ({ address }) => some(address),
  // A zone or hours that could not be read say nothing that another source should have to stand below.
  timeZone: ({ timeZone }) => some(timeZone.iana),
  hours: ({ hours }) => some(hours.osm),
  emails: ({ emails }) => emails.length > 0,
  phones: ({ phones }) => phones.length > 0,
  fax: ({ fax }) => fax.length > 0,
  forms: ({ forms }) => forms.length > 0,
  keys: ({ keys }) => keys.length > 0,
  coverage: ({ coverage }) => coverage.length > 0,
  responsePromises: ({ responsePromises }) => responsePromises.length > 0,
  urgent: ({ urgent }) => some(urgent),
  preferred: ({ preferred }) => some(preferred),
  tlp: ({ tlp }) => some(tlp),
  constituency: ({ constituency }) => some(constituency),
  charter: ({ charter: { mission, sponsor, authority } }) => some(mission, sponsor, authority),
  networks: ({ networks: { cidrs, domains, asns } }) => cidrs.length + domains.length + asns.length > 0,
  members: ({ members }) => members.length > 0,
  channelRules: ({ channelRules }) => channelRules.length > 0,
  priorities: ({ priorities }) => priorities.length > 0,
  reportFields: ({ reportFields }) => reportFields.length > 0,
}
