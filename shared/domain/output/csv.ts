/** RFC 4180 with a guard against cells that a spreadsheet would run. */

/** Text only, CRLF after each line, every cell quoted. A cell that begins like a formula gets an apostrophe (OWASP, "CSV Injection"). */
export const csv = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')

function cell(value: string | number | null): string {
  if (typeof value === 'number') return `"${value}"`
  const text = (value ?? '').replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
  return `"${/^\s*[=+\-@|%]/.test(text) ? "'" : ''}${text.replaceAll('"', '""')}"`
}
