/** The band over a vault that is only read: the copy in a backup, or a vault that was opened so. */
import { me } from '../state/me.ts'
import { t } from '../ui/t.ts'
import { formatTime } from '../ui/time-format.ts'

export function ReadingBand() {
  const readOnly = me.use().value?.readOnly ?? null
  if (readOnly === null) return null
  const { copyOf } = readOnly
  return (
    <aside className="trial-band reading-band" aria-label={t('store.reading')}>
      {copyOf === null ? t('store.reading-vault') : t('store.reading-band', { at: formatTime(copyOf, 'iso') })}
    </aside>
  )
}
