/** Reads the rules of Communication and Authentication: which channel, with which protection, for which data. */
import type { CardReading, ChannelRule, When } from './card-reading.ts'
import type { Sentence } from './flow.ts'
import { sectionsOf, type Section } from './sections.ts'

type Channel = ChannelRule['channel']

const ENCRYPT =
  /\b(?:pgp|gpg|openpgp|gnupg)\b|encrypt|s\/?mime|cifrad|cifrar|chiffr|verschlüssel|encripta|criptogra|with (?:the|our) public key/i
const PLAIN =
  /unencrypt|not encrypted|regular (?:e-?mail|mail|phone)|plain (?:e-?mail|text)|sin cifrar|non chiffré|unverschlüsselt|clear ?text|considered (?:appropriate|sufficient)|sufficiently secure|sem cifra/i
const HIGH =
  /(?:high(?:ly)?|very|more|most)?-? ?sensitiv(?!e to)|confidential|restricted|sensible|vertraulich|confidencia|confidentiel|sensitiv/i
const LOW =
  /low(?:ly)?[- ]{0,2}sensitiv|non-?sensitive|not sensitive|sensibilidad baja|baja sensibilidad|faible(?:ment)? sensib|niedrige\w? sensi|pouco sensív|geringe\w? (?:sensi|schutz)/i
const MAIL = /e-?mail|\bmail\b|correo|courriel|messagerie|correio/i
const PHONE = /telephone|\bphone|teléfono|téléphon|telefon|llamada/i
const TRANSFER =
  /file transfer|\bftp\b|transferencia de (?:ficheros|archivos)|transfert de fichiers|dateiübertragung|transferência de ficheiros/i
const REPORT =
  /report (?:security )?incidents?|incident reports?|any incident|incident[- ]related|reporting (?:of )?incidents?|notificar incidentes|incident, alert|signale[rz]|vorfälle (?:melden|bitte)/i
const MUST = /\bmust\b|always|shall be|debe|siempre|doit|toujours|muss|müssen|immer|deve|sempre|\bany\b/i

/** "All e-mail must be encrypted"; a mail that must be trusted and is checked by its signature is another matter. */
const EVERYTHING =
  /\b(?:all|any|every)\b[^.]{0,40}(?:mail|communication|message|correspondence)|tod[oa]s? [^.]{0,30}(?:correo|comunicaci|mensaje)|tou(?:s|te|tes) [^.]{0,30}(?:mail|courriel|communication)|alle [^.]{0,30}(?:mail|nachricht)/i

const protectionIn = (text: string): ChannelRule['protection'] =>
  /s\/?mime/i.test(text) && !/pgp|gpg/i.test(text) ? 'smime' : 'pgp'

/** "Unencrypted e-mail is not secure, but sufficient for low-sensitivity data" holds two clauses; each channel keeps its own. */
function plainRules({ text, line }: Sentence): readonly ChannelRule[] {
  const low = LOW.test(text)
  const phone = PHONE.test(text) && PLAIN.test(text)
  const mail = MAIL.test(text) && low
  const rule = (channel: Channel, when: When): ChannelRule => ({ when, channel, protection: 'none', line })
  return [
    ...(mail ? [rule('email', 'low-sensitivity')] : []),
    ...(phone ? [rule('phone', low ? 'low-sensitivity' : 'always')] : []),
  ]
}

function encryptRules({ text, line }: Sentence, section: Section): readonly ChannelRule[] {
  const encrypts = text.replaceAll(/unencrypt\w*/gi, '')
  if (!ENCRYPT.test(encrypts) || LOW.test(text)) return []
  const report = REPORT.test(text) || (section.concept === '6' && MAIL.test(text))
  const high = HIGH.test(text.replace(LOW, ''))
  const always = MUST.test(text) && (report || EVERYTHING.test(text)) && section.concept !== '6'
  const when: When | null = high ? 'high-sensitivity' : always ? 'always' : report ? 'incident-report' : null
  if (
    !when ||
    (section.concept === '2.8' && !/sensitiv|confidential|must|should|recommend|debe|doit|muss|deve/i.test(text))
  )
    return []
  return [{ when, channel: TRANSFER.test(text) ? 'transfer' : 'email', protection: protectionIn(text), line }]
}

