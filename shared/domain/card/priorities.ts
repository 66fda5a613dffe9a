/** Reads the order in which a team works. A list counts only where words of rank stand before it, after it or on its items. */
import { saying } from '../../words/say.ts'
import type { CardFinding } from './card-reading.ts'
import { finding } from './finding.ts'
import { listsIn, type Item, type List } from './lists.ts'
import { rankedProse } from './ranked-prose.ts'
import { sectionsOf, type Section } from './sections.ts'
import { severityLines, severityTable } from './severity-ranks.ts'

const RANKING =
  /priorit|priorid|prioris|prioriz|vorrang|rangfolge|dringlichkeit|precedence|\brank(?:ed|ing|s)?\b|(?:in|by|nach|par|por|según|en|selon|pela|em) (?:\p{L}{1,12} ){0,3}(?:order|orden|ordre|reihenfolge|ordem)\b|(?:decreasing|descending|falling) (?:order|importance|severity|urgency)|order of (?:importance|severity|urgency|their|precedence)|(?:abnehmend|absteigend|fallend)\w{0,3}|decreciente|descendente|décroissant|decrescente|importancia|orden de|ordre d|ordem d|reihenfolge|most (?:urgent|important|severe) first|from (?:the )?top|top (?:down|to bottom)|de mayor a menor|de maior a menor|du plus (?:grave|urgent|important)|de arriba abajo|von oben nach unten|de haut en bas|de cima para baixo|first (?:being|is) (?:the most|served|handled|dealt)|(?:served|come|taken|dealt with|handled|treated) first|what (?:they|it) threaten|highest (?:first|priority)|(?:höchste|dringendste)\w{0,2} zuerst|mayor a menor|plus (?:urgent|important|grave)|mais (?:urgente|importante|grave)|más (?:urgente|grave|importante)|von oben nach unten|from (?:the )?(?:highest|most)|da mais alta|de la más alta|de mayor|(?:wichtigste|höchste)\w{0,2} zuerst|importance décroissante/iu
/** "Not in order of priority", "in no particular order" say the contrary. */
const UNRANKED =
  /no (?:particular|specific|special) order|(?:not|never) (?:\w{2,12} ){0,4}(?:order|rank|priorit)|without (?:any )?(?:order|priority|ranking)|(?:alphabetical|random|any) order|order of arrival|ohne (?:bestimmte )?(?:rang|reihen)|keine[rn]? (?:bestimmten )?(?:rang|reihen)|alphabetisch|sin (?:un )?orden|ningún orden|orden alfabético|sans ordre|aucun ordre|ordre alphabétique|sem (?:qualquer )?ordem|nenhuma ordem|ordem alfabética/i
const ITSELF =
  /^(?:in|by|nach|en|por|par|dans|nesta|em)\s(?:that|this|the given|dieser|ese|este|cet|esta|nesta|essa)\s?(?:order|reihenfolge|orden|ordre|ordem)?/i

const isRanking = ({ lead, after, ranked, named }: List): boolean => {
  // The sentence right before the list: the one before it may speak of priorities in another way.
  const words =
    lead
      .slice(-400)
      .split(/(?<=[\p{Ll}\d)]{2}[.!?])\s+(?=\p{Lu})/u)
      .at(-1) ?? ''
  if (UNRANKED.test(words) || UNRANKED.test(after.slice(0, 160))) return false
  return (
    named ||
    RANKING.test(words) ||
    (ITSELF.test(after) && RANKING.test(after.slice(0, 120))) ||
    (ranked && /\border\b/i.test(after.slice(0, 60)) && ITSELF.test(after))
  )
}

