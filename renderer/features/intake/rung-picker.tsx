/** The rungs of the policy in force as small boxes: one digit or the arrows choose, the words of the chosen rung stand below. */
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { placedRungs, policies, type PlacedRung } from '../../state/policy.ts'
import { BandBadge } from '../../ui/band-badge.tsx'
import { t } from '../../ui/t.ts'
import { placeOfKey } from './case-form.ts'

interface Props {
  /** Its id, which stays with it wherever the team moves it. */
  readonly rung: number | null
  readonly onChange: (rung: number | null) => void
}

const none = 'none'

export function RungPicker({ rung, onChange }: Props) {
  const policy = policies.use().value?.inForce ?? null
  const rungs = policy === null ? [] : placedRungs(policy)
  const chosen = rungs.find(({ id }) => id === rung)
  return (
    <RadioGroup
      className="field rung-picker"
      orientation="horizontal"
      value={chosen === undefined ? none : String(chosen.id)}
      onChange={(value) => onChange(value === none ? null : Number(value))}
    >
      <Label className="field-label">{t('field.rung')}</Label>
      <div className="rung-boxes" onKeyDown={(event) => byDigit(event, rungs, onChange)}>
        {rungs.map((one) => (
          <Radio key={one.id} value={String(one.id)} className="rung-box" aria-label={nameOf(one)}>
            {one.at}
          </Radio>
        ))}
        <Radio value={none} className="rung-box" aria-label={t('field.rung-none')}>
          –
        </Radio>
      </div>
      <p className="rung-chosen">
        <BandBadge band={chosen?.band ?? policy?.otherBySeverity.medium ?? 'P3'} />
        <span>{chosen === undefined ? t('field.rung-none') : nameOf(chosen)}</span>
      </p>
    </RadioGroup>
  )
}

/** Digits with Ctrl or Alt mean something else. */
function byDigit(event: React.KeyboardEvent, rungs: readonly PlacedRung[], onChange: Props['onChange']): void {
  const place = event.ctrlKey || event.altKey ? null : placeOfKey(event.key)
  const rung = place === null ? undefined : rungs[place - 1]
  if (rung !== undefined) onChange(rung.id)
}

const nameOf = ({ at, name }: PlacedRung): string => `${String(at)}, ${name}`
