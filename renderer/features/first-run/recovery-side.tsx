/** The side of the first run where the recovery sheet is printed and proved. */
import { useState } from 'react'
import { proveSheet } from '../../state/vault-keys.ts'
import { RecoverySheet } from '../../ui/recovery-sheet.tsx'
import { SheetProof } from '../../ui/sheet-proof.tsx'
import { t } from '../../ui/t.ts'

interface Props {
  /** null: the vault is not made yet. */
  readonly recoveryKey: string | null
  readonly code: string
  readonly onProved: () => void
}

export function RecoverySide({ recoveryKey, code, onProved }: Props) {
  const [shown, setShown] = useState(false)
  return (
    <>
      <h3>{t('sheet.title')}</h3>
      <p className="dim">{t('sheet.why')}</p>
      <RecoverySheet recoveryKey={recoveryKey} code={code} shown={shown} onShow={setShown} />
      {recoveryKey === null ? null : (
        <div className="section">
          <h3>{t('sheet.prove')}</h3>
          <p className="dim">{t('sheet.prove-why')}</p>
          <SheetProof recoveryKey={recoveryKey} prove={proveSheet} onType={() => setShown(false)} onProved={onProved} />
        </div>
      )}
    </>
  )
}