const NEXT =
  /,?\s?;?\s?(?:\band\b |\by\b |\bet\b |\bund\b |\be\b )?\b(?:first(?:ly)?(?: of all)?|then|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?|sixth|next|after that|afterwards|followed by|finally|last(?:ly)?|and last(?:ly)? come|primero|en primer lugar|en (?:segundo|tercer|cuarto|quinto|sexto|último) (?:lugar|término)|luego|después|a continuación|seguid[oa]s? (?:de|por)|finalmente|por último|d'abord|en (?:premier|second|deuxième|troisième|dernier) lieu|puis|ensuite|enfin|en dernier(?: lieu)?|suivi(?:e?s)? (?:de|par)|zuerst|zunächst|an (?:erster|zweiter|dritter|vierter|letzter) stelle|erstens|zweitens|drittens|dann|danach|anschließend|schließlich|zuletzt|gefolgt von|primeiro|em (?:primeiro|segundo|terceiro|quarto|último) lugar|depois|em seguida|a seguir|por fim|finalmente|por último)\b/giu
const FILLER =
  /^(?:[\s,:;]|\b(?:come|comes|are|is|handled|served|treated|to|on|go|goes|we|handle|the|vienen?|van|atendemos|se atienden|viennent|vient|sont traités|kommen|folgen|werden|vêm|são tratados|tratamos|a(?=\slos|\slas)|aux|zu|den|by)\b)+\s?/iu

const MAX_SENTENCES = 300

/** "First come emergency services, then hospitals, and last private customers." */
function orderInProse(section: Section): readonly Item[] {
  for (const { text, line } of section.sentences.slice(0, MAX_SENTENCES)) {
    const found = [...text.slice(0, 2000).matchAll(NEXT)]
    const first =
      /^[,;\s]*(?:and |y |et |und |e )?(?:first|prim|en prim|en prem|em prim|d'abord|zuerst|zunächst|an erster|erstens)/i.test(
        found[0]?.[0] ?? '',
      )
    if (
      !first ||
      found.length < 3 ||
      UNRANKED.test(text) ||
      /\b(?:receive|assess|triage|confirm|log|analy[sz]|contact|isolat|erfass|prüf)\w*\b/i.test(text.slice(0, 120))
    )
      continue
    const items = found.map((match, index) =>
      text.slice(match.index + match[0].length, found[index + 1]?.index ?? text.length).replace(/[.;,\s]+$/, ''),
    )
    const named = items.map((item) =>
      item
        .replace(FILLER, '')
        .replace(/[,;]?\s(?:and|y|et|und|e)$/, '')
        .trim(),
    )
    if (named.every((item) => item.length >= 3 && item.length <= 200))
      return named.map((item) => ({ text: item, line }))
  }
  return []
}

/** "In this order of priority: life; data; and mail." */
function orderAfterColon(section: Section): readonly Item[] {
  for (const { text, line } of section.sentences.slice(0, MAX_SENTENCES)) {
    const [lead = '', ...rest] = text.slice(0, 2000).split(/:\s/)
    const list = rest.join(': ').replace(/[.]$/, '')
    if (rest.length === 0 || !RANKING.test(lead.slice(-300)) || UNRANKED.test(text)) continue
    const parts = list
      .split(list.includes(';') ? /\s?;\s?/ : /,\s/)
      .map((part) => part.replace(/^(?:(?:and|then|y|et|und|e|luego|puis|dann) |\d{1,2}[º°ª.)] ?)/i, '').trim())
    if (parts.length > 2 && parts.every((part) => part.length >= 3 && part.length <= 160))
      return parts.map((part) => ({ text: part, line }))
  }
  return []
}

const NUMBERS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  siete: 7,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  sept: 7,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  dois: 2,
  duas: 2,
  três: 3,
  quatro: 4,
  sete: 7,
}
const ABOVE =
  /(?:above|previous|preceding|first)\s(\p{L}{1,6}|\d{1,2})\s(?:items|points|categories|priorities|entries|cases|classes)|(\p{L}{1,6}|\d{1,2})\s(?:items|points|categories|priorities|entries|cases|classes)\s(?:above|before)|(?:los|las|les|as|os|der|den|die)\s(\p{L}{3,6}|\d)\s(?:(?:puntos|casos|categorías|elementos|pontos|itens|points|cas|éléments|catégories)\s(?:anteriores|précédents|précédentes|ci-dessus|acima)|(?:vorgenannten|obigen|vorstehenden|oben genannten))|(?:der|den|die)\s(?:obigen|vorgenannten|vorstehenden|oben genannten|ersten)\s(\p{L}{3,6}|\d)\b/iu

/** "Any of the above three" after four others: what it says, and how many there are; null where nothing disagrees (Z-13). */
export function countDisagrees(
  text: string,
  index: number,
): { readonly said: number; readonly counted: number } | null {
  const word = ABOVE.exec(text)
    ?.slice(1)
    .find((one) => one !== undefined)
    ?.toLowerCase()
  const said = NUMBERS[word ?? ''] ?? Number(word)
  return said > 0 && said !== index ? { said, counted: index } : null
}

function countFinding({ text, line }: Item, index: number): readonly CardFinding[] {
  const count = countDisagrees(text, index)
  return count === null ? [] : [finding('warning', line, saying('count-contradiction', { ...count, rank: index + 1 }))]
}

export function readPriorities(sections: readonly Section[]): {
  readonly priorities: readonly string[]
  readonly findings: readonly CardFinding[]
} {
  const parts = [...sectionsOf(sections, '4.1'), ...sectionsOf(sections, '4', '5.1')]
  const list = parts.flatMap(({ pieces }) => listsIn(pieces)).find((one) => one.items.length > 1 && isRanking(one))
  const table = parts.map(({ pieces }) => severityTable(pieces)).find((found) => found.length > 1)
  const orders = [
    (part: Section) => severityLines(part.pieces),
    orderInProse,
    orderAfterColon,
    ({ flow }: Section) => rankedProse(flow.text, flow.lineAt),
  ]
  const items =
    table ?? list?.items ?? orders.flatMap((order) => parts.map(order)).find((found) => found.length > 1) ?? []
  return { priorities: items.map(({ text }) => text), findings: items.flatMap(countFinding) }
}
