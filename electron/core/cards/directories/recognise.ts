/** Tells by the names of its fields whose list of teams a JSON file is. */
import type { DirectoryKind } from './directory-reading.ts'
import { fieldForm, fieldsOf, record } from './loose-record.ts'

type JsonKind = Exclude<DirectoryKind, 'csv' | 'signet'>

/** Field names that only this list has, or that it has and the others spell otherwise. */
const MARKS: Readonly<Record<JsonKind, readonly string[]>> = {
  'trusted-introducer': [
    'officialname',
    'shortname',
    'hostorganisation',
    'classification',
    'businesshourstimezone',
    'pgpkeys',
    'constituencyipranges',
    'constituencyasns',
    'emergencyphone',
    'accreditation',
    'established',
  ],
  first: ['teamfull', 'team', 'membersince', 'membership', 'pgpfingerprint', 'pgpid', 'pgpkey', 'hosttype'],
  'global-irt': [
    'shortteamname',
    'officialteamname',
    'countrycode',
    'phonenumbers',
    'enckeys',
    'operatinghours',
    'operatinghoursfreetext',
    'constituencydescription',
    'sourcename',
    'firstmembertype',
    'irt',
    'irthandle',
    'irtnfy',
    'abusemailbox',
  ],
}

/** The file's name decides only where the content says nothing of its own. */
const FILE_NAMES: readonly (readonly [JsonKind, RegExp])[] = [
  ['trusted-introducer', /trusted|introducer|(?:^|[^a-z])ti(?:[^a-z]|$)/i],
  ['global-irt', /(?:^|[^a-z])g?irts?(?:[^a-z]|$)/i],
  ['first', /(?:^|[^a-z])first(?:[^a-z]|$)/i],
]

const SAMPLE = 50

/** Null: no list of teams that is known here, by content or, with fields that any list could have, by name. */
export function recognise(name: string, entries: readonly unknown[]): JsonKind | null {
  const names = new Set<string>()
  for (const entry of entries.slice(0, SAMPLE)) {
    const read = record.safeParse(entry)
    if (read.success) for (const field of fieldsOf(read.data).keys()) names.add(field)
  }
  const scored = (['trusted-introducer', 'first', 'global-irt'] as const).map((kind) => ({
    kind,
    score: MARKS[kind].filter((mark) => names.has(mark)).length,
  }))
  const best = scored.toSorted((a, b) => b.score - a.score)[0]
  if (best && best.score > 0) return best.kind
  const plain = ['name', 'email', 'emails', 'phone', 'phones'].some((field) => names.has(fieldForm(field)))
  return plain ? (FILE_NAMES.find(([, words]) => words.test(name))?.[0] ?? null) : null
}
