/** The filter words of the queue: "p1 tlp:red owner:mk is:breach due:<4h phishing". Parsed once, then asked of every case. */
import type { Saying } from '../../words/say.ts'
import { bands } from './ladder.ts'
import { shippedRanking } from './presets.ts'
import { bandTest, keyNamed, type Predicate, type Reader, type Test } from './filter-words.ts'

/** Words of one key are alternatives ("p1 p2"), different keys must all hold; each plain word must be found; "-" before a word excludes. */
export interface Filter {
  readonly groups: readonly (readonly Test[])[]
  readonly not: readonly Test[]
  /** Words that look like a filter and cannot be read as one: they are looked up as text. */
  readonly hints: readonly Saying[]
  /** Closed cases are left out unless a word asks for them. */
  readonly wantsClosed: boolean
}

const mostWords = 50

/** Never refuses. `me` is the personal code of the reader, for "mine" and "owner:me"; `around` is where days begin and what bands rest on. */
export function parseFilter(text: string, me = '', around: Partial<Omit<Reader, 'me'>> = {}): Filter {
  const reader: Reader = { zone: 'UTC', ranking: shippedRanking, ...around, me: me.toLowerCase() }
  const words = wordsOf(text).map((word) => readWord(word, reader))
  const groups = Map.groupBy(
    words.filter(({ excluded }) => !excluded),
    ({ group }) => group,
  )
  return {
    groups: [...groups.values()].map((group) => group.map(({ test }) => test)),
    not: words.flatMap(({ excluded, test }) => (excluded ? [test] : [])),
    hints: words.flatMap(({ hint }) => hint ?? []),
    wantsClosed: words.some(({ closed, excluded }) => closed && !excluded),
  }
}

/** Split at blanks; what stands in quotes stays together. */
const wordsOf = (text: string): readonly string[] =>
  [...text.slice(0, 1_000).matchAll(/(?:[^\s"]|"[^"]{0,200}"?)+/g)].slice(0, mostWords).map(([word]) => word)

interface Word {
  readonly excluded: boolean
  readonly group: string
  readonly test: Test
  readonly hint?: Saying
  readonly closed: boolean
}

function readWord(written: string, reader: Reader): Word {
  const excluded = written.length > 1 && written.startsWith('-')
  const word = (excluded ? written.slice(1) : written).toLowerCase()
  const band = bands.find((name) => name.toLowerCase() === word)
  if (band !== undefined) return { excluded, group: 'band', test: bandTest(band, reader), closed: false }
  const at = word.indexOf(':')
  const key = at < 1 ? undefined : keyNamed(word.slice(0, at))
  const value = word.slice(at + 1)
  const test = key?.read(value.replaceAll('"', ''), { ...reader, quoted: value.startsWith('"') })
  if (key === undefined || test === undefined || test === null)
    return { ...asText(word), excluded, ...hinted(word, key?.examples) }
  const group = key.each === true ? word : key.group
  return { excluded, group, test, closed: /^(?:is|phase):"?(?:closed|any)"?$/.test(word) }
}

function asText(word: string): { group: string; test: Test; closed: boolean } {
  const text = word.replaceAll('"', '')
  return {
    group: `text ${text}`,
    test:
      () =>
      ({ search }) =>
        search.includes(text),
    closed: false,
  }
}

const hinted = (word: string, examples: string | undefined): { hint?: Saying } =>
  examples === undefined ? {} : { hint: { code: 'filter.hint', params: { word: word.slice(0, 60), examples } } }

/** The filter at this minute, to be asked of every case: no time is parsed, no text is changed in it. */
export function predicateOf({ groups, not }: Filter, now: string): Predicate {
  const all = groups.map((tests) => tests.map((test) => test(now)))
  const none = not.map((test) => test(now))
  const only = all.length === 1 && none.length === 0 && all[0]?.length === 1 ? all[0][0] : undefined
  if (only !== undefined) return only
  return (facts, standing) =>
    all.every((tests) => tests.some((holds) => holds(facts, standing))) && !none.some((holds) => holds(facts, standing))
}
