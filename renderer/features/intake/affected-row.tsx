/** Whose networks and domains the report names: each party with what is theirs, and the choice to make a case for each. */
import { Split } from 'lucide-react'
import { defang } from '../../../shared/domain/observable/refang.ts'
import { recognise } from '../../../shared/domain/observable/normalise.ts'
import type { AffectedParty, Proposal } from '../../../shared/ipc/views.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { t } from '../../ui/t.ts'
import type { CaseForm, Edits } from './case-form.ts'
import { ProposalRow } from './proposal-row.tsx'

interface Props {
  readonly of: Proposal['affected']
  readonly form: CaseForm
  readonly onEdit: (edits: Edits) => void
  readonly onSplit: () => void
}

export function AffectedRow({ of, form, onEdit, onSplit }: Props) {
  const proposed = of.value.map(({ id }) => id)
  const toggle = (id: string, on: boolean): void =>
    onEdit({ affected: on ? [...form.affected, id] : form.affected.filter((other) => other !== id) })
  const names = of.value.map(({ name }) => name).join(', ')
  return (
    <ProposalRow of={{ ...of, value: proposed.join() }} now={form.affected.toSorted(by(proposed)).join()} was={names}>
      <div className="field" role="group" aria-label={t('intake.affected')}>
        <span className="field-label">{t('intake.affected')}</span>
        {of.value.length === 0 ? <span>{t('page.none')}</span> : null}
        {of.value.map((party) => (
          <Checkbox
            key={party.id}
            checked={form.affected.includes(party.id)}
            onChange={(on) => toggle(party.id, on)}
            detail={theirs(party)}
          >
            {party.name}
          </Checkbox>
        ))}
        {of.value.length < 2 ? null : (
          <ActionButton
            keys="k"
            label={t('intake.split', { n: of.value.length })}
            icon={<Split aria-hidden />}
            onAct={onSplit}
          />
        )}
      </div>
    </ProposalRow>
  )
}

const by =
  (order: readonly string[]) =>
  (a: string, b: string): number =>
    order.indexOf(a) - order.indexOf(b)

const shown = 3

function theirs({ values, events }: AffectedParty): string {
  const some = values.slice(0, shown).map((value) => {
    const found = recognise(value, true)
    return found === null ? value : defang(found)
  })
  const more = values.length > shown ? ` +${values.length - shown}` : ''
  return `${t('intake.in-events', { n: events })}: ${some.join(', ')}${more}`
}
