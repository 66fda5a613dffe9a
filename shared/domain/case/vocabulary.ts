/** The fixed words of a case: kinds, phases, fields, states and codes, the same in code, screen, documents and command line. */
export const caseKinds = ['incident', 'vulnerability', 'issue'] as const
export type CaseKind = (typeof caseKinds)[number]

/** RFC 2350 section 5.1: triage, coordination, resolution; `closed` comes after. */
export const workPhases = ['triage', 'coordination', 'resolution'] as const
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

export const observableStates = ['seen', 'suspicious', 'confirmed', 'benign'] as const
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
] as const
export type FieldName = (typeof fieldNames)[number]
export type FieldValue = string | number | boolean | null
