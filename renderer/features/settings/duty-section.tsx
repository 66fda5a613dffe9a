/** Settings, Duty and roster: who is on until when, the turns to come, hand-over, and the people by tier. */
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { dutyAt } from '../../../shared/domain/clock/duty.ts'
import type { Turn } from '../../../shared/domain/clock/settings.ts'
import type { DutyView } from '../../../shared/ipc/case-views.ts'
import { roster } from '../../state/case-work.ts'
import { go } from '../../state/route.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { useNow } from '../../ui/now.ts'
import { ProblemNote } from '../../ui/note.tsx'
import { t } from '../../ui/t.ts'
import { formatTime } from '../../ui/time-format.ts'
import { Block } from './block.tsx'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { nameOf } from './people.ts'
import { RosterBlock } from './roster-block.tsx'
import { useRowKeys } from './row-table.tsx'
import { TurnDialog } from './turn-dialog.tsx'
import { TurnTable } from './turn-table.tsx'
import { WideBlock } from './wide-block.tsx'

export function DutySection() {
  const { value, problem } = roster.use()
  if (problem !== null) return <ProblemNote problem={problem} />
  return value === null ? null : <Duty view={value} />
}

type Layer = 'hand-over' | 'new' | Turn | null

function Duty({ view }: { readonly view: DutyView }) {
  const [layer, setLayer] = useState<Layer>(null)
  const now = new Date(useNow()).toISOString()
  const duty = dutyAt(view.turns, now)
  const given = view.given?.to ?? null
  const close = (): void => setLayer(null)
  useRowKeys()
  return (
    <>
      <Block title={t('duty.now')} why={t('duty.now-why')}>
        <p className="duty-now">
          {duty.now === null
            ? t('duty.nobody')
            : t('duty.until', { who: nameOf(view, duty.now.code), until: formatTime(duty.now.until, 'weekday') })}
        </p>
        <p className="dim">
          {duty.next === null
            ? t('duty.no-next')
            : t('duty.next', { who: nameOf(view, duty.next.code), from: formatTime(duty.next.from, 'weekday') })}
        </p>
        <div className="row">
          <ActionButton
            keys="h"
            label={t('duty.hand-over')}
            onAct={() => setLayer('hand-over')}
            disabled={duty.now === null || given !== null}
            hint
          />
          <Button look="quiet" kbd="g h" onPress={() => go({ page: 'handover', params: {} })}>
            {t('duty.with-receipt')}
          </Button>
        </div>
        <p className="dim">{given === null ? t('duty.with-receipt-why') : t('duty.given-wait', { to: given })}</p>
      </Block>
      <WideBlock
        title={t('duty.turns')}
        why={t('duty.turns-why')}
        actions={
          <ActionButton keys="n" label={t('duty.add')} icon={<Plus aria-hidden />} onAct={() => setLayer('new')} hint />
        }
      >
        {view.turns.length === 0 ? (
          <p>{t('duty.turns-none')}</p>
        ) : (
          <TurnTable view={view} now={now} onOpen={setLayer} />
        )}
      </WideBlock>
      <RosterBlock roster={view.roster} />
      {layer === 'hand-over' && duty.now !== null ? (
        <HandOverDialog view={view} on={duty.now} now={now} onClose={close} />
      ) : null}
      {layer === null || layer === 'hand-over' ? null : (
        <TurnDialog turns={view.turns} turn={layer === 'new' ? null : layer} now={now} onClose={close} />
      )}
    </>
  )
}
