/** How backups of the plan are called, and which of them stay. */
import { DateTime } from 'luxon'

/** `at` is UTC ISO: signet-20261122T1800Z.sgb. */
export const backupName = (at: string): string => `signet-${at.slice(0, 16).replaceAll(/[-:]/g, '')}Z.sgb`

const form = /^signet-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})Z\.sgb$/

/** null where it is not a name that we give. */
export function timeOf(name: string): DateTime | null {
  const [, year, month, day, hour, minute] = form.exec(name) ?? []
  if (year === undefined) return null
  const at = DateTime.fromISO(`${year}-${month}-${day}T${hour}:${minute}:00Z`, { zone: 'utc' })
  return at.isValid ? at : null
}

export interface Keeping {
  readonly daily: number
  readonly weekly: number
  readonly monthly: number
}

export const keeping: Keeping = { daily: 7, weekly: 4, monthly: 6 }

/**
 * The youngest of each of the last days, weeks (ISO 8601) and months that have one stay; the others of ours may go. Days without a
 * backup do not count: after a month away the old ones are still there.
 */
export function outdated(names: readonly string[], { daily, weekly, monthly }: Keeping = keeping): readonly string[] {
  const ours = names
    .flatMap((name) => {
      const at = timeOf(name)
      return at === null ? [] : [{ name, at }]
    })
    .toSorted((a, b) => b.at.toMillis() - a.at.toMillis())
  const kept = new Set([
    ...youngestOf(ours, daily, (at) => at.toISODate() ?? ''),
    ...youngestOf(ours, weekly, (at) => at.toFormat('kkkk-WW')),
    ...youngestOf(ours, monthly, (at) => at.toFormat('yyyy-MM')),
  ])
  return ours.map(({ name }) => name).filter((name) => !kept.has(name))
}

function youngestOf(
  ours: readonly { readonly name: string; readonly at: DateTime }[],
  most: number,
  spanOf: (at: DateTime) => string,
): readonly string[] {
  const youngest = new Map<string, string>()
  for (const { name, at } of ours) if (!youngest.has(spanOf(at))) youngest.set(spanOf(at), name)
  return [...youngest.values()].slice(0, most)
}
