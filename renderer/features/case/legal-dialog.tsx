/** The legal duties of a case by the team's own table: which run, which do not apply and why, which were met and when. */
import { useState } from 'react'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import type { LegalRule } from '../../../shared/domain/clock/settings.ts'
import { teamClocks } from '../../state/case-work.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { Choices } from '../../ui/checkbox.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Note } from '../../ui/note.tsx'
import { useNow } from '../../ui/now.ts'
import { t } from '../../ui/t.ts'
import { formatTime } from '../../ui/time-format.ts'
import { act } from './act.ts'
import type { LayerProps } from './case-desk.ts'
import { useWhen, WhenField } from '../../ui/when-field.tsx'

const acts = ['met', 'runs', 'off'] as const

export function LegalDialog({ view: { state, clocks }, onClose }: LayerProps) {
  const rules = teamClocks.use().value?.settings.legal ?? []
  const overdue = clocks.find((clock) => clock.kind === 'legal' && clock.state === 'overdue')?.of
  const [chosen, setRule] = useState<string | null>(overdue ?? null)
  const [what, setWhat] = useState<(typeof acts)[number]>('met')
  const [note, setNote] = useState('')
  const at = useWhen(new Date(useNow()).toISOString())
  const rule = chosen ?? rules[0]?.id ?? null
  const go = async (): Promise<void> => {
    if (rule === null) return
    const reason = note.trim()
    const command =
      what === 'met'
        ? ({ do: 'legal-done', rule, at: at.at ?? '', note: reason } as const)
        : ({ do: 'legal', rule, runs: what === 'runs', reason } as const)
    if ((await act(state.number, command)) !== null) onClose()
  }
  return (
    <AskDialog
      title={t('casework.legal')}
      sentence={
        state.aware === null
          ? t('casework.legal-not-aware')
          : t('casework.legal-aware', { at: formatTime(state.aware, 'weekday') })
      }
      go={t(`casework.legal-go.${what}`)}
      ready={rule !== null && note.trim() !== '' && (what !== 'met' || at.at !== null)}
      onGo={go}
      onClose={onClose}
      wide
    >
      {rules.length === 0 ? <Note>{t('casework.legal-none')}</Note> : null}
      <div className="rule-list">
        <Choices
          label={t('casework.legal-rule')}
          value={rule}
          choices={rules.map((one) => ({
            value: one.id,
            label: one.name,
            detail: `${standing(one, state)} · ${one.source}`,
          }))}
          onChange={setRule}
        />
      </div>
      <Choices
        label={t('casework.legal-what')}
        look="segments"
        value={what}
        choices={acts.map((value) => ({ value, label: t(`casework.legal-act.${value}`) }))}
        onChange={setWhat}
      />
      {what === 'met' ? <WhenField label={t('casework.legal-at')} when={at} /> : null}
      <TextArea
        label={what === 'met' ? t('casework.legal-receipt') : t('page.reason')}
        rows={2}
        value={note}
        onChange={setNote}
        autoFocus
      />
    </AskDialog>
  )
}

function standing({ id, always }: LegalRule, { legal, aware }: CaseState): string {
  const state = legal.find(({ rule }) => rule === id)
  const doneAt = state?.doneAt ?? null
  const runs = t(aware === null ? 'casework.legal-waits' : 'casework.legal-runs')
  if (doneAt !== null) return t('casework.legal-met', { at: formatTime(doneAt, 'day-time') })
  if (state === undefined) return always ? runs : t('casework.legal-open')
  return state.runs ? runs : t('casework.legal-off', { reason: state.reason })
}
