/** Chapters 3 to 7 of our own description: for whom the team works, in what order, on which channels, and what a report should hold. */
import { word } from '../../../words/say.ts'
import type { ChannelRule, ResponsePromise } from '../card-reading.ts'
import type { Block, Part } from './layout.ts'
import { namesHost } from './own-facts.ts'
import type { WritableCard } from './writable-card.ts'

const paragraph = (text: string): Block => ({ paragraph: text })

function sponsorBlocks(card: WritableCard, team: string): readonly Block[] {
  const { sponsor } = card.charter
  const { host } = card.names
  const said = sponsor ? [paragraph(sponsor.text)] : []
  const runs = host !== null && !namesHost(card, host) ? [paragraph(word('en', 'own-host', { host, team }))] : []
  return said.length + runs.length > 0 ? [...said, ...runs] : [paragraph(word('en', 'own-no-sponsor', { team }))]
}

/** Networks that the words on the constituency do not name already. */
function networkParts({ networks, constituency }: WritableCard): readonly Part[] {
  const said = constituency ?? ''
  const missing = (texts: readonly string[]) => texts.filter((text) => !said.includes(text))
  const rows = [
    ['own-networks', missing(networks.cidrs)],
    ['own-asns', missing(networks.asns.map((asn) => `AS${asn}`))],
    ['own-domains', missing(networks.domains)],
  ] as const
  const body = rows.flatMap(([code, texts]) =>
    texts.length > 0 ? [paragraph(word('en', code, { values: texts.join(', ') }))] : [],
  )
  return body.length > 0 ? [{ number: '3.5', title: 'Domains and IP Ranges', body }] : []
}

/** `P2WD`, `P3D`, `PT4H`, `PT30M` in words; null for another duration. */
function durationInWords(duration: string): string | null {
  const [, days, unit, hours, minutes] = /^P(?:(\d{1,3})(WD|D)|T(?:(\d{1,3})H|(\d{1,3})M))$/.exec(duration) ?? []
  if (days) return word('en', unit === 'WD' ? 'own-working-days' : 'own-days', { count: Number(days) })
  if (hours) return word('en', 'own-hours-long', { count: Number(hours) })
  return minutes ? word('en', 'own-minutes', { count: Number(minutes) }) : null
}

function promiseBlock({ duration, audience, text }: ResponsePromise): Block {
  const within = durationInWords(duration)
  return paragraph(within === null ? text : word('en', `own-promise.${audience ?? 'everyone'}`, { within }))
}

function supportBlocks(card: WritableCard, team: string): readonly Block[] {
  const promises =
    card.responsePromises.length > 0 ? card.responsePromises : card.responsePromise ? [card.responsePromise] : []
  return [
    paragraph(word('en', 'own-types', { team })),
    ...promises.map(promiseBlock),
    ...(card.priorities.length > 0
      ? [
          paragraph(word('en', 'own-priorities')),
          { list: card.priorities, ranked: true },
          paragraph(word('en', 'own-other-incidents')),
        ]
      : []),
  ]
}

const tlpSentence = (tlp: boolean | null) => (tlp === null ? 'own-need-to-know' : tlp ? 'own-tlp' : 'own-no-tlp')

function ruleSentence({ when, channel, protection }: ChannelRule): string | null {
  const cipher = protection === 'smime' ? 'S/MIME' : 'OpenPGP'
  if (when === 'no-email') return null
  if (protection !== 'none')
    return word('en', channel === 'transfer' ? `own-rule-files.${when}` : `own-rule-cipher.${when}`, { cipher })
  if (channel === 'form') return word('en', `own-rule-form.${when}`)
  return word('en', channel === 'phone' ? `own-rule-phone.${when}` : `own-rule-plain.${when}`)
}

function channelBlocks({ channelRules }: WritableCard): readonly Block[] {
  const sentences = [...new Set(channelRules.flatMap((rule) => ruleSentence(rule) ?? []))]
  return (sentences.length > 0 ? sentences : [word('en', 'own-no-rule')]).map(paragraph)
}

function formBlocks({ forms, reportFields }: WritableCard): readonly Block[] {
  const pages = forms.flatMap(({ url, audience }) => [paragraph(word('en', `own-form-at.${audience}`)), { value: url }])
  const fields =
    reportFields.length > 0 ? [paragraph(word('en', 'own-report-fields')), { list: reportFields, ranked: false }] : []
  return [...(pages.length > 0 ? pages : [paragraph(word('en', 'own-no-form'))]), ...fields]
}

export function policyParts(card: WritableCard, team: string): readonly Part[] {
  const { mission, authority } = card.charter
  return [
    { number: '3', title: 'Charter', body: [] },
    {
      number: '3.1',
      title: 'Mission Statement',
      body: [paragraph(mission?.text ?? word('en', 'own-mission', { team }))],
    },
    {
      number: '3.2',
      title: 'Constituency',
      body: [paragraph(card.constituency ?? word('en', 'own-no-constituency', { team }))],
    },
    { number: '3.3', title: 'Sponsorship and/or Affiliation', body: sponsorBlocks(card, team) },
    { number: '3.4', title: 'Authority', body: [paragraph(authority?.text ?? word('en', 'own-authority', { team }))] },
    ...networkParts(card),
    { number: '4', title: 'Policies', body: [] },
    { number: '4.1', title: 'Types of Incidents and Level of Support', body: supportBlocks(card, team) },
    {
      number: '4.2',
      title: 'Co-operation, Interaction and Disclosure of Information',
      body: [paragraph(word('en', tlpSentence(card.tlp), { team }))],
    },
    { number: '4.3', title: 'Communication and Authentication', body: channelBlocks(card) },
    { number: '5', title: 'Services', body: [] },
    { number: '5.1', title: 'Incident Response', body: [paragraph(word('en', 'own-response', { team }))] },
    { number: '5.1.1', title: 'Incident Triage', body: [paragraph(word('en', 'own-triage'))] },
    { number: '5.1.2', title: 'Incident Coordination', body: [paragraph(word('en', 'own-coordination'))] },
    { number: '5.1.3', title: 'Incident Resolution', body: [paragraph(word('en', 'own-resolution'))] },
    { number: '5.2', title: 'Proactive Activities', body: [paragraph(word('en', 'own-proactive', { team }))] },
    { number: '6', title: 'Incident Reporting Forms', body: formBlocks(card) },
    { number: '7', title: 'Disclaimers', body: [paragraph(word('en', 'own-disclaimer', { team }))] },
  ]
}
