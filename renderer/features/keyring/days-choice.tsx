/** For how long a key holds: a few lengths to choose from, each with the day that it comes to. */
import { Choices } from '../../ui/checkbox.tsx'
import { useNow } from '../../ui/now.ts'
import { formatTime } from '../../ui/time-format.ts'
import { t } from '../../ui/t.ts'

const lengths = [365, 730, 1_095, 1_825] as const

export function DaysChoice({
  label,
  days,
  onChange,
}: {
  readonly label: string
  readonly days: number | null
  readonly onChange: (days: number | null) => void
}) {
  const now = useNow()
  const end = days === null ? null : formatTime(new Date(now + days * 86_400_000).toISOString(), 'day')
  return (
    <div className="stack key-days">
      <Choices
        label={label}
        value={String(days)}
        choices={[
          ...lengths.map((length) => ({
            value: String(length),
            label: t('key.years', { n: Math.round(length / 365) }),
          })),
          { value: 'null', label: t('key.no-end') },
        ]}
        onChange={(value) => onChange(value === 'null' ? null : Number(value))}
        look="segments"
      />
      <p className="dim">{end === null ? t('key.no-end-why') : t('key.until', { day: end })}</p>
    </div>
  )
}
