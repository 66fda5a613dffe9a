/** Folds a journal into the state of its case. Total by design: what it does not know it passes over, it never refuses. */
import { isTlp } from '../marking/tlp.ts'
import { paps } from '../marking/pap.ts'
import type { Act } from './act.ts'
import type { CaseExchange, CaseFields, CaseState, Check, Conflict, Evidence, Task } from './case.ts'
import { checkItems } from './checklist.ts'
import type { CaseId, Entry, EntryHash } from './entry.ts'
import { inOrder, seenBy, type Seen } from './graph.ts'
import { current, inConflict, setRegister, type Registers } from './register.ts'
import {
  caseKinds,
  fieldNames,
  severities,
  type CheckState,
  type FieldName,
  type FieldValue,
  type ObservableState,
  type Phase,
} from './vocabulary.ts'
import type { Observable } from '../observable/observable.ts'

type PhaseAct = Extract<Act, { kind: 'phase.set' | 'case.closed' | 'case.reopened' | 'case.opened' }>
type TaskAct = Extract<Act, { kind: 'task.added' }>
type ObservableAct = Extract<Act, { kind: 'observable.set' }>

interface Folding {
  id: CaseId
  number: string
  openedAt: string
  updatedAt: string
  respondedAt: string | null
  readonly fields: Registers<FieldValue>
  readonly phase: Registers<PhaseAct>
  readonly checks: Registers<CheckState>
  readonly tasks: Map<string, TaskAct>
  readonly tasksDone: Registers<boolean>
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
  let folding: Folding | null = null
  for (const entry of inOrder(entries)) {
    const seen = seenBy(entry, seenByHash)
    seenByHash.set(entry.hash, seen)
    folding ??= begin(entry)
    folding.updatedAt = entry.at > folding.updatedAt ? entry.at : folding.updatedAt
    if (entry.payload !== null) apply(folding, entry, entry.payload, seen)
  }
  return folding === null || folding.number === '' ? null : finish(folding)
}

const begin = (entry: Entry): Folding => ({
  id: entry.case,
  number: '',
  openedAt: entry.at,
  updatedAt: entry.at,
  respondedAt: null,
  fields: new Map(),
  phase: new Map(),
  checks: new Map(),
  tasks: new Map(),
  tasksDone: new Map(),
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
      setRegister(folding.fields, 'title', { value: act.title, reason: null, ...by })
      setRegister(folding.fields, 'kind', { value: act.caseKind, reason: null, ...by })
      return setRegister(folding.phase, 'phase', { value: act, reason: null, ...by })
    case 'field.set':
      return setRegister(folding.fields, act.field, { value: act.value, reason: act.reason, ...by })
    case 'phase.set':
    case 'case.reopened':
      return setRegister(folding.phase, 'phase', { value: act, reason: act.reason, ...by })
    case 'case.closed':
      return setRegister(folding.phase, 'phase', { value: act, reason: act.note, ...by })
    case 'check.set':
      return setRegister(folding.checks, act.item, { value: act.state, reason: act.reason, ...by })
    case 'task.added':
      folding.tasks.set(act.task, act)
      return
    case 'task.set':
      return setRegister(folding.tasksDone, act.task, { value: act.done, reason: null, ...by })
    case 'observable.set':
      return setObservable(folding, act, by)
    case 'exchange.added':
      folding.exchanges.set(act.exchange, { ...act, at: entry.at })
      if (act.direction === 'out') folding.respondedAt ??= entry.at
      return
    case 'evidence.added':
      folding.evidence.set(act.blob, { ...act, at: entry.at, by: entry.actor.code })
      return
    case 'response.made':
      folding.respondedAt ??= entry.at
      return
    case 'wake.set':
      return setRegister(folding.wake, 'wake', { value: act, reason: null, ...by })
    case 'note.added':
      return
  }
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
    phase: phaseAfter(phase?.value),
    phaseSince: phase?.by.at ?? folding.openedAt,
    openedAt: folding.openedAt,
    updatedAt: folding.updatedAt,
    respondedAt: folding.respondedAt,
    wake: wake === undefined || wake.at === null ? null : { at: wake.at, waitingFor: wake.waitingFor },
    checklist: checkItems.map((item): Check => checkOf(item, folding.checks)),
    tasks: [...folding.tasks.values()].map((task): Task => taskOf(task, folding.tasksDone)),
    observables: [...folding.observables.values()].flatMap((candidates) => {
      const value = current(candidates)?.value
      return value === undefined ? [] : [{ ...value.observable, state: value.state, source: value.source }]
    }),
    exchanges: [...folding.exchanges.values()],
    evidence: [...folding.evidence.values()],
    closing:
      phase?.value.kind === 'case.closed' ? { code: phase.value.code, note: phase.value.note, at: phase.by.at } : null,
    conflicts: fieldNames.flatMap((field) => conflictOf(field, folding.fields)),
  }
}

function phaseAfter(act: PhaseAct | undefined): Phase {
  if (act?.kind === 'phase.set') return act.phase
  if (act?.kind === 'case.closed') return 'closed'
  return act?.kind === 'case.reopened' ? 'resolution' : 'triage'
}

function checkOf(item: Check['item'], checks: Registers<CheckState>): Check {
  const set = current(checks.get(item))
  return { item, state: set?.value ?? 'open', reason: set?.reason ?? null, by: set?.by.actor.code ?? null }
}

const taskOf = (task: TaskAct, done: Registers<boolean>): Task => ({
  id: task.task,
  text: task.text,
  due: task.due,
  owner: task.owner,
  done: current(done.get(task.task))?.value ?? false,
})

function conflictOf(field: FieldName, fields: Registers<FieldValue>): readonly Conflict[] {
  const candidates = fields.get(field) ?? []
  if (!inConflict(candidates)) return []
  return [{ field, values: candidates.map(({ value, by }) => ({ value, actor: by.actor, at: by.at })) }]
}

/** Reads the registers into typed fields; a value of the wrong shape (another copy may hold anything) counts as not set. */
function fieldsOf(fields: Registers<FieldValue>): CaseFields {
  const value = (field: FieldName): FieldValue => current(fields.get(field))?.value ?? null
  const text = (field: FieldName): string | null => asText(value(field))
  const tlp = value('tlp')
  const rung = value('rung')
  return {
    title: text('title') ?? '',
    kind: oneOf(caseKinds, value('kind')) ?? 'incident',
    rung: typeof rung === 'number' && Number.isInteger(rung) && rung >= 1 && rung <= 12 ? rung : null,
    severity: oneOf(severities, value('severity')),
    urgent: value('urgent') === true,
    tlp: isTlp(tlp) ? tlp : 'AMBER',
    tlpAssumed: !isTlp(tlp),
    pap: oneOf(paps, value('pap')),
    owner: text('owner'),
    rsit: text('rsit'),
    constituent: text('constituent'),
    occurred: oneOf(['yes', 'threatened'], value('occurred')),
    mode: oneOf(['remote', 'on-site'], value('mode')),
    aware: text('aware'),
    requestedBy: text('requestedBy'),
  }
}

const asText = (value: FieldValue): string | null => (typeof value === 'string' && value !== '' ? value : null)

const oneOf = <T extends string>(values: readonly T[], value: FieldValue): T | null =>
  values.find((candidate) => candidate === value) ?? null
