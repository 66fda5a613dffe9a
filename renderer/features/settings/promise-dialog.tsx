/** The team's promises in working days: first response, silence, resolution by band. */
import { useState } from 'react'
import type { ClockSettings } from '../../../shared/domain/clock/settings.ts'
import { bands, type Band } from '../../../shared/domain/order/ladder.ts'
import { t } from '../../ui/t.ts'
import { NumberField } from './number-field.tsx'
import { numberText, wholeNumber } from './number-text.ts'
import { SettingsDialog } from './settings-dialog.tsx'

const most = { response: 30, silence: 60, resolution: 365 }

export function PromiseDialog({
  settings,
  onClose,
}: {
  readonly settings: ClockSettings
  readonly onClose: () => void
}) {
  const [response, setResponse] = useState(String(settings.responseDays))
  const [silence, setSilence] = useState(numberText(settings.silenceDays))
  const [days, setDays] = useState<Readonly<Record<Band, string>>>({
    P1: numberText(settings.resolutionDays.P1),
    P2: numberText(settings.resolutionDays.P2),
    P3: numberText(settings.resolutionDays.P3),
    P4: numberText(settings.resolutionDays.P4),
  })
  return (
    <SettingsDialog
      title={t('clocks.promises-change')}
      before={settings}
      change={changed(settings, response, silence, days)}
      onClose={onClose}
    >
      <NumberField
        label={t('clocks.response-days')}
        value={response}
        from={1}
        to={most.response}
        onChange={setResponse}
        required
        autoFocus
      />
      <NumberField
        label={t('clocks.silence-days')}
        value={silence}
        from={1}
        to={most.silence}
        onChange={setSilence}
        hint={t('clocks.silence-hint')}
      />
      <div className="settings-bands">
        {bands.map((band) => (
          <NumberField
            key={band}
            label={t('clocks.resolution', { band })}
            value={days[band]}
            from={1}
            to={most.resolution}
            onChange={(text) => setDays({ ...days, [band]: text })}
          />
        ))}
      </div>
      <p className="dim">{t('clocks.resolution-hint')}</p>
    </SettingsDialog>
  )
}

function changed(
  settings: ClockSettings,
  response: string,
  silence: string,
  days: Readonly<Record<Band, string>>,
): ClockSettings | null {
  const responseDays = wholeNumber(response, 1, most.response)
  const silenceDays = wholeNumber(silence, 1, most.silence)
  const [P1, P2, P3, P4] = bands.map((band) => wholeNumber(days[band], 1, most.resolution))
  if (!responseDays.ok || responseDays.value === null || !silenceDays.ok) return null
  if (P1?.ok !== true || P2?.ok !== true || P3?.ok !== true || P4?.ok !== true) return null
  return {
    ...settings,
    responseDays: responseDays.value,
    silenceDays: silenceDays.value,
    resolutionDays: { P1: P1.value, P2: P2.value, P3: P3.value, P4: P4.value },
  }
}
