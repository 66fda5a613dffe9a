/** Looks into JSON that a stranger wrote. */
export type JsonRecord = Readonly<Record<string, unknown>>

export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** null for what is no JSON, and for what is nested beyond what JSON.parse bears. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.slice(0, 5_000_000))
  } catch {
    return null
  }
}

export function textAt(record: JsonRecord, ...path: readonly string[]): string | null {
  let value: unknown = record
  for (const name of path) value = isRecord(value) ? value[name] : null
  return typeof value === 'string' && value !== '' ? value.slice(0, 2_000) : null
}
