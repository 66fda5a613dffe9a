/** Reads within what times a team promises to answer, for whom and for what each holds. */
import { audienceIn } from './audience.ts'
import type { Audience, CardReading, ResponsePromise } from './card-reading.ts'
import type { Sentence } from './flow.ts'
import type { Section } from './sections.ts'

const NUMBERS: Readonly<Record<string, number>> = {
  'one|an?|next|following|un|una|uno|une|prochain|próximo|próxima|siguiente|ein|eine|einem|eines|einer|nächsten|nächster|nächste|folgenden|folgende|um|uma|1er': 1,
  'two|dos|deux|zwei|dois|duas': 2,
  'three|tres|trois|drei|três': 3,
  'four|cuatro|quatre|vier|quatro': 4,
  'five|cinco|cinq|fünf': 5,
  'six|seis|sechs': 6,
  'seven|siete|sept|sieben|sete': 7,
  'eight|ocho|huit|acht|oito': 8,
  'ten|diez|dix|zehn|dez': 10,
  'twelve|doce|douze|zwölf|doze': 12,
  'fifteen|quince|quinze|fünfzehn': 15,
  'twenty|veinte|vingt|zwanzig|vinte': 20,
  'twenty-four|veinticuatro|vingt-quatre|vierundzwanzig|vinte e quatro': 24,
  'thirty|treinta|trente|dreißig|trinta': 30,
  'forty-eight|cuarenta y ocho|quarante-huit|achtundvierzig|quarenta e oito': 48,
  'seventy-two': 72,
}
const numbers = new Map(
  Object.entries(NUMBERS).flatMap(([words, value]) => words.split('|').map((word): [string, number] => [word, value])),
)
numbers.set('a', 1).set('an', 1)

const WORKING = String.raw`working|work|business|office|laborab?les?|laboral(?:es)?|hábil(?:es)?|ouvrée?s?|ouvrables?|úte?i?s|útil`
const UNIT = String.raw`days?|hours?|hrs?|minutes?|mins?|weeks?|días?|horas?|minutos?|semanas?|jours?|heures?|semaines?|tag(?:en|es|e)?|stunden?|minuten?|wochen?|arbeitstag(?:en|es|e)?|werktag(?:en|es|e)?|bürotag\w{0,2}|geschäftstag\w{0,2}|dias?|h\b|d\b`
const COUNT = String.raw`\d{1,3}|half an|a half|eine[rn]? halben|une demi|media|meia|[\p{L}]{1,12}(?:-[\p{L}]{2,8})?`
/** "Within two working days", "en un plazo máximo de 24 horas", "sous 48 heures", "innerhalb eines Arbeitstages", "em até 1 hora". */
const WITHIN = new RegExp(
  String.raw`(?<!\p{L})(?:within|in less than|in under|no later than|not later than|by the end of|by|on|at the latest (?:on|after|within)|in no more than|after at most|en (?:un|el) plazo(?: máximo)?(?: de)?|en un máximo de|en menos de|antes de|en|dentro de|a más tardar(?: en)?|dans un délai(?: maximum| maximal)?(?: de| d['’])?|dans|sous|en moins de|au plus tard|innerhalb(?: von)?|innert|binnen|in weniger als|spätestens(?: nach| am| innerhalb(?: von)?)?|am|nach|no prazo(?: máximo)?(?: de)?|em até|em|até|no máximo(?: de)?|em menos de)\s?(?:the |a |las |los |le |les |der |des |el |o |as |os )?(?:1 ?x ?)?(?:(?:first|maximum|period|max\.?|time|term|end) ?(?:of )?)?(?:a maximum of |at most |máximo |maximal |höchstens )?(${COUNT})\s?(?:\((?:\d{1,3}|\p{L}{2,12})\)\s?)?(${WORKING})?\s?(${UNIT})(?!\p{L})\s?(?:\(\d{1,3}\)\s)?(${WORKING})?`,
  'giu',
)
/** "Response time: 30 minutes", "Critical: 1 hour". */
const BARE = new RegExp(
  String.raw`(?<![\p{L}\d.,])(\d{1,3}|one|two|three|four|five|eight|un|una|uno|une|ein|eine|eine[mnrs]|um|uma|dos|tres|cuatro|deux|trois|quatre|zwei|drei|vier|dois|duas|três|quatro)\s?(?:\(\d{1,3}\)\s?)?(${WORKING})?\s?(${UNIT})(?!\p{L})\s?(${WORKING})?`,
  'giu',
)

