/** Decides what a command does to a case: the acts for its journal, or the reason why not. Nothing is changed here. */
import { fail, ok, type Result } from '../../kit/result.ts'
import { saying, type Saying } from '../../words/say.ts'
import type { Act } from './act.ts'
import type { CaseState } from './case.ts'
import { isCheckItem } from './checklist.ts'
import type { Command } from './command.ts'
import { fieldValue, looseningNeedsReason } from './fields.ts'
import { workPhases, type CheckState, type Phase, type WorkPhase } from './vocabulary.ts'

export type Decision = Result<readonly Act[], Saying>

type Do<Name extends Command['do']> = Extract<Command, { do: Name }>

/** `newId` gives the id of a task that the command makes. */
export function decide(state: CaseState, command: Command, newId: () => string): Decision {
  if (state.phase === 'closed' && command.do !== 'reopen') return fail(saying('case-closed'))
  switch (command.do) {
    case 'set':
      return decideSet(state, command)
    case 'note':
      return command.text.trim() === '' ? fail(saying('note-empty')) : one({ kind: 'note.added', text: command.text })
    case 'task':
      return decideTask(command, newId)
    case 'task-done':
      return state.tasks.some(({ id }) => id === command.task)
        ? one({ kind: 'task.set', task: command.task, done: command.done })
        : fail(saying('task-unknown'))
    case 'observe':
      return ok(newObservables(state, command))
    case 'check':
      return decideCheck(command)
    case 'phase':
      return decidePhase(state, command)
    case 'close':
      return decideClose(command)
    case 'reopen':
      return decideReopen(state, command)
    case 'respond':
      return one({ kind: 'response.made', channel: command.channel, note: command.note })
    case 'wake':
      return one({ kind: 'wake.set', at: asInstant(command.at), waitingFor: command.waitingFor ?? null })
  }
}

const one = (act: Act): Decision => ok([act])

const asInstant = (at: string | null): string | null => (at === null ? null : new Date(at).toISOString())

function decideSet(state: CaseState, { field, value, reason = '' }: Do<'set'>): Decision {
  const checked = fieldValue(field, value)
  if (!checked.ok) return checked
  const refusal = looseningNeedsReason(state, field, checked.value, reason.trim())
  if (refusal !== null) return fail(refusal)
  return one({ kind: 'field.set', field, value: checked.value, reason: reason.trim() || null })
}

function decideTask({ text, due, owner }: Do<'task'>, newId: () => string): Decision {
  if (text.trim() === '') return fail(saying('note-empty'))
  return one({ kind: 'task.added', task: newId(), text, due: asInstant(due ?? null), owner: owner ?? null })
}

/** An observable that the case has in that state already makes no entry. */
function newObservables(state: CaseState, command: Do<'observe'>): readonly Act[] {
  const same = new Set(state.observables.map(({ type, value, state: seen }) => `${type}:${value}:${seen}`))
  return command.observables
    .filter(({ type, value }) => !same.has(`${type}:${value}:${command.state}`))
    .map(({ type, value }) => ({
      kind: 'observable.set',
      type,
      value,
      state: command.state,
      source: command.source ?? null,
    }))
}

function decideCheck({ item, state, reason = '' }: Do<'check'>): Decision {
  if (!isCheckItem(item)) return fail(saying('item-unknown', { item }))
  if (state === 'na' && reason.trim() === '') return fail(saying('reason-needed'))
  return one({ kind: 'check.set', item, state: state satisfies CheckState, reason: reason.trim() || null })
}

/** Open items of a phase and all before it. */
const openUpTo = (state: CaseState, phase: WorkPhase): readonly string[] =>
  state.checklist
    .filter((check) => check.state === 'open' && rank(check.item) <= workPhases.indexOf(phase))
    .map(({ item }) => item)

const rank = (item: string): number => workPhases.findIndex((phase) => item.startsWith(`${phase}.`))

const isWorkPhase = (phase: Phase): phase is WorkPhase => phase !== 'closed'

function decidePhase(state: CaseState, { phase, reason = '' }: Do<'phase'>): Decision {
  if (phase === state.phase || !isWorkPhase(state.phase)) return fail(saying('phase-same'))
  const forward = workPhases.indexOf(phase) > workPhases.indexOf(state.phase)
  const last = workPhases[workPhases.indexOf(phase) - 1]
  const left = forward && last !== undefined ? openUpTo(state, last) : []
  if (left.length > 0 && reason.trim() === '') {
    return fail(saying('steps-open', { count: left.length, items: left.join(', ') }))
  }
  return one({ kind: 'phase.set', phase, reason: reason.trim() || null, left: [...left] })
}

/** The closing note is the reason for steps left open, so closing asks for nothing more. */
function decideClose({ code, note }: Do<'close'>): Decision {
  return note.trim() === '' ? fail(saying('note-empty')) : one({ kind: 'case.closed', code, note })
}

function decideReopen(state: CaseState, { reason }: Do<'reopen'>): Decision {
  if (state.phase !== 'closed') return fail(saying('case-not-closed'))
  return reason.trim() === '' ? fail(saying('reason-needed')) : one({ kind: 'case.reopened', reason })
}
