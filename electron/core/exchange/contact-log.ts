/** Who we have exchanged messages with, in memory: asked for with every card and key that is shown, so no record is read twice. */
import type { Store } from '../store/store.ts'

export interface Contact {
  readonly exchanges: number
  readonly lastAt: string | null
  readonly lastDirection: 'in' | 'out' | null
}

export interface ContactLog {
  /** By whole fingerprints and mail addresses in lower case; an exchange that several of them name counts once. */
  readonly with: (marks: readonly string[]) => Contact
  /** The marks of everybody with whom something was exchanged in a case, by its number. */
  readonly inCases: () => ReadonlyMap<string, ReadonlySet<string>>
  /** Exchanges may have changed: looked at before the next answer. */
  readonly look: () => void
}

interface Trace {
  readonly id: string
  /** Bytes of its record: another number means that it was written again. */
  readonly size: number
  readonly at: string
  readonly direction: 'in' | 'out'
  readonly marks: readonly string[]
  readonly cases: readonly string[]
}

export function openContactLog(store: Pick<Store, 'db'>): ContactLog {
  const traces = new Map<string, Trace>()
  let byMark: ReadonlyMap<string, readonly Trace[]> = new Map()
  let isStale = true
  const refresh = (): void => {
    const sizes = store.db
      .prepare("SELECT id, octet_length(body) AS size FROM records WHERE kind = 'exchange'")
      .all<{ id: string; size: number }>()
    const changed = sizes.filter(({ id, size }) => traces.get(id)?.size !== size)
    for (const { id, size } of changed) traces.set(id, { ...traceOf(store, id), size })
    if (changed.length > 0) byMark = indexed([...traces.values()])
    isStale = false
  }
  return {
    with: (marks) => {
      if (isStale) refresh()
      const met = [...new Set(marks.flatMap((mark) => byMark.get(mark) ?? []))]
      const last = met.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1)
      return { exchanges: met.length, lastAt: last?.at ?? null, lastDirection: last?.direction ?? null }
    },
    inCases: () => {
      if (isStale) refresh()
      const cases = new Map<string, Set<string>>()
      for (const trace of traces.values()) {
        for (const number of trace.cases) cases.set(number, new Set([...(cases.get(number) ?? []), ...trace.marks]))
      }
      return cases
    },
    look: () => {
      isStale = true
    },
  }
}

/** Taken out of the record by the database: a message can be long, and nothing else of it is wanted here. */
function traceOf({ db }: Pick<Store, 'db'>, id: string): Omit<Trace, 'size'> {
  const row = db
    .prepare(
      `SELECT json_extract(body, '$.at') AS at, json_extract(body, '$.direction') AS direction,
         json_extract(body, '$.partner') AS partner, json_extract(body, '$.message.protection.signer.fingerprint') AS signer,
         json_extract(body, '$.released.to') AS sentTo, json_extract(body, '$.cases') AS cases FROM records WHERE kind = 'exchange' AND id = ?`,
    )
    .get<{
      at: string
      direction: 'in' | 'out'
      partner: string
      signer: string | null
      sentTo: string | null
      cases: string
    }>([id])
  if (row === undefined) throw new Error('an exchange that was just listed')
  const { at, direction, partner, signer, sentTo } = row
  // Both lists are written by us: numbers of cases, and by drafts.ts whole fingerprints.
  const cases = JSON.parse(row.cases) as readonly string[]
  const marks = direction === 'in' ? [partner.toLowerCase(), signer] : (JSON.parse(sentTo ?? '[]') as readonly string[])
  return { id, at, direction, cases, marks: marks.flatMap((mark) => mark ?? []) }
}

function indexed(traces: readonly Trace[]): ReadonlyMap<string, readonly Trace[]> {
  const byMark = new Map<string, Trace[]>()
  for (const trace of traces) {
    for (const mark of trace.marks) {
      const same = byMark.get(mark)
      if (same === undefined) byMark.set(mark, [trace])
      else same.push(trace)
    }
  }
  return byMark
}