const ANSWER =
  /respon[ds]|responses?\b|answer|acknowledg|repl(?:y|ies|ied)|react|confirm|first contact|get back|hear from|be contacted|get in touch|melden uns|kontaktieren|tendrá noticias|recontact|contactons|entraremos em conta|contestar|contesta|respuesta|acus[ae]|acuse|atend|réponse|répond|accus(?:e|é)|prise en compte|antwort|reaktion|beantwort|rückmeldung|bestätig|resposta|respond|reaktionszeit|acusa/i
/** The word is about reacting to something else: a fix, a disclosure, a key. */
const NOT_ANSWER =
  /public disclosure|disclos|embargo|expires?|retention|deleted|kept for|patch(?:es|ed)? within|resolved within|correctif|conservad|aufbewahrt/i

interface Amount {
  readonly duration: string
  readonly minutes: number
}

const WORK_MINUTES = 600
const unitOf = (unit: string): 'minutes' | 'hours' | 'days' | 'weeks' => {
  if (/^(?:min)/i.test(unit)) return 'minutes'
  if (/^(?:h|stund|heur|hor)/i.test(unit)) return 'hours'
  return /^(?:w|sem|woch)/i.test(unit) && !/^werk/i.test(unit) ? 'weeks' : 'days'
}

/** `P2WD`: working days, which ISO 8601 does not know; else an ISO 8601 duration. */
function amountOf(count: number, unit: string, working: boolean): Amount {
  const kind = unitOf(unit)
  if (kind === 'minutes') return { duration: `PT${count}M`, minutes: count }
  if (kind === 'hours') return { duration: `PT${count}H`, minutes: count * 60 }
  const days = kind === 'weeks' ? count * 7 : count
  const isWorking = working || /^(?:arbeits|werk|büro|geschäfts)/i.test(unit)
  return { duration: isWorking ? `P${days}WD` : `P${days}D`, minutes: days * (isWorking ? WORK_MINUTES + 840 : 1440) }
}

function amountIn(match: RegExpMatchArray): Amount | null {
  const word = (match[1] ?? '').toLowerCase()
  const working = Boolean(match[2] ?? match[4])
  if (/half|halb|demi|media|meia/.test(word))
    return unitOf(match[3] ?? '') === 'hours' ? { duration: 'PT30M', minutes: 30 } : null
  const count = Number(word) || (numbers.get(word) ?? 0)
  // "In einer Stunde" is a time, "am Tag", "on the same day" is not.
  return count > 0 && count <= 400 ? amountOf(count, match[3] ?? '', working) : null
}

/** A promise that names a kind of incident is no promise for everybody. */
const SPECIAL =
  /\b(?:first|last|latter|former) (?:two|three|\d)|essential|reports about|in the first|the most|esenciales|\bP[1-4]\b|priority [1-4]|priorität [1-4]|prioridad [1-4]/i
const GENERAL =
  /all (?:other|cases|reports)|in all cases|every|any|otherwise|else|others?\b|tod[oa]s?|en todos|chaque|tou(?:s|tes)|jede|alle|toda|auf jede|sonst|übrig|demás|restante|autres|andere/i

interface Found extends ResponsePromise {
  readonly minutes: number
  readonly special: boolean
}

