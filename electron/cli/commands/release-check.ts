/** release check: what the gate would say, about a card that is here or a kind of recipient that is only supposed. */
import { recipientClasses } from '../../../shared/domain/disclosure/classes.ts'
import type { Recipient } from '../../../shared/ipc/views.ts'
import { saying } from '../../../shared/words/say.ts'
import type { Session } from '../../core/session.ts'
import { taken, type Answer, type Call } from '../command.ts'
import { Refused, Usage } from '../refusal.ts'
import { verdictShape, verdictText } from '../shapes/verdict-shape.ts'
import { needed, oneOf } from '../values.ts'
import { classesOf } from './classes.ts'
import { tlpOf } from './message-seal.ts'
import { recipientIds } from './recipients.ts'

const channels = ['email-pgp', 'email-plain', 'phone', 'form'] as const

export async function check(call: Call): Promise<Answer> {
  const { args, language } = call
  const classes = classesOf(args)
  const channel = oneOf(needed(args, 'channel'), channels, '--channel')
  const tlp = tlpOf(call)
  if (args.many('to').length === 0) throw new Usage(saying('cli.option-missing', { option: '--to' }))
  const { session } = await call.vault()
  const { checked } = await import('../../core/disclosure/disclosure-handlers.ts')
  const named = (await Promise.all(args.many('to').map((typed) => namedBy(session, typed)))).flat()
  const number = args.one('case')
  const supposed = {
    disguised: args.has('disguised'),
    permission: args.has('permission'),
    verified: args.has('verified'),
  }
  const ask = { number, to: named.map(({ id }) => id), classes, channel, tlp, text: '', ...supposed }
  const json = verdictShape({
    verdict: taken(checked(session, ask)),
    recipients: named.map(({ shown }) => shown),
    file: null,
    language,
  })
  return { json, text: verdictText(json) }
}

interface Named {
  readonly id: string
  readonly shown: Recipient
}

async function namedBy(session: Session, typed: string): Promise<readonly Named[]> {
  if (typed.startsWith('class:')) {
    const name = oneOf(typed.slice('class:'.length), recipientClasses, '--to class:')
    return [{ id: typed, shown: { ...nobody, card: typed, name } }]
  }
  const { recipientsOf } = await import('../../core/exchange/recipients.ts')
  const ids = await recipientIds(session, [typed])
  const found = recipientsOf(session, ids)
  if (found.length === 0) throw new Refused(saying('card-not-found', { id: typed }))
  return found.map(({ facts, shown }, at) => ({ id: ids[at] ?? facts.id, shown }))
}

const nobody: Recipient = {
  card: '',
  name: '',
  address: null,
  fingerprint: null,
  keyState: 'none',
  trust: null,
  expires: null,
  encrypts: { today: false, due: null },
  verified: null,
  number: 0,
}
