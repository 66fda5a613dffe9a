/** The values of a card's fields as short lines to read, in the words of the desk. */
import type { CardField } from '../../shared/domain/card/fields.ts'
import { emptyReading } from '../../shared/domain/card/empty-reading.ts'
import type { CardEmail, CardPhone, Purpose, ResponsePromise } from '../../shared/domain/card/card-reading.ts'
import { defang } from '../../shared/domain/observable/refang.ts'
import type { SeenReading } from '../../shared/domain/card/layers-standing.ts'
import { t } from './t.ts'

const joined = (parts: readonly (string | null | undefined)[], by = ', '): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(by)
const link = (url: string): string => defang({ type: 'url', value: url })

const notFor = (purposes: readonly Purpose[]): string | null =>
  purposes.length === 0
    ? null
    : t('cardpage.not-for', { purposes: purposes.map((one) => t(`purpose.${one}`)).join(', ') })

const phone = ({ e164, text, purpose, audience, script, roundTheClock, doNotUseFor }: CardPhone): string =>
  joined([
    `${spoken({ e164, text })} (${t(`purpose.${purpose}`)})`,
    audience === 'public' ? null : t(`cardaudience.${audience}`),
    roundTheClock ? t('cardpage.round-the-clock') : null,
    script === null ? null : t('cardpage.say', { script }),
    notFor(doNotUseFor),
  ])

const email = ({ address, purposes, doNotUseFor }: CardEmail): string =>
  joined([`${address} (${purposes.map((one) => t(`purpose.${one}`)).join(', ')})`, notFor(doNotUseFor)])

/** The term itself, where it was read as one; else the sentence as it is printed. */
export function promiseWords({ text, duration }: Pick<ResponsePromise, 'text' | 'duration'>): string {
  const [, workdays, days, hours, minutes] =
    /^P(?:(\d{1,3})WD|(\d{1,3})D|T(?:(\d{1,4})H)?(?:(\d{1,4})M)?)$/.exec(duration) ?? []
  if (workdays !== undefined) return t('cardpage.within-workdays', { n: Number(workdays) })
  if (days !== undefined) return t('cardpage.within-days', { n: Number(days) })
  if (hours !== undefined && minutes === undefined) return t('cardpage.within-hours', { n: Number(hours) })
  if (minutes !== undefined) return t('cardpage.within-minutes', { n: Number(hours ?? 0) * 60 + Number(minutes) })
  return text || duration
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** As printed where it can be dialled as it stands, because groups are easier to read out. */
export const spoken = ({ e164, text }: Pick<CardPhone, 'e164' | 'text'>): string =>
  /^\+[\d ()./-]{5,30}$/.test(text) ? text : (e164 ?? text)

/** Empty where the field says nothing. */
export const cardWords: { readonly [F in CardField]: (card: SeenReading) => readonly string[] } = {
  names: ({ names: { short, full, host, others } }) =>
    [joined([short, full], ': '), host ?? '', others.join(', ')].filter((line) => line !== ''),
  country: ({ country }) => (country === null ? [] : [country]),
  subdivision: ({ subdivision }) => (subdivision === null ? [] : [subdivision]),
  languages: ({ languages }) => (languages.length === 0 ? [] : [languages.join(', ')]),
  document: ({ document: { version, date, dateText, urls } }) => {
    const first = joined([version === null ? null : t('cardpage.version', { version }), date ?? dateText])
    return [first, ...urls.map(link)].filter((line) => line !== '')
  },
  address: ({ address }) => (address === null ? [] : [address.text]),
  timeZone: ({ timeZone: { iana, text } }) =>
    (iana ?? text) === null ? [] : [joined([iana, text === null ? null : `“${text}”`])],
  emails: ({ emails }) => emails.map(email),
  phones: ({ phones }) => phones.map(phone),
  fax: ({ fax }) => fax.map(({ e164, text }) => e164 ?? text),
  forms: ({ forms }) => forms.map(({ url, audience }) => `${link(url)} (${t(`cardaudience.${audience}`)})`),
  keys: ({ keys }) =>
    keys.map(({ fingerprint, keyIdPrinted, state }) =>
      joined([fingerprint?.replaceAll(/(.{4})(?=.)/g, '$1 ') ?? keyIdPrinted, t(`keystate.${state}`)]),
    ),
  hours: ({ hours: { osm, text } }) => [osm ?? '', osm === null ? (text ?? '') : ''].filter((line) => line !== ''),
  coverage: ({ coverage }) => coverage.map(({ audience, osm }) => `${osm} (${t(`cardaudience.${audience}`)})`),
  responsePromises: ({ responsePromises }) =>
    responsePromises.map((promise) =>
      joined([promiseWords(promise), promise.audience === null ? null : t(`cardaudience.${promise.audience}`)]),
    ),
  urgent: ({ urgent }) => (urgent === null ? [] : [urgent.subjectKeyword ?? urgent.text]),
  preferred: ({ preferred }) => (preferred === null ? [] : [t(`cardpage.channel.${preferred.channel}`)]),
  tlp: ({ tlp }) => (tlp === null ? [] : [tlp ? t('cardpage.tlp-yes') : t('cardpage.tlp-no')]),
  constituency: ({ constituency }) => (constituency === null ? [] : [constituency]),
  charter: ({ charter: { mission, sponsor, authority } }) =>
    [mission, sponsor, authority].flatMap((part) => (part === null ? [] : [part.text])),
  networks: ({ networks: { cidrs, domains, asns } }) =>
    [
      cidrs.slice(0, 20).join(', '),
      domains
        .slice(0, 20)
        .map((value) => defang({ type: 'domain', value }))
        .join(', '),
      asns.map((asn) => `AS${String(asn)}`).join(', '),
    ].filter((line) => line !== ''),
  members: ({ members }) => members.map(({ name, role, code, tier }) => joined([name, role, code, tier])),
  channelRules: ({ channelRules }) =>
    channelRules.map(
      ({ when, channel, protection }) =>
        `${t(`cardpage.when.${when}`)}: ${t(`cardpage.channel.${channel}`)}, ${t(`cardpage.protection.${protection}`)}`,
    ),
  priorities: ({ priorities }) => priorities.map((text, at) => `${String(at + 1)}. ${text}`),
  reportFields: ({ reportFields }) => reportFields,
}

/** One side of a change: its value is that of the field in a card (card-views.ts), which its type cannot say. */
export const changeWords = ({ field }: { readonly field: CardField }, value: unknown): readonly string[] =>
  value === null || value === undefined ? [] : cardWords[field]({ ...emptyReading, findings: [], [field]: value })
