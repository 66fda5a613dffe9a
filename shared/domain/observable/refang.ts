/** Makes addresses harmless to click, and readable again. */
import type { Observable } from './observable.ts'

/** Stands behind what was put back, so that a reader knows that the sender had defanged it. A private-use character. */
export const refangMark = '\uE000'

/** Only blanks are eaten, never a line's end, so lines keep their numbers. Linear: every quantifier is bounded. */
const steps: readonly (readonly [RegExp, string])[] = [
  [/[ \t]{0,2}[[({][ \t]?(?:\.|dot|punto|punkt|point)[ \t]?[\])}][ \t]{0,2}/gi, `.${refangMark}`],
  [/[ \t]{0,2}[[({][ \t]?(?:@|at|arroba)[ \t]?[\])}][ \t]{0,2}/gi, `@${refangMark}`],
  [/\[:\/\/\]/g, `://${refangMark}`],
  [/\[:\]/g, `:${refangMark}`],
  [/\[\/\]/g, `/${refangMark}`],
  [/\bh(?:xx|\*\*|tt)p(s?)(?:: ?|\[:\])\/\//gi, `http$1://`],
]

/** hxxp, [.], (.), [dot], [at], [:] and "http: //" put back, each followed by the mark. */
export const refang = (text: string): string => {
  const hidden = /\bh(?:xx|\*\*)p/gi
  const marked = text.replaceAll(hidden, (scheme) => `${refangMark}${scheme}`)
  return steps.reduce((so, [pattern, by]) => so.replaceAll(pattern, by), marked)
}

export const withoutMarks = (text: string): string => text.replaceAll(refangMark, '')

/** The form for texts that others open: "hxxps://example[.]org/a", "user[at]example[.]org", "2001[:]db8[:][:]1". */
export function defang({ type, value }: Observable): string {
  switch (type) {
    case 'url':
      return value.replace(
        /^(\w+):\/\/([^/?#]*)/,
        (_, scheme: string, host: string) => `${harmless(scheme)}://${dots(host)}`,
      )
    case 'email':
      return dots(value.replace('@', '[at]'))
    case 'domain':
      return dots(value)
    case 'ip':
    case 'cidr':
      return value.includes(':') ? value.replaceAll(':', '[:]') : dots(value)
    case 'hash':
    case 'cve':
    case 'asn':
    case 'other':
      return value
  }
}

const harmless = (scheme: string): string => scheme.replace(/^http/, 'hxxp').replace(/^ftp/, 'fxp')

const dots = (text: string): string => text.replaceAll('.', '[.]')
