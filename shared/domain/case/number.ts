/** Case numbers: year, copy tag, sequence; `2026-MK-0413`. Given once by one copy, never changed, never used again. */
export const caseNumber = (year: number, tag: string, sequence: number): string =>
  `${year}-${tag}-${String(sequence).padStart(4, '0')}`

const form = /\b(20\d{2}-[A-Z][A-Z0-9]{0,7}-\d{4,9})\b/

/** The first case number in a mail subject: a hint for threads, never proof. */
export const readCaseNumber = (text: string): string | null => form.exec(text)?.[1] ?? null

/** A personal code as copy tag: 2 to 6 letters and digits, first a letter. */
export const codeForm = /^[A-Z][A-Z0-9]{1,5}$/
