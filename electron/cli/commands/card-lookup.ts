/** card lookup: whose an address, range, name or network is. */
import { summaryOf } from '../../../shared/domain/directory/counts.ts'
import type { LookupAnswer, LookupRow, SetAside } from '../../../shared/domain/directory/lookup-answer.ts'
import { say, word, type Language } from '../../../shared/words/say.ts'
import { saidJson, type Answer, type Call } from '../command.ts'
import { table } from '../output.ts'
import { readText } from '../read-text.ts'

export async function lookup(call: Call): Promise<Answer> {
  const { words } = call.args
  const [only = ''] = words
  const isText = words.length === 1 && (only === '-' || only.startsWith('@'))
  const text = isText ? await readText(call, only) : words.join('\n')
  const { ask } = await call.vault()
  const answer = await ask('card.lookup', { text })
  return {
    json: { schema: 'signet.lookup/1', results: resultsOf(answer, call.language) },
    text: textOf(answer, call.language),
  }
}

/** In the order given; what could not be read stands among them with its reason. */
function resultsOf({ results, setAside }: LookupAnswer, language: Language) {
  const all = [...results.map((row) => ({ ...row, problem: null })), ...setAside.map((one) => asideJson(one, language))]
  return all.toSorted((a, b) => a.place - b.place)
}

const asideJson = ({ line, place, value, problem }: SetAside, language: Language) => ({
  line,
  place,
  value,
  match: 'none' as const,
  network: null,
  card: null,
  problem: saidJson(language, problem),
})

/** By whom to contact, as the desk shows it. */
function textOf(answer: LookupAnswer, language: Language): string {
  const { results, groups, setAside } = answer
  const blocks = groups.map(({ card, rows }) => {
    const lines = rows.flatMap((row) => results[row] ?? []).map((row) => lineOf(row, language))
    return `${card?.name ?? word(language, 'lookup-nobody')} (${rows.length})\n${table(lines)}`
  })
  const aside = setAside.map(({ line, problem }) =>
    word(language, 'lookup-line', { line, said: say(language, problem) }),
  )
  return [say(language, summaryOf(answer)), ...blocks, ...(aside.length === 0 ? [] : [aside.join('\n')])].join('\n\n')
}

const lineOf = (row: LookupRow, language: Language): readonly string[] => [
  ` ${row.value}`,
  row.network ?? '-',
  notesOf(row, language).join('; '),
]

/** Why this contact, who comes second, and what to mind. */
function notesOf(row: LookupRow, language: Language): readonly string[] {
  const { others, partly, partlyCount, nearest, special, broad, times } = row
  const [second] = others
  const inside = [...new Set(partly.map(({ card }) => card.name))].slice(0, 5).join(', ')
  return [
    ...(second === undefined
      ? []
      : [word(language, 'lookup-beats', { name: second.card.name, network: second.network })]),
    ...(broad ? [word(language, 'lookup-broad')] : []),
    ...(partlyCount === 0 ? [] : [word(language, 'lookup-partly', { count: partlyCount, names: inside })]),
    ...(nearest === null
      ? []
      : [word(language, 'lookup-nearest', { name: nearest.card.name, code: nearest.countryCode })]),
    ...(special === null ? [] : [word(language, `lookup-special.${special}`)]),
    ...(times === 1 ? [] : [word(language, 'lookup-times', { times })]),
  ]
}
