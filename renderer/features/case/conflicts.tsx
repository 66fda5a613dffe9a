/** What two copies of the vault set differently, side by side as equals; a person chooses with a reason, the other stays in the journal. */
import type { Conflict } from '../../../shared/domain/case/case.ts'
import { conflictName, settling } from '../../../shared/domain/case/settle.ts'
import type { FieldValue } from '../../../shared/domain/case/vocabulary.ts'
import { Button } from '../../ui/button.tsx'
import { conflictValue } from '../../ui/conflict-words.ts'
import { Note } from '../../ui/note.tsx'
import { formatTime } from '../../ui/time-format.ts'
import { t } from '../../ui/t.ts'
import { act } from './act.ts'
import { useCaseDesk, type LayerProps } from './case-desk.ts'
import { ReasonDialog } from './reason-dialog.tsx'

export function Conflicts() {
  const { view, open } = useCaseDesk()
  const { state } = view
  return state.conflicts.map((conflict) => (
    <Note key={`${conflict.on} ${conflict.field}`} tone="condition">
      <p className="strong">{t('casepage.conflict', { field: conflictName(conflict, state) })}</p>
      <p>{t('casepage.conflict-why')}</p>
      <div className="conflict-values">
        {conflict.values.map(({ value, actor, at }) => (
          <div key={`${String(value)}${at}`} className="box">
            <p className="strong">{conflictValue(conflict, value)}</p>
            <p className="dim">{t('casepage.conflict-by', { code: actor.code, at: formatTime(at, 'day-time') })}</p>
            <Button onPress={() => open((props) => <SettleDialog {...props} conflict={conflict} value={value} />)}>
              {t('casepage.conflict-choose')}
            </Button>
          </div>
        ))}
      </div>
    </Note>
  ))
}

interface Props extends LayerProps {
  readonly conflict: Conflict
  readonly value: FieldValue
}

function SettleDialog({ view: { state }, onClose, conflict, value }: Props) {
  const go = async (reason: string): Promise<boolean> => {
    for (const command of settling(conflict, value, reason, state)) {
      if ((await act(state.number, command)) === null) return false
    }
    return true
  }
  return (
    <ReasonDialog
      title={t('casework.settle-title', {
        field: conflictName(conflict, state),
        value: conflictValue(conflict, value),
      })}
      sentence={t('casework.settle-why')}
      go={t('casepage.conflict-choose')}
      onGo={go}
      onClose={onClose}
    />
  )
}
