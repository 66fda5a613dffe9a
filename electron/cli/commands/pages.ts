/** Lists come from core in pages; a command shows as many rows as were asked for. */
const pageSize = 500

interface Page<T> {
  readonly total: number
  readonly rows: readonly T[]
}

export async function inPages<T>(
  limit: number,
  page: (from: number, count: number) => Promise<Page<T>>,
): Promise<Page<T>> {
  const rows: T[] = []
  for (;;) {
    const { total, rows: next } = await page(rows.length, Math.min(pageSize, limit - rows.length))
    rows.push(...next)
    if (next.length === 0 || rows.length >= limit || rows.length >= total) return { total, rows }
  }
}
