/** Questions about the course of a case: a step that does not apply, the next phase, the end, and opening it again. */
import { useState } from 'react'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import { closingCodes, type ClosingCode, type WorkPhase } from '../../../shared/domain/case/vocabulary.ts'
import { Choices } from '../../ui/checkbox.tsx'
import { TextArea } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'
import { act } from './act.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import type { LayerProps } from './case-desk.ts'
import { leftBehind, nextOf } from './progress.ts'
import { ReasonDialog } from './reason-dialog.tsx'

export function NotApplicableDialog({ view: { state }, onClose }: LayerProps) {
  const next = nextOf(state)
  if (next.kind !== 'item') return null
  const { item } = next.check
  return (
    <ReasonDialog
      title={t('casepage.na-title', { item: t(`check.${item}`) })}
      sentence={t('casepage.na-why')}
      go={t('casepage.na-go')}
      onGo={async (reason) => (await act(state.number, { do: 'check', item, state: 'na', reason })) !== null}
      onClose={onClose}
    />
  )
}

const after = ({ phase, phases }: CaseState): WorkPhase =>
  phase === 'closed' ? 'triage' : (phases[phases.indexOf(phase) + 1] ?? 'triage')

export function PhaseDialog({ view: { state }, onClose }: LayerProps) {
  const [to, setTo] = useState<WorkPhase>(after(state))
  const [reason, setReason] = useState('')
  const left = leftBehind(state, to)
  const go = async (): Promise<void> => {
    const why = reason.trim() === '' ? {} : { reason: reason.trim() }
    if ((await act(state.number, { do: 'phase', phase: to, ...why })) !== null) onClose()
  }
  const choices = state.phases.map((value) => ({ value, label: t(`phase.${value}`), disabled: value === state.phase }))
  return (
    <AskDialog
      title={t('casepage.phase-title')}
      go={t('casepage.phase-go', { phase: t(`phase.${to}`) })}
      ready={left.length === 0 || reason.trim() !== ''}
      onGo={go}
      onClose={onClose}
    >
      <Choices label={t('casepage.phase')} look="segments" value={to} choices={choices} onChange={setTo} />
      {left.length === 0 ? null : (
        <div className="open-steps">
          <p className="strong">{t('casepage.phase-open', { n: left.length })}</p>
          <ul>
            {left.map(({ item }) => (
              <li key={item}>{t(`check.${item}`)}</li>
            ))}
          </ul>
          <p className="dim">{t('casepage.phase-open-why')}</p>
        </div>
      )}
      <TextArea
        label={left.length === 0 ? t('casepage.reason-optional') : t('page.reason')}
        rows={2}
        value={reason}
        onChange={setReason}
        autoFocus={left.length > 0}
      />
    </AskDialog>
  )
}

export function CloseDialog({ view: { state }, onClose }: LayerProps) {
  const [code, setCode] = useState<ClosingCode>('resolved')
  const [note, setNote] = useState('')
  const left = leftBehind(state, 'resolution').length + open(state)
  const go = async (): Promise<void> => {
    if ((await act(state.number, { do: 'close', code, note })) !== null) onClose()
  }
  return (
    <AskDialog
      title={t('casepage.close')}
      {...(left === 0 ? {} : { sentence: t('casepage.close-open', { n: left }) })}
      go={t('casepage.close-go')}
      ready={note.trim() !== ''}
      onGo={go}
      onClose={onClose}
    >
      <Choices
        label={t('casepage.close-code')}
        look="segments"
        value={code}
        choices={closingCodes.map((value) => ({ value, label: t(`closing.${value}`) }))}
        onChange={setCode}
      />
      <TextArea label={t('casepage.close-note')} rows={4} value={note} onChange={setNote} autoFocus />
    </AskDialog>
  )
}

const open = ({ checklist }: CaseState): number =>
  checklist.filter(({ item, state }) => item.startsWith('resolution.') && state === 'open').length

export function ReopenDialog({ view: { state }, onClose }: LayerProps) {
  return (
    <ReasonDialog
      title={t('casepage.reopen-title')}
      sentence={t('casepage.reopen-why')}
      go={t('casepage.reopen')}
      onGo={async (reason) => (await act(state.number, { do: 'reopen', reason })) !== null}
      onClose={onClose}
    />
  )
}
