/** Writes a card as vCard 4.0 (RFC 6350), for address books: what each address is for stands in the label of its group. */
import type { CardEmail, CardPhone } from '../card-reading.ts'
import { word } from '../../../words/say.ts'
import { foldedLine, textValue, type VcardLine } from './vcard-line.ts'
import type { WritableCard } from './writable-card.ts'

export interface VcardFacts {
  /** A UUID, or any text that stays the same for this card. */
  readonly uid: string
  /** UTC ISO instant of the card's last change. */
  readonly rev: string
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const uidLine = (uid: string): VcardLine =>
  UUID.test(uid)
    ? { name: 'UID', value: `urn:uuid:${uid.toLowerCase()}` }
    : { name: 'UID', params: 'VALUE=text', value: textValue(uid) }

/** ISO 8601 basic format, as RFC 6350 4.3.5 has it. */
const timestamp = (iso: string): string => new Date(iso).toISOString().replaceAll(/[-:]|\.\d{3}/g, '')

const named = (texts: readonly (string | null)[]): readonly string[] => texts.flatMap((text) => (text ? [text] : []))

function nameLines({ names, emails }: WritableCard): readonly VcardLine[] {
  const [fn = emails[0]?.address ?? '?'] = named([names.short, names.full, names.host])
  const org = named([names.host, names.full ?? names.short])
  const nick = named([names.short === fn ? null : names.short, names.full === fn ? null : names.full, ...names.others])
  return [
    { name: 'FN', value: textValue(fn) },
    { name: 'ORG', value: org.map(textValue).join(';') },
    ...(nick.length > 0 ? [{ name: 'NICKNAME', value: nick.map(textValue).join(',') }] : []),
  ]
}

const forbidden = ({ doNotUseFor }: Pick<CardEmail, 'doNotUseFor'>): boolean => doNotUseFor.length > 0

/** Addresses for incidents first; one that is forbidden for something is nobody's first choice and has no rank. */
function ranked(emails: readonly CardEmail[]): readonly (CardEmail & { readonly rank: number | null })[] {
  const order = emails.toSorted(
    (a, b) =>
      Number(forbidden(a)) - Number(forbidden(b)) ||
      Number(b.purposes.includes('incidents')) - Number(a.purposes.includes('incidents')),
  )
  return order.map((email, index) => ({ ...email, rank: forbidden(email) ? null : Math.min(index + 1, 100) }))
}

const inGroup = (group: string, lines: readonly VcardLine[]): readonly VcardLine[] =>
  lines.map((line) => ({ ...line, group }))

/** Parted by what needs no escape: programs show the value of this name as it stands. */
const labelled = (labels: readonly string[]): readonly VcardLine[] =>
  labels.length > 0 ? [{ name: 'X-ABLABEL', value: textValue(labels.join(' / ')) }] : []

function forbiddenNote(doNotUseFor: CardEmail['doNotUseFor']): readonly VcardLine[] {
  if (doNotUseFor.length === 0) return []
  const uses = doNotUseFor.map((purpose) => word('en', `own-use.${purpose}`)).join(', ')
  return [{ name: 'NOTE', value: textValue(word('en', 'own-vcard-do-not-use', { uses })) }]
}

function emailLines(emails: readonly CardEmail[]): readonly VcardLine[] {
  return ranked(emails).flatMap(({ address, purposes, doNotUseFor, rank }, index) =>
    inGroup(`mail${index + 1}`, [
      { name: 'EMAIL', params: `TYPE=work${rank === null ? '' : `;PREF=${rank}`}`, value: textValue(address) },
      ...labelled(purposes.map((purpose) => word('en', `own-use.${purpose}`))),
      ...forbiddenNote(doNotUseFor),
    ]),
  )
}

function phoneLines(phones: readonly CardPhone[], type: 'voice' | 'fax', group: string): readonly VcardLine[] {
  return phones.flatMap(({ e164, text, purpose, audience, script, doNotUseFor, roundTheClock }, index) => {
    const labels = [
      word('en', `own-phone.${purpose}`),
      ...(audience === 'public' ? [] : [word('en', `own-audience.${audience}`)]),
    ]
    return inGroup(`${group}${index + 1}`, [
      e164 === null
        ? { name: 'TEL', params: `VALUE=text;TYPE="work,${type}"`, value: textValue(text) }
        : { name: 'TEL', params: `VALUE=uri;TYPE="work,${type}"`, value: `tel:${e164}` },
      ...labelled([...labels, ...(roundTheClock ? ['24/7'] : [])]),
      ...(script === null ? [] : [{ name: 'NOTE', value: textValue(script) }]),
      ...forbiddenNote(doNotUseFor),
    ])
  })
}

const hoursNote = ({ hours, timeZone }: WritableCard): readonly VcardLine[] => {
  const said = hours.osm ?? hours.text
  const note =
    said === null ? null : word('en', 'own-vcard-hours', { hours: said, zone: timeZone.iana ?? timeZone.text ?? '?' })
  return note === null ? [] : [{ name: 'NOTE', value: textValue(note) }]
}

const urlLines = (card: WritableCard): readonly VcardLine[] => [
  ...card.document.urls.map((url) => ({ name: 'URL', value: uri(url) })),
  ...card.forms.flatMap(({ url }, index) =>
    inGroup(`form${index + 1}`, [{ name: 'URL', value: uri(url) }, ...labelled([word('en', 'own-form')])]),
  ),
]

/** A URI value is not escaped; what would break the line is taken out. */
const uri = (url: string): string => url.replaceAll(/[\s\p{Cc}]/gu, '')

/** One key that encrypts to the team: address books take the first for that. */
const keyLines = (card: WritableCard): readonly VcardLine[] =>
  card.keys.flatMap(({ fingerprint, use }) =>
    fingerprint === null || use !== 'team'
      ? []
      : [{ name: 'KEY', params: 'VALUE=uri', value: `OPENPGP4FPR:${fingerprint}` }],
  )

/** The address as one text in the place for the street: its parts are not known apart. */
function addressLine({ address, country }: WritableCard): readonly VcardLine[] {
  if (!address) return country ? [{ name: 'ADR', value: `;;;;;;${country}` }] : []
  return [{ name: 'ADR', params: 'TYPE=work', value: `;;${textValue(address.text)};;;;${country ?? ''}` }]
}

/** CRLF line ends, folded at 75 octets between characters. */
export function writeVcard(card: WritableCard, { uid, rev }: VcardFacts): string {
  const zone = card.timeZone.iana
  const lines: readonly VcardLine[] = [
    { name: 'BEGIN', value: 'VCARD' },
    { name: 'VERSION', value: '4.0' },
    { name: 'KIND', value: 'org' },
    uidLine(uid),
    { name: 'REV', value: timestamp(rev) },
    ...nameLines(card),
    ...emailLines(card.emails),
    ...phoneLines(card.phones, 'voice', 'tel'),
    ...phoneLines(card.fax, 'fax', 'fax'),
    ...addressLine(card),
    ...(zone ? [{ name: 'TZ', value: textValue(zone) }] : []),
    ...card.languages.map((tag, index) => ({
      name: 'LANG',
      params: `PREF=${Math.min(index + 1, 100)}`,
      value: textValue(tag),
    })),
    ...keyLines(card),
    ...urlLines(card),
    ...hoursNote(card),
    { name: 'END', value: 'VCARD' },
  ]
  return lines.map(foldedLine).join('')
}
