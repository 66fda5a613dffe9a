/**
 * The words by which a policy knows a report: "ransomware", "phish*" (any ending), "port scan" (also port-scan and port_scan),
 * "backbone|core router + root|compromis*" (one of each in the same sentence), "-mail bomb*" (then it is not this rung).
 */

export interface Hint {
  readonly excludes: boolean
  /** The words as they stand in the text, cut at 60 signs; null where they do not. */
  readonly find: (sentences: readonly string[]) => string | null
}

/** In lower case; a line or a full stop ends one. Long lines are cut, so that the work is bounded. */
export const sentencesOf = (text: string): readonly string[] =>
  text
    .slice(0, 20_000)
    .toLowerCase()
    .split(/[\n!?;]|\.(?=\s|$)/)
    .map((sentence) => sentence.slice(0, 1_000))
    .filter((sentence) => sentence.trim() !== '')

/** Read once; null where nothing is left to look for. */
export function hintOf(written: string): Hint | null {
  const known = kept.get(written)
  if (known !== undefined) return known
  const hint = readHint(written)
  if (kept.size > 5_000) kept.clear()
  kept.set(written, hint)
  return hint
}
const kept = new Map<string, Hint | null>()

function readHint(written: string): Hint | null {
  const excludes = written.trimStart().startsWith('-')
  const parts = written
    .trimStart()
    .slice(excludes ? 1 : 0)
    .split(/\s\+\s/)
    .flatMap((part) => patternOf(part) ?? [])
  if (parts.length === 0) return null
  return {
    excludes,
    find: (sentences) => {
      for (const sentence of sentences) {
        const found = parts.map((part) => part.exec(sentence)?.[0])
        if (found.every((one) => one !== undefined)) return found.join(' … ').replaceAll(/\s+/g, ' ').slice(0, 60)
      }
      return null
    },
  }
}

/** One of several ways to say it; every pattern is bounded, whatever was typed. */
function patternOf(part: string): RegExp | null {
  const ways = part
    .toLowerCase()
    .split('|')
    .map((way) =>
      way
        .trim()
        .split(/[\s_-]+/)
        .filter((word) => /[\p{L}\p{N}]/u.test(word)),
    )
    .filter((words) => words.length > 0)
    .map((words) => words.map(wordPattern).join('[\\s_-]{1,3}'))
  if (ways.length === 0) return null
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${ways.join('|')})(?![\\p{L}\\p{N}])`, 'u')
}

const wordPattern = (word: string): string =>
  word.replaceAll(/[$()*+./?[\\\]^{|}]/g, (sign) => (sign === '*' ? '[\\p{L}\\p{N}]{0,20}' : `\\${sign}`))
