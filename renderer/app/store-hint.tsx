/** In the bottom bar, on every page: that something of the vault is damaged, or that a backup is due; leads to where it is told. */
import { CircleAlert, DatabaseBackup } from 'lucide-react'
import { me } from '../state/me.ts'
import { go } from '../state/route.ts'
import { backups } from '../state/store.ts'
import { t } from '../ui/t.ts'

export function StoreHint() {
  const value = me.use().value
  const due = backups.use().value?.due === true
  const damaged = (value?.findings.length ?? 0) > 0
  const reading = (value?.readOnly ?? null) !== null
  if (!damaged && (!due || reading)) return null
  return (
    <button
      type="button"
      className={damaged ? 'hint late' : 'hint soon'}
      onClick={() => go({ page: 'settings', params: { section: 'store' } })}
    >
      {damaged ? <CircleAlert aria-hidden /> : <DatabaseBackup aria-hidden />}
      {damaged ? t('store.damage-some') : t('store.due')}
    </button>
  )
}
