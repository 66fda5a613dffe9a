/** The arithmetic of a long list with rows of one height: which rows are on the screen, and where to scroll for a row. */
export const rowHeight = 30

export interface Visible {
  readonly first: number
  readonly count: number
}

/** One row more than fits at either end, so that a half-scrolled row is never missing. */
export function visibleRows(scrollTop: number, height: number, total: number): Visible {
  const first = Math.max(0, Math.min(Math.floor(scrollTop / rowHeight), total - 1))
  return { first, count: Math.min(Math.ceil(height / rowHeight) + 1, Math.max(0, total - first)) }
}

/** Whole rows that fit, for PageUp and PageDown; at least one. */
export const rowsPerPage = (height: number): number => Math.max(1, Math.floor(height / rowHeight) - 1)

/** The scroll position that shows the row whole, moving as little as possible. */
export function scrollFor(row: number, scrollTop: number, height: number): number {
  const top = row * rowHeight
  if (top < scrollTop) return top
  return top + rowHeight > scrollTop + height ? top + rowHeight - height : scrollTop
}

export const clampRow = (row: number, total: number): number => Math.max(0, Math.min(row, total - 1))
