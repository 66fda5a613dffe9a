/** Waiting: the case sleeps until a time, or one of its promises stands still with a reason, or both go on again. */
import { useState } from 'react'
import { pausableClocks, type PausableClock } from '../../../shared/domain/case/vocabulary.ts'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import { saying } from '../../../shared/words/say.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { Choices } from '../../ui/checkbox.tsx'
import { TextField } from '../../ui/field.tsx'
import { useNow } from '../../ui/now.ts'
import { t } from '../../ui/t.ts'
import { formatTime } from '../../ui/time-format.ts'
import { actOn, type Targets } from './acts.ts'
import { waits, waitUntil, type Wait } from './wait-times.ts'

interface Props {
  readonly targets: Targets
  readonly about: string
  /** Of the only case that is asked about; null for several. */
  readonly state: CaseState | null
  readonly onClose: () => void
}

type Kind = 'wake' | 'pause' | 'resume'

const pausedClock = (state: CaseState | null): PausableClock | null =>
  state?.pauses.find(({ to }) => to === null)?.clock ?? null

export function WaitDialog({ targets, about, state, onClose }: Props) {
  const paused = pausedClock(state)
  const stands = paused !== null || (state !== null && state.wake !== null)
  const [kind, setKind] = useState<Kind>(stands ? 'resume' : 'wake')
  const [wait, setWait] = useState<Wait | 'none'>('tomorrow')
  const [typed, setTyped] = useState('')
  const [why, setWhy] = useState('')
  const [clock, setClock] = useState<PausableClock>('first-response')
  const at = waitUntil(wait === 'none' ? 'other' : wait, typed, useNow())
  const open = kind === 'pause' && wait === 'none'
  const ready = kind === 'resume' || ((at !== null || open) && (kind === 'wake' || why.trim() !== ''))
  const go = async (): Promise<void> => {
    if (await run(targets, { kind, at, why: why.trim(), clock, paused })) onClose()
  }
  const kinds: readonly Kind[] = stands ? ['resume', 'wake', 'pause'] : ['wake', 'pause']
  return (
    <AskDialog
      title={t('queue.wait-title')}
      sentence={about}
      go={t(kind === 'wake' ? 'queue.wait-go' : `queue.wait-go-${kind}`)}
      ready={ready}
      onGo={go}
      onClose={onClose}
    >
      <Choices
        label={t('queue.wait-kind')}
        value={kind}
        onChange={setKind}
        choices={kinds.map((value) => ({
          value,
          label: t(`queue.wait-${value}`),
          detail: t(`queue.wait-${value}-detail`),
        }))}
      />
      {kind === 'resume' ? null : (
        <>
          {kind === 'pause' ? (
            <Choices
              label={t('queue.wait-clock')}
              look="segments"
              value={clock}
              onChange={setClock}
              choices={pausableClocks.map((value) => ({ value, label: t(`queue.wait-clock.${value}`) }))}
            />
          ) : null}
          <TextField
            label={t(kind === 'wake' ? 'queue.wait-for' : 'page.reason')}
            value={why}
            onChange={setWhy}
            autoFocus
          />
          <Choices
            label={t('queue.wait-until')}
            look="segments"
            value={wait === 'none' && kind === 'wake' ? null : wait}
            onChange={setWait}
            choices={[...waits, ...(kind === 'pause' ? (['none'] as const) : [])].map((value) => ({
              value,
              label: t(value === 'none' ? 'queue.wait-open-end' : `queue.wait-${value}`),
            }))}
          />
          {wait === 'other' ? (
            <TextField
              label={t('queue.wait-at')}
              hint={t('queue.wait-at-form')}
              value={typed}
              onChange={setTyped}
              mono
              error={typed.length >= 16 && at === null ? t('queue.wait-at-form') : null}
            />
          ) : null}
        </>
      )}
    </AskDialog>
  )
}

interface Answers {
  readonly kind: Kind
  readonly at: string | null
  readonly why: string
  readonly clock: PausableClock
  readonly paused: PausableClock | null
}

function run(targets: Targets, { kind, at, why, clock, paused }: Answers): Promise<boolean> {
  switch (kind) {
    case 'wake': {
      const waitingFor = why === '' ? {} : { waitingFor: why }
      return actOn(targets, { do: 'wake', at, ...waitingFor }, (done) =>
        saying('queue.waits', { ...done, at: at === null ? '' : formatTime(at, 'weekday') }),
      )
    }
    case 'pause':
      return actOn(targets, { do: 'pause', clock, reason: why, until: at }, ({ cases }) =>
        saying('queue.pauses', { cases }),
      )
    case 'resume':
      return actOn(targets, paused === null ? { do: 'wake', at: null } : { do: 'resume', clock: paused }, (done) =>
        saying('queue.resumes', { ...done }),
      )
  }
}
