/** Tells from the words round an address or number what it is for and what it must not be used for. */
import type { Purpose } from './card-reading.ts'

const KINDS: readonly (readonly [Purpose, RegExp])[] = [
  [
    'incidents',
    /incident|vorf[aä]ll|vorfall|reportar|einbruch|\babuse\b|\bmissbrauch|security (?:report|breach|alert|event)|emergenc|\balert(?:e|as?|er)?\b|notificar|notificaç|signalement|\bincidencias?\b|phishing|fraude|\babusos?\b|\bataques\b|\battaques\b|\bangriffe\b|hameçonnage/i,
  ],
  [
    'general',
    /\bgeneral(?:es)?\b|enquir|inquir|other (?:matters|questions|purposes|requests|issues|topics|mail)|anything else|everything else|all else|administrative|non[- ]incident|representatives|quer(?:y|ies)\b|questions|consultas|otros asuntos|otras cuestiones|otros temas|cualquier otr|généra|renseignement|autres? (?:demandes?|questions?|sujets?)|allgemein|anfragen|sonstige|gerais|geral|outros assuntos|contact (?:the )?(?:csirt|cert|team|staff|us)|all matters|compliance/i,
  ],
  ['vulnerabilities', /vulnerab|schwachstelle|sicherheitslück|vulnérab|\bfailles?\b/i],
  [
    'press',
    /\bpress\b|me(?:d|)ios de comunica[cç]|media (?:contact|enquir|inquir|relations|quer)|\bprensa|\bpresse|imprensa|medien|médias\b|periodistas|journalis|jornalis|giornalis|comunicação social/i,
  ],
]

/** Names of teams and services have "incident" in them and say nothing of what an address is for. */
const NOT_A_USE =
  /(?:computer |cyber |cybersecurity |it )?(?:security )?incidents?[ -](?:response|handling|management|coordination)(?: (?:team|cent(?:er|re)|service|capability)s?)?|respuesta (?:a|ante) incidentes(?: de seguridad)?|r[ée]ponse (?:aux|à) incidents|resposta a incidentes|vorfallbearbeitung/gi
const NON_INCIDENT =
  /non[- ]incident(?:[- ]related)?|(?:that|which) (?:are|is) (?:not|no) (?:an? )?(?:security )?incidents?|(?:not (?:related to|about|concerning)|other than|unrelated to|except(?: for)?) (?:security )?incidents?|que no sean incidentes|hors incidents?|keine vorfälle (?:sind|betreffen)|que não sejam incidentes/gi

const FORBIDDING =
  /(?:do not|don't|never|must not|should not|shall not|cannot|please do not|may not|not to)\s(?:be\s)?(?:use|used|send|sent|report|submit|write|contact)\b|\bnot (?:to be used|intended|meant|suitable|for)\b|\bno (?:use|usar|utilizar|utilice|utilicen|emplear|envíe|enviar|notifique|debe (?:usarse|utilizarse|emplearse)|es para|se debe usar)\b|não (?:use|usar|utilize|utilizar|envie|deve ser (?:usado|utilizado)|é para)\b|ne (?:pas|jamais|doit pas|doivent pas)\b.{0,20}(?:utilis|envoy|employ|déclar|signal)|n['’](?:utilisez|envoyez|employez) pas|nicht (?:für|zur|zu verwenden|benutzen|verwenden|an)\b|(?:senden|schicken|melden|richten|verwenden|nutzen|benutzen) sie (?:bitte )?(?:keine?|nicht)\b|bitte (?:keine?|nicht)\b|ne convient pas|no es válid[oa] para|not monitored for|\bno (?:security )?incident reports?\b|no atiende/i

const kindsIn = (text: string): readonly Purpose[] =>
  KINDS.filter(([, words]) => words.test(text)).map(([purpose]) => purpose)

const parts = (text: string): readonly string[] => text.split(/(?<=[.!?])\s+|\n/)

/** Uses that a sentence forbids: "Do not use for incidents reporting" gives `incidents`. */
export function forbiddenIn(text: string): readonly Purpose[] {
  // The general address is what is forbidden, not general matters.
  const forbidding = parts(text.replaceAll(/\bgeneral (?:e-?mail |contact )?(?:address|mailbox|inbox)/gi, ' ')).flatMap(
    (part) => {
      const found = FORBIDDING.exec(part)
      return found ? [part.slice(found.index, found.index + 160)] : []
    },
  )
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
  const used = (text: string): readonly Purpose[] => {
    const named = allowed(text).replaceAll(NOT_A_USE, ' ')
    const kinds = kindsIn(named.replaceAll(NON_INCIDENT, ' '))
    if (named.search(NON_INCIDENT) >= 0) return [...new Set<Purpose>([...kinds, 'general'])]
    // "Press enquiries" are for the press alone.
    return kinds.includes('press') && !/\bgeneral|allgemein|généra|gera/i.test(named)
      ? kinds.filter((kind) => kind !== 'general')
      : kinds
  }
  // The nearest words that say anything: the label, then the rest of the sentence, then what follows it.
  const [sentence = '', ...rest] = parts(after)
  const said = [before, sentence, rest.join(' ')].map(used).find((kinds) => kinds.length > 0)
  return said ?? []
}
