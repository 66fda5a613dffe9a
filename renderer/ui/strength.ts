/**
 * How hard a passphrase is to guess, as a word and a reason. No rules of composition: length and surprise count. A rough lower
 * bound, by the cheapest way a guesser could describe the text: known words, runs, repeats, and single letters.
 */
export type Strength = 'none' | 'weak' | 'fair' | 'good' | 'strong'

export type StrengthReason = 'empty' | 'short' | 'common' | 'repeats' | 'sequence' | 'few-words' | 'words' | 'long'

export interface Estimate {
  readonly strength: Strength
  readonly reason: StrengthReason
  /** Rounded down; what one guess after the other would have to try is two to the power of it. */
  readonly bits: number
  readonly words: number
}

/** Words that guessers try first; the list is short because everything that is a word costs little anyway. */
const common = new Set(
  'password passwort passphrase secret welcome admin administrator qwerty qwertz azerty letmein login iloveyou monkey dragon football master sunshine princess trustno one two three abc computer internet security csirt cert signet incident test demo summer winter autumn spring company changeme default'.split(
    ' ',
  ),
)

/** A word of a language, chosen by chance out of about 8,000; a common one out of 64. */
const wordBits = 13
const commonBits = 6
/** A letter, digit or sign that is part of nothing. */
const signBits = 4.5
const repeatBits = 1

const levels: readonly (readonly [bits: number, strength: Strength])[] = [
  [75, 'strong'],
  [60, 'good'],
  [45, 'fair'],
  [0, 'weak'],
]

export function estimate(passphrase: string): Estimate {
  const text = passphrase.normalize('NFC').toLowerCase().slice(0, 300)
  const parts = text.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '')
  const words = parts.filter(isWord)
  if (text.trim() === '') return { strength: 'none', reason: 'empty', bits: 0, words: 0 }
  const bits = Math.floor(bitsOf(parts) + separatorBits(text))
  const strength = levels.find(([least]) => bits >= least)?.[1] ?? 'weak'
  return { strength, reason: reasonFor(text, parts, words, strength), bits, words: words.length }
}

const isWord = (part: string): boolean => /^\p{L}{3,}$/u.test(part)

/** A part that was there already adds next to nothing. */
function bitsOf(parts: readonly string[]): number {
  return parts.reduce((sum, part, at) => sum + (parts.indexOf(part) < at ? repeatBits : partBits(part)), 0)
}

function partBits(part: string): number {
  const plain = part
    .replaceAll('0', 'o')
    .replaceAll('1', 'i')
    .replaceAll('3', 'e')
    .replaceAll('4', 'a')
    .replaceAll('5', 's')
    .replaceAll('$', 's')
  const stem = plain.replace(/\d{1,4}$/, '')
  if (common.has(part) || common.has(plain) || common.has(part.replace(/\d{1,4}$/, '')) || common.has(stem))
    return commonBits
  if (isWord(part) && part.length <= 12) return Math.min(wordBits, surprisingSigns(part) * signBits)
  return surprisingSigns(part) * signBits
}

/** Signs that do not simply repeat or continue the one before ("aaa", "abc", "321") or stand side by side on the keyboard. */
function surprisingSigns(part: string): number {
  const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', 'azertyuiop']
  const signs = Array.from(part)
  const expected = (sign: string, before: string): boolean =>
    Math.abs((sign.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0)) <= 1 ||
    rows.some((row) => row.includes(before + sign))
  return signs.filter((sign, at) => at === 0 || !expected(sign, signs[at - 1] ?? '')).length
}

/** Blanks and dashes between words are expected; other signs are a little surprise. */
const separatorBits = (text: string): number => Math.min(12, [...text.matchAll(/[^\p{L}\p{N}\s-]/gu)].length * 3)

function reasonFor(
  text: string,
  parts: readonly string[],
  words: readonly string[],
  strength: Strength,
): StrengthReason {
  const enough = strength === 'good' || strength === 'strong'
  if (enough) return words.length >= 4 ? 'words' : 'long'
  if (new Set(parts).size < parts.length || /(.)\1{3}/u.test(text)) return 'repeats'
  if (parts.some((part) => part.length > 3 && surprisingSigns(part) * 2 < part.length)) return 'sequence'
  if (parts.some((part) => partBits(part) === commonBits)) return 'common'
  if (words.length >= 2) return 'few-words'
  return 'short'
}