const FALLBACK =
  /not possible|not advisable|no es posible|s'il n'est pas possible|nicht möglich|não (?:for|é) possível|cannot (?:be )?use/i

const fallbackRule = ({ text, line }: Sentence): readonly ChannelRule[] =>
  FALLBACK.test(text) && MAIL.test(text) && PHONE.test(text)
    ? [{ when: 'no-email', channel: 'phone', protection: 'none', line }]
    : []

export function readChannelRules(sections: readonly Section[]): readonly ChannelRule[] {
  const rules = sectionsOf(sections, '4.3', '2.8', '2.11', '2.7', '6').flatMap((section) =>
    section.sentences.flatMap((sentence) => [
      ...(section.concept === '4.3' ? plainRules(sentence) : []),
      ...encryptRules(sentence, section),
      ...(section.concept === '2.11' ? fallbackRule(sentence) : []),
    ]),
  )
  const same = (a: ChannelRule, b: ChannelRule): boolean =>
    a.when === b.when && a.channel === b.channel && a.protection === b.protection
  return rules.filter((rule, index) => rules.findIndex((other) => same(rule, other)) === index)
}

/** `true` where the team says that it works with TLP, `false` where it says that it does not, null where it says nothing. */
export function readTlp(sections: readonly Section[]): { readonly tlp: boolean | null; readonly line: number | null } {
  const body = sections.filter(({ chapter }) => chapter !== '1' && chapter !== null)
  const named = body
    .flatMap(({ sentences }) => sentences)
    .filter(({ text }) => /\bTLP\b|traffic light protocol|protocolo de (?:luces|semáforo)|semáforo/i.test(text))
  const first = named[0]
  if (!first) return { tlp: null, line: null }
  const refused =
    /(?:does not|do not|not yet|currently not|no)\s(?:\w{2,10}\s){0,2}(?:use|support|apply|follow|adopt|usa|soporta)/i
  return { tlp: !named.every(({ text }) => refused.test(text)), line: first.line }
}

const PREFERRED =
  /prefer|preferid|preferente|privilégi|bevorzug|main method|primary (?:method|channel|way)|principally|mainly/i

export function readPreferred(sections: readonly Section[]): CardReading['preferred'] {
  const sentences = sectionsOf(sections, '2.11', '2.7', '4.3').flatMap((section) => section.sentences)
  const found = sentences.find(
    ({ text }) => PREFERRED.test(text) && (MAIL.test(text) || PHONE.test(text) || /\bform\b/i.test(text)),
  )
  if (!found) return null
  const order: readonly (readonly [NonNullable<CardReading['preferred']>['channel'], RegExp])[] = [
    ['email', MAIL],
    ['phone', PHONE],
    ['form', /\bform\b/i],
  ]
  const after = found.text.slice(found.text.search(PREFERRED))
  const first = order
    .map(([channel, words]) => ({ channel, at: after.search(words) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)[0]
  return { channel: first?.channel ?? (MAIL.test(found.text) ? 'email' : 'phone'), line: found.line }
}

export function readUrgent(sections: readonly Section[]): CardReading['urgent'] {
  const sentences = sectionsOf(sections, '2.11', '2.7', '6', 'hours').flatMap((section) => section.sentences)
  const found = sentences.find(
    ({ text }) => /urgen|emergenc/i.test(text) && /subject|asunto|objet\b|betreff|assunto/i.test(text),
  )
  const keyword =
    /(?:put|add|include|write|use|with|the word|palabra|mot|wort|palavra)\s(?:the (?:word|keyword) )?["“«'[]([^"”»'\]]{2,30})["”»'\]]/i.exec(
      found?.text ?? '',
    )?.[1] ?? null
  return found ? { text: found.text.slice(0, 400), line: found.line, subjectKeyword: keyword } : null
}
