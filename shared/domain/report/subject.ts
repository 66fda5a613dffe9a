/** What a subject line tells: that it is urgent, and the sender's own number; and the number where it stands in the letter. */
import { roleOf } from './field-names.ts'
import { anyWord } from './words.ts'

/** M-16: the word "urgent", in the languages that our cards come in; "not urgent" is not. */
export const isUrgent = (subject: string): boolean =>
  /\b(?:urgent[e]?|urg[eê]ncia|urgencia|dringend|eilt|urgence|asap)\b/i.test(subject) &&
  !/\b(?:not|non|no|kein|nicht|pas|n[aã]o)[- ](?:urgent[e]?|dringend)\b/i.test(subject)

const word = String.raw`(?:issue|ticket|case|incident|inc|request|ref(?:erence|erencia|erenz)?|report[- ]?id|report|rid|caso|incidencia|incidente|expediente|vorgang(?:snummer)?|fall|dossier|aktenzeichen|az|chamado|notice|notification|diligencias|atestado|complaint|tracking|vorfall|meldung|offense|alert|aviso|avis|denuncia|plainte|anzeige|signalement|notificaci[oó]n|id)`
const mark = String.raw`(?:no\.?|nr\.?|n[º°o]\.?|n[uú]mero|number|num\.?|nummer|id)`

