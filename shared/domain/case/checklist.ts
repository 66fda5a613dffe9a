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
  resolution: ['resolution.remove', 'resolution.secure', 'resolution.weigh', 'resolution.evidence'],
} as const satisfies Readonly<Record<WorkPhase, readonly string[]>>

export type CheckItem = (typeof checklist)[WorkPhase][number]

export const checkItems: readonly CheckItem[] = [
  ...checklist.triage,
  ...checklist.coordination,
  ...checklist.resolution,
]

export const isCheckItem = (value: string): value is CheckItem => checkItems.some((item) => item === value)
