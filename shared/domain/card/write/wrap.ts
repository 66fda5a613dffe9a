/** Wraps a paragraph for a document of plain text so that whoever reads it can tell a wrapped line from a new one. */

/** Columns, as RFC 2350 itself keeps them. */
export const WIDTH = 72

const ENDS_A_SENTENCE = /[.!?]["”’]?$/
const COULD_END = /[.!?:;>)\d]["”’]?$/
/** "- ", "1. ", "a) ", "(2) ", "2.7 ": a line that begins so is taken for an item or a heading. */
const LIKE_AN_ITEM = /^(?:[-–—*•>#|=~o]|\(?(?:\d{1,2}(?:\.\d{1,2})*|[A-Za-z]|[IVXivx]{1,5})[.):]?\)?)(?:\s|$)/u
const LIKE_A_LABEL = /^[^:]{1,40}:/

/** A break after a full line before a small letter, or between two sentences, is read as no more than a break. */
function harmless(line: string, rest: string): boolean {
  if (LIKE_AN_ITEM.test(rest)) return false
  if (ENDS_A_SENTENCE.test(line) && /^\p{Lu}/u.test(rest)) return true
  if (LIKE_A_LABEL.test(rest) || line.length < 45) return false
  return /^[\p{Ll}(]/u.test(rest) || (line.length >= 60 && !COULD_END.test(line) && !/[@/]\S{0,80}$/.test(line))
}

/** How many of the words go on the next line of the text: as many as fit, less where that makes a harmless break. */
function wordsOfLine(words: readonly string[], width: number): number {
  let most = 1
  let length = words[0]?.length ?? 0
  while (most < words.length && length + 1 + (words[most]?.length ?? 0) <= width)
    length += 1 + (words[most++]?.length ?? 0)
  if (most === words.length) return most
  for (let count = most; count > 0; count--) {
    const line = words.slice(0, count).join(' ')
    if (line.length < width / 2 && !ENDS_A_SENTENCE.test(line)) break
    // The label test looks at 40 characters: a few words tell.
    if (harmless(line, words.slice(count, count + 45).join(' '))) return count
  }
  return most
}

/** `text` is one paragraph. A word longer than the line stands alone on a longer one: an address cut in two is none. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = []
  const words = text.split(/\s+/).filter((word) => word !== '')
  for (let at = 0; at < words.length;) {
    const count = wordsOfLine(words.slice(at, at + width), width)
    lines.push(words.slice(at, at + count).join(' '))
    at += count
  }
  return lines
}
