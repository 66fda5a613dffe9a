/** Makes names from hostile messages safe to show and to save under: the sender chooses them and no signature covers them. */
const MAX_LENGTH = 120
// Control, zero-width, direction, line separator and tag characters: they make one name look like another.
const INVISIBLE =
  /\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\p{Variation_Selector}|\p{Default_Ignorable_Code_Point}|[\ufff0-\uffff]/gu
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i

/** Base name only; `fallback` where nothing is left. Works for Windows, macOS and Linux alike. */
export function safeFileName(name: string, fallback: string): string {
  const visible = bounded(name).normalize('NFC').toWellFormed().replaceAll(INVISIBLE, '')
  const base = visible.split(/[/\\]/).at(-1) ?? ''
  const plain = base
    .replaceAll(/[<>:"|?*]/g, '_')
    .replace(/^[\s.]+/, '')
    .trimEnd()
  const short = shorten(plain).replace(/[\s.]{1,1000}$/, '')
  if (short === '') return fallback
  return RESERVED.test(short) ? `_${short}` : short
}

/** Beginning and end of a name that is longer than any system takes. */
const bounded = (name: string): string => (name.length > 4096 ? name.slice(0, 2048) + name.slice(-2048) : name)

/** Keeps the ending, since it decides what the system opens a file with. */
function shorten(name: string): string {
  const characters = Array.from(name)
  if (characters.length <= MAX_LENGTH) return name
  const ending = /\.[^.\s]{1,12}$/.exec(name)?.[0] ?? ''
  return characters.slice(0, MAX_LENGTH - ending.length).join('') + ending
}

/** Two parts of one name, or of names that differ only in case, must not overwrite each other. */
export function uniqueName(name: string, taken: ReadonlySet<string>): string {
  const dot = name.lastIndexOf('.')
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${stem} (${number})${ending}`
    if (!taken.has(candidate.toLowerCase())) return candidate
  }
}
