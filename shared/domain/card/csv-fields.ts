/** What a column of a list of teams in CSV can mean. */
export const csvFields = [
  'id',
  'short',
  'full',
  'host',
  'country',
  'address',
  'email',
  'email-incidents',
  'email-general',
  'email-vulnerabilities',
  'email-press',
  'phone',
  'phone-emergency',
  'phone-after-hours',
  'phone-backup',
  'fax',
  'fingerprint',
  'zone',
  'hours',
  'cidr',
  'asn',
  'domain',
  'constituency',
  'language',
  'url',
  'updated',
] as const
export type CsvField = (typeof csvFields)[number]

export const isCsvField = (field: string): field is CsvField => csvFields.some((known) => known === field)
