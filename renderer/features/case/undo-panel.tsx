/** The last steps that can be taken back, and those that can be given back; both read from the journal. */
import type { UndoRow } from '../../../shared/ipc/views.ts'
import { Button } from '../../ui/button.tsx'
import { Time } from '../../ui/time.tsx'
import { sentence, t } from '../../ui/t.ts'
import { useCaseDesk } from './case-desk.ts'
import { Panel } from './panel.tsx'
import { giveBack, takeBack } from './take-back.ts'

export function UndoPanel() {
  const { view } = useCaseDesk()
  const { undo, redo } = view
  return (
    <Panel title={t('casework.undo-list')} note={t('casework.undo-note', { n: undo.length })}>
      <div className="pad steps-acts">
        <Button kbd="u" disabled={undo.length === 0} onPress={() => void takeBack(view)}>
          {t('casework.undo')}
        </Button>
        <Button kbd="Ctrl+Shift+Z" disabled={redo.length === 0} onPress={() => void giveBack(view)}>
          {t('casework.redo')}
        </Button>
      </div>
      {undo.length === 0 ? <p className="box-note">{t('casework.undo-none')}</p> : <StepList steps={undo} />}
      {redo.length === 0 ? null : (
        <>
          <h3 className="checklist-phase">{t('casework.redo-list')}</h3>
          <StepList steps={redo} />
        </>
      )}
    </Panel>
  )
}

const StepList = ({ steps }: { readonly steps: readonly UndoRow[] }) => (
  <ol className="steps">
    {steps.map(({ at, said, entries }, place) => (
      <li key={`${at}${String(place)}`}>
        <Time at={at} />
        <span className="cut">{sentence(said)}</span>
        <small className="dim">{entries > 1 ? t('casework.undo-entries', { n: entries }) : ''}</small>
      </li>
    ))}
  </ol>
)