const forms: readonly RegExp[] = [
  // German courts and police: "123 Js 4567/26"
  /\b(\d{1,5} [A-Z][A-Za-z]{0,4} \d{1,7}\/\d{2,4})\b/,
  /\b([A-Z]{3,12}-(?:19|20)\d{2}-[A-Z]{2,6}-\d{2,8})\b/,
  /\(([A-Z]{2,10}(?:-[A-Z]{2,8})?-\d{3,12})\)/,
  /\[[\w .:/-]{0,30}?#\s?([\w./-]{3,40})\]/,
  new RegExp(
    String.raw`(?<![\w-])${word}\b\.?\s{0,2}(?:de )?${mark}?\s{0,2}[:#=]?\s{0,2}#?([A-Z]{0,8}[-_/]?\d[\w./-]{2,40})`,
    'i',
  ),
  new RegExp(
    String.raw`(?<![\w-])${word}\b\.?\s{0,2}${mark}?\s{0,2}[:#=]\s{0,2}#?([A-Z]{2,12}(?:-[A-Z\d]{1,12}){1,4})`,
    'i',
  ),
  /\b((?!CVE|AS\b|ASN|RFC|ISO|MS)(?:[A-Z]{1,12}[-_/]){1,4}(?:19|20)\d{2}(?:[-_/]\d{1,10}){1,3})\b/,
  /\b([A-Z]{2,10}-[A-Z]{2,10}-\d{3,12})\b/,
  /\b((?!AS\d|ASN|CVE|RFC)[A-Z]{2,10}-?\d{5,20}(?:[-/]\d{1,6})?)\b/,
  /\b((?!CVE|AS\b|ASN|RFC|ISO)[A-Z]{2,10}-\d{1,8}[-/]\d{2,8})\b/,
  /(?:^|[^\p{L}])n[°º]\s{0,2}([A-Z\d][\w./-]{3,30})/iu,
  /\[([A-Za-z][a-z-]{2,30}-\d{5,12})\]/i,
  /(?:^|[\s([])#\s?(\d{4,20})\b/,
  /\[(\d{5,20})\]/,
  /\[[A-Za-z][\w.-]{1,30} #?(\d{4,20})\]/,
  /\[([\da-f]{12,40})\]/,
  /\[([A-Z][A-Z\d]{1,9}(?:-[A-Z\d]{1,9}){0,3}-\d{2,20})\]/,
  /(?<![\w/])([A-Z]{2,8}(?:\/\d{1,8}){1,3})(?![\w/])/,
  /\b[A-Z]{1,10}#\s?(\d[\w-]{3,30})/,
  /\b[A-Za-z]{0,12}I[Dd]\s?[:#=]\s?#?([A-Z\d][\w:.-]{3,40})/,
]

/** A date, an address, a year or a vulnerability is no ticket. */
const isTicket = (text: string): boolean =>
  /\d/.test(text) &&
  !/^ASN?\d+$/i.test(text) &&
  !/^(?:\d{4}[./-]\d{1,2}[./-]\d{1,2}(?:T.*)?|\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4})|(?:\d{1,3}\.){3}\d{1,3}.*|(?:19|20)\d{2}|\d{1,2}[:.]\d{2}.*|CVE-.*)$/i.test(
    text,
  )

/** The first ticket number, without its brackets and words; null where there is none. @param around where it may be told again. */
export function ticketIn(subject: string, around = ''): string | null {
  const line = subject.slice(0, 500).replaceAll(/\w{2,6}:\/\/\S{1,400}/g, ' ')
  for (const form of forms) {
    const ticket = wholeOf(form.exec(line)?.[1], line)
    if (ticket !== undefined && isTicket(ticket)) return ticket
  }
  return placedIn(line, around)
}

/** A form may have matched the beginning of a longer number. */
function wholeOf(found: string | undefined, line: string): string | undefined {
  const behind = found === undefined ? '' : line.slice(line.indexOf(found) + found.length)
  const more = /^(?:[-/_]\w{1,15}){1,4}/.exec(behind)?.[0] ?? ''
  const first =
    found === undefined ? '' : (/(?:[A-Z\d]{1,12}[-/_]?){0,4}$/.exec(line.slice(0, line.indexOf(found)))?.[0] ?? '')
  const before = /[-/_]$/.test(first) || /^[-/_]/.test(found ?? '') ? first : ''
  return found === undefined ? undefined : `${before}${found}${more}`.replace(/^[-/_]|[.:/-]{1,3}$/g, '')
}

/** A token with digits and the character of a number: long, or of letters and digits, or in pieces. */
const token = /(?<![\w./:@#-])#?((?=[\w./:#-]{0,60}\d)[A-Za-z\d][\w./:#-]{2,60}[A-Za-z\d])(?![\w@])/g
const noNumber =
  /^(?:v?\d{1,3}(?:[.:]\d{1,5}){1,5}.*|[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}(?:\/\d+)?|.*\.[a-z]{2,12}|\d{1,5}\/(?:tcp|udp)|(?:tcp|udp)[/:]?\d+|\d{1,3}[a-z]{1,4}|[a-z]{1,5}\d{1,3}|sha-?\d+|md5|ipv[46]|ms\d\d-\d+|log4j.*|\d{1,3}x|x-?arf.*|\d{1,2}-\d{1,2})$/i
const countBehind =
  /^\s{0,2}(?:hosts?|ips?|addresses|events?|times|attempts|attacks?|servers?|systems?|machines?|adressen|adresses|direcciones|equipos|hits|mails?|messages?|requests?|%)\b/i

/** By its place: in brackets, before the first or behind the last mark of the subject, or where the letter tells it again. */
function placedIn(line: string, around: string): string | null {
  const found = [...line.matchAll(token)].flatMap(({ 1: text = '', index, 0: whole }) => {
    const [before, behind] = [line.slice(0, index), line.slice(index + whole.length)]
    const digits = text.replaceAll(/\D/g, '').length
    const fits = isTicket(text) && !noNumber.test(text) && digits >= 2
    const counts = countBehind.test(behind) || /\b(?:ports?|puertos?|as|asn|top|last|version|vlan)[ :]?$/i.test(before)
    if (!fits || counts) return []
    const ends = /^\s{0,2}(?:[-–—:|]\s|$|[\])])/.test(behind)
    const begins = /(?:^|[-–—:|,#]\s|[[(#])\s{0,2}$/.test(before)
    const place =
      /[[(]$/.test(before) && /^[\])]/.test(behind)
        ? 3
        : begins && ends && (digits >= 4 || /[A-Za-z]/.test(text))
          ? 2
          : 0
    const inPieces = ends && digits >= 5 && /[/-]/.test(text) ? 1 : 0
    const again = (digits >= 4 || /[A-Za-z]/.test(text)) && around.includes(text) ? 1 : 0
    const weight = place + inPieces + again
    return weight > 0 ? [{ text, weight }] : []
  })
  const [best] = found.toSorted((a, b) => b.weight - a.weight)
  return best?.text ?? null
}

const labelled =
  /^[\s>*•|-]{0,8}([^\n:=#\t]{2,50}?)(?:\s{0,3}[:=#]\s{0,4}|\t)\[?#?\s?([\w][\w@.:/#+-]{2,80})\]?\s{0,4}(?:\(.{0,60}\))?\.?\s{0,4}$/u
/** "Our reference is NM/CC/2026/0417", "ticket #12345", "case 2026-0017": a word for a ticket alone must be one that means nothing else. */
const spoken = new RegExp(
  String.raw`(?<![\p{L}-])(?:(?:our|your|unser|nuestr[oa]|notre) (?:file|zeichen|expediente|dossier|ref)(?: ${mark})?\s{0,2}(?::|is)|(?:${anyWord('ticket')})(?:\s{1,2}(?:${mark}|identifier|code))?\s{0,2}(?::|#|=|\bis\b|\blautet\b|\bes\b|\best\b)|(?:ticket|case|caso|expediente|vorgang|dossier|chamado|unser(?:es|em)? zeichens?|aktenzeichens?|nuestra referencia|notre r[ée]f[ée]rence|our reference|(?:under|with|quote|quoting|mit|bajo|sous) (?:our |the |la |der )?ref(?:erence|erencia|erenz)|(?:ticket|case|report|incident|reference|notice) ${mark})|(?<!\p{L})r[ée]f\.)\s{0,2}#?\[?((?:[A-Z]{1,12}[-_/#]){0,4}[A-Z]{0,4}\d[\w./-]{3,40}|\d{5,20})\b`,
  'iu',
)
/** Programs that write logs number themselves. */
const isLog = /\d{2}:\d{2}:\d{2}.*[\w-]{2,20}\[\d{1,8}\]/

/** In the letter: a field of that name first, a sentence that gives one second. */
export function ticketInText(text: string): string | null {
  const lines = text
    .slice(0, 50_000)
    .split('\n', 400)
    .map((line) => line.slice(0, 300))
    .filter((line) => !isLog.test(line))
  for (const line of lines) {
    const [, name = '', value = ''] = labelled.exec(line) ?? []
    if (value !== '' && roleOf(name) === 'ticket' && isTicket(value)) return value.replace(/[.]$/, '')
  }
  for (const line of lines) {
    const value = spoken.exec(line.replaceAll(/\w{2,6}:\/\/\S{1,300}/g, ' '))?.[1]?.replace(/[.:/-]{1,3}$/, '')
    if (value !== undefined && isTicket(value)) return value
  }
  return null
}
