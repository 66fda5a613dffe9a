/** The fields of a card that have a source and an age of their own, and in what a source can be the newer of two. */
import type { CardReading } from './card-reading.ts'

export const cardFields = [
  'names',
  'country',
  'subdivision',
  'languages',
  'document',
  'address',
  'timeZone',
  'emails',
  'phones',
  'fax',
  'forms',
  'keys',
  'hours',
  'coverage',
  'responsePromises',
  'urgent',
  'preferred',
  'tlp',
  'constituency',
  'charter',
  'networks',
  'members',
  'channelRules',
  'priorities',
  'reportFields',
] as const satisfies readonly (keyof CardReading)[]
export type CardField = (typeof cardFields)[number]

/** Where a card's values can come from. A person's own entry stands above all; a document above a list that copied it. */
export const sourceKinds = [
  'hand',
  'document',
  'pdf',
  'html',
  'security.txt',
  'vcard',
  'signet',
  'trusted-introducer',
  'first',
  'global-irt',
  'csv',
] as const
export type SourceKind = (typeof sourceKinds)[number]

/** What a party is to us. A constituent is a card with that role; there is no second registry. */
export const cardRoles = [
  'csirt',
  'national-csirt',
  'constituent',
  'provider',
  'vendor',
  'law-enforcement',
  'regulator',
  'press',
  'person',
  'other',
] as const
export type CardRole = (typeof cardRoles)[number]
