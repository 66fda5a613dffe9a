/** Ties the arithmetic of windowing.ts to a scrolling element: what is drawn follows the scroll in the same frame. */
import { useLayoutEffect, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { rowsPerPage, scrollFor, visibleRows, type Visible } from './windowing.ts'

/** The header row is sticky and covers this much. */
const headerHeight = 30

export interface Windowed {
  readonly visible: Visible
  readonly onScroll: () => void
  readonly reveal: (row: number) => void
  readonly pageSize: () => number
}

const heightOf = (element: HTMLElement): number => Math.max(0, element.clientHeight - headerHeight)

export function useWindowed(scroller: RefObject<HTMLDivElement | null>, total: number): Windowed {
  const [box, setBox] = useState({ top: 0, height: 900 })
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    const measure = (): void => setBox({ top: element.scrollTop, height: heightOf(element) })
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller])
  return {
    visible: visibleRows(box.top, box.height, total),
    // Without flushSync the browser would paint the scroll before React has the rows: blank frames.
    onScroll: () => {
      const element = scroller.current
      if (element !== null) flushSync(() => setBox({ top: element.scrollTop, height: heightOf(element) }))
    },
    reveal: (row) => {
      const element = scroller.current
      element?.scrollTo({ top: scrollFor(row, element.scrollTop, heightOf(element)) })
    },
    pageSize: () => (scroller.current === null ? 1 : rowsPerPage(heightOf(scroller.current))),
  }
}
