/** The teams' own checklists for triage, coordination and resolution (RFC 2350 sections 5.1.1 to 5.1.3). */
import type { WorkPhase } from './vocabulary.ts'

export const checklist = {
  triage: ['triage.occurred', 'triage.extent', 'triage.constituents'],
  coordination: [
    'coordination.cause',
    'coordination.contact-sites',
    'coordination.announce',
    'coordination.notify-csirts',
    'coordination.directory',
  ],
  /** Only where the team keeps analysis as a step of its own (P-31). */
  analysis: ['analysis.scope', 'analysis.damage', 'analysis.artefacts', 'analysis.strategy'],
  resolution: ['resolution.remove', 'resolution.secure', 'resolution.weigh', 'resolution.evidence'],
} as const satisfies Readonly<Record<WorkPhase, readonly string[]>>

export type CheckItem = (typeof checklist)[WorkPhase][number]

export const checkItems: readonly CheckItem[] = [
  ...checklist.triage,
  ...checklist.coordination,
  ...checklist.analysis,
  ...checklist.resolution,
]

export const isCheckItem = (value: string): value is CheckItem => checkItems.some((item) => item === value)
