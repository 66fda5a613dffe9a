/** The bar at the bottom: the keys that count here, and that the vault is sealed and there is no network. */
import { LockKeyhole } from 'lucide-react'
import { useActiveKeys } from '../ui/keys/use-keys.ts'
import { Kbd } from '../ui/kbd.tsx'
import { t } from '../ui/t.ts'
import { StoreHint } from './store-hint.tsx'

const most = 8

export function BottomBar({ onKeys }: { readonly onKeys: () => void }) {
  const hints = useActiveKeys()
    .filter(({ hint, disabled }) => hint === true && disabled !== true)
    .slice(0, most)
  return (
    <footer className="bottom-bar" aria-label={t('ui.regions.bottom')}>
      {hints.map(({ keys, label, hintAs }) => (
        <span key={keys} className="hint">
          <Kbd keys={hintAs?.keys ?? keys} />
          {hintAs?.label ?? label}
        </span>
      ))}
      <button type="button" className="hint" onClick={onKeys}>
        <Kbd keys="?" />
        {t('ui.all-keys')}
      </button>
      <span className="grow" />
      <StoreHint />
      <span className="hint">
        <LockKeyhole aria-hidden />
        {t('ui.sealed')}
      </span>
    </footer>
  )
}
