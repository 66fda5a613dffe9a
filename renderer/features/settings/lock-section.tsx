/** When the desk locks, what it shows while locked, and the keys that open it. */
import { desk, setPreferences } from '../../state/desk.ts'
import { told } from '../../state/toasts.ts'
import { vaultKeys } from '../../state/vault-keys.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ProblemNote } from '../../ui/note.tsx'
import { t } from '../../ui/t.ts'
import { Block } from './block.tsx'
import { DataKeyBlock } from './data-key-block.tsx'
import { DeviceBlock } from './device-block.tsx'
import { PassphraseBlock } from './passphrase-block.tsx'
import { SheetBlock } from './sheet-block.tsx'

export function LockSection() {
  const counts = desk.use().value?.preferences.showCountsWhenLocked ?? false
  return (
    <>
      <Block title={t('settings.lock')} why={t('settings.lock-why')}>
        <p>{t('settings.locks-when')}</p>
        <Checkbox
          checked={counts}
          onChange={(shown) => void setPreferences({ showCountsWhenLocked: shown }).then(told)}
          detail={t('settings.counts-why')}
        >
          {t('settings.counts')}
        </Checkbox>
      </Block>
      <Keys />
    </>
  )
}

function Keys() {
  const { value: keys, problem } = vaultKeys.use()
  if (problem !== null) return <ProblemNote problem={problem} />
  if (keys === null) return null
  return (
    <>
      <PassphraseBlock keys={keys} />
      <DataKeyBlock keys={keys} />
      <SheetBlock keys={keys} />
      <DeviceBlock keys={keys} />
    </>
  )
}
