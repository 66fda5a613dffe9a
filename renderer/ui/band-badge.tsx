/** The band P1 to P4 of a case: told by words, by bars and by colour, never by colour alone; with its rung where known. */
import type { Band } from '../../shared/domain/order/ladder.ts'

const bars: Readonly<Record<Band, number>> = { P1: 4, P2: 3, P3: 2, P4: 1 }
const heights = [4, 6, 8, 10] as const

export function BandBadge({ band, rung }: { readonly band: Band; readonly rung?: number | null }) {
  return (
    <span className={`band band-${band}`}>
      <svg viewBox="0 0 14 10" aria-hidden>
        {heights.map((height, at) => (
          <rect
            key={height}
            x={at * 3.7}
            y={10 - height}
            width="2.7"
            height={height}
            className={at < bars[band] ? undefined : 'band-off'}
          />
        ))}
      </svg>
      {band}
      {rung === undefined || rung === null ? null : <span className="band-rung">{rung}</span>}
    </span>
  )
}
