/** The band of a trial vault, and of a host that opens nothing else: a landmark of its own, so that nobody misses it. */
import { t } from '../ui/t.ts'

/** `alone`: over a page without the frame (first run, lock). */
export function TrialBand({ alone = false }: { readonly alone?: boolean }) {
  return (
    <aside className={alone ? 'trial-band trial-band-alone' : 'trial-band'} aria-label={t('ui.trial-band')}>
      {t('ui.trial-band')}
    </aside>
  )
}
