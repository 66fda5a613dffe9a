/** Writes HTML that cannot carry anybody's markup: every value is escaped here and nowhere else. */
export interface Html {
  readonly html: string
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? sign)

type Part = string | number | Html | readonly Html[]

const render = (part: Part): string => {
  if (typeof part === 'string' || typeof part === 'number') return escape(String(part))
  return 'html' in part ? part.html : part.map(({ html: inner }) => inner).join('')
}

/** Tag for template strings: text is escaped, nested `html` is taken as it is. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  html: strings.reduce((all, piece, index) => {
    const part = parts[index]
    return all + piece + (part === undefined ? '' : render(part))
  }, ''),
})
