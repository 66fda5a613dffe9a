/** The reasons that are offered when somebody stops a clock. */
import { useState } from 'react'
import type { ClockSettings } from '../../../shared/domain/clock/settings.ts'
import { TextArea } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'
import { SettingsDialog } from './settings-dialog.tsx'

const [mostReasons, longestReason] = [40, 300]

export function PausesDialog({
  settings,
  onClose,
}: {
  readonly settings: ClockSettings
  readonly onClose: () => void
}) {
  const [text, setText] = useState(settings.pauseReasons.join('\n'))
  const pauseReasons = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const fits = pauseReasons.length <= mostReasons && pauseReasons.every(({ length }) => length <= longestReason)
  return (
    <SettingsDialog
      title={t('clocks.pauses-change')}
      before={settings}
      change={fits ? { ...settings, pauseReasons } : null}
      onClose={onClose}
    >
      <TextArea label={t('clocks.pauses-lines')} rows={8} value={text} onChange={setText} autoFocus />
    </SettingsDialog>
  )
}
