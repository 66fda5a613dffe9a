import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readReport } from '../../../shared/domain/report/read-report.ts'
import type { ReportReading } from '../../../shared/domain/report/report-reading.ts'
import { splitMail } from './split-mail.ts'

/** Public samples beside the project, not part of it. Their twins on made-up material are in read-report.test.ts. */
const folder = new URL('../../../../shared/corpora/mails/', import.meta.url)
const absent = !existsSync(folder)
if (absent) console.log('skipped: no sample mails beside the project (shared/corpora/mails)')

/** Family: kind, and what every mail of it must give. */
const families: Readonly<
  Record<string, { readonly kinds: readonly string[]; readonly has: (reading: ReportReading) => boolean }>
> = {
  abusehub: {
    kinds: ['csv-report'],
    has: ({ events: [event] }) =>
      event?.at === '2015-03-02T00:45:59.000Z' && event.sourcePorts[0] === 2005 && event.destinationPorts[0] === 16_465,
  },
  blocklistde: {
    kinds: ['x-arf'],
    has: ({ events: [event], ticket }) => event?.at === '2014-01-31T06:19:02.000Z' && ticket === '123456789',
  },
  cleanmx: {
    kinds: ['x-arf', 'csv-report'],
    has: ({ events }) => events.every(({ at, hashes }) => at !== null && hashes.length === 0),
  },
  'feedback-loop': {
    kinds: ['arf'],
    has: ({ events }) => events.every(({ at, sourceIps }) => at !== null && sourceIps.length === 1),
  },
  netcraft: {
    kinds: ['x-arf'],
    has: ({ events, ticket }) =>
      ticket !== null &&
      events.every(({ at, urls, sourceIps }) => at !== null && urls.length > 0 && sourceIps.length > 0),
  },
  projecthoneypot: {
    kinds: ['free-text'],
    has: ({ events }) =>
      events.length >= 5 &&
      events.every(({ atText, at, sourceIps }) => (atText === null || at !== null) && sourceIps.length === 1),
  },
  shadowserver: {
    kinds: ['csv-report'],
    has: ({ events }) =>
      events.length > 3 &&
      events.every(
        ({ at, sourceIps, sourcePorts }) => at !== null && sourceIps.length === 1 && sourcePorts.length === 1,
      ),
  },
  webiron: {
    kinds: ['free-text'],
    has: ({ events: [event] }) => event?.at === '2015-09-26T05:14:33.000Z' && event.destinationPorts[0] === 80,
  },
}

test.skipIf(absent)('every sample mail gives what its family promises', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.eml'))
  const bad = files.filter((name) => {
    const family = families[name.split('--')[0] ?? '']
    const reading = readReport(splitMail(readFileSync(new URL(name, folder), 'latin1')))
    return family === undefined || !family.kinds.includes(reading.kind) || !family.has(reading)
  })
  console.log(`sample mails: ${files.length - bad.length} of ${files.length}`)
  expect(bad).toEqual([])
})
