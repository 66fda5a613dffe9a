/** What each audience of a case report is shown; what is not named here is left out. */
import type { CaseObservable, CaseState } from '../case/case.ts'
import { tellable } from '../exchange/observable-list.ts'
import type { Audience } from './report-doc.ts'

export const reportParts = [
  'summary',
  'released',
  'accounts',
  'to-do',
  'clocks',
  'phases',
  'legal',
  'checklist',
  'timeline',
  'observables',
  'parties',
  'exchanges',
  'evidence',
  'prosecution',
  'closing',
  'journal',
  'contact',
] as const
export type ReportPart = (typeof reportParts)[number]

/**
 * user: the own account and what to do. management: the whole in short, with promises and time spent. csirt: what helps to find the same
 * elsewhere, without constituents and reporters (M-26, M-33). vendor: the technical part, nobody named (M-34). police: all, with custody
 * (M-35). press: what has been released already, and nothing else (M-32).
 */
export const partsFor: Readonly<Record<Audience, readonly ReportPart[]>> = {
  user: ['summary', 'accounts', 'to-do', 'closing', 'contact'],
  management: ['summary', 'clocks', 'phases', 'legal', 'checklist', 'parties', 'closing', 'contact'],
  csirt: ['summary', 'timeline', 'observables', 'checklist', 'closing', 'contact'],
  vendor: ['summary', 'timeline', 'observables', 'closing', 'contact'],
  police: [
    'summary',
    'timeline',
    'observables',
    'parties',
    'exchanges',
    'evidence',
    'prosecution',
    'legal',
    'closing',
    'journal',
    'contact',
  ],
  press: ['released', 'contact'],
}

/** Who is told whose case it is. */
export const namesConstituent = (audience: Audience): boolean => audience === 'management' || audience === 'police'

/** Where an account of a time came from names whoever told us. */
export const namesSources = (audience: Audience): boolean => audience === 'police'

/** Accounts that somebody believes compromised: what a user has to know (M-30). */
export const accountsOf = ({ observables }: CaseState): readonly CaseObservable[] =>
  observables.filter(({ state }) => state === 'compromised')

/** To a vendor only what is the weakness or the attacker's: an address that was merely seen may be the victim's. */
export function observablesFor(audience: Audience, { observables }: CaseState): readonly CaseObservable[] {
  const told = tellable(observables)
  if (audience === 'police') return observables
  if (audience !== 'vendor') return told.filter(({ state }) => state !== 'compromised')
  return told.filter(({ type, state }) =>
    type === 'cve' || type === 'hash'
      ? state !== 'compromised'
      : type !== 'email' && (state === 'suspicious' || state === 'confirmed'),
  )
}
