/** How much of what a person read in sixteen real documents the reader finds, field by field, with a floor under each. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { CardReading } from '../../../shared/domain/card/card-reading.ts'
import { read, sharedFolder } from './reading.ts'

const text = z.string().nullable()
const expectedShape = z.object({
  file: z.string(),
  team: z.object({ short: text, full: text }),
  country: text,
  documentDate: text,
  documentVersion: text,
  timezone: z.object({ iana: z.union([text, z.array(z.string())]) }),
  emails: z.array(z.object({ address: z.string(), purpose: z.string() })),
  phones: z.array(z.object({ e164: z.string(), is24x7: z.boolean() })),
  fax: z.array(z.object({ e164: z.string() })),
  pgp: z.array(z.object({ fingerprint: text, keyId: text, expires: text, fingerprintValid: z.boolean() })),
  hours: z.object({ osm: text }),
  is24x7: z.boolean().nullable(),
  tlpSupported: z.boolean().nullable(),
  sections: z.object({ present: z.array(z.string()), notRetrieved: z.array(z.string()) }),
})
type Expected = z.infer<typeof expectedShape>

const sorted = (values: readonly string[]): string => values.toSorted().join(' ')
const bareId = (id: string | null): string => (id ?? '').replace(/^0x/i, '').toUpperCase()

/** What a person called a purpose, in the words of the reader. */
function samePurpose(purpose: string, email: CardReading['emails'][number] | undefined): boolean {
  if (purpose === 'do-not-use') return email?.doNotUseFor.includes('incidents') ?? false
  const wanted = purpose.split('+').map((one) => (one === 'mailing-list' ? 'updates' : one))
  return wanted.every((one) => email?.purposes.some((given) => given === one))
}

const availability = (is24x7: boolean | null): readonly string[] => {
  if (is24x7 === null) return ['conditional', 'unknown', 'business-hours']
  return is24x7 ? ['24x7'] : ['business-hours']
}

/** Each field: right or not. `keys` compares whole fingerprints only, as the rule is to accept no other. */
const fields: Readonly<Record<string, (card: CardReading, expected: Expected) => boolean>> = {
  short: (card, { team }) => card.names.short === team.short,
  full: (card, { team }) => card.names.full === team.full,
  country: (card, { country }) => card.country === country,
  date: (card, { documentDate }) => card.document.date === documentDate,
  version: (card, { documentVersion }) => card.document.version === documentVersion,
  zone: (card, { timezone }) => [timezone.iana].flat().includes(card.timeZone.iana),
  emails: (card, { emails }) =>
    sorted(card.emails.map(({ address }) => address)) === sorted(emails.map(({ address }) => address)),
  purposes: (card, { emails }) =>
    emails.every(({ address, purpose }) =>
      samePurpose(
        purpose,
        card.emails.find((one) => one.address === address),
      ),
    ),
  phones: (card, { phones }) =>
    sorted(card.phones.map(({ e164 }) => e164 ?? '')) === sorted(phones.map(({ e164 }) => e164)),
  fax: (card, { fax }) => sorted(card.fax.map(({ e164 }) => e164 ?? '')) === sorted(fax.map(({ e164 }) => e164)),
  keys: (card, { pgp }) =>
    sorted(card.keys.flatMap(({ fingerprint }) => fingerprint ?? [])) ===
    sorted(pgp.flatMap((key) => (key.fingerprintValid ? (key.fingerprint ?? []) : []))),
  keyIds: (card, { pgp }) =>
    sorted(card.keys.map(({ keyIdPrinted }) => bareId(keyIdPrinted))) === sorted(pgp.map(({ keyId }) => bareId(keyId))),
  expiry: (card, { pgp }) =>
    sorted(card.keys.map(({ expires }) => expires ?? '-')) === sorted(pgp.map(({ expires }) => expires ?? '-')),
  hours: (card, { hours }) => card.hours.osm === hours.osm,
  availability: (card, { is24x7 }) => availability(is24x7).includes(card.availability),
  tlp: (card, { tlpSupported }) => card.tlp === tlpSupported,
  sections: (card, { sections }) => {
    const judged = (numbers: readonly string[]) =>
      sorted(numbers.filter((number) => !sections.notRetrieved.includes(number)))
    return judged(card.sections.present) === judged(sections.present)
  },
}

/** Of sixteen documents (`sections` counts the part in which an excerpt was cut). A floor is what the reader reaches today; a change that lowers one must say why. */
const floors: Readonly<Record<string, number>> = {
  short: 16,
  full: 14,
  country: 16,
  date: 16,
  version: 16,
  zone: 16,
  emails: 16,
  purposes: 16,
  phones: 16,
  fax: 16,
  keys: 16,
  keyIds: 16,
  expiry: 16,
  hours: 16,
  availability: 16,
  tlp: 16,
  sections: 14,
}

const folder = sharedFolder('corpora/rfc2350')

describe.skipIf(!folder)('the corpus of real documents', () => {
  const names = folder ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : []
  const read16 = names.map((name) => {
    const expected = expectedShape.parse(
      JSON.parse(readFileSync(new URL(name.replace('.txt', '.expected.json'), folder ?? ''), 'utf8')),
    )
    return { expected, card: read(readFileSync(new URL(name, folder ?? ''), 'utf8')) }
  })

  it.each(Object.entries(fields))('reads %s as a person did', (field, isRight) => {
    const wrong = read16.filter(({ card, expected }) => !isRight(card, expected)).map(({ expected }) => expected.file)
    console.log(
      `${field}: ${read16.length - wrong.length}/${read16.length}${wrong.length > 0 ? ` not: ${wrong.join(', ')}` : ''}`,
    )
    expect(read16.length - wrong.length).toBeGreaterThanOrEqual(floors[field] ?? 0)
  })
})
