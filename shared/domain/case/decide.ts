/** Decides what a command does to a case: the acts for its journal, or the reason why not. Nothing is changed here. */
import { fail, ok } from '../../kit/result.ts'
import { say, saying } from '../../words/say.ts'
import type { Act } from './act.ts'
import type { CaseState, Conflict } from './case.ts'
import { isCheckItem } from './checklist.ts'
import type { Command } from './command.ts'
import { asInstant, decideWork, one, type Decision } from './decide-work.ts'
import { fieldValue, looseningNeedsReason } from './fields.ts'
import type { StepTaken, UndoState } from './undo.ts'
import { workPhases, type CheckState, type Phase, type WorkPhase } from './vocabulary.ts'

type Do<Name extends Command['do']> = Extract<Command, { do: Name }>

/** What a decision may look at beside the case itself. */
export interface Around {
  /** Ids of what the command makes. */
  readonly newId: () => string
  /** UTC ISO. */
  readonly now: string
  /** What this copy can take back and give back, read from the journal. */
  readonly steps: UndoState
}

/** What may be done to a closed case without opening it again: nothing of it changes what was found and done. */
const afterClosing: readonly Command['do'][] = [
  'reopen',
  'undo',
  'redo',
  'link',
  'prosecution',
  'permit-withdraw',
  'legal',
  'legal-done',
]

export function decide(state: CaseState, command: Command, around: Around): Decision {
  const isLate = state.phase === 'closed' && !afterClosing.includes(command.do)
  if (isLate && !settles(state, command)) return fail(saying('case-closed'))
  switch (command.do) {
    case 'undo':
      return takeBack(around.steps.undo[0], 'nothing-to-undo')
    case 'redo':
      return takeBack(around.steps.redo[0], 'nothing-to-redo')
    case 'set':
      return decideSet(state, command)
    case 'note':
      return command.text.trim() === '' ? fail(saying('note-empty')) : one({ kind: 'note.added', text: command.text })
    case 'task':
      return decideTask(command, around.newId)
    case 'task-done':
      return state.tasks.some(({ id }) => id === command.task)
        ? one({ kind: 'task.set', task: command.task, done: command.done })
        : fail(saying('task-unknown'))
    case 'observe':
      return ok(newObservables(state, command, around.newId))
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
    default:
      return decideWork(state, command, around)
  }
}

const takeBack = (step: StepTaken | undefined, none: 'nothing-to-undo' | 'nothing-to-redo'): Decision =>
  step === undefined ? fail(saying(none)) : one({ kind: 'undone', entries: step.map(({ hash }) => hash) })

function decideSet(state: CaseState, { field, value, reason = '' }: Do<'set'>): Decision {
  const checked = fieldValue(field, value)
  if (!checked.ok) return checked
  const refusal = looseningNeedsReason(state, field, checked.value, reason.trim())
  if (refusal !== null) return fail(refusal)
  return one({ kind: 'field.set', field, value: checked.value, reason: reason.trim() || null })
}

function decideTask({ text, due, owner, tier }: Do<'task'>, newId: () => string): Decision {
  if (text.trim() === '') return fail(saying('note-empty'))
  return one({
    kind: 'task.added',
    task: newId(),
    text,
    due: asInstant(due ?? null),
    owner: owner ?? null,
    tier: tier ?? null,
  })
}

/** An observable that the case has in that state already makes no entry; an account found compromised makes a task (M-30). */
function newObservables(state: CaseState, command: Do<'observe'>, newId: () => string): readonly Act[] {
  const settled = state.observables.filter(({ type, value }) => !isContested(state, 'observable', `${type}:${value}`))
  const same = new Set(settled.map(({ type, value, state: seen }) => `${type}:${value}:${seen}`))
  const source = command.source ?? null
  return command.observables
    .filter(({ type, value }) => !same.has(`${type}:${value}:${command.state}`))
    .flatMap(({ type, value }): readonly Act[] => {
      const act: Act = { kind: 'observable.set', type, value, state: command.state, source }
      return command.state === 'compromised' ? [act, tellUser(value, newId())] : [act]
    })
}

/** Two copies may disagree about a closed case too; which of them holds changes nothing that neither of them found. */
function settles(state: CaseState, command: Command): boolean {
  switch (command.do) {
    case 'set':
      return isContested(state, 'field', command.field)
    case 'close':
      return isContested(state, 'phase', 'phase')
    case 'check':
      return isContested(state, 'check', command.item)
    case 'task-done':
      return isContested(state, 'task', command.task)
    case 'observe':
      return command.observables.every(({ type, value }) => isContested(state, 'observable', `${type}:${value}`))
    default:
      return false
  }
}

const isContested = ({ conflicts }: CaseState, on: Conflict['on'], field: string): boolean =>
  conflicts.some((conflict) => conflict.on === on && conflict.field === field)

const tellUser = (account: string, task: string): Act => ({
  kind: 'task.added',
  task,
  text: say('en', saying('task.tell-user', { account })),
  due: null,
  owner: null,
  tier: null,
})

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
  // Where two copies disagree, choosing what is shown now is a choice too.
  const settles = isContested(state, 'phase', 'phase')
  if (!settles && (phase === state.phase || !isWorkPhase(state.phase))) return fail(saying('phase-same'))
  if (!state.phases.includes(phase)) return fail(saying('phase-not-used', { phase }))
  const now = isWorkPhase(state.phase) ? state.phases.indexOf(state.phase) : state.phases.length
  const forward = state.phases.indexOf(phase) > now
  const last = state.phases[state.phases.indexOf(phase) - 1]
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
