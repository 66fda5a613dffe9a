/** Reads "Key: value" blocks, as X-ARF and ARF parts hold them; lenient with what mail programs do to them. */
import type { Fields } from './fields.ts'

const mostLines = 1_000

/** Folded lines are joined; a line that is none of it ends nothing and is passed over. */
export function keyValues(text: string): Fields {
  const fields: (readonly [string, string])[] = []
  for (const line of text.slice(0, 200_000).split('\n', mostLines)) {
    const [, key, value] =
      /^[ \t]{0,4}(?:- )?([A-Za-z][\w -]{0,50}?)\s{0,3}:(?:\s+|$)(.{0,2000})/.exec(line.replace(/\r$/, '')) ?? []
    const last = fields.at(-1)
    if (key !== undefined) fields.push([key, unquote(value ?? '')])
    else if (last !== undefined && /^[ \t]+\S/.test(line))
      fields[fields.length - 1] = [last[0], `${last[1]} ${line.trim()}`.slice(0, 2_000)]
  }
  return fields
}

const unquote = (value: string): string => value.trim().replace(/^(["'])(.{0,2000})\1$/, '$2')

export const fieldOf = (fields: Fields, name: string): string | null =>
  fields.find(([key, value]) => value !== '' && key.toLowerCase() === name)?.[1] ?? null
