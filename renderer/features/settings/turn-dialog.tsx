/** One turn of duty: a new one, on following days too, or one that is changed or removed. */
import { useState } from 'react'
import { byStart } from '../../../shared/domain/clock/duty.ts'
import type { Turn } from '../../../shared/domain/clock/settings.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { saveDuty } from '../../state/clocks.ts'
import { showDone, told } from '../../state/toasts.ts'
import { useRoster } from '../../state/case-work.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Note } from '../../ui/note.tsx'
import { t } from '../../ui/t.ts'
import { RosterField } from '../../ui/roster-field.tsx'
import { useWhen, WhenField } from '../../ui/when-field.tsx'
import { NumberField } from './number-field.tsx'
import { wholeNumber } from './number-text.ts'
import { turnId } from './turn-table.tsx'

interface Props {
  readonly turns: readonly Turn[]
  /** null: a new one. */
  readonly turn: Turn | null
  /** UTC ISO. */
  readonly now: string
  readonly onClose: () => void
}

const [dayMs, usualHours, mostDays] = [86_400_000, 12, 60]

export function TurnDialog({ turns, turn, now, onClose }: Props) {
  const people = useRoster()
  const start = turn?.from ?? nextHour(now)
  const [code, setCode] = useState(turn?.code ?? '')
  const from = useWhen(start)
  const to = useWhen(turn?.to ?? later(start, usualHours * 3_600_000))
  const [more, setMore] = useState('')
  const [removed, setRemoved] = useState(false)
  const days = wholeNumber(more, 1, mostDays)
  const backwards = from.at !== null && to.at !== null && to.at <= from.at
  const others = turns.filter((one) => turn === null || turnId(one) !== turnId(turn))
  const wanted =
    code === '' || from.at === null || to.at === null || backwards || !days.ok
      ? null
      : repeated({ code, from: from.at, to: to.at }, days.value ?? 0)
  const go = async (): Promise<void> => {
    const kept = removed ? others : [...others, ...(wanted ?? [])].toSorted(byStart)
    const said = removed ? saying('duty.removed', { code: turn?.code ?? '' }) : saying('duty.saved')
    if (await saved(turns, kept, said)) onClose()
  }
  return (
    <AskDialog
      title={t(turn === null ? 'duty.add' : 'duty.change')}
      go={t(removed ? 'duty.remove' : 'duty.save')}
      look={removed ? 'danger' : 'filled'}
      ready={removed || wanted !== null}
      onGo={go}
      onClose={onClose}
    >
      <RosterField label={t('duty.who')} roster={people} value={code} onChange={setCode} />
      <div className="settings-pair">
        <WhenField label={t('duty.from')} when={from} />
        <WhenField label={t('duty.to')} when={to} />
      </div>
      {backwards ? <Note tone="condition">{t('duty.backwards')}</Note> : null}
      {turn === null ? (
        <NumberField
          label={t('duty.repeat')}
          hint={t('duty.repeat-hint')}
          value={more}
          from={1}
          to={mostDays}
          onChange={setMore}
        />
      ) : (
        <Checkbox checked={removed} onChange={setRemoved}>
          {t('duty.remove')}
        </Checkbox>
      )}
    </AskDialog>
  )
}

/** True when it is on disk; the way back stands in the toast. */
export async function saved(before: readonly Turn[], after: readonly Turn[], said: Saying): Promise<boolean> {
  if (told(await saveDuty(after)) === null) return false
  showDone(said, () => void saveDuty(before).then(told))
  return true
}

const later = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString()
const nextHour = (now: string): string => later(`${now.slice(0, 13)}:00:00.000Z`, 3_600_000)

const repeated = ({ code, from, to }: Turn, more: number): readonly Turn[] =>
  Array.from({ length: more + 1 }, (_, day) => ({ code, from: later(from, day * dayMs), to: later(to, day * dayMs) }))
