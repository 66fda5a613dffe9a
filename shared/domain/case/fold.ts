/** Folds a journal into the state of its case. Total by design: what it does not know it passes over, it never refuses. */
import type { Act } from './act.ts'
import type { CaseExchange, CaseState, Check, Conflict, Evidence, Purged, Signed, Task } from './case.ts'
import { checkItems } from './checklist.ts'
import type { CaseId, Entry, EntryHash } from './entry.ts'
import { fieldsOf } from './fold-fields.ts'
import { applyWork, beginWork, finishWork, type WorkFolding } from './fold-work.ts'
import { inOrder, seenBy, type Seen } from './graph.ts'
import { takenBack } from './undo.ts'
import { current, setRegister, type Candidate, type Registers } from './register.ts'
import {
  fieldNames,
  type CheckState,
  type FieldValue,
  type ObservableState,
  type Phase,
  type WorkPhase,
  workPhases,
} from './vocabulary.ts'
import type { Observable } from '../observable/observable.ts'

type PhaseAct = Extract<Act, { kind: 'phase.set' | 'case.closed' | 'case.reopened' | 'case.opened' }>
type TaskAct = Extract<Act, { kind: 'task.added' }>
type AssignedAct = Extract<Act, { kind: 'task.assigned' }>
type ObservableAct = Extract<Act, { kind: 'observable.set' }>

interface Folding {
  id: CaseId
  number: string
  openedAt: string
  updatedAt: string
  respondedAt: string | null
  analysis: boolean
  lastActAt: string
  purged: Purged | null
  readonly work: WorkFolding
  readonly signed: Signed[]
  readonly closedSpans: { from: string; to: string | null }[]
  readonly fields: Registers<FieldValue>
  readonly phase: Registers<PhaseAct>
  readonly checks: Registers<CheckState>
  readonly tasks: Map<string, TaskAct>
  readonly tasksDone: Registers<boolean>
  readonly assigned: Registers<Pick<AssignedAct, 'due' | 'owner' | 'tier'>>
  readonly observables: Registers<{
    readonly state: ObservableState
    readonly observable: Observable
    readonly source: string | null
  }>
  readonly wake: Registers<{ readonly at: string | null; readonly waitingFor: string | null }>
  readonly exchanges: Map<string, CaseExchange>
  readonly evidence: Map<string, Evidence>
}

/** The entries of one case in any order; null where there is none, or none that opens it. */
export function fold(entries: readonly Entry[]): CaseState | null {
  const seenByHash = new Map<EntryHash, Seen>()
  const ordered = inOrder(entries)
  const undone = takenBack(ordered)
  let folding: Folding | null = null
  for (const entry of ordered) {
    const seen = seenBy(entry, seenByHash)
    seenByHash.set(entry.hash, seen)
    folding ??= begin(entry)
    folding.updatedAt = entry.at > folding.updatedAt ? entry.at : folding.updatedAt
    if (entry.payload !== null && !undone.has(entry.hash)) apply(folding, entry, entry.payload, seen)
  }
  return folding === null || folding.number === '' ? null : finish(folding)
}

const begin = (entry: Entry): Folding => ({
  id: entry.case,
  number: '',
  openedAt: entry.at,
  updatedAt: entry.at,
  respondedAt: null,
  analysis: false,
  lastActAt: entry.at,
  purged: null,
  work: beginWork(),
  signed: [],
  closedSpans: [],
  fields: new Map(),
  phase: new Map(),
  checks: new Map(),
  tasks: new Map(),
  tasksDone: new Map(),
  assigned: new Map(),
  observables: new Map(),
  wake: new Map(),
  exchanges: new Map(),
  evidence: new Map(),
})

function apply(folding: Folding, entry: Entry, act: Act, seen: Seen): void {
  const by = { entry, seen }
  switch (act.kind) {
    case 'case.opened':
      folding.number ||= act.number
      folding.analysis ||= act.analysis === true
      setRegister(folding.fields, 'title', { value: act.title, reason: null, ...by })
      setRegister(folding.fields, 'kind', { value: act.caseKind, reason: null, ...by })
      return setRegister(folding.phase, 'phase', { value: act, reason: null, ...by })
    case 'field.set':
      return setRegister(folding.fields, act.field, { value: act.value, reason: act.reason, ...by })
    case 'case.reopened':
      endSpan(folding, entry.at)
      return setRegister(folding.phase, 'phase', { value: act, reason: act.reason, ...by })
    case 'phase.set':
      return setRegister(folding.phase, 'phase', { value: act, reason: act.reason, ...by })
    case 'case.closed':
      endSpan(folding, entry.at)
      folding.closedSpans.push({ from: entry.at, to: null })
      return setRegister(folding.phase, 'phase', { value: act, reason: act.note, ...by })
    case 'check.set':
      return setRegister(folding.checks, act.item, { value: act.state, reason: act.reason, ...by })
    case 'task.added':
      folding.tasks.set(act.task, act)
      return
    case 'task.set':
      return setRegister(folding.tasksDone, act.task, { value: act.done, reason: null, ...by })
    case 'task.assigned':
      return setRegister(folding.assigned, act.task, { value: act, reason: null, ...by })
    case 'observable.set':
      return setObservable(folding, act, by)
    case 'exchange.added':
      folding.exchanges.set(act.exchange, { ...act, at: entry.at })
      folding.lastActAt = entry.at
      if (act.direction === 'out') folding.respondedAt ??= entry.at
      return
    case 'evidence.added':
      return takeEvidence(folding, entry, act)
    case 'evidence.handled':
      return handleEvidence(folding, entry, act)
    case 'response.made':
      folding.respondedAt ??= entry.at
      folding.lastActAt = entry.at
      return
    case 'wake.set':
      return setRegister(folding.wake, 'wake', { value: act, reason: null, ...by })
    case 'signed':
      folding.signed.push({ ...act, heads: act.heads as EntryHash[], at: entry.at })
      return
    case 'purged':
      folding.number ||= act.number
      folding.purged = { ...act, at: entry.at }
      return
    case 'note.added':
    case 'disclosed':
    case 'undone':
      return
    default:
      return applyWork(folding.work, { act, entry, seen })
  }
}

