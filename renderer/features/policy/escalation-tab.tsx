/** When a case goes up, and to whom (P-36, O-20): by time, severity and band; all that is set in a step must hold. */
import { X } from 'lucide-react'
import { severities, type Severity } from '../../../shared/domain/case/vocabulary.ts'
import { bands, type Band } from '../../../shared/domain/order/ladder.ts'
import type { EscalationStep } from '../../../shared/domain/order/policy.ts'
import { saying } from '../../../shared/words/say.ts'
import { showDone } from '../../state/toasts.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { t } from '../../ui/t.ts'
import { addStep, dropStep, setStep } from './edit-policy.ts'
import { escalationTargets, whats } from './policy-lists.ts'
import type { Draft } from './use-draft.ts'

const any = 'any'
const bandChoices = [{ value: any, label: t('policy.step-any') }, ...bands.map((value) => ({ value, label: value }))]
const severityChoices = [
  { value: any, label: t('policy.step-any') },
  ...severities.toReversed().map((value) => ({ value, label: t(`policy.severity.${value}`) })),
]
const mostSteps = 40

export function EscalationTab({ draft: { policy, edit } }: { readonly draft: Draft }) {
  const remove = (id: string): void => {
    edit(dropStep(policy, id))
    showDone(saying('policy.step-removed'), () => edit(policy))
  }
  return (
    <div className="policy-escalation">
      <p className="dim">{t('policy.escalation-why')}</p>
      {policy.escalation.length === 0 ? <p>{t('policy.no-steps')}</p> : null}
      <ol>
        {policy.escalation.map((step, at) => (
          <StepRow
            key={step.id}
            step={step}
            at={at + 1}
            onChange={(change, typing) =>
              edit(setStep(policy, step.id, change), typing ? `step ${step.id}` : undefined)
            }
            onRemove={() => remove(step.id)}
          />
        ))}
      </ol>
      <div>
        <ActionButton
          keys="n"
          label={t('policy.step-add')}
          disabled={policy.escalation.length >= mostSteps}
          onAct={() => edit(addStep(policy))}
          hint
        />
      </div>
    </div>
  )
}

interface StepProps {
  readonly step: EscalationStep
  readonly at: number
  readonly onChange: (change: Partial<EscalationStep>, typing?: boolean) => void
  readonly onRemove: () => void
}

function StepRow({ step, at, onChange, onRemove }: StepProps) {
  const { to, what, after, band, severity } = step
  return (
    <li className="policy-step">
      <span className="mono dim policy-at">{at}</span>
      <Select
        label={t('policy.step-to')}
        value={to}
        choices={escalationTargets.map((value) => ({ value, label: t(`policy.to.${value}`) }))}
        onChange={(chosen) => onChange({ to: chosen })}
      />
      <Select
        label={t('policy.step-what')}
        value={what}
        choices={whats.map((value) => ({ value, label: t(`policy.what.${value}`) }))}
        onChange={(chosen) => onChange({ what: chosen })}
      />
      <TextField
        label={t('policy.step-after')}
        value={after === null ? '' : String(after)}
        onChange={(typed) => onChange({ after: minutesOf(typed) }, true)}
        mono
      />
      <Select
        label={t('policy.step-band')}
        value={band ?? any}
        choices={bandChoices}
        onChange={(value) =>
          onChange({ band: value === any ? null : (bands.find((one): one is Band => one === value) ?? null) })
        }
      />
      <Select
        label={t('policy.step-severity')}
        value={severity ?? any}
        choices={severityChoices}
        onChange={(value) =>
          onChange({
            severity: value === any ? null : (severities.find((one): one is Severity => one === value) ?? null),
          })
        }
      />
      <Button look="quiet" size="icon" label={t('policy.step-remove', { at })} onPress={onRemove}>
        <X aria-hidden />
      </Button>
    </li>
  )
}

/** Digits of what was typed, as the order holds them; null where there are none: at once. */
function minutesOf(typed: string): number | null {
  const digits = typed.replaceAll(/\D/g, '').slice(0, 6)
  return digits === '' ? null : Math.min(100_000, Number(digits))
}
