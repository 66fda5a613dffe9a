/** The fixed words of a case: kinds, phases, fields, states and codes, the same in code, screen, documents and command line. */
export const caseKinds = ['incident', 'vulnerability', 'issue'] as const
export type CaseKind = (typeof caseKinds)[number]

/** RFC 2350 section 5.1: triage, coordination, resolution; `closed` comes after. Analysis stands apart where the team has it so (Z-19). */
export const workPhases = ['triage', 'coordination', 'analysis', 'resolution'] as const
export type WorkPhase = (typeof workPhases)[number]
export type Phase = WorkPhase | 'closed'

export const severities = ['low', 'medium', 'high', 'critical'] as const
export type Severity = (typeof severities)[number]

export const tiers = ['N1', 'N2', 'N3'] as const
export type Tier = (typeof tiers)[number]

export const closingCodes = ['resolved', 'no-incident', 'duplicate', 'not-ours', 'unresolved'] as const
export type ClosingCode = (typeof closingCodes)[number]

export const checkStates = ['done', 'na', 'open'] as const
export type CheckState = (typeof checkStates)[number]

/** `compromised` is for accounts: their user has to be told (M-30). */
export const observableStates = ['seen', 'suspicious', 'confirmed', 'benign', 'compromised'] as const
export type ObservableState = (typeof observableStates)[number]

export const fieldNames = [
  'title',
  'kind',
  'rung',
  'severity',
  'urgent',
  'tlp',
  'pap',
  'owner',
  'rsit',
  'constituent',
  'occurred',
  'mode',
  'aware',
  'requestedBy',
  'classes',
  'embargo',
  'keepUntil',
] as const
export type FieldName = (typeof fieldNames)[number]
export type FieldValue = string | number | boolean | null

/** What a party is to the case. */
export const partyRoles = ['affected', 'constituent', 'reporter', 'vendor', 'csirt', 'police', 'other'] as const
export type PartyRole = (typeof partyRoles)[number]

export const askChannels = ['email', 'phone', 'form', 'in-person'] as const
export type AskChannel = (typeof askChannels)[number]

export const linkRelations = ['related', 'duplicate-of', 'caused-by', 'part-of'] as const
export type LinkRelation = (typeof linkRelations)[number]

/** Clocks that the team may pause with a reason; legal ones never stop. */
export const pausableClocks = ['first-response', 'silence', 'resolution'] as const
export type PausableClock = (typeof pausableClocks)[number]

/** What happened to a piece of evidence: its custody. */
export const handlings = ['verified', 'damaged', 'shown', 'exported', 'moved', 'returned', 'purged'] as const
export type Handling = (typeof handlings)[number]

/** M-42: whether prosecution or discipline is contemplated, and so evidence is collected. */
export const prosecutions = ['contemplated', 'not-contemplated', 'undecided'] as const
export type Prosecution = (typeof prosecutions)[number]