function endSpan({ closedSpans }: Folding, at: string): void {
  const last = closedSpans.at(-1)
  if (last?.to === null) last.to = at
}

function takeEvidence(folding: Folding, { at, actor }: Entry, act: Extract<Act, { kind: 'evidence.added' }>): void {
  const { place = null, takenAt = null } = act
  folding.evidence.set(act.blob, { ...act, at, by: actor.code, place, takenAt, handled: [] })
}

function handleEvidence(folding: Folding, { at, actor }: Entry, act: Extract<Act, { kind: 'evidence.handled' }>): void {
  const evidence = folding.evidence.get(act.blob)
  if (evidence === undefined) return
  const { what, place, note } = act
  folding.evidence.set(act.blob, {
    ...evidence,
    handled: [...evidence.handled, { at, code: actor.code, what, place, note }],
  })
}

function setObservable(folding: Folding, act: ObservableAct, by: { entry: Entry; seen: Seen }): void {
  const key = `${act.type}:${act.value}`
  const source = act.source ?? current(folding.observables.get(key))?.value.source ?? null
  const observable = { type: act.type, value: act.value }
  setRegister(folding.observables, key, { value: { state: act.state, observable, source }, reason: null, ...by })
}

function finish(folding: Folding): CaseState {
  const phase = current(folding.phase.get('phase'))
  const wake = current(folding.wake.get('wake'))?.value
  return {
    id: folding.id,
    number: folding.number,
    ...fieldsOf(folding.fields),
    phase: folding.purged === null ? phaseAfter(phase?.value) : 'closed',
    phases: phasesOf(folding.analysis),
    phaseSince: phase?.by.at ?? folding.openedAt,
    openedAt: folding.openedAt,
    updatedAt: folding.updatedAt,
    respondedAt: folding.respondedAt,
    wake: wake === undefined || wake.at === null ? null : { at: wake.at, waitingFor: wake.waitingFor },
    checklist: checkItems
      .filter((item) => folding.analysis || !item.startsWith('analysis.'))
      .map((item): Check => checkOf(item, folding.checks)),
    tasks: [...folding.tasks.values()].map((task): Task => taskOf(task, folding)),
    observables: [...folding.observables.values()].flatMap((candidates) => {
      const value = current(candidates)?.value
      return value === undefined ? [] : [{ ...value.observable, state: value.state, source: value.source }]
    }),
    exchanges: [...folding.exchanges.values()],
    evidence: [...folding.evidence.values()],
    closing:
      phase?.value.kind === 'case.closed' ? { code: phase.value.code, note: phase.value.note, at: phase.by.at } : null,
    ...finishWork(folding.work),
    signed: folding.signed,
    closedSpans: folding.closedSpans,
    purged: folding.purged,
    lastActAt: folding.lastActAt,
    conflicts: conflictsOf(folding),
  }
}

const phasesOf = (analysis: boolean): readonly WorkPhase[] =>
  workPhases.filter((phase) => analysis || phase !== 'analysis')

function phaseAfter(act: PhaseAct | undefined): Phase {
  if (act?.kind === 'phase.set') return act.phase
  if (act?.kind === 'case.closed') return 'closed'
  return act?.kind === 'case.reopened' ? 'resolution' : 'triage'
}

function checkOf(item: Check['item'], checks: Registers<CheckState>): Check {
  const set = current(checks.get(item))
  return { item, state: set?.value ?? 'open', reason: set?.reason ?? null, by: set?.by.actor.code ?? null }
}

function taskOf({ task, text, due, owner, tier }: TaskAct, { tasksDone, assigned }: Folding): Task {
  const now = current(assigned.get(task))?.value ?? { due, owner, tier: tier ?? null }
  const done = current(tasksDone.get(task))?.value ?? false
  return { id: task, text, due: now.due, owner: now.owner, tier: now.tier, done }
}

function conflictsOf({ fields, phase, checks, tasksDone, observables }: Folding): readonly Conflict[] {
  return [
    ...fieldNames.flatMap((field) => conflictOf('field', field, fields.get(field), (value) => value)),
    ...conflictOf('phase', 'phase', phase.get('phase'), phaseAfter),
    ...[...checks].flatMap(([item, set]) => conflictOf('check', item, set, (value) => value)),
    ...[...tasksDone].flatMap(([task, set]) => conflictOf('task', task, set, (value) => value)),
    ...[...observables].flatMap(([key, set]) => conflictOf('observable', key, set, ({ state }) => state)),
  ]
}

function conflictOf<T>(
  on: Conflict['on'],
  field: string,
  candidates: readonly Candidate<T>[] | undefined,
  shown: (value: T) => FieldValue,
): readonly Conflict[] {
  const values = (candidates ?? []).map(({ value, by }) => ({ value: shown(value), actor: by.actor, at: by.at }))
  return new Set(values.map(({ value }) => value)).size > 1 ? [{ field, on, values }] : []
}
