/** The questions of a case's page that keys open, by name. */
import type { FieldName } from '../../../shared/domain/case/vocabulary.ts'
import type { Band } from '../../../shared/domain/order/ladder.ts'
import { AddObservables } from './add-observables.tsx'
import { BandDialog } from './band-dialog.tsx'
import type { Layer } from './case-desk.ts'
import { ClocksDialog } from './clocks-dialog.tsx'
import { EscalateDialog } from './escalate.tsx'
import { EvidenceDialog } from './evidence-dialogs.tsx'
import { LegalDialog } from './legal-dialog.tsx'
import { LinkDialog } from './link-dialogs.tsx'
import { OutputDialog } from './output-dialog.tsx'
import { answerParty, askParty, callParty } from './party-acts.tsx'
import { PartyDialog } from './party-dialogs.tsx'
import { PermitDialog } from './permission-dialogs.tsx'
import { CloseDialog, PhaseDialog } from './phase-dialogs.tsx'
import { LadderDialog, PlaceDialog } from './place-dialogs.tsx'
import { SetDialog } from './set-dialog.tsx'
import { TaskDialog } from './task-dialog.tsx'
import { RespondDialog, WakeDialog } from './wake-dialogs.tsx'

const task: Layer = (props) => <TaskDialog {...props} task={null} />
const party: Layer = (props) => <PartyDialog {...props} party={null} />

export const layers = {
  observables: AddObservables,
  evidence: EvidenceDialog,
  phase: PhaseDialog,
  close: CloseDialog,
  link: LinkDialog,
  clocks: ClocksDialog,
  wake: WakeDialog,
  respond: RespondDialog,
  legal: LegalDialog,
  permit: PermitDialog,
  escalate: EscalateDialog,
  output: OutputDialog,
  ladder: LadderDialog,
  place: PlaceDialog,
  task,
  party,
  call: callParty,
  ask: askParty,
  answer: answerParty,
  band:
    (into: Band): Layer =>
    (props) => <BandDialog {...props} into={into} />,
  set:
    (field: FieldName): Layer =>
    (props) => <SetDialog {...props} field={field} />,
} as const
