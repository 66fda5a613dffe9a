/** Which period: its length, and how far back; `[` and `]` step by its length. */
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { t } from '../../ui/t.ts'
import { lengths, type Length } from './periods.ts'

interface Props {
  readonly length: Length
  readonly back: number
  readonly onLength: (length: Length) => void
  readonly onBack: (back: number) => void
}

export function PeriodChoice({ length, back, onLength, onBack }: Props) {
  const choices = lengths.map((one) => ({ value: String(one), label: t('stats.length', { n: one }) }))
  return (
    <div className="stats-period">
      <Button look="quiet" size="icon" label={t('stats.earlier')} onPress={() => onBack(back + 1)}>
        <ChevronLeft aria-hidden />
      </Button>
      <Select
        label={t('stats.period')}
        hideLabel
        value={String(length)}
        choices={choices}
        onChange={(chosen) => onLength(lengths.find((one) => String(one) === chosen) ?? 30)}
      />
      <Button
        look="quiet"
        size="icon"
        label={t('stats.later')}
        disabled={back === 0}
        onPress={() => onBack(Math.max(0, back - 1))}
      >
        <ChevronRight aria-hidden />
      </Button>
    </div>
  )
}
