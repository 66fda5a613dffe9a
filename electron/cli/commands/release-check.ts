/** release check: what the release point would say, about a card that is here or a recipient that is only supposed. */
import { firstRule } from '../../../shared/domain/disclosure/first-rule.ts'
import type { RecipientFacts } from '../../../shared/domain/disclosure/recipient-facts.ts'
import type { Recipient } from '../../../shared/ipc/views.ts'
import { saying } from '../../../shared/words/say.ts'
import type { Session } from '../../core/session.ts'
import { taken, type Answer, type Call } from '../command.ts'
import { Refused, Usage } from '../refusal.ts'
import { verdictShape, verdictText } from '../shapes/verdict-shape.ts'
import { needed, oneOf } from '../values.ts'
import { classesOf, withClasses } from './classes.ts'
import { tlpOf } from './message-seal.ts'
import { recipientIds } from './recipients.ts'

const supposable = [
  'management',
  'users',
  'community',
  'public',
  'security-community',
  'press',
  'csirt',
  'vendor',
  'police',
] as const
const channels = ['email-pgp', 'email-plain', 'phone', 'form'] as const

interface Judged {
  readonly facts: RecipientFacts
  readonly shown: Recipient
}

export async function check(call: Call): Promise<Answer> {
  const { args, language } = call
  const classes = classesOf(args)
  const channel = oneOf(needed(args, 'channel'), channels, '--channel')
  const tlp = tlpOf(call)
  if (args.many('to').length === 0) throw new Usage(saying('cli.option-missing', { option: '--to' }))
  const { session } = await call.vault()
  const { findCase } = await import('../../core/cases/case-book.ts')
  const number = args.one('case')
  const state = number === null ? null : taken(findCase(session, number)).state
  const recipients = (await Promise.all(args.many('to').map((typed) => judged(session, typed)))).flat()
  const request = {
    marking: tlp ?? state?.tlp ?? 'AMBER',
    caseMarking: state?.tlp ?? null,
    loosenedBecause: null,
    recipients: recipients.map(({ facts }) =>
      args.has('verified') ? { ...facts, trust: 'verified' as const } : facts,
    ),
    channel,
    purpose: state === null ? ('general' as const) : ('incident' as const),
    sensitivity: null,
    text: '',
  }
  const verdict = withClasses(firstRule(request, call.now), classes)
  const json = verdictShape(
    verdict,
    recipients.map(({ shown }) => shown),
    null,
    language,
  )
  return { json, text: verdictText(json) }
}

async function judged(session: Session, typed: string): Promise<readonly Judged[]> {
  if (typed.startsWith('class:')) return [supposed(oneOf(typed.slice('class:'.length), supposable, '--to class:'))]
  const { recipientsOf } = await import('../../core/exchange/recipients.ts')
  const found = recipientsOf(session, await recipientIds(session, [typed]))
  if (found.length === 0) throw new Refused(saying('card-not-found', { id: typed }))
  return found
}

/** Somebody of that kind with an address and a usable key that nobody has checked yet. */
function supposed(recipient: (typeof supposable)[number]): Judged {
  const name = `class:${recipient}`
  const isPublic = recipient === 'public' || recipient === 'press'
  const key = { fingerprint: '?', keyState: 'usable', trust: 'undecided', expires: null } as const
  const facts: RecipientFacts = {
    ...key,
    id: name,
    name: recipient,
    kind: isPublic ? 'public' : 'team',
    address: '?',
    addressDoNotUseFor: [],
    offers: [],
    channelRules: [],
    ownOrganisation: recipient === 'management',
  }
  return {
    facts,
    shown: {
      card: name,
      name: recipient,
      address: null,
      fingerprint: null,
      keyState: 'none',
      trust: null,
      expires: null,
      encrypts: { today: false, due: null },
      verified: null,
      number: 0,
    },
  }
}
