/** Finds the days of the year on which a team is closed: "closed from 24 December to 1 January", "in August geschlossen". */
import { monthNumber } from './dates.ts'
import { datedSeasons, lastDay, type Season } from './hour-words.ts'

const CLOSED =
  /closed\b|closure|shut ?down|no (?:service|staff)|not (?:available|staffed|open|reachable|working)|unavailable|\bexcept\b|excluding|cerrad[oa]|cierre|sin servicio|no hay servicio|excepto|salvo|fermée?s?\b|fermeture|sauf|pas de service|geschlossen|betriebs(?:ferien|ruhe)|nicht (?:zwischen|am|vom|im|in)\b|not (?:between|from|in)\b|no entre\b|não entre\b|pas entre\b|nicht (?:erreichbar|besetzt|geöffnet)|kein(?:e|en)? (?:dienst|betrieb)|schließ|außer\b|ausgenommen|encerrad[oa]|fechad[oa]|sem (?:serviço|atendimento)|exceto/i
const HOLIDAYS_OF_WINTER =
  /(?<!\p{L})(?:christmas(?: eve| day)?|navidad|nochebuena|noël|weihnachten|heiligabend|natal)\s?(?:-|–|and|to|until|y|a|et|au|und|bis|e|ao)\s?(?:el |le |o )?(?:new year(?:['’]s)?(?: day| eve)?|año nuevo|nouvel an|jour de l['’]an|neujahr|silvester|ano novo)/iu
const SAME_MONTH =
  /(?<![\d.:])(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s?(?:to|until|-|–|al?|au|bis(?: zum)?|ao|and|und|et|y|e)\s?(\d{1,2})(?:st|nd|rd|th|º|\.)?\s(?:of\s|de\s)?(\p{L}{3,10})(?!\p{L})/giu

interface Range extends Season {
  readonly at: number
  readonly end: number
}

const day = (month: number, date: number) => ({ month, day: date })

const BETWEEN = /(?:between|from|zwischen|vom|entre|desde|del?|du)\s(?:the |dem |den |el |le |o )?$/i
const ONLY_AND = /\d\D{0,4}\s?(?:and|und|et|y|e)\s?\d/i

/** "24. und 31. Dezember" are two days, "between 24 and 31 December" a week. */
const sameMonth = (text: string): readonly Range[] =>
  [...text.matchAll(SAME_MONTH)].flatMap((match): readonly Range[] => {
    const month = monthNumber(match[3] ?? '')
    const [first, last] = [Number(match[1]), Number(match[2])]
    if (month === 0 || first < 1 || last > lastDay(month) || first > last) return []
    const place = { at: match.index, end: match.index + match[0].length }
    const two = ONLY_AND.test(match[0]) && !BETWEEN.test(text.slice(Math.max(0, match.index - 20), match.index))
    return two
      ? [first, last].map((date) => ({ ...place, from: day(month, date), to: day(month, date) }))
      : [{ ...place, from: day(month, first), to: day(month, last) }]
  })

function winter(text: string): readonly Range[] {
  const found = HOLIDAYS_OF_WINTER.exec(text)
  if (!found) return []
  const range = { at: found.index, end: found.index + found[0].length }
  return [{ ...range, from: day(12, 25), to: day(1, 1) }]
}

export interface Closures {
  readonly closed: readonly Season[]
  /** The text without the closed days, which are no season of hours. */
  readonly rest: string
}

/** A clause with clock times has hours of its own, so it closes nothing. */
const TIMES = /\d{1,2}\s?[:.h]\s?\d{2}|\d\s?[ap]\.?m|\d\s?(?:uhr|horas|heures)/i

export function closuresIn(text: string): Closures {
  const closed: Season[] = []
  const clauses = text.split(/(?<=\D[.]|[;\n])(?=\s)|(?<=\n)/).map((clause) => {
    const word = CLOSED.exec(clause)
    if (!word) return clause
    const dated = datedSeasons(clause)
    const inMonth = sameMonth(clause).filter((one) => !dated.some(({ at, end }) => one.at < end && one.end > at))
    const ranges = [...dated, ...inMonth, ...winter(clause)].filter(
      ({ at, end }) => !TIMES.test(clause.slice(Math.min(word.index, at), Math.max(word.index, end))),
    )
    for (const { from, to } of ranges) closed.push({ from, to })
    return ranges
      .filter(({ at }, index) => ranges.findIndex((other) => other.at === at) === index)
      .toSorted((a, b) => b.at - a.at)
      .reduce((left, { at, end }) => `${left.slice(0, at)} ${left.slice(end)}`, clause)
  })
  return { closed: closed.slice(0, 6), rest: clauses.join('') }
}
