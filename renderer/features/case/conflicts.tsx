/** What two copies of the vault set differently, side by side as equals; a person chooses, the other stays in the journal. */
import type { CaseState } from '../../../shared/domain/case/case.ts'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { formatTime } from '../../ui/time-format.ts'
import { t } from '../../ui/t.ts'
import { act } from './act.ts'

export function Conflicts({ state }: { readonly state: CaseState }) {
  return state.conflicts.map(({ field, values }) => (
    <Note key={field} tone="condition">
      <p className="strong">{t('casepage.conflict', { field: t(`field.${field}`) })}</p>
      <p>{t('casepage.conflict-why')}</p>
      <div className="conflict-values">
        {values.map(({ value, actor, at }) => (
          <div key={`${String(value)}${at}`} className="box">
            <p className="strong">{value === null || value === '' ? t('casepage.empty-value') : String(value)}</p>
            <p className="dim">{t('casepage.conflict-by', { code: actor.code, at: formatTime(at, 'day-time') })}</p>
            <Button
              onPress={() => void act(state.number, { do: 'set', field, value, reason: t('casepage.conflict-reason') })}
            >
              {t('casepage.conflict-choose')}
            </Button>
          </div>
        ))}
      </div>
    </Note>
  ))
}
