/** The proposed values that are one of a list, or several: class, severity, kind, classes of information. */
import { caseKinds, severities } from '../../../shared/domain/case/vocabulary.ts'
import { classesText, infoClasses, type InfoClass } from '../../../shared/domain/disclosure/classes.ts'
import type { Proposal } from '../../../shared/ipc/views.ts'
import { Checkbox, Choices } from '../../ui/checkbox.tsx'
import { Select } from '../../ui/select.tsx'
import { t } from '../../ui/t.ts'
import { orNull, type CaseForm, type Edits } from './case-form.ts'
import { ProposalRow } from './proposal-row.tsx'
import { rsitTypes } from './rsit.ts'

interface Props<Name extends keyof Proposal> {
  readonly of: Proposal[Name]
  readonly form: CaseForm
  readonly onEdit: (edits: Edits) => void
}

/** A class that is proposed but not of this version of the taxonomy can still be kept. */
const withOwn = (rsit: string | null): readonly string[] =>
  rsit === null || rsitTypes.includes(rsit) ? rsitTypes : [rsit, ...rsitTypes]

export const RsitRow = ({ of, form, onEdit }: Props<'rsit'>) => (
  <ProposalRow of={of} now={form.rsit}>
    <Select
      label={t('field.rsit')}
      value={form.rsit ?? ''}
      choices={[{ value: '', label: t('page.none') }, ...withOwn(form.rsit).map((value) => ({ value, label: value }))]}
      onChange={(value) => onEdit({ rsit: orNull(value) })}
    />
  </ProposalRow>
)

const unknown = 'none'

export const SeverityRow = ({ of, form, onEdit }: Props<'severity'>) => (
  <ProposalRow of={of} now={form.severity}>
    <Choices
      label={t('field.severity')}
      look="segments"
      value={form.severity ?? unknown}
      choices={[
        ...severities.map((value) => ({ value, label: t(`severity.${value}`) })),
        { value: unknown, label: t('page.none') },
      ]}
      onChange={(value) => onEdit({ severity: value === unknown ? null : value })}
    />
  </ProposalRow>
)

export const KindRow = ({ of, form, onEdit }: Props<'kind'>) => (
  <ProposalRow of={of} now={form.kind} was={t(`case-kind.${of.value}`)}>
    <Choices
      label={t('field.kind')}
      look="segments"
      value={form.kind}
      choices={caseKinds.map((value) => ({ value, label: t(`case-kind.${value}`) }))}
      onChange={(kind) => onEdit({ kind })}
    />
  </ProposalRow>
)

export function ClassesRow({ of, form, onEdit }: Props<'classes'>) {
  const toggle = (one: InfoClass, on: boolean): void =>
    onEdit({ classes: on ? [...form.classes, one] : form.classes.filter((other) => other !== one) })
  const proposed = of.value.map((one) => t(`info-class.${one}`)).join(', ')
  return (
    <ProposalRow of={{ ...of, value: classesText(of.value) }} now={classesText(form.classes)} was={proposed}>
      <div className="field" role="group" aria-label={t('field.classes')}>
        <span className="field-label">{t('field.classes')}</span>
        {infoClasses.map((one) => (
          <Checkbox key={one} checked={form.classes.includes(one)} onChange={(on) => toggle(one, on)}>
            {t(`info-class.${one}`)}
          </Checkbox>
        ))}
      </div>
    </ProposalRow>
  )
}
