/** All clocks of a case, each with its rule; those that the team may pause are paused with a reason, and run again. */
import { useState } from 'react'
import type { Clock } from '../../../shared/domain/clock/clock.ts'
import { pausableClocks, type PausableClock } from '../../../shared/domain/case/vocabulary.ts'
import { teamClocks } from '../../state/case-work.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { useNow } from '../../ui/now.ts'
import { Select } from '../../ui/select.tsx'
import { sentence, t } from '../../ui/t.ts'
import { formatTime } from '../../ui/time-format.ts'
import { act } from './act.ts'
import type { LayerProps } from './case-desk.ts'
import { byNeed, clockName, clockWords } from './clock-words.ts'
import { useWhen, WhenField } from '../../ui/when-field.tsx'

export function ClocksDialog({ view: { state, clocks }, onClose }: LayerProps) {
  const team = teamClocks.use().value
  const free = pausableClocks.filter((clock) => !state.pauses.some((one) => one.clock === clock && one.to === null))
  const [clock, setClock] = useState<PausableClock>(free.find((one) => one !== 'first-response') ?? 'resolution')
  const [reason, setReason] = useState('')
  const until = useWhen()
  const go = async (): Promise<void> => {
    const command = { do: 'pause', clock, reason: reason.trim(), until: until.at } as const
    if ((await act(state.number, command)) !== null) onClose()
  }
  return (
    <AskDialog
      title={t('casework.clocks')}
      sentence={t('casework.clocks-why')}
      go={t('casework.pause-go')}
      ready={reason.trim() !== '' && free.includes(clock) && !until.bad}
      onGo={go}
      onClose={onClose}
      wide
    >
      <ul className="clock-list">
        {byNeed(clocks).map((one, at) => (
          <ClockLine key={at} clock={one} name={clockName(one, state, team)} />
        ))}
      </ul>
      {state.pauses
        .filter(({ to }) => to === null)
        .map((pause) => (
          <p key={pause.clock} className="row">
            <span className="grow">
              {t('casework.paused', { clock: t(`pausable.${pause.clock}`), reason: pause.reason })}
            </span>
            <Button onPress={() => void act(state.number, { do: 'resume', clock: pause.clock })}>
              {t('casework.resume')}
            </Button>
          </p>
        ))}
      <Select
        label={t('casework.pause-which')}
        value={clock}
        choices={free.map((value) => ({ value, label: t(`pausable.${value}`) }))}
        onChange={setClock}
      />
      <TextField label={t('casework.pause-reason')} value={reason} onChange={setReason} autoFocus />
      <p className="row wrap">
        {(team?.settings.pauseReasons ?? []).slice(0, 8).map((usual) => (
          <Button key={usual} look="link" onPress={() => setReason(usual)}>
            {usual}
          </Button>
        ))}
      </p>
      <WhenField label={t('casework.pause-until')} when={until} />
    </AskDialog>
  )
}

function ClockLine({ clock, name }: { readonly clock: Clock; readonly name: string }) {
  const now = useNow()
  return (
    <li>
      <strong>{name}</strong>
      <span className={clock.state === 'overdue' ? 'late' : ''}>{clockWords(clock, now)}</span>
      <span className="mono dim">{formatTime(clock.due, 'weekday')}</span>
      <small className="dim">{sentence(clock.said)}</small>
    </li>
  )
}
