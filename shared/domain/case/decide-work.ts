/** Decides the commands about how a case is worked: parties, links, times, clocks, legal duties, permissions, prosecution. */
import { fail, ok, type Result } from '../../kit/result.ts'
import { saying, type Saying } from '../../words/say.ts'
import type { Act } from './act.ts'
import type { CaseState } from './case.ts'
import type { Command } from './command.ts'

export type Decision = Result<readonly Act[], Saying>

type Do<Name extends Command['do']> = Extract<Command, { do: Name }>

type WorkCommand = Do<
  | 'task-assign'
  | 'party'
  | 'ask'
  | 'answered'
  | 'party-drop'
  | 'link'
  | 'event'
  | 'event-drop'
  | 'pause'
  | 'resume'
  | 'legal'
  | 'legal-done'
  | 'place'
  | 'escalate'
  | 'permit'
  | 'permit-withdraw'
  | 'prosecution'
>

export const one = (act: Act): Decision => ok([act])

export const asInstant = (at: string | null): string | null => (at === null ? null : new Date(at).toISOString())

interface Making {
  readonly newId: () => string
  /** UTC ISO. */
  readonly now: string
}

export function decideWork(state: CaseState, command: WorkCommand, { newId, now }: Making): Decision {
  switch (command.do) {
    case 'task-assign':
      return state.tasks.some(({ id }) => id === command.task)
        ? one({ ...without(command), kind: 'task.assigned', due: asInstant(command.due) })
        : fail(saying('task-unknown'))
    case 'party':
      return setParty(state, command, newId)
    case 'ask':
      return withParty(state, command.party, {
        ...without(command),
        kind: 'party.asked',
        due: asInstant(command.due),
        exchange: null,
      })
    case 'answered':
      return withParty(state, command.party, { ...without(command), kind: 'party.answered', exchange: null })
    case 'party-drop':
      return withReason(command.reason, () =>
        withParty(state, command.party, { ...without(command), kind: 'party.dropped' }),
      )
    case 'link':
      return setLink(state, command)
    case 'event':
      return one({ ...without(command), kind: 'event.added', event: newId(), at: asInstant(command.at) })
    case 'event-drop':
      return state.events.some(({ id }) => id === command.event)
        ? withReason(command.reason, () => one({ ...without(command), kind: 'event.dropped' }))
        : fail(saying('event-unknown'))
    case 'pause':
      return pause(state, command, now)
    case 'resume':
      return isPaused(state, command.clock, now)
        ? one({ kind: 'clock.resumed', clock: command.clock })
        : fail(saying('clock-not-paused'))
    case 'legal':
      return withReason(command.reason, () => one({ ...without(command), kind: 'legal.set' }))
    case 'legal-done':
      return one({ ...without(command), kind: 'legal.done', at: new Date(command.at).toISOString() })
    case 'place':
      return withReason(command.reason, () => one({ ...without(command), kind: 'place.set' }))
    case 'escalate':
      return one({ ...without(command), kind: 'escalated' })
    case 'permit':
      return withReason(command.how, () =>
        one({ ...without(command), kind: 'permission.given', permission: newId(), until: asInstant(command.until) }),
      )
    case 'permit-withdraw':
      return state.permissions.some(({ id }) => id === command.permission)
        ? withReason(command.reason, () => one({ ...without(command), kind: 'permission.withdrawn' }))
        : fail(saying('permission-unknown'))
    case 'prosecution':
      return withReason(command.reason, () => one({ ...without(command), kind: 'prosecution.set' }))
  }
}

function without<C extends Command>(command: C): Omit<C, 'do'> {
  const { do: _, ...rest } = command
  return rest
}

const withReason = (reason: string, then: () => Decision): Decision =>
  reason.trim() === '' ? fail(saying('reason-needed')) : then()

const withParty = ({ parties }: CaseState, party: string, act: Act): Decision =>
  parties.some(({ id }) => id === party) ? one(act) : fail(saying('party-unknown'))

function setParty(state: CaseState, command: Do<'party'>, newId: () => string): Decision {
  const act = { ...without(command), kind: 'party.set' } as const
  return command.party === null
    ? one({ ...act, party: newId() })
    : withParty(state, command.party, { ...act, party: command.party })
}

function setLink(state: CaseState, { to, relation, on }: Do<'link'>): Decision {
  const number = to.trim().toUpperCase()
  if (number === '' || number === state.number) return fail(saying('link-self'))
  return one({ kind: 'link.set', to: number, relation, on })
}

/** A pause whose end has passed is over by itself. */
const isPaused = ({ pauses }: CaseState, clock: Do<'pause'>['clock'], now: string): boolean =>
  pauses.some((pause) => pause.clock === clock && pause.to === null && (pause.until === null || pause.until > now))

function pause(state: CaseState, { clock, reason, until }: Do<'pause'>, now: string): Decision {
  if (isPaused(state, clock, now)) return fail(saying('clock-paused-already'))
  return withReason(reason, () => one({ kind: 'clock.paused', clock, reason, until: asInstant(until) }))
}
