/** Whole numbers as people type them: an empty field is none, what is no number of the range is wrong. */
export type Typed = { readonly ok: true; readonly value: number | null } | { readonly ok: false }

export function wholeNumber(text: string, from: number, to: number): Typed {
  const clean = text.trim()
  if (clean === '') return { ok: true, value: null }
  const value = Number(clean)
  return /^\d{1,6}$/.test(clean) && value >= from && value <= to ? { ok: true, value } : { ok: false }
}

export const numberText = (value: number | null): string => (value === null ? '' : String(value))
