/** A long list of rows of one height under a sticky head: which rows are on the screen, and where to scroll for one. */
import { useLayoutEffect, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'

export interface RowSizes {
  /** Pixels. */
  readonly row: number
  readonly head: number
}

export interface Visible {
  readonly first: number
  readonly count: number
}

/** One row more than fits, so that a half-scrolled row is never missing. */
export function visibleOf(top: number, height: number, total: number, row: number): Visible {
  const first = Math.max(0, Math.min(Math.floor(top / row), total - 1))
  return { first, count: Math.min(Math.ceil(height / row) + 1, Math.max(0, total - first)) }
}

/** The scroll position that shows the row whole, moving as little as possible. */
export function scrollTo(at: number, top: number, height: number, row: number): number {
  const place = at * row
  if (place < top) return place
  return place + row > top + height ? place + row - height : top
}

export interface ListWindow extends Visible {
  readonly onScroll: () => void
  readonly reveal: (at: number) => void
  /** Whole rows that fit, for PageUp and PageDown. */
  readonly page: () => number
}

export function useListWindow(scroller: RefObject<HTMLElement | null>, total: number, sizes: RowSizes): ListWindow {
  const { row, head } = sizes
  const [box, setBox] = useState({ top: 0, height: 900 })
  // An empty list has no element to watch; the next one that comes is another.
  const isThere = total > 0
  const heightOf = (element: HTMLElement): number => Math.max(0, element.clientHeight - head)
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null || !isThere) return undefined
    const measure = (): void => setBox({ top: element.scrollTop, height: Math.max(0, element.clientHeight - head) })
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller, head, isThere])
  return {
    ...visibleOf(box.top, box.height, total, row),
    // Without flushSync the browser would paint the scroll before React has the rows: blank frames.
    onScroll: () => {
      const element = scroller.current
      if (element !== null) flushSync(() => setBox({ top: element.scrollTop, height: heightOf(element) }))
    },
    reveal: (at) => {
      const element = scroller.current
      element?.scrollTo({ top: scrollTo(at, element.scrollTop, heightOf(element), row) })
    },
    page: () => Math.max(1, Math.floor((scroller.current === null ? row : heightOf(scroller.current)) / row) - 1),
  }
}
