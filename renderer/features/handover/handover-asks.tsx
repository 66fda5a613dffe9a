/** The one question that the handover is asking now, over the page. */
import type { CapsuleMade, HandoverView, OwnLine } from '../../../shared/ipc/handover-views.ts'
import { FieldDialog } from './field-dialog.tsx'
import { GiveDialog } from './give-dialog.tsx'
import type { TickedLine } from './lines.ts'
import { MadeDialog, type MadeKind } from './made-dialog.tsx'
import { NoteDialog, OwnLineDialog } from './note-dialogs.tsx'
import { ReassignDialog } from './reassign-dialog.tsx'

export type Asking =
  | { readonly kind: 'give' | 'field' }
  | { readonly kind: 'own'; readonly line: OwnLine | null }
  | { readonly kind: 'note'; readonly line: TickedLine; readonly answer: boolean }
  | { readonly kind: 'reassign'; readonly number: string; readonly owner: string | null }
  | { readonly kind: 'made'; readonly made: CapsuleMade; readonly what: MadeKind }

interface Props {
  readonly asking: Asking
  readonly view: HandoverView
  readonly ask: (asking: Asking) => void
  readonly onClose: () => void
}

export function HandoverAsks({ asking, view, ask, onClose }: Props) {
  const made = (what: MadeKind) => (done: CapsuleMade) => ask({ kind: 'made', made: done, what })
  switch (asking.kind) {
    case 'give':
      return <GiveDialog view={view} onMade={made('given')} onClose={onClose} />
    case 'field':
      return <FieldDialog view={view} onMade={made('field')} onClose={onClose} />
    case 'own':
      return <OwnLineDialog line={asking.line} onClose={onClose} />
    case 'note':
      return <NoteDialog line={asking.line} answer={asking.answer} onClose={onClose} />
    case 'reassign':
      return <ReassignDialog number={asking.number} owner={asking.owner} onClose={onClose} />
    case 'made':
      return <MadeDialog made={asking.made} what={asking.what} onClose={onClose} />
  }
}
