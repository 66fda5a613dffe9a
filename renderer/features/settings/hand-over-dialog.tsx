/** Duty goes to another person from now on: what is left of the turn is theirs, what was done of it stays. */
import { useState } from 'react'
import { handOver } from '../../../shared/domain/clock/duty.ts'
import type { DutyView } from '../../../shared/ipc/case-views.ts'
import { saying } from '../../../shared/words/say.ts'
import { useRoster } from '../../state/case-work.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { t } from '../../ui/t.ts'
import { formatTime } from '../../ui/time-format.ts'
import { RosterField } from '../../ui/roster-field.tsx'
import { saved } from './turn-dialog.tsx'

interface Props {
  readonly view: DutyView
  readonly on: { readonly code: string; readonly until: string }
  /** UTC ISO. */
  readonly now: string
  readonly onClose: () => void
}

export function HandOverDialog({ view: { turns }, on, now, onClose }: Props) {
  const people = useRoster()
  const [code, setCode] = useState('')
  const go = async (): Promise<void> => {
    if (await saved(turns, handOver(turns, code, now), saying('duty.handed', { code }))) onClose()
  }
  return (
    <AskDialog
      title={t('duty.hand-over-title')}
      sentence={t('duty.hand-over-sentence', { code: on.code, until: formatTime(on.until, 'weekday') })}
      go={t('duty.hand-over')}
      ready={code !== '' && code !== on.code}
      onGo={go}
      onClose={onClose}
    >
      <RosterField label={t('duty.hand-over-to')} roster={people} value={code} onChange={setCode} except={on.code} />
    </AskDialog>
  )
}
