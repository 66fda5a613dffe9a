/** The line between the chosen field and the line that it was read from, redrawn while either side scrolls. */
import { useLayoutEffect, useRef, useState } from 'react'
import type { CardField } from '../../../shared/domain/card/fields.ts'

interface Ends {
  readonly from: number
  readonly to: number
}

const middleOf = (element: Element | null, top: number): number | null => {
  if (element === null) return null
  const box = element.getBoundingClientRect()
  return box.top + Math.min(box.height, 30) / 2 - top
}

export function Wire({ line, field }: { readonly line: number | null; readonly field: CardField | null }) {
  const box = useRef<SVGSVGElement>(null)
  const [ends, setEnds] = useState<Ends | null>(null)
  // Where things stand on the screen is known only after they are drawn.
  useLayoutEffect(() => {
    const draw = (): void => {
      const frame = box.current?.getBoundingClientRect()
      if (frame === undefined || line === null || field === null) return setEnds(null)
      const from = middleOf(document.getElementById(`import-line-${String(line)}`), frame.top)
      const to = middleOf(document.getElementById(`import-field-${field}`), frame.top)
      const seen = (y: number | null): y is number => y !== null && y > 0 && y < frame.height
      setEnds(seen(from) && seen(to) ? { from, to } : null)
    }
    draw()
    window.addEventListener('scroll', draw, true)
    window.addEventListener('resize', draw)
    return () => {
      window.removeEventListener('scroll', draw, true)
      window.removeEventListener('resize', draw)
    }
  }, [line, field])
  return (
    <svg ref={box} className="import-wire" aria-hidden>
      {ends === null ? null : (
        <>
          <path d={`M0 ${ends.from} C 22 ${ends.from}, 14 ${ends.to}, 36 ${ends.to}`} />
          <circle cx={2} cy={ends.from} r={3.5} />
          <circle cx={34} cy={ends.to} r={3.5} />
        </>
      )}
    </svg>
  )
}
