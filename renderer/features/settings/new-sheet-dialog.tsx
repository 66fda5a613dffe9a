/** A new recovery sheet: the passphrase first, then print and proof in one place, because it is shown once. */
import { useState } from 'react'
import { saying } from '../../../shared/words/say.ts'
import { me } from '../../state/me.ts'
import { showDone } from '../../state/toasts.ts'
import { newRecoverySheet, proveSheet } from '../../state/vault-keys.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RecoverySheet } from '../../ui/recovery-sheet.tsx'
import { SheetProof } from '../../ui/sheet-proof.tsx'
import { t } from '../../ui/t.ts'
import { PassphraseAsk } from './passphrase-ask.tsx'

export function NewSheetDialog({ onClose }: { readonly onClose: () => void }) {
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null)
  if (recoveryKey !== null) return <PrintDialog recoveryKey={recoveryKey} onClose={onClose} />
  return (
    <PassphraseAsk
      title={t('lock-keys.new-sheet-title')}
      sentence={t('lock-keys.new-sheet-why')}
      go={t('lock-keys.make-sheet')}
      onClose={onClose}
      onGo={async (passphrase) => {
        const answer = await newRecoverySheet(passphrase)
        if (answer.ok) setRecoveryKey(answer.value.recoveryKey)
        return answer
      }}
    />
  )
}

function PrintDialog({ recoveryKey, onClose }: { readonly recoveryKey: string; readonly onClose: () => void }) {
  const [shown, setShown] = useState(false)
  const code = me.use().value?.analyst.code ?? ''
  const proved = (): void => {
    onClose()
    showDone(saying('lock-keys.proved-now'))
  }
  return (
    <Dialog
      title={t('lock-keys.print-it')}
      sentence={t('lock-keys.print-why')}
      onClose={onClose}
      foot={
        <>
          <span className="grow dim">{t('lock-keys.unproved')}</span>
          <Button onPress={onClose} kbd="Esc">
            {t('lock-keys.close')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <RecoverySheet recoveryKey={recoveryKey} code={code} shown={shown} onShow={setShown} />
        <SheetProof recoveryKey={recoveryKey} prove={proveSheet} onType={() => setShown(false)} onProved={proved} />
      </div>
    </Dialog>
  )
}
