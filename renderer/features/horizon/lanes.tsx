/** The next 90 days as lanes: when cases are due, and below them what lapses; the gap of the selected row is shaded. */
import {
  lapsingKinds,
  type Horizon,
  type HorizonItem,
  type LapsingKind,
} from '../../../shared/domain/horizon/horizon.ts'
import { useNow } from '../../ui/now.ts'
import { t } from '../../ui/t.ts'
import { whatOf } from './what-of.ts'

const dayMs = 86_400_000
const span = 90 * dayMs
const laneOf = (kind: LapsingKind): 'key' | 'card' | 'check' => (kind === 'own-key' ? 'key' : kind)
const lanes = [...new Set(lapsingKinds.map(laneOf))]

/** Per cent from the left edge; what is past stands at the edge. */
const placeOf = (at: string, now: number): number => Math.max(0, Math.min(100, ((Date.parse(at) - now) / span) * 100))

export function Lanes({ horizon, chosen }: { readonly horizon: Horizon; readonly chosen: HorizonItem | null }) {
  const now = useNow()
  const gap = chosen?.short ?? null
  return (
    <div className="lanes" role="img" aria-label={t('horizon.lanes', { n: horizon.items.length })}>
      <div className="lane lane-scale">
        <span />
        <div>
          <b style={{ left: 0 }}>{t('horizon.today')}</b>
          {months(now).map(({ at, name }) => (
            <span key={at} style={{ left: `${placeOf(at, now)}%` }}>
              {name}
            </span>
          ))}
        </div>
      </div>
      <div className="lane">
        <span>{t('horizon.lane.due')}</span>
        <div>
          {gap === null || chosen === null ? null : (
            <i
              className="lane-gap"
              style={{
                left: `${placeOf(chosen.lapsesAt, now)}%`,
                width: `${Math.max(0.5, placeOf(gap.due, now) - placeOf(chosen.lapsesAt, now))}%`,
              }}
            />
          )}
          {horizon.dues.map(({ number, due }) => (
            <i
              key={number}
              className={number === gap?.number ? 'mark-due mark-chosen' : 'mark-due'}
              style={{ left: `${placeOf(due, now)}%` }}
              title={number}
            />
          ))}
        </div>
      </div>
      {lanes.map((lane) => (
        <div key={lane} className="lane">
          <span>{t(`horizon.lane.${lane}`)}</span>
          <div>
            {horizon.items
              .filter(({ kind }) => laneOf(kind) === lane)
              .map((item) => (
                <i
                  key={item.id}
                  className={item.short === null ? 'mark-lapse' : 'mark-lapse mark-late'}
                  style={{ left: `${placeOf(item.lapsesAt, now)}%` }}
                  title={whatOf(item)}
                />
              ))}
          </div>
        </div>
      ))}
    </div>
  )
}

/** The first days of the months within the span. */
function months(now: number): readonly { readonly at: string; readonly name: string }[] {
  const start = new Date(now)
  return [1, 2, 3].flatMap((ahead) => {
    const at = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + ahead, 1))
    const name = at.toLocaleDateString('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' })
    return at.getTime() < now + span ? [{ at: at.toISOString(), name }] : []
  })
}
