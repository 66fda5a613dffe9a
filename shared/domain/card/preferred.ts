/** Reads how a team wants to be reached as a rule, and what to do when it is urgent. */
import type { CardReading } from './card-reading.ts'
import { FORM, MAIL, PHONE } from './channel-words.ts'
import { sectionsOf, type Section } from './sections.ts'

const PREFERRED =
  /prefer|preferid|preferente|preferible|privilégi|bevorzug|vorzugsweise|preferencial|de preferência|de préférence|main method|primary (?:method|channel|way|means)|principally|mainly|moyen principal|medio principal|hauptsächlich|recommended (?:method|channel|way)/i

export function readPreferred(sections: readonly Section[]): CardReading['preferred'] {
  const sentences = sectionsOf(sections, '2.11', 'hours', '2.7', '4.3').flatMap((section) => section.sentences)
  const found = sentences.find(
    ({ text }) => PREFERRED.test(text) && (MAIL.test(text) || PHONE.test(text) || FORM.test(text)),
  )
  if (!found) return null
  const order: readonly (readonly [NonNullable<CardReading['preferred']>['channel'], RegExp])[] = [
    ['email', MAIL],
    ['phone', PHONE],
    ['form', FORM],
  ]
  const first = (text: string) =>
    order
      .map(([channel, pattern]) => ({ channel, at: text.search(pattern) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at)[0]?.channel
  // "E-mail is preferred" names the channel before, "the preferred method is e-mail" after the word.
  const at = found.text.search(PREFERRED)
  const before = first(found.text.slice(0, at))
  const after = first(found.text.slice(at))
  const isSubject = /\b(?:is|are|ist|es|est|é|wird) (?:\w+ )?$/i.test(found.text.slice(0, at))
  return { channel: (isSubject ? (before ?? after) : (after ?? before)) ?? 'email', line: found.line }
}

const URGENT =
  /urgen|emergenc|dringend|dringlich|notf[aä]ll|eilig|immediate|critical|at once|priority|urgên|emergên|immédiat|kritisch|flash|help now|at stake|prioritari/i
const SUBJECT = /subject|asunto|objet\b|sujet\b|betreff|assunto/i
/** In quotes or brackets, or a word in capitals after the verb. */
const QUOTED = /["“«„'‘[]\s?([^"”»“'’\]]{2,30}?)\s?["”»“'’\]]/
const VERB =
  /(?:put|add|adding|include|including|write|use|using|with|mark(?:ed)?|containing|starting with|begin(?:s|ning)? (?:the )?(?:subject(?: line)? )?with|llevan|lleve|(?:comenzar|empezar|comience|empiece) (?:con|por)|commence[rz]? par|beginn\w* mit|com(?:eçar|ece) (?:com|por)|the (?:key)?word|palabra|incluya|ponga|escriba|indique|añada|mot|mention|indiquez|inscrivez|spécifi(?:ez|er)|la balise|précisez|notez|ajoutez|mettez|wort|stichwort|schreiben sie|vermerk|kennwort|palavra|inclua|escreva|coloque)\s/i
const CAPITALS =
  /\b(?:word|keyword|palabra|mot|wort|stichwort|palavra|mention)\s(?:clave |clé |chave )?(\p{Lu}{3,20})\b|\b(\p{Lu}{4,20})\b(?=[^.]{0,30}(?:[Ss]ubject|[Aa]sunto|[Oo]bjet|[Bb]etreff|[Aa]ssunto))/u

function keywordIn(text: string): string | null {
  const verb = VERB.exec(text)
  const quoted = QUOTED.exec(verb ? text.slice(verb.index) : '')
  if (!quoted)
    return (
      CAPITALS.exec(text)
        ?.slice(1)
        .find((word) => word !== undefined) ?? null
    )
  // "[URGENT]" is written with its brackets.
  return quoted[0].startsWith('[') ? quoted[0] : (quoted[1] ?? null)
}

export function readUrgent(sections: readonly Section[]): CardReading['urgent'] {
  const sentences = sectionsOf(sections, '2.11', 'hours', '2.7', '6', '2.4', '4.1', '4.3').flatMap(
    (section) => section.sentences,
  )
  const found = sentences.find(({ text }) => SUBJECT.test(text) && (URGENT.test(text) || keywordIn(text) !== null))
  return found ? { text: found.text.slice(0, 400), line: found.line, subjectKeyword: keywordIn(found.text) } : null
}
