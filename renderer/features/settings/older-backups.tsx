/** Backups that still open with what the vault had before, by name: Signet cannot reach them. */
import type { VaultKeys } from '../../../shared/ipc/vault-views.ts'
import { t } from '../../ui/t.ts'
import { Time } from '../../ui/time.tsx'

const shown = 5

export function OlderBackups({ older }: { readonly older: VaultKeys['older'] }) {
  if (older.length === 0) return null
  return (
    <div>
      <p>
        {t('lock-keys.older', { n: older.length })} <span className="dim">{t('lock-keys.older-why')}</span>
      </p>
      <ul className="settings-lines">
        {older.slice(0, shown).map(({ at, name }) => (
          <li key={`${at}${name}`} className="row">
            <Time at={at} form="iso" />
            <span className="mono">{name}</span>
          </li>
        ))}
        {older.length > shown ? (
          <li className="dim">{t('lock-keys.older-more', { n: older.length - shown })}</li>
        ) : null}
      </ul>
    </div>
  )
}
