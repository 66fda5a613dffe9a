/** How answers are written: one JSON document, or lines for a person, both safe to show on a terminal. */

/** Direction marks and C1 controls are legal in JSON and could still draw on a terminal. */
const unsafeInJson = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

export const jsonText = (document: object): string =>
  `${JSON.stringify(document, null, 2).replaceAll(unsafeInJson, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`

/** Text of others for a terminal: control and direction characters show as U+FFFD. */
export const visible = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replaceAll(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, (sign) =>
      sign === '\n' || sign === '\t' ? sign : '\ufffd',
    )

type Cell = string | number | boolean | null | undefined

const cell = (value: Cell): string =>
  value === null || value === undefined ? '-' : String(value).replaceAll(/\s+/g, ' ')

/** Columns as wide as their widest cell; the last one as long as it is. */
export function table(rows: readonly (readonly Cell[])[]): string {
  const widths = rows.reduce<readonly number[]>(
    (most, row) => row.map((value, column) => Math.max(most[column] ?? 0, cell(value).length)),
    [],
  )
  return rows
    .map((row) =>
      row.map((value, column) => cell(value).padEnd(column === row.length - 1 ? 0 : (widths[column] ?? 0))).join('  '),
    )
    .join('\n')
}

/** A document as indented lines "name: value"; empty parts are left out. */
export function outline(value: unknown, indent = ''): string {
  if (Array.isArray(value)) return value.map((item: unknown) => itemText(item, indent)).join('\n')
  if (typeof value !== 'object' || value === null) return `${indent}${plain(value)}`
  return Object.entries(value)
    .filter(([name, inner]) => name !== 'schema' && !isNothing(inner))
    .map(([name, inner]) => entryText(name, inner, indent))
    .join('\n')
}

function entryText(name: string, value: unknown, indent: string): string {
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object'))
    return `${indent}${name}: ${value.join(', ')}`
  if (typeof value === 'object') return `${indent}${name}:\n${outline(value, `${indent}  `)}`
  const text = plain(value)
  return text.includes('\n')
    ? `${indent}${name}:\n${text.replaceAll(/^/gm, `${indent}  `)}`
    : `${indent}${name}: ${text}`
}

const plain = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''

function itemText(item: unknown, indent: string): string {
  const text = outline(item, `${indent}  `)
  return `${indent}- ${text.slice(indent.length + 2)}`
}

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
