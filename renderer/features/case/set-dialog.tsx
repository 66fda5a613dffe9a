/** Changes one field of a case, with a reason where one is owed. */
import { useState, type ReactNode } from 'react'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import { caseKinds, severities, type FieldName, type FieldValue } from '../../../shared/domain/case/vocabulary.ts'
import { paps } from '../../../shared/domain/marking/pap.ts'
import { isLooserTlp, isTlp, tlpLabel, tlps } from '../../../shared/domain/marking/tlp.ts'
import { ladderRungs } from '../../../shared/domain/order/ladder-rungs.ts'
import { Choices } from '../../ui/checkbox.tsx'
import type { Choice } from '../../ui/choice.ts'
import { TextField } from '../../ui/field.tsx'
import { sentence, t } from '../../ui/t.ts'
import { act } from './act.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'

interface Props {
  readonly state: CaseState
  readonly field: FieldName
  readonly onClose: () => void
}

const plain = (values: readonly string[]): readonly Choice<string>[] => values.map((value) => ({ value, label: value }))

/** Fields with a fixed set of values; the others take text. */
const choices: Readonly<Partial<Record<FieldName, readonly Choice<string>[]>>> = {
  tlp: tlps.toReversed().map((value) => ({ value, label: tlpLabel(value) })),
  pap: paps.toReversed().map((value) => ({ value, label: `PAP:${value}` })),
  rung: ladderRungs.map(({ rung, name }) => ({
    value: String(rung),
    label: `${String(rung)}, ${sentence({ code: name, params: {} })}`,
  })),
  severity: plain(severities),
  kind: plain(caseKinds),
  occurred: plain(['yes', 'threatened']),
  mode: plain(['remote', 'on-site']),
  urgent: plain(['yes', 'no']),
}

const shown = (value: FieldValue): string => (value === true ? 'yes' : value === false ? 'no' : String(value ?? ''))

function given(field: FieldName, text: string): FieldValue {
  if (text.trim() === '') return null
  if (field === 'rung') return Number(text)
  return field === 'urgent' ? text === 'yes' : text.trim()
}

export function SetDialog({ state, field, onClose }: Props) {
  const [text, setText] = useState(shown(state[field]))
  const [reason, setReason] = useState('')
  const loosens = field === 'tlp' && isTlp(text) && isLooserTlp(text, state.tlp)
  const name = t(`field.${field}`)
  const go = async (): Promise<void> => {
    const value = given(field, field === 'owner' ? text.toUpperCase() : text)
    const why = reason.trim() === '' ? {} : { reason: reason.trim() }
    if ((await act(state.number, { do: 'set', field, value, ...why })) !== null) onClose()
  }
  return (
    <AskDialog
      title={t('casepage.set', { field: name })}
      go={t('casepage.set-go')}
      ready={text !== shown(state[field]) && (!loosens || reason.trim() !== '')}
      onGo={go}
      onClose={onClose}
    >
      <Value field={field} text={text} onChange={setText} />
      <TextField
        label={loosens ? t('casepage.set-tlp-reason') : t('casepage.reason-optional')}
        value={reason}
        onChange={setReason}
      />
    </AskDialog>
  )
}

interface ValueProps {
  readonly field: FieldName
  readonly text: string
  readonly onChange: (text: string) => void
}

function Value({ field, text, onChange }: ValueProps): ReactNode {
  const fixed = choices[field]
  const label = t(`field.${field}`)
  if (fixed === undefined) return <TextField label={label} value={text} onChange={onChange} autoFocus />
  const look = field === 'rung' ? 'list' : 'segments'
  return <Choices label={label} look={look} value={text === '' ? null : text} choices={fixed} onChange={onChange} />
}
