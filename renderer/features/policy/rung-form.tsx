/** What the selected rung is called, how grave it is, and by what a report is known as one; kept as it is typed. */
import { bands, type Band } from '../../../shared/domain/order/ladder.ts'
import type { Policy, PolicyRung } from '../../../shared/domain/order/policy.ts'
import { severities } from '../../../shared/domain/case/vocabulary.ts'
import { useState } from 'react'
import { Choices } from '../../ui/checkbox.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { t } from '../../ui/t.ts'
import { linesOf } from './edit-policy.ts'

export const rungNameId = 'policy-rung-name'

const bandChoices = bands.map((value) => ({ value, label: value }))

interface Props {
  readonly rung: PolicyRung
  readonly at: number
  /** `typing` names the field. */
  readonly onChange: (change: Partial<PolicyRung>, typing?: string) => void
}

export function RungForm({ rung, at, onChange }: Props) {
  const typing = (field: string): string => `${field} ${String(rung.id)}`
  return (
    <section className="policy-form" aria-label={t('policy.rung-head', { at: at + 1 })}>
      <div className="policy-form-top" id={rungNameId}>
        <TextField
          label={`${t('policy.rung-head', { at: at + 1 })}, ${t('policy.rung-name').toLowerCase()}`}
          value={rung.name}
          onChange={(name) => onChange({ name: name.slice(0, 300) }, typing('name'))}
          error={rung.name.trim() === '' ? t('policy.name-needed') : null}
        />
        <Choices
          label={t('policy.rung-band')}
          look="segments"
          value={rung.band}
          choices={bandChoices}
          onChange={(band) => onChange({ band })}
        />
      </div>
      <div className="policy-form-lines">
        <Lines
          key={`hints ${String(rung.id)}`}
          label={t('policy.rung-hints')}
          hint={t('policy.rung-hints-how')}
          lines={rung.hints}
          onChange={(lines) => onChange({ hints: linesOf(lines, 60) }, typing('hints'))}
        />
        <Lines
          key={`rsit ${String(rung.id)}`}
          label={t('policy.rung-rsit')}
          hint={t('policy.rung-rsit-how')}
          lines={rung.rsit}
          onChange={(lines) => onChange({ rsit: linesOf(lines, 40) }, typing('rsit'))}
        />
        <TextArea
          label={t('policy.rung-note')}
          hint={t('policy.rung-note-how')}
          rows={2}
          value={rung.note ?? ''}
          onChange={(note) => onChange({ note: note === '' ? null : note.slice(0, 300) }, typing('note'))}
        />
      </div>
    </section>
  )
}

interface LinesProps {
  readonly label: string
  readonly hint: string
  readonly lines: readonly string[]
  readonly onChange: (text: string) => void
}

/** The text as it is typed, with its empty lines, stays in the box; what came from elsewhere (an undo) replaces it. */
function Lines({ label, hint, lines, onChange }: LinesProps) {
  const [text, setText] = useState(lines.join('\n'))
  const same = JSON.stringify(linesOf(text, 60)) === JSON.stringify(lines)
  return (
    <TextArea
      label={label}
      hint={hint}
      rows={2}
      mono
      value={same ? text : lines.join('\n')}
      onChange={(typed) => {
        setText(typed)
        onChange(typed)
      }}
    />
  )
}

interface OtherProps {
  readonly policy: Policy
  readonly onChange: (bySeverity: Policy['otherBySeverity']) => void
}

/** "Any other type": the band of each severity. */
export function OtherForm({ policy, onChange }: OtherProps) {
  return (
    <section className="policy-form" aria-label={t('policy.other')}>
      <p>{t('policy.other-why')}</p>
      <div className="policy-severities" id={rungNameId}>
        {severities.toReversed().map((severity) => (
          <Select<Band>
            key={severity}
            label={t(`policy.severity.${severity}`)}
            value={policy.otherBySeverity[severity]}
            choices={bandChoices}
            onChange={(band) => onChange({ ...policy.otherBySeverity, [severity]: band })}
          />
        ))}
      </div>
    </section>
  )
}
