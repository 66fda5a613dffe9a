/** The rail at the left: where one can go, where one is, and how many reports wait in the tray. */
import { tray } from '../state/exchanges.ts'
import { go, useRoute } from '../state/route.ts'
import { t } from '../ui/t.ts'
import { places, type Place } from './places.ts'

export function Rail() {
  const { page } = useRoute()
  const waiting = tray.use().value?.filter(({ state }) => state === 'tray').length ?? 0
  return (
    <nav className="rail" aria-label={t('ui.regions.rail')} data-region tabIndex={-1}>
      {places.map((place) => (
        <RailItem
          key={place.keys}
          place={place}
          here={place.holds.includes(page)}
          count={place.route.page === 'tray' ? waiting : 0}
        />
      ))}
    </nav>
  )
}

function RailItem({ place, here, count }: { readonly place: Place; readonly here: boolean; readonly count: number }) {
  const Icon = place.icon
  return (
    <button
      type="button"
      className="rail-item"
      aria-current={here ? 'page' : undefined}
      title={place.keys}
      onClick={() => go(place.route)}
    >
      <Icon aria-hidden />
      {t(place.label)}
      {count === 0 ? null : <span className="rail-count">{count}</span>}
    </button>
  )
}
