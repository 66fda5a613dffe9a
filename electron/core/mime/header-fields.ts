/** Reads header blocks into fields and structured values; decoding of words and addresses is left to postal-mime. */
export interface HeaderField {
  /** Lower case. */
  readonly name: string
  /** Unfolded, one character per byte. */
  readonly value: string
}

export interface StructuredValue {
  readonly value: string
  readonly params: ReadonlyMap<string, string>
}

/** A structured value longer than this is not one that a mail program wrote. */
const MAX_STRUCTURED = 4096

/** Fields of a header block given as one character per byte. Lines that are no field are passed over (RFC 5322, 2.2). */
export function readFields(head: string): readonly HeaderField[] {
  const fields: { name: string; value: string }[] = []
  for (const line of head.split(/\r?\n/)) {
    const last = fields.at(-1)
    if (/^[ \t]/.test(line)) {
      if (last) last.value += ` ${line.trim()}`
      continue
    }
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(colon, 0)).trimEnd().toLowerCase()
    if (/^[!-9;-~]{1,80}$/.test(name)) fields.push({ name, value: line.slice(colon + 1).trim() })
  }
  return fields
}

/** The first field wins: a second Content-Type is a trick to be read differently by different programs. */
export const firstField = (fields: readonly HeaderField[], name: string): string =>
  fields.find((field) => field.name === name)?.value ?? ''

/** `type/subtype; name=value; name="quoted value"` (RFC 2045, 5.1); the first parameter of a name wins. */
export function readStructured(text: string): StructuredValue {
  const bounded = text.slice(0, MAX_STRUCTURED)
  const value = (bounded.split(';', 1)[0] ?? '').trim().toLowerCase()
  const params = new Map<string, string>()
  for (const [, name = '', quoted, bare = ''] of bounded.matchAll(
    /;\s*([^\s=;"]{1,80})\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]*))/g,
  )) {
    const key = name.toLowerCase()
    if (!params.has(key)) params.set(key, quoted === undefined ? bare : quoted.replaceAll(/\\(.)/g, '$1'))
  }
  return { value, params }
}