/** The clause that belongs to a figure: from the one before it to the next. */
function clauseAt(text: string, matches: readonly RegExpMatchArray[], index: number): string {
  const previous = matches[index - 1]
  const from = previous ? (previous.index ?? 0) + previous[0].length : 0
  const match = matches[index]
  const end = (match?.index ?? 0) + (match?.[0].length ?? 0)
  const next = matches[index + 1]?.index ?? text.length
  const tail = text.slice(end, next).split(/[,;]\s|\s(?:and|y|et|und|e)\s/)[0] ?? ''
  const lead = text.slice(from, match?.index)
  const cut =
    from > 0
      ? lead.search(/[,;]|\s(?:and|y|et|und|e|otherwise|sonst)\s/)
      : lead.search(
          /(?:[,;]\s|\b)(?:though|although|but|however|aunque|si bien|mais|toutefois|jedoch|aber|embora|mas)\b/,
        )
  return `${lead.slice(Math.max(0, cut))} ${tail}`
}

/** "El día hábil siguiente": the count stands behind. */
const DAY_AFTER =
  /\s(?:el|al|no|le|ao)\s(?:día|dia|jour)\s(?:hábil|laborable|útil|ouvrée?|ouvrable)\s(?:siguiente|seguinte|suivant|posterior|inmediato)(?!\p{L})/giu

function promisesIn({ text, line }: Sentence, pattern: RegExp, context: boolean): readonly Found[] {
  const sentence = text.slice(0, 1500).replaceAll(DAY_AFTER, ' en 1 día hábil')
  if (!(context || ANSWER.test(sentence)) || NOT_ANSWER.test(sentence)) return []
  const matches = [...sentence.matchAll(pattern)].filter((match) => amountIn(match) !== null)
  return matches.flatMap((match, index): readonly Found[] => {
    const amount = amountIn(match)
    const clause = clauseAt(sentence, matches, index)
    const own: Audience | null = audienceIn(clause)
    const audience = GENERAL.test(clause) && own !== 'critical' ? null : own
    const special = SPECIAL.test(clause) && !GENERAL.test(clause)
    return amount ? [{ text: text.slice(0, 500), line, audience, special, ...amount }] : []
  })
}

const TIMES =
  /(?:response|reaction|answer|acknowledg\w+) times?|response slas?|\bsla:|(?:first|initial) (?:response|reply|answer)|tiempos? de (?:primera )?respuesta|délais? de (?:première )?réponse|temps de réponse|reaktionszeit|antwortzeit|tempos? de (?:primeira )?resposta/i
const MAX_PROMISES = 20
const REACH = 14

/** Lines of a table or list under "response times" need no verb. */
function inPart({ sentences }: Section): readonly Found[] {
  const lead = sentences.findIndex(({ text }) => TIMES.test(text))
  return sentences.flatMap((sentence, index) => {
    const told = promisesIn(sentence, WITHIN, false)
    const listed = lead >= 0 && index >= lead && index < lead + REACH
    return told.length > 0 || !listed ? told : promisesIn(sentence, BARE, sentence.text.length <= 160)
  })
}

export interface Promises {
  readonly general: CardReading['responsePromise']
  readonly all: readonly ResponsePromise[]
}

const bare = ({ text, line, duration, audience }: Found): ResponsePromise => ({ text, duration, audience, line })

/** The general one is for everybody: where each is for a kind of incident, none is. */
export function readPromises(sections: readonly Section[]): Promises {
  const parts = sections.filter(
    ({ chapter, concept }) => chapter !== '1' && chapter !== '7' && concept !== '2.8' && concept !== '4.2',
  )
  const found = parts.flatMap(inPart)
  const once = found
    .filter(
      (one, index) =>
        found.findIndex((other) => other.duration === one.duration && other.audience === one.audience) === index,
    )
    .slice(0, MAX_PROMISES)
  const open = once.filter(({ audience, special }) => audience === null && !special)
  // Beside promises for some kinds of incident, the weakest of the others is what everybody can count on.
  const mixed = open.length > 1 && open.length < once.length
  const general = mixed ? open.toSorted((a, b) => b.minutes - a.minutes)[0] : open[0]
  return { general: general ? bare(general) : null, all: once.map(bare) }
}
