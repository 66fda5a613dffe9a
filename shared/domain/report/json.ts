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

const mostDocuments = 10_000
const mostLines = 200_000
/** A document over several lines is shorter by far; one that is never closed ends the search. */
const longestBlock = 2_000

/** Documents among other lines: one a line (JSON Lines), behind the head of a log line, or laid out over several lines of a letter. */
export function jsonIn(text: string): readonly unknown[] {
  const lines = text.split('\n', mostLines)
  const found: unknown[] = []
  for (let at = 0; at < lines.length && found.length < mostDocuments; at += 1) {
    const line = unquoted(lines[at] ?? '')
    const start = line.search(/^[{[]|\{\s{0,3}"/)
    if (start < 0) continue
    const whole = parseJson(line.slice(start, line.lastIndexOf(line[start] === '[' ? ']' : '}') + 1))
    const end = whole === null && /^[{[]\s*(?:"|\{|$)/.test(line) ? endOf(lines, at) : at
    if (end === null) break
    const value =
      whole ??
      (end > at
        ? parseJson(
            lines
              .slice(at, end + 1)
              .map(unquoted)
              .join('\n'),
          )
        : null)
    if (value !== null) found.push(...listOf(value))
    if (value !== null) at = end
  }
  return found
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

const unquoted = (line: string): string => line.replace(/^(?:> ?){1,6}/, '').trim()

/** The line that closes what this one opens; null where none does. */
function endOf(lines: readonly string[], from: number): number | null {
  let depth = 0
  for (const [nth, line] of lines.slice(from, from + longestBlock).entries()) {
    const bare = line.replaceAll(/"(?:[^"\\]|\\.){0,10000}"/g, '')
    depth += bare.split(/[{[]/).length - bare.split(/[}\]]/).length
    if (depth <= 0) return from + nth
  }
  return null
}
