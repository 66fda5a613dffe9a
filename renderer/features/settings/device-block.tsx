/** The device secret: off until the recovery sheet was proved, and off for good where the system's keyring protects nothing. */
import { useState } from 'react'
import type { VaultKeys } from '../../../shared/ipc/vault-views.ts'
import { saying } from '../../../shared/words/say.ts'
import { showDone } from '../../state/toasts.ts'
import { switchDevice } from '../../state/vault-keys.ts'
import { ActionButton } from '../../ui/button.tsx'
import { sentence, t } from '../../ui/t.ts'
import { Block } from './block.tsx'
import { PassphraseAsk } from './passphrase-ask.tsx'

export function DeviceBlock({ keys: { device, recovery } }: { readonly keys: VaultKeys }) {
  const [asking, setAsking] = useState(false)
  const { on, refused } = device
  const why = on
    ? null
    : refused !== null
      ? sentence(refused)
      : recovery.provedAt === null
        ? t('lock-keys.device-proof')
        : null
  return (
    <Block title={t('lock-keys.device')} why={t('lock-keys.device-why')}>
      <p>{t(on ? 'lock-keys.device-on' : 'lock-keys.device-off')}</p>
      {why === null ? null : <p className="dim">{why}</p>}
      <div>
        <ActionButton
          keys="d"
          label={t(on ? 'lock-keys.switch-off' : 'lock-keys.switch-on')}
          onAct={() => setAsking(true)}
          disabled={why !== null}
          hint={why === null}
        />
      </div>
      {asking ? <SwitchDialog on={!on} onClose={() => setAsking(false)} /> : null}
    </Block>
  )
}

function SwitchDialog({ on, onClose }: { readonly on: boolean; readonly onClose: () => void }) {
  return (
    <PassphraseAsk
      title={t(on ? 'lock-keys.on-title' : 'lock-keys.off-title')}
      sentence={t(on ? 'lock-keys.on-why' : 'lock-keys.off-why')}
      go={t(on ? 'lock-keys.switch-on' : 'lock-keys.switch-off')}
      onClose={onClose}
      onGo={async (passphrase) => {
        const answer = await switchDevice(on, passphrase)
        if (!answer.ok) return answer
        onClose()
        showDone(saying(on ? 'lock-keys.switched-on' : 'lock-keys.switched-off'))
        return answer
      }}
    />
  )
}
