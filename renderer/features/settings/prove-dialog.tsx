/** Three groups from the sheet that lies in a safe: it is still there, and it is the right one. */
import { saying } from '../../../shared/words/say.ts'
import { showDone } from '../../state/toasts.ts'
import { proveSheet } from '../../state/vault-keys.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SheetProof } from '../../ui/sheet-proof.tsx'
import { t } from '../../ui/t.ts'

export function ProveDialog({ onClose }: { readonly onClose: () => void }) {
  const proved = (): void => {
    onClose()
    showDone(saying('lock-keys.proved-now'))
  }
  return (
    <Dialog
      title={t('lock-keys.prove')}
      sentence={t('lock-keys.prove-why')}
      onClose={onClose}
      foot={
        <Button onPress={onClose} kbd="Esc">
          {t('page.cancel')}
        </Button>
      }
    >
      <div className="stack">
        <SheetProof prove={proveSheet} onProved={proved} />
      </div>
    </Dialog>
  )
}
