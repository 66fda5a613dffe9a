/** Reads a team's own description (RFC 2350) into a contact card: what is printed, where, and what is wrong with it. */
import { fail, ok, type Result } from '../../kit/result.ts'
import { saying, type Saying } from '../../words/say.ts'
import { takeArmor } from './armor.ts'
import type { CardFinding, CardReading, Quoted, Severity } from './card-reading.ts'
import { readChannelRules } from './channel-rules.ts'
import { contradictions } from './contradictions.ts'
import { readDocument } from './document.ts'
import { readEmails } from './emails.ts'
import { finding } from './finding.ts'
import { plainText } from './flow.ts'
import { readForms } from './forms.ts'
import { hostSpellings, nameVariants } from './host-name.ts'
import { readHours } from './hours.ts'
import { readKeys } from './keys.ts'
import { readPieces, type Pieces } from './pieces.ts'
import { readLanguages } from './languages.ts'
import { readMembers } from './members.ts'
import { readNames } from './names.ts'
import { readNetworks } from './networks.ts'
import { readPhones } from './phones.ts'
import { readCountry } from './place.ts'
import { readPreferred, readUrgent } from './preferred.ts'
import { readPriorities } from './priorities.ts'
import { readPromises } from './promise.ts'
import { readReportFields } from './report-fields.ts'
import { brokenUrls, channelGaps, clauses, domainAliases, endCut, pageCuts, templateResidue } from './remarks.ts'
import { presence, readSections, sectionsOf, type Section } from './sections.ts'
import { subdivisionOf } from './subdivisions.ts'
import { readTlp } from './tlp.ts'
import { hostOf } from './urls.ts'
import { readZone } from './zone.ts'

/** Characters. The longest known team description has 60,000. */
export const CARD_LIMIT = 1024 * 1024

const MAX_QUOTE = 3000

function quoted(sections: readonly Section[], concept: '2.2' | '3.1' | '3.2' | '3.3' | '3.4'): Quoted | null {
  const section = sectionsOf(sections, concept).find(({ flow }) => flow.text.trim() !== '')
  if (!section) return null
  return {
    text: plainText(section.flow).slice(0, MAX_QUOTE),
    line: section.pieces.find(({ text }) => text !== '')?.line ?? section.line,
  }
}

/** The lines of the address, which tell more apart than joined. */
const address = (sections: readonly Section[]): string =>
  sectionsOf(sections, '2.2')
    .map(({ flow }) => flow.text)
    .join('\n')

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

const inOrder = (findings: readonly CardFinding[]): readonly CardFinding[] =>
  findings.toSorted((a, b) => RANK[a.severity] - RANK[b.severity] || (a.line ?? 0) - (b.line ?? 0))

function workingDay(promises: CardReading['responsePromises']): readonly CardFinding[] {
  const first = promises.find(({ duration }) => duration.endsWith('WD'))
  return first ? [finding('info', first.line, saying('working-day-undefined'))] : []
}

/** Where the country shows first without knowing it, then everything that needs it. */
function placed(sections: readonly Section[]) {
  const mail = readEmails(sections)
  const international = readPhones(sections, null).countries
  const hosts = mail.emails.map(({ address }) => address.split('@')[1] ?? '')
  const own = readDocument(sections, '', null).document.urls.map(hostOf)
  const country = readCountry({ sections, phoneCountries: international, hosts: [...hosts, ...own] })
  return { mail, country, phones: readPhones(sections, country) }
}

function readAll(
  { pieces, hidden, cutAt }: Pieces,
  sections: readonly Section[],
  armored: ReturnType<typeof takeArmor>,
  now: string,
): CardReading {
  const members = readMembers(sections)
  // How to reach one person is not how to reach the team.
  const ofTeam = members.length > 0 ? sections.filter(({ concept }) => concept !== '2.9') : sections
  const { mail, country, phones } = placed(ofTeam)
  const { document, findings: documentFindings } = readDocument(sections, now, country)
  const mailHosts = mail.emails.map(({ address }) => address.split('@')[1] ?? '')
  const spellings = hostSpellings(sections, mailHosts)
  const variants = nameVariants(spellings)
  const zone = readZone(sections, country, now)
  const keys = readKeys(ofTeam, armored.blocks, zone.timeZone.iana, now)
  const { hours, coverage, availability, findings: hoursFindings } = readHours(sections)
  const { priorities, findings: priorityFindings } = readPriorities(sections)
  const promises = readPromises(sections)
  const responsePromise = promises.general
  const { forms, findings: formFindings } = readForms(sections)
  const channelRules = readChannelRules(sections)
  const tlp = readTlp(sections)
  const parts = presence(sections)
  const findings: readonly CardFinding[] = [
    ...(parts.present.length < 3 ? [finding('error', null, saying('card-not-recognised'))] : []),
    ...(hidden ? [finding('warning', hidden.line, saying('hidden-characters', { count: hidden.count }))] : []),
    ...(cutAt === null ? [] : [finding('warning', cutAt, saying('card-cut', { line: cutAt }))]),
    ...documentFindings,
    ...variants,
    ...zone.findings,
    ...mail.findings,
    ...phones.findings,
    ...keys.findings,
    ...hoursFindings,
    ...priorityFindings,
    ...formFindings,
    ...channelGaps(
      mail.emails,
      keys.keys,
      channelRules,
      sections,
      mail.findings.some(({ code }) => code === 'address-hidden'),
      keys.findings.some(({ code }) => code === 'fingerprint-invalid'),
    ),
    ...clauses(sections),
    ...contradictions({ sections, rules: channelRules, document, mailHosts }),
    ...domainAliases(document.urls, mail.emails, sectionsOf(sections, '1.3')[0]?.line ?? null),
    ...workingDay(promises.all),
    ...(tlp.tlp && (document.date ?? '9') < '2022-08' ? [finding('info', tlp.line, saying('tlp-before-two'))] : []),
    ...templateResidue(sections),
    ...pageCuts(pieces),
    ...brokenUrls(pieces),
    ...endCut(sections, parts.present),
  ]
  return {
    schema: 'signet.card/1',
    names: readNames(sections, variants.length > 0 ? spellings.map(({ text }) => text) : []),
    country,
    subdivision: subdivisionOf(address(sections), country),
    languages: readLanguages(sections),
    document,
    address: quoted(sections, '2.2'),
    timeZone: zone.timeZone,
    emails: mail.emails,
    phones: phones.phones,
    fax: phones.fax,
    forms,
    keys: keys.keys,
    hours,
    coverage,
    availability,
    responsePromise,
    responsePromises: promises.all,
    urgent: readUrgent(sections),
    preferred: readPreferred(sections),
    tlp: tlp.tlp,
    constituency: quoted(sections, '3.2')?.text ?? null,
    charter: { mission: quoted(sections, '3.1'), sponsor: quoted(sections, '3.3'), authority: quoted(sections, '3.4') },
    networks: readNetworks(sections),
    members,
    channelRules,
    priorities,
    reportFields: readReportFields(sections),
    sections: parts,
    findings: inOrder(findings),
  }
}

/**
 * Reads a document of any layout in time linear in its length. `now` is a UTC ISO instant, for ages and expiries.
 * The only problem is `card-too-large`; a text that is no team description gives a reading with a finding that says so.
 */
export function readCard(text: string, { now }: { readonly now: string }): Result<CardReading, Saying> {
  if (text.length > CARD_LIMIT) return fail(saying('card-too-large', { size: text.length, limit: CARD_LIMIT }))
  const armored = takeArmor(text)
  const read = readPieces(armored.text)
  return ok(readAll(read, readSections(read.pieces), armored, now))
}
