/** What a person may change of a proposal before a case is made; what is not changed stays as proposed. */
import type { CaseKind, Severity } from '../../../shared/domain/case/vocabulary.ts'
import type { InfoClass } from '../../../shared/domain/disclosure/classes.ts'
import type { Tlp } from '../../../shared/domain/marking/tlp.ts'
import type { Proposal } from '../../../shared/ipc/views.ts'

export interface CaseForm {
  readonly title: string
  readonly kind: CaseKind
  readonly rung: number | null
  readonly severity: Severity | null
  readonly urgent: boolean
  readonly tlp: Tlp
  readonly rsit: string | null
  readonly constituent: string | null
  readonly owner: string | null
  readonly classes: InfoClass[]
  /** Cards. */
  readonly affected: string[]
}

export type Edits = Partial<CaseForm>

export const formOf = (proposal: Proposal, edits: Edits): CaseForm => ({
  title: proposal.title.value,
  kind: proposal.kind.value,
  rung: proposal.rung.value,
  severity: proposal.severity.value,
  urgent: proposal.urgent.value,
  tlp: proposal.tlp.value,
  rsit: proposal.rsit.value,
  constituent: proposal.constituent.value,
  owner: proposal.owner.value,
  classes: [...proposal.classes.value],
  affected: proposal.affected.value.map(({ id }) => id),
  ...edits,
})

/** An emptied field clears it; a title is never cleared here, core refuses an empty one. */
export const orNull = (text: string): string | null => (text.trim() === '' ? null : text)

/** Key presses in the rung's radio group: 1 to 9, and 0 for 10. */
export const placeOfKey = (key: string): number | null => (/^\d$/.test(key) ? Number(key) || 10 : null)
