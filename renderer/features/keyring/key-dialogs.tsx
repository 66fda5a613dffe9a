/** The dialog that belongs to each question about a key. */
import type { KeyRow } from '../../../shared/ipc/views.ts'
import { saying } from '../../../shared/words/say.ts'
import { unlockKey } from '../../state/keyring.ts'
import { showDone } from '../../state/toasts.ts'
import { UnlockKeyDialog } from '../../ui/unlock-key-dialog.tsx'
import { t } from '../../ui/t.ts'
import { BackupDialog } from './backup-dialog.tsx'
import { CardDialog } from './card-dialog.tsx'
import { DropDialog } from './drop-dialog.tsx'
import type { KeyAsk } from './key-ask.ts'
import { ExtendDialog, PassphraseDialog, SignsForDialog } from './own-dialogs.tsx'
import { RejectDialog } from './reject-dialog.tsx'
import { RevokeDialog } from './revoke-dialog.tsx'
import { VerifyDialog } from './verify-dialog.tsx'

interface Props {
  readonly ask: KeyAsk | 'differs'
  readonly row: KeyRow
  readonly onDiffers: () => void
  readonly onClose: () => void
}

export function KeyDialogs({ ask, row, onDiffers, onClose }: Props) {
  switch (ask) {
    case 'verify':
      return <VerifyDialog row={row} onClose={onClose} onDiffers={onDiffers} />
    case 'reject':
      return <RejectDialog row={row} first="" onClose={onClose} />
    case 'differs':
      return <RejectDialog row={row} first={t('verify.differed')} onClose={onClose} />
    case 'card':
      return <CardDialog row={row} onClose={onClose} />
    case 'drop':
      return <DropDialog row={row} onClose={onClose} />
    case 'extend':
      return <ExtendDialog row={row} onClose={onClose} />
    case 'passphrase':
      return <PassphraseDialog row={row} onClose={onClose} />
    case 'signs-for':
      return <SignsForDialog row={row} onClose={onClose} />
    case 'backup':
      return <BackupDialog row={row} onClose={onClose} />
    case 'revoke':
      return <RevokeDialog row={row} onClose={onClose} />
    case 'unlock':
      return <Unlock row={row} onClose={onClose} />
  }
}

function Unlock({ row, onClose }: { readonly row: KeyRow; readonly onClose: () => void }) {
  const { fingerprint } = row
  return (
    <UnlockKeyDialog
      fingerprint={fingerprint}
      why={t('unlockkey.why')}
      go={t('unlockkey.go')}
      onUnlock={async (passphrase, keep) => {
        const answer = await unlockKey({ fingerprint, passphrase, keep })
        if (!answer.ok) return answer.problem
        showDone(saying('unlockkey.done'))
        onClose()
        return null
      }}
      onClose={onClose}
    />
  )
}
