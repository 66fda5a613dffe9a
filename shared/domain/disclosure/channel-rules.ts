/** What the cards say about the way to them: which address not to use, and when a message has to be encrypted. */
import { saying } from '../../words/say.ts'
import { reason } from './marking-rules.ts'
import { isHighlySensitive, type ChannelRule, type RecipientFacts, type ReleaseRequest } from './recipient-facts.ts'
import type { VerdictReason } from './verdict.ts'

const clauseOf = (name: string, section: string): string => `RFC 2350 of ${name}, ${section}`

export function channelRules(request: ReleaseRequest, recipient: RecipientFacts): readonly VerdictReason[] {
  const byMail = request.channel === 'email-pgp' || request.channel === 'email-plain'
  return byMail
    ? [...addressRules(request, recipient), ...protectionRules(request, recipient)]
    : [aside(request, recipient)]
}

/** Z-01: an address may be published and still be the wrong one. What the card offers instead is named. */
function addressRules({ purpose }: ReleaseRequest, recipient: RecipientFacts): readonly VerdictReason[] {
  const { id, name, address, addressDoNotUseFor, offers } = recipient
  const instead = offers.slice(0, 5).join(', ')
  if (address === null) {
    const said =
      instead === '' ? saying('release.no-address', { name }) : saying('release.no-address-instead', { name, instead })
    return [reason('stop', said, clauseOf(name, '2.7, 2.10'), id)]
  }
  if (purpose !== 'incident' || !addressDoNotUseFor.some(meansIncidents)) return []
  const said =
    instead === ''
      ? saying('release.do-not-use', { name, address })
      : saying('release.do-not-use-instead', { name, address, instead })
  return [reason('stop', said, clauseOf(name, '2.7'), id)]
}

const meansIncidents = (purpose: string): boolean => /^incident/i.test(purpose)

/** Z-10: where a card says two things, a report follows the stricter and a follow-up of low sensitivity the laxer. */
function protectionRules(request: ReleaseRequest, recipient: RecipientFacts): readonly VerdictReason[] {
  if (request.channel === 'email-pgp') return []
  const { id, name } = recipient
  const rule = recipient.channelRules.find((one) => asksForPgp(one) && applies(one, request))
  if (rule === undefined) return [reason('allow', saying('release.plain-allowed', { name }), clauseOf(name, '4.3'), id)]
  const clause = clauseOf(name, rule.when === 'incident-report' ? '6' : '4.3')
  return [
    {
      ...reason('stop', saying('release.must-encrypt', { name, when: rule.when }), clause, id),
      fix: { kind: 'encrypt' },
    },
  ]
}

const asksForPgp = ({ channel, protection }: ChannelRule): boolean =>
  protection !== 'none' && (channel === 'email' || channel === 'transfer')

function applies({ when }: ChannelRule, request: ReleaseRequest): boolean {
  switch (when) {
    case 'always':
      return true
    case 'incident-report':
    case 'incident':
      return request.purpose === 'incident'
    case 'high-sensitivity':
      return isHighlySensitive(request)
    default:
      return false
  }
}

/** Voice and form are not ours to protect; what matters is whom one speaks to (M-36, M-37). */
function aside({ channel }: ReleaseRequest, { id, name }: RecipientFacts): VerdictReason {
  return channel === 'phone'
    ? reason('allow', saying('release.phone', { name }), clauseOf(name, '4.3'), id)
    : reason('allow', saying('release.form', { name }), clauseOf(name, '6'), id)
}
