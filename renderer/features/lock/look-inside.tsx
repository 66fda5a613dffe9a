/** Opens a backup to be read while the vault itself is locked, damaged or gone. */
import { useState } from 'react'
import type { Grant } from '../../../shared/ipc/views.ts'
import { lookInside, pickBackup } from '../../state/store.ts'
import { BackupPassphrase } from '../../ui/backup-passphrase.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { t } from '../../ui/t.ts'

export function LookInside() {
  const [file, setFile] = useState<Grant | null>(null)
  return (
    <>
      <ActionButton
        keys="Alt+B"
        label={t('store.look')}
        look="quiet"
        onAct={() => void pickBackup(t('store.look')).then(setFile)}
      />
      {file === null ? null : (
        <BackupPassphrase
          title={t('store.look')}
          sentence={t('store.look-why')}
          go={t('store.look-go')}
          name={file.name}
          onGo={async (passphrase) => {
            const answer = await lookInside(file, passphrase)
            return answer.ok ? null : answer.problem
          }}
          onClose={() => setFile(null)}
        />
      )}
    </>
  )
}
