/** How many months a closed case is kept, by its class. */
import { useState } from 'react'
import type { ClockSettings } from '../../../shared/domain/clock/settings.ts'
import { TextField } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'
import { NumberField } from './number-field.tsx'
import { numberText, wholeNumber } from './number-text.ts'
import { SettingsDialog } from './settings-dialog.tsx'

interface Line {
  readonly name: string
  readonly months: string
}

const [mostMonths, other] = [600, 'other']

export function RetentionDialog({
  settings,
  onClose,
}: {
  readonly settings: ClockSettings
  readonly onClose: () => void
}) {
  const [lines, setLines] = useState<readonly Line[]>(() => [
    ...Object.entries(settings.retention)
      .toSorted(([a], [b]) => Number(a === other) - Number(b === other) || a.localeCompare(b))
      .map(([name, months]) => ({ name, months: numberText(months) })),
    { name: '', months: '' },
  ])
  const edit = (at: number, change: Partial<Line>): void => {
    const next = lines.map((line, index) => (index === at ? { ...line, ...change } : line))
    setLines(next.at(-1)?.name === '' ? next : [...next, { name: '', months: '' }])
  }
  const retention = retentionOf(lines)
  return (
    <SettingsDialog
      title={t('clocks.retention-change')}
      sentence={t('clocks.retention-hint')}
      before={settings}
      change={retention === null ? null : { ...settings, retention }}
      onClose={onClose}
    >
      {lines.map((line, at) => (
        <div key={at} className="settings-pair">
          {line.name === other ? (
            <p className="settings-pair-words">{t('clocks.retention-other')}</p>
          ) : (
            <TextField
              label={t('clocks.retention-class')}
              mono
              value={line.name}
              onChange={(name) => edit(at, { name: name.toLowerCase() })}
              autoFocus={at === 0}
            />
          )}
          <NumberField
            label={t('clocks.retention-for')}
            value={line.months}
            from={1}
            to={mostMonths}
            onChange={(months) => edit(at, { months })}
          />
        </div>
      ))}
    </SettingsDialog>
  )
}

function retentionOf(lines: readonly Line[]): ClockSettings['retention'] | null {
  const named = lines.filter(({ name }) => name.trim() !== '')
  const read = named.map(({ name, months }) => [name.trim(), wholeNumber(months, 1, mostMonths)] as const)
  const months = read.flatMap(([name, typed]) => (typed.ok ? [[name, typed.value] as const] : []))
  return months.length === named.length ? Object.fromEntries(months) : null
}
