/** Changes one field of a case, with a reason where one is owed. */
import { useState, type ReactNode } from 'react'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import { caseKinds, severities, type FieldName, type FieldValue } from '../../../shared/domain/case/vocabulary.ts'
import { classesIn, classesText } from '../../../shared/domain/disclosure/classes.ts'
import { paps } from '../../../shared/domain/marking/pap.ts'
import { isLooserTlp, isTlp, tlpLabel, tlps } from '../../../shared/domain/marking/tlp.ts'
import { useRoster } from '../../state/case-work.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { Choices } from '../../ui/checkbox.tsx'
import type { Choice } from '../../ui/choice.ts'
import { TextField } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'
import { act } from './act.ts'
import type { LayerProps } from './case-desk.ts'
import { ClassChecks } from './class-checks.tsx'
import { RosterField } from '../../ui/roster-field.tsx'
import { typed, utcOf } from '../../ui/utc-of.ts'

const plain = (values: readonly string[]): readonly Choice<string>[] => values.map((value) => ({ value, label: value }))

/** Fields with a fixed set of values; the others take text. */
const choices: Readonly<Partial<Record<FieldName, readonly Choice<string>[]>>> = {
  tlp: tlps.toReversed().map((value) => ({ value, label: tlpLabel(value) })),
  pap: paps.toReversed().map((value) => ({ value, label: `PAP:${value}` })),
  severity: severities.map((value) => ({ value, label: t(`casework.severity.${value}`) })),
  kind: caseKinds.map((value) => ({ value, label: t(`casework.kind.${value}`) })),
  occurred: (['yes', 'threatened'] as const).map((value) => ({ value, label: t(`casepage.occurred.${value}`) })),
  mode: plain(['remote', 'on-site']),
  urgent: [
    { value: 'yes', label: t('casepage.yes') },
    { value: 'no', label: t('casepage.no') },
  ],
}

const isInstant = (field: FieldName): boolean => field === 'aware' || field === 'embargo'

function shown(state: CaseState, field: FieldName): string {
  if (field === 'classes') return classesText(state.classes)
  const value: FieldValue = state[field]
  if (isInstant(field)) return typed(value === null ? null : String(value))
  return value === true ? 'yes' : value === false ? 'no' : String(value ?? '')
}

/** Undefined where what was typed is none. */
function given(field: FieldName, text: string): FieldValue | undefined {
  if (text.trim() === '') return null
  if (isInstant(field)) return utcOf(text) ?? undefined
  return field === 'urgent' ? text === 'yes' : text.trim()
}

export function SetDialog({ view: { state }, onClose, field }: LayerProps & { readonly field: FieldName }) {
  const before = shown(state, field)
  const [text, setText] = useState(before)
  const [reason, setReason] = useState('')
  const loosens = field === 'tlp' && isTlp(text) && isLooserTlp(text, state.tlp)
  const value = given(field, text)
  const go = async (): Promise<void> => {
    if (value === undefined) return
    const why = reason.trim() === '' ? {} : { reason: reason.trim() }
    if ((await act(state.number, { do: 'set', field, value, ...why })) !== null) onClose()
  }
  return (
    <AskDialog
      title={t('casepage.set', { field: t(`field.${field}`) })}
      go={t('casepage.set-go')}
      ready={text !== before && value !== undefined && (!loosens || reason.trim() !== '')}
      onGo={go}
      onClose={onClose}
    >
      <Value field={field} text={text} onChange={setText} bad={value === undefined} />
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
  readonly bad: boolean
}

const hints: Readonly<Partial<Record<FieldName, string>>> = {
  aware: '2026-11-22 18:40',
  embargo: '2026-12-22 12:00',
  keepUntil: '2031-11-22',
  rsit: 'intrusions/user-account-compromise',
}

function Value({ field, text, onChange, bad }: ValueProps): ReactNode {
  const people = useRoster()
  const fixed = choices[field]
  const label = t(`field.${field}`)
  if (field === 'owner') return <RosterField label={label} roster={people} value={text} onChange={onChange} />
  if (field === 'classes')
    return <ClassChecks label={label} value={classesIn(text)} onChange={(classes) => onChange(classesText(classes))} />
  if (fixed !== undefined)
    return (
      <Choices label={label} look="segments" value={text === '' ? null : text} choices={fixed} onChange={onChange} />
    )
  const hint = hints[field]
  return (
    <TextField
      label={isInstant(field) ? t('casework.field-utc', { field: label }) : label}
      value={text}
      onChange={onChange}
      autoFocus
      mono={hint !== undefined}
      placeholder={hint ?? ''}
      error={bad ? t('casepage.task-due-bad') : null}
    />
  )
}
