/** Finds mail addresses in plain and disguised notation; what hides an address altogether is not guessed at. */
export interface Hit {
  readonly address: string
  readonly printed: string
  readonly start: number
  readonly end: number
  readonly disguised: boolean
}

const DISGUISED_AT = String.raw`\s{0,2}[([{<*_‹«-]{1,2}\s?(?:at|@|a|en|arroba|arobase|ät|em|chez|chiocciola|AT|Ät|æt)\s?[)\]}>*_›»-]{1,2}\s{0,2}`
const DISGUISED_DOT = String.raw`\s{0,2}[([{<*_‹«-]{1,2}\s?(?:dot|\.|punto|point|punkt|ponto|DOT|pt)\s?[)\]}>*_›»-]{1,2}\s{0,2}`
const LOCAL = String.raw`[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}`
const LABEL = '[A-Za-z0-9-]{1,63}'
const DOT_WORD = String.raw`\s(?:dot|DOT|Dot|punto|PUNTO|point|POINT|punkt|PUNKT|ponto|PONTO)\s`
/** A dot with blanks round it is a dot only between small letters: elsewhere it ends a sentence. */
const DOT = String.raw`(?:\.|${DISGUISED_DOT}|${DOT_WORD}| \. (?=[a-z0-9-]{2,63}(?![A-Za-z0-9@-])))`
const NOT_BEFORE = String.raw`(?<![A-Za-z0-9._%+-])`

const PLAIN = new RegExp(`${NOT_BEFORE}(${LOCAL})@(${LABEL}(?:${DOT}${LABEL}){0,8})`, 'g')
const DISGUISED = new RegExp(
  `${NOT_BEFORE}(${LOCAL}(?:${DISGUISED_DOT}${LABEL}){0,3})(?:${DISGUISED_AT}|\\s{1,2}@\\s{1,2}|\\s(?:AT|arroba|ARROBA|arobase|AROBASE|ät)\\s(?=[A-Za-z0-9-]{1,63}(?:${DOT_WORD}|\\.[a-z]{2}))|\\sat\\s(?=[A-Za-z0-9-]{1,63}${DOT_WORD}))(${LABEL}(?:${DOT}${LABEL}){0,8})`,
  'g',
)
/** "Reports: psirt at team.example": after a label, "at" is no word of the sentence. */
const LABELLED_AT = new RegExp(
  `(?<=[:;<(]\\s?|^|\\n)(${LOCAL})\\sat\\s((?!www\\.)(?:[a-z0-9-]{2,63}\\.){1,4}[a-z]{2,24})(?![A-Za-z0-9/.-]*/)`,
  'gm',
)
/** `<info (a) circl lu>`: the brackets say where it ends, so the spaces can only be dots. */
const SPACED = new RegExp(`<\\s?(${LOCAL})${DISGUISED_AT}(${LABEL}(?: ${LABEL}){0,2} [a-z]{2,3})\\s?>`, 'g')

const dotted = (text: string): string =>
  text.replaceAll(new RegExp(`${DISGUISED_DOT}|${DOT_WORD}| \\. `, 'gi'), '.').replaceAll(/ +/g, '.')

/** Local part as printed (it may matter), domain without case. */
const addressOf = (local: string, domain: string): string =>
  `${dotted(local).replace(/^[.]+/, '')}@${dotted(domain)
    .toLowerCase()
    .replace(/[.-]+$/, '')}`

/** All addresses of a text in order, without those that are part of another. */
export function addressesIn(text: string): readonly Hit[] {
  const hits: Hit[] = []
  if (!/[@([{<]|\bat\b/i.test(text)) return hits
  for (const [pattern, disguised] of [
    [SPACED, true],
    [PLAIN, false],
    [DISGUISED, true],
    [LABELLED_AT, true],
  ] as const) {
    for (const match of text.matchAll(pattern)) {
      if (/[/@]/.test(text[match.index - 1] ?? '')) continue
      const [start, end] = [match.index, match.index + match[0].length]
      if (hits.some((hit) => start < hit.end && end > hit.start) || hits.length >= MAX_HITS) continue
      hits.push({ address: addressOf(match[1] ?? '', match[2] ?? ''), printed: match[0], start, end, disguised })
    }
  }
  return hits.sort((a, b) => a.start - b.start)
}

const MAX_HITS = 100
/** A domain has an ending. */
export const isValidAddress = (address: string): boolean =>
  /^[^@]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24}$/.test(address) && !/@-|\.-|-\./.test(address)
