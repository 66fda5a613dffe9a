/** The one question that the queue is asking now, over the page. */
import type { Policy } from '../../../shared/domain/order/policy.ts'
import type { CaseView, QueueRow } from '../../../shared/ipc/views.ts'
import { rungsOfBand } from '../../state/policy.ts'
import { chooseView } from '../../state/queue-place.ts'
import { setSearch } from '../../state/search.ts'
import { t } from '../../ui/t.ts'
import { classify, proposedRung, type Targets } from './acts.ts'
import type { Asking } from './ask.ts'
import { AssignDialog } from './assign-dialog.tsx'
import { CloseDialog } from './close-dialog.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { NewCaseDialog } from './new-case-dialog.tsx'
import { PhaseDialog } from './phase-dialog.tsx'
import { PlaceDialog } from './place-dialog.tsx'
import { RungDialog } from './rung-dialog.tsx'
import { SaveDialog } from './save-dialog.tsx'
import { nextPhase } from './steps.ts'
import { TlpDialog } from './tlp-dialog.tsx'
import type { View } from './view-list.ts'
import { ViewsDialog } from './views-dialog.tsx'
import { WaitDialog } from './wait-dialog.tsx'
import { WordsDialog } from './words-dialog.tsx'
import { moveOn } from './move-on.ts'

interface Props {
  readonly asking: NonNullable<Asking>
  readonly row: QueueRow | undefined
  readonly view: CaseView | null
  /** What the acts for many are about; null: nothing is selected. */
  readonly targets: Targets | null
  /** Rows of them that are known. */
  readonly rows: readonly QueueRow[]
  readonly policy: Policy | null
  readonly filter: string
  readonly views: readonly View[]
  readonly onWord: (word: string) => void
  readonly onClose: () => void
}

export function QueueAsks(props: Props) {
  const { asking, filter, views, onWord, onClose } = props
  switch (asking.kind) {
    case 'new':
      return <NewCaseDialog onClose={onClose} />
    case 'words':
      return <WordsDialog onTake={onWord} onClose={onClose} />
    case 'save':
      return <SaveDialog filter={filter} onSaved={onSaved} onClose={onClose} />
    case 'views':
      return (
        <ViewsDialog
          views={views}
          onClose={onClose}
          onChoose={(chosen) => {
            onClose()
            chooseView(chosen.filter)
          }}
        />
      )
    default:
      return props.targets === null ? null : <OfMany {...props} targets={props.targets} />
  }
}

/** What was typed has become a view. */
function onSaved(filter: string): void {
  chooseView(filter)
  setSearch('')
}

const aboutOf = (targets: Targets, row: QueueRow | undefined): string =>
  targets.length === 1 && row !== undefined ? `${row.number} · ${row.title}` : t('queue.these', { n: targets.length })

function OfMany(props: Props & { readonly targets: Targets }) {
  const { asking, row, view, targets, rows, policy, onClose } = props
  const about = aboutOf(targets, row)
  switch (asking.kind) {
    case 'rung': {
      if (policy === null) return null
      const rungs = rungsOfBand(policy, asking.band)
      const proposed = row === undefined || targets.length > 1 ? null : proposedRung(rungs, row, view)
      return (
        <RungDialog
          band={asking.band}
          about={about}
          rungs={rungs}
          proposed={proposed}
          onClose={onClose}
          onChoose={(rung) => {
            onClose()
            void classify(targets, rung)
          }}
        />
      )
    }
    case 'assign':
      return <AssignDialog targets={targets} about={about} onClose={onClose} />
    case 'wait':
      return (
        <WaitDialog
          targets={targets}
          about={about}
          state={targets.length === 1 ? (view?.state ?? null) : null}
          onClose={onClose}
        />
      )
    case 'tlp':
      return <TlpDialog targets={targets} about={about} now={rows.map(({ tlp }) => tlp)} onClose={onClose} />
    default:
      return row === undefined || view === null ? null : <OfOne {...props} row={row} view={view} />
  }
}

function OfOne(props: Props & { readonly row: QueueRow; readonly view: CaseView }) {
  const { asking, row, view, policy, onClose } = props
  const { state } = view
  switch (asking.kind) {
    case 'phase': {
      const next = nextPhase(state)
      if (next === null) return null
      return (
        <PhaseDialog
          title={`${row.number} · ${row.title}`}
          phase={next.phase}
          left={next.left}
          onGo={(reason) => moveOn(row.number, next.phase, reason)}
          onClose={onClose}
        />
      )
    }
    case 'close':
      return <CloseDialog state={state} onClose={onClose} />
    case 'link':
      return <LinkDialog number={row.number} title={row.title} onClose={onClose} />
    case 'place':
      return policy === null ? null : <PlaceDialog state={state} policy={policy} onClose={onClose} />
    default:
      return null
  }
}
