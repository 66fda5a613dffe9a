/** What a journal entry says, as a sentence's code: the same line on screen, in the report and on the command line. */
import { saying, type Saying } from '../../words/say.ts'
import type { Act } from './act.ts'
import { sayWork } from './say-work.ts'

/** Finds what earlier entries called the thing that an entry names by its id. */
export interface Names {
  readonly task: (id: string) => string
  readonly party: (id: string) => string
  readonly event: (id: string) => string
  readonly evidence: (blob: string) => string
  /** What an entry says, by its hash; `back`: it took something back itself. */
  readonly entry: (hash: string) => { readonly text: string; readonly back: boolean } | null
}

export function sayAct(act: Act | null, names: Names): Saying {
  if (act === null) return saying('act.purged')
  switch (act.kind) {
    case 'case.opened':
      return saying('act.case.opened', { title: act.title })
    case 'field.set':
      return saySet(act)
    case 'note.added':
      return saying('act.note.added', { text: act.text })
    case 'task.added':
      return saying('act.task.added', { text: act.text })
    case 'task.set':
      return act.done
        ? saying('act.task.done', { text: names.task(act.task) })
        : saying('act.task.reopened', { text: names.task(act.task) })
    case 'observable.set':
      return saying('act.observable.set', { value: act.value, state: act.state })
    case 'check.set':
      return sayCheck(act)
    case 'phase.set':
      return act.reason === null || act.left.length === 0
        ? saying('act.phase.set', { phase: act.phase })
        : saying('act.phase.set-why', { phase: act.phase, reason: act.reason })
    case 'case.closed':
      return saying('act.case.closed', { code: act.code, note: act.note })
    case 'case.reopened':
      return saying('act.case.reopened', { reason: act.reason })
    case 'exchange.added':
      return act.direction === 'in'
        ? saying('act.exchange.in', { partner: act.partner, subject: act.subject })
        : saying('act.exchange.out', { partner: act.partner, subject: act.subject })
    case 'evidence.added':
      return saying('act.evidence.added', { name: act.name, source: act.source })
    case 'response.made':
      return saying('act.response.made', { channel: act.channel, note: act.note })
    case 'wake.set':
      return act.at === null
        ? saying('act.wake.cleared')
        : saying('act.wake.set', { at: act.at, waitingFor: act.waitingFor ?? '' })
    case 'task.assigned':
      return saying('act.task.assigned', { text: names.task(act.task), owner: act.owner ?? '-', tier: act.tier ?? '-' })
    default:
      return sayWork(act, names)
  }
}

function saySet({ field, value, reason }: Extract<Act, { kind: 'field.set' }>): Saying {
  const shown = value === null ? '-' : String(value)
  return reason === null
    ? saying('act.field.set', { field, value: shown })
    : saying('act.field.set-why', { field, value: shown, reason })
}

function sayCheck({ item, state, reason }: Extract<Act, { kind: 'check.set' }>): Saying {
  if (state === 'open') return saying('act.check.open', { item })
  if (state === 'na') return saying('act.check.na', { item, reason: reason ?? '' })
  return reason === null ? saying('act.check.done', { item }) : saying('act.check.done-why', { item, reason })
}
