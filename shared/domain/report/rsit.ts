/** Proposes a class of the Reference Security Incident Taxonomy by the words of a report, with the word that it rests on. */
import { saying, type Saying } from '../../words/say.ts'
import { kindsOf } from './letter-lines.ts'
import { rsitRules, type RsitRule } from './rsit-words.ts'
import { plainWord } from './words.ts'

export interface ProposedClass {
  readonly rsit: string
  readonly because: Saying
}

const mostText = 20_000
const mostLines = 600

/** `says` is what a structured report calls itself: it is asked first, then the subject, then the text. */
export function proposeRsit(says: string, subject: string, text: string): ProposedClass {
  const tagged = tagIn(`${says}\n${subject}\n${text.slice(0, mostText)}`)
  if (tagged !== null) return tagged
  for (const [where, words] of [
    ['kind', plainly(says)],
    ['subject', plainly(subject.replaceAll(/\w{2,6}:\/\/\S{1,400}/g, ' '))],
  ] as const) {
    // Its own word for itself comes first, and is one; "malware notification" and "compromised host" are about anything.
    const found = where === 'kind' ? earliestIn(words) : surestIn(words)
    const word = found === null ? null : firstIn(found.words, words)
    if (found !== null && word !== null)
      return { rsit: found.rsit, because: saying(`rsit.because-${where}`, { rsit: found.rsit, word }) }
  }
  return byText(subject, text) ?? { rsit: 'other/undetermined', because: saying('rsit.undetermined') }
}

const known = new Set(rsitRules.map(({ rsit }) => rsit))

/** The machine tag of the taxonomy itself, as MISP writes it: rsit:fraud="phishing". */
function tagIn(text: string): ProposedClass | null {
  const [tag = '', kind = '', type = ''] = /\brsit:([a-z-]{3,40})="?([a-z0-9-]{3,60})"?/i.exec(text) ?? []
  const rsit = `${kind}/${type}`.toLowerCase()
  return known.has(rsit) ? { rsit, because: saying('rsit.because-kind', { rsit, word: tag }) } : null
}

const surestIn = (words: string): RsitRule | null =>
  rsitRules.find(({ weight, words: pattern }) => weight === 3 && firstIn(pattern, words) !== null) ?? null

/** What a form says of itself begins with what tells most. */
function earliestIn(words: string): RsitRule | null {
  const places = rsitRules.flatMap((rule) =>
    [...words.matchAll(rule.words)].slice(0, 1).map(({ index }) => ({ rule, index })),
  )
  return (
    places.reduce<(typeof places)[number] | null>(
      (first, one) => (first === null || one.index < first.index ? one : first),
      null,
    )?.rule ?? null
  )
}

function firstIn(pattern: RegExp, text: string): string | null {
  for (const match of text.matchAll(pattern)) return match[0].slice(0, 60)
  return null
}

/**
 * A letter names what it is about several times, and other things once: the weight of words decides, and those of its beginning
 * and of its subject count more.
 */
function byText(subject: string, text: string): ProposedClass | null {
  const title = plainly(subject)
  const words = plainly(saidIn(`${subject}\n${text.slice(0, mostText)}`))
  const scored = rsitRules.map(({ rsit, weight, words: pattern }) => {
    const found = [...words.matchAll(pattern)].slice(0, 4)
    const early = found.some(({ index }) => index < 700) ? 1.5 * weight : 0
    const titled = firstIn(pattern, title) === null ? 0 : 2 * weight
    return { rsit, word: found[0]?.[0].slice(0, 60) ?? '', score: found.length * weight + early + titled }
  })
  const best = scored.reduce((most, one) => (one.score > most.score ? one : most))
  return best.score === 0
    ? null
    : { rsit: best.rsit, because: saying('rsit.because-text', { rsit: best.rsit, word: best.word }) }
}

/** Without links, footers, and lines that count something to zero ("Dictionary attacks: 0"). */
function saidIn(text: string): string {
  const lines = text.split('\n', mostLines)
  const kinds = kindsOf(lines)
  return lines
    .filter((line, at) => kinds[at] === 'said' && !/:\s{0,5}(?:0|none|keine|ninguno|aucun)\s{0,5}$/i.test(line))
    .join('\n')
    .replaceAll(/\w{2,6}:\/\/\S{1,400}|\S{1,64}@\S{1,200}/g, ' ')
}

/** "scan_redis" is how Shadowserver calls what it found open; it scans, not the host. */
const plainly = (text: string): string =>
  plainWord(text.replaceAll(/([a-z])([A-Z][a-z])/g, '$1 $2'))
    .replaceAll(/\bscan_(?=[a-z])(?!type)/g, 'openscan ')
    .replaceAll(/[-_’']/g, ' ')
