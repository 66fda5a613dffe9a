/** Tells from the words round an address or number what it is for and what it must not be used for. */
import type { Purpose } from './card-reading.ts'

const KINDS: readonly (readonly [Purpose, RegExp])[] = [
  ['incidents', /incident|vorf[aä]ll|reportar|einbruch|\babuse\b|security (?:report|breach|alert)|emergenc/i],
  [
    'general',
    /\bgeneral\b|enquir|inquir|other (?:matters|questions|purposes|requests)|non[- ]incident|representatives|quer(?:y|ies)\b|questions|consultas|otros asuntos|généra|renseignement|allgemein|anfragen|gerais|geral|outros assuntos|contact (?:the )?(?:csirt|cert|team|staff|us)|\bhumans?\b/i,
  ],
  ['vulnerabilities', /vulnerab|schwachstelle|vulnérab/i],
  ['press', /\bpress\b|media (?:contact|enquir|inquir)|prensa|presse|imprensa/i],
]

/** Names of teams and services have "incident" in them and say nothing of what an address is for. */
const NOT_A_USE =
  /(?:computer |cyber |cybersecurity |it )?(?:security )?incidents?[ -](?:response|handling|management|coordination)(?: (?:team|cent(?:er|re)|service|capability)s?)?|respuesta (?:a|ante) incidentes(?: de seguridad)?|r[ée]ponse (?:aux|à) incidents|resposta a incidentes/gi
const NON_INCIDENT = /non[- ]incident(?:[- ]related)?/gi

const FORBIDDING =
  /(?:do not|don't|never|must not|should not|shall not|cannot|please do not|may not)\s(?:be\s)?(?:use|used|send|sent|report|submit)\b|not (?:to be used|intended|for)\b|no (?:use|usar|utilizar|utilice|emplear)\b|não (?:use|usar|utilize|utilizar)\b|ne (?:pas|doit pas) .{0,20}utilis|n'utilisez pas|nicht (?:für|zur|zu verwenden|benutzen)/i

const kindsIn = (text: string): readonly Purpose[] =>
  KINDS.filter(([, words]) => words.test(text)).map(([purpose]) => purpose)

const parts = (text: string): readonly string[] => text.split(/(?<=[.!?])\s+|\n/)

/** Uses that a sentence forbids: "Do not use for incidents reporting" gives `incidents`. */
export function forbiddenIn(text: string): readonly Purpose[] {
  const forbidding = parts(text).flatMap((part) => {
    const found = FORBIDDING.exec(part)
    return found ? [part.slice(found.index, found.index + 160)] : []
  })
  // "do not send confidential data about incidents unencrypted" is about encryption, not about the address.
  return [
    ...new Set(
      forbidding
        .filter((part) => !/unencrypt|clear ?text|confidential|sensitive|without encrypt/i.test(part))
        .flatMap(kindsIn),
    ),
  ]
}

/** What the sentence says an address is for. A label before it ("General inquiries:") counts before what follows. */
export function purposesIn(before: string, after: string): readonly Purpose[] {
  const allowed = (text: string) =>
    parts(text)
      .filter((part) => !FORBIDDING.test(part))
      .join(' ')
  const used = (text: string) => {
    const named = allowed(text).replaceAll(NOT_A_USE, ' ')
    const kinds = kindsIn(named.replaceAll(NON_INCIDENT, ' '))
    return named.search(NON_INCIDENT) >= 0 ? [...new Set<Purpose>([...kinds, 'general'])] : kinds
  }
  const said = used(before)
  return said.length > 0 ? said : used(after)
}
