/** One row of the legal table: a new one, or one that is there; taken out of it by the button below. */
import { useState } from 'react'
import { caseKinds, type CaseKind } from '../../../shared/domain/case/vocabulary.ts'
import { legalUnits, type LegalUnit } from '../../../shared/domain/clock/legal-units.ts'
import type { ClockSettings, LegalRule } from '../../../shared/domain/clock/settings.ts'
import { Checkbox, Choices } from '../../ui/checkbox.tsx'
import { Field, TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { t } from '../../ui/t.ts'
import { NumberField } from './number-field.tsx'
import { numberText, wholeNumber } from './number-text.ts'
import { idFor } from './rule-text.ts'
import { SettingsDialog } from './settings-dialog.tsx'

interface Props {
  readonly settings: ClockSettings
  /** null: a new row. */
  readonly rule: LegalRule | null
  readonly onClose: () => void
}

const [mostAmount, fromAwareness] = [1_000, '']

const blank: LegalRule = {
  id: '',
  name: '',
  source: '',
  version: '',
  amount: 24,
  unit: 'hours',
  after: null,
  latest: null,
  whose: 'entity',
  kinds: [],
  always: false,
}

export function LegalRuleDialog({ settings, rule, onClose }: Props) {
  const [row, setRow] = useState(rule ?? blank)
  const [amount, setAmount] = useState(numberText((rule ?? blank).amount))
  const [latest, setLatest] = useState(numberText((rule ?? blank).latest?.amount ?? null))
  const [dropped, setDropped] = useState(false)
  const edit = (change: Partial<LegalRule>): void => setRow({ ...row, ...change })
  const others = settings.legal.filter(({ id }) => id !== row.id)
  const change = dropped ? { ...settings, legal: others } : withRow(settings, row, amount, latest)
  return (
    <SettingsDialog
      title={t(rule === null ? 'clocks.law-add' : 'clocks.law-edit')}
      before={settings}
      change={change}
      onClose={onClose}
      wide
    >
      <div className="settings-pair">
        <TextField label={t('clocks.rule.name')} value={row.name} onChange={(name) => edit({ name })} autoFocus />
        <TextField label={t('clocks.rule.version')} value={row.version} onChange={(version) => edit({ version })} />
      </div>
      <TextField label={t('clocks.rule.source')} value={row.source} onChange={(source) => edit({ source })} />
      <div className="settings-pair">
        <NumberField
          label={t('clocks.rule.amount')}
          value={amount}
          from={1}
          to={mostAmount}
          onChange={setAmount}
          hint={t('clocks.rule.amount-hint')}
        />
        <Choices
          label={t('clocks.rule.unit')}
          look="segments"
          value={row.unit}
          choices={legalUnits.map((value) => ({ value, label: t(`clocks.unit-name.${value}`) }))}
          onChange={(unit) => edit({ unit })}
        />
        <Select
          label={t('clocks.rule.after')}
          value={row.after ?? fromAwareness}
          choices={[
            { value: fromAwareness, label: t('clocks.rule.after-aware') },
            ...others.map(({ id, name }) => ({ value: id, label: t('clocks.rule.after-rule', { name }) })),
          ]}
          onChange={(after) => edit({ after: after === fromAwareness ? null : after })}
        />
        <NumberField
          label={t('clocks.rule.latest', { unit: t(`clocks.unit-name.${latestUnit(row)}`) })}
          value={latest}
          from={1}
          to={mostAmount}
          onChange={setLatest}
          hint={t('clocks.rule.latest-hint')}
        />
      </div>
      <Choices
        label={t('clocks.rule.whose')}
        look="segments"
        value={row.whose}
        choices={(['entity', 'csirt'] as const).map((value) => ({ value, label: t(`clocks.whose.${value}`) }))}
        onChange={(whose) => edit({ whose })}
      />
      <Kinds kinds={row.kinds} onChange={(kinds) => edit({ kinds })} />
      <Checkbox
        checked={row.always}
        onChange={(always) => edit({ always })}
        disabled={amount.trim() === ''}
        detail={t('clocks.rule.always-why')}
      >
        {t('clocks.rule.always')}
      </Checkbox>
      {rule === null ? null : (
        <Checkbox checked={dropped} onChange={setDropped}>
          {t('clocks.law-drop')}
        </Checkbox>
      )}
    </SettingsDialog>
  )
}

function Kinds({
  kinds,
  onChange,
}: {
  readonly kinds: readonly CaseKind[]
  readonly onChange: (kinds: CaseKind[]) => void
}) {
  return (
    <Field label={t('clocks.rule.kinds')}>
      <div className="row wrap">
        {caseKinds.map((kind) => (
          <Checkbox
            key={kind}
            checked={kinds.includes(kind)}
            onChange={(on) => onChange(caseKinds.filter((one) => (one === kind ? on : kinds.includes(one))))}
          >
            {t(`clocks.kind.${kind}`)}
          </Checkbox>
        ))}
      </div>
    </Field>
  )
}

const latestUnit = ({ latest }: LegalRule): LegalUnit => latest?.unit ?? 'hours'

/** null where something is still missing or is no number. */
function withRow(
  settings: ClockSettings,
  row: LegalRule,
  amountText: string,
  latestText: string,
): ClockSettings | null {
  const [amount, latest] = [wholeNumber(amountText, 1, mostAmount), wholeNumber(latestText, 1, mostAmount)]
  const name = row.name.trim()
  if (!amount.ok || !latest.ok || name === '' || row.source.trim() === '') return null
  const rule: LegalRule = {
    ...row,
    name,
    id: row.id === '' ? idFor(name, settings.legal) : row.id,
    amount: amount.value,
    latest: latest.value === null ? null : { amount: latest.value, unit: latestUnit(row) },
    always: row.always && amount.value !== null,
  }
  const isNew = row.id === ''
  return {
    ...settings,
    legal: isNew ? [...settings.legal, rule] : settings.legal.map((one) => (one.id === rule.id ? rule : one)),
  }
}
