/** The passphrase: since when, how dear a guess is, which older backups open with the one before. */
import { useState } from 'react'
import type { VaultKeys } from '../../../shared/ipc/vault-views.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Facts } from '../../ui/pane.tsx'
import { t } from '../../ui/t.ts'
import { Time } from '../../ui/time.tsx'
import { Block } from './block.tsx'
import { OlderBackups } from './older-backups.tsx'
import { PassphraseDialog } from './passphrase-dialog.tsx'

export function PassphraseBlock({ keys }: { readonly keys: VaultKeys }) {
  const [changing, setChanging] = useState(false)
  const { memory, passes } = keys.cost
  return (
    <Block title={t('lock-keys.passphrase')} why={t('lock-keys.passphrase-why')}>
      <Facts facts={[[t('lock-keys.since'), <Time key="since" at={keys.passphraseSince} form="iso" />]]} />
      <p className="dim">{t('lock-keys.cost', { memory: Math.round(memory / 1024), n: passes })}</p>
      <OlderBackups older={keys.older} />
      <div>
        <ActionButton keys="p" label={t('lock-keys.change')} onAct={() => setChanging(true)} hint />
      </div>
      {changing ? <PassphraseDialog onClose={() => setChanging(false)} /> : null}
    </Block>
  )
}
