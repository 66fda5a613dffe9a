/** The ladder as twelve small boxes: one digit or the arrows choose, the words of the chosen rung stand below. */
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { bandOf } from '../../../shared/domain/order/ladder.ts'
import { ladderRungs } from '../../../shared/domain/order/ladder-rungs.ts'
import { BandBadge } from '../../ui/band-badge.tsx'
import { sentence, t } from '../../ui/t.ts'
import { rungOfKey } from './case-form.ts'

interface Props {
  readonly rung: number | null
  readonly onChange: (rung: number | null) => void
}

const none = 'none'

export function RungPicker({ rung, onChange }: Props) {
  return (
    <RadioGroup
      className="field rung-picker"
      orientation="horizontal"
      value={rung === null ? none : String(rung)}
      onChange={(value) => onChange(value === none ? null : Number(value))}
    >
      <Label className="field-label">{t('field.rung')}</Label>
      <div className="rung-boxes" onKeyDown={(event) => byDigit(event, onChange)}>
        {ladderRungs.map(({ rung: number }) => (
          <Radio key={number} value={String(number)} className="rung-box" aria-label={rungName(number)}>
            {number}
          </Radio>
        ))}
        <Radio value={none} className="rung-box" aria-label={t('field.rung-none')}>
          –
        </Radio>
      </div>
      <p className="rung-chosen">
        <BandBadge band={bandOf(rung, null)} />
        <span>{rung === null ? t('field.rung-none') : rungName(rung)}</span>
      </p>
    </RadioGroup>
  )
}

/** Digits with Ctrl or Alt mean something else. */
function byDigit(event: React.KeyboardEvent, onChange: Props['onChange']): void {
  const rung = event.ctrlKey || event.altKey ? null : rungOfKey(event.key)
  if (rung !== null) onChange(rung)
}

function rungName(number: number): string {
  const named = ladderRungs.find(({ rung }) => rung === number)
  return named === undefined ? String(number) : `${String(number)}, ${sentence({ code: named.name, params: {} })}`
}
