/** Which question a case is asking just now; one at a time, opened by a key or a button. */
import type { CaseView } from '../../../shared/ipc/views.ts'
import { fieldNames, type FieldName } from '../../../shared/domain/case/vocabulary.ts'
import { bands, type Band } from '../../../shared/domain/order/ladder.ts'
import { AddObservables } from './add-observables.tsx'
import { BandDialog } from './band-dialog.tsx'
import { CloseDialog, NotApplicableDialog, PhaseDialog, ReopenDialog } from './phase-dialogs.tsx'
import { EvidenceDialog, ReportDialog } from './file-dialogs.tsx'
import { SetDialog } from './set-dialog.tsx'
import { TaskDialog } from './task-dialog.tsx'

export type LayerName =
  | 'not-applicable'
  | 'phase'
  | 'close'
  | 'reopen'
  | 'observables'
  | 'evidence'
  | 'report'
  | 'task'
  | `set:${FieldName}`
  | `band:${Band}`

interface Props {
  readonly layer: LayerName | null
  readonly view: CaseView
  readonly onClose: () => void
}

export function CaseLayer({ layer, view, onClose }: Props) {
  const { state } = view
  switch (layer) {
    case null:
      return null
    case 'not-applicable':
      return <NotApplicableDialog state={state} onClose={onClose} />
    case 'phase':
      return <PhaseDialog state={state} onClose={onClose} />
    case 'close':
      return <CloseDialog state={state} onClose={onClose} />
    case 'reopen':
      return <ReopenDialog state={state} onClose={onClose} />
    case 'observables':
      return <AddObservables state={state} onClose={onClose} />
    case 'evidence':
      return <EvidenceDialog state={state} onClose={onClose} />
    case 'report':
      return <ReportDialog state={state} onClose={onClose} />
    case 'task':
      return <TaskDialog state={state} onClose={onClose} />
    default:
      return <Named layer={layer} state={state} onClose={onClose} />
  }
}

interface NamedProps {
  readonly layer: `set:${FieldName}` | `band:${Band}`
  readonly state: CaseView['state']
  readonly onClose: () => void
}

function Named({ layer, state, onClose }: NamedProps) {
  const band = bands.find((one) => layer === `band:${one}`)
  const field = fieldNames.find((one) => layer === `set:${one}`)
  if (band !== undefined) return <BandDialog state={state} band={band} onClose={onClose} />
  return field === undefined ? null : <SetDialog key={field} state={state} field={field} onClose={onClose} />
}
