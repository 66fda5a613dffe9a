/** Light, dark, or as the system has it. */
import { desk, setPreferences } from '../../state/desk.ts'
import { told } from '../../state/toasts.ts'
import { Choices } from '../../ui/checkbox.tsx'
import { t } from '../../ui/t.ts'
import { Block } from './block.tsx'

const themes = ['system', 'dark', 'light'] as const

export function LookSection() {
  const theme = desk.use().value?.preferences.theme ?? 'system'
  return (
    <Block title={t('settings.look')} why={t('settings.look-why')}>
      <Choices
        label={t('settings.theme')}
        value={theme}
        choices={themes.map((value) => ({ value, label: t(`ui.theme.${value}`) }))}
        onChange={(chosen) => void setPreferences({ theme: chosen }).then(told)}
        look="segments"
      />
    </Block>
  )
}
