/** A case book in memory for the renderer's tests: real journals, folded and ordered by the real rules; only the disk is missing. */
import { decide } from '../../../shared/domain/case/decide.ts'
import type { Act } from '../../../shared/domain/case/act.ts'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import type { Command } from '../../../shared/domain/case/command.ts'
import type { CaseId, CopyId, Entry, EntryHash } from '../../../shared/domain/case/entry.ts'
import { fold } from '../../../shared/domain/case/fold.ts'
import { heads } from '../../../shared/domain/case/graph.ts'
import { namesIn } from '../../../shared/domain/case/entry-names.ts'
import { sayAct, type Names } from '../../../shared/domain/case/say-act.ts'
import { undoState, type StepTaken } from '../../../shared/domain/case/undo.ts'
import { clocksOf, nextDue } from '../../../shared/domain/clock/case-clocks.ts'
import { parseHours } from '../../../shared/domain/clock/hours.ts'
import { escalationsOf, sayEscalation } from '../../../shared/domain/order/escalation.ts'
import { orderReason } from '../../../shared/domain/order/order-reason.ts'
import { shippedRanking } from '../../../shared/domain/order/presets.ts'
import { isPaused, type FilterFacts } from '../../../shared/domain/order/queue-facts.ts'
import { parseFilter, predicateOf, type Filter } from '../../../shared/domain/order/queue-filter.ts'
import { dueOrder, keyOf, policyOrder, type Keyed } from '../../../shared/domain/order/queue-order.ts'
import { standingOf, type Ranking, type Standing } from '../../../shared/domain/order/ranking.ts'
import { fail, ok } from '../../../shared/kit/result.ts'
import type { Reply } from '../../../shared/ipc/call.ts'
import type { CaseView, QueueRow, QueueWindow, UndoRow } from '../../../shared/ipc/views.ts'
import { saying } from '../../../shared/words/say.ts'

const hours = parseHours('Mo-Su 08:00-20:00')
const calendar = { hours: hours.ok ? hours.value : null, zone: 'Europe/Lisbon', closures: [] }

interface Held {
  readonly entries: readonly Entry[]
  readonly state: CaseState
}

/** `at` is UTC ISO with milliseconds. */
export interface Written {
  readonly at: string
  readonly code: string
  readonly act: Act
  /** The copy of the vault that wrote it; left out: ours. */
  readonly copy?: string
  /** That copy has seen only so many of the first entries, and its own. */
  readonly apart?: number
  /** Part of the step before it. */
  readonly joined?: true
}

/** A case with what its place in the queue rests on. */
export interface Placed {
  readonly state: CaseState
  readonly facts: FilterFacts
  readonly standing: Standing
  readonly key: Keyed
}

export class FakeCases {
  readonly #all = new Map<string, Held>()
  #ids = 0
  /** The order in force. */
  ranking: Ranking = shippedRanking

  get numbers(): readonly string[] {
    return [...this.#all.keys()]
  }

  add(number: string, written: readonly Written[]): void {
    this.#write(number, written)
  }

  state(number: string): CaseState | null {
    return this.#all.get(number)?.state ?? null
  }

  newId(): string {
    this.#ids += 1
    return `id-${String(this.#ids)}`
  }

  view(number: string): Reply<CaseView> {
    const held = this.#all.get(number)
    if (held === undefined) return fail(saying('case-not-found', { number }))
    const now = new Date().toISOString()
    const { state, entries } = held
    const clocks = clocksOf(state, calendar, now)
    const names = namesIn(entries)
    const steps = undoState(entries, ours)
    return ok({
      state,
      band: standingOf(this.ranking, factsOf(state, now), now).band,
      heads: heads(entries),
      journal: entries.map(({ hash, at, zone, actor, kind, payload }) => ({
        hash,
        at,
        zone,
        code: actor.code,
        tier: actor.tier,
        kind,
        said: sayAct(payload, names),
      })),
      why: orderReason(factsOf(state, now), now, this.ranking),
      position: this.#position(number, now),
      clocks,
      savedAt: entries.at(-1)?.at ?? state.openedAt,
      seenElsewhere: this.#elsewhere(state),
      undo: steps.undo.flatMap((step) => rowOfStep(step, names)),
      redo: steps.redo.flatMap((step) => rowOfStep(takenBackBy(step, entries), names)),
      linked: state.links.map((link) => {
        const other = this.#all.get(link.to)?.state
        return { ...link, title: other?.title ?? null, phase: other?.phase ?? null }
      }),
      escalate: this.#escalate(state, now),
    })
  }

  entries(number: string): readonly Entry[] {
    return this.#all.get(number)?.entries ?? []
  }

  change(number: string, seen: readonly string[], command: Command): Reply<CaseView> {
    const held = this.#all.get(number)
    if (held === undefined) return fail(saying('case-not-found', { number }))
    if (heads(held.entries).join() !== seen.toSorted().join()) return fail(saying('case-stale'))
    const steps = undoState(held.entries, ours)
    const decided = decide(held.state, command, { newId: () => this.newId(), now: new Date().toISOString(), steps })
    if (!decided.ok) return decided
    const at = new Date().toISOString()
    this.#write(
      number,
      decided.value.map((act, place) => ({ at, code: 'MK', act, ...(place === 0 ? {} : { joined: true }) })),
    )
    return this.view(number)
  }

  window(filter: string, from: number, count: number, order: 'policy' | 'due' = 'policy'): QueueWindow {
    const now = new Date().toISOString()
    const open = this.ordered(now, order)
    const parsed = this.#filter(filter)
    const holds = predicateOf(parsed, now)
    const rows = open.filter(({ facts }) => holds(facts))
    return {
      total: rows.length,
      allOpen: open.length,
      from,
      rows: rows.slice(from, from + count).map((one) => rowOf(one, now, this.ranking)),
      hints: parsed.hints,
    }
  }

  /** Open cases that the filter finds. */
  count(filter: string): number {
    const now = new Date().toISOString()
    const holds = predicateOf(this.#filter(filter), now)
    return this.ordered(now).filter(({ facts }) => holds(facts)).length
  }

  /** Open cases by an order, or by the one in force. */
  ordered(now: string, order: 'policy' | 'due' = 'policy', ranking: Ranking = this.ranking): readonly Placed[] {
    const compare = order === 'policy' ? policyOrder(ranking) : dueOrder
    return [...this.#all.values()]
      .filter(({ state }) => state.phase !== 'closed')
      .map(({ state }) => {
        const facts = factsOf(state, now)
        const standing = standingOf(ranking, facts, now)
        return { state, facts, standing, key: keyOf(ranking, facts, standing, now) }
      })
      .toSorted((a, b) => compare(a.key, b.key))
  }

  #filter(text: string): Filter {
    return parseFilter(text, 'MK', { ranking: this.ranking, zone: calendar.zone })
  }

  #escalate(state: CaseState, now: string): CaseView['escalate'] {
    const facts = factsOf(state, now)
    const standing = standingOf(this.ranking, facts, now)
    return escalationsOf(facts, this.ranking, now, standing).map((step) => ({
      step: step.id,
      to: step.to,
      said: sayEscalation(step, facts, standing, now),
    }))
  }

  #position(number: string, now: string): CaseView['position'] {
    const open = this.ordered(now)
    const at = open.findIndex(({ state }) => state.number === number)
    return at < 0 ? null : { at: at + 1, of: open.length }
  }

  #elsewhere(state: CaseState): CaseView['seenElsewhere'] {
    const mine = new Set(state.observables.map(({ value }) => value))
    return [...this.#all.values()]
      .filter((held) => held.state.number !== state.number)
      .flatMap((held) =>
        held.state.observables
          .filter(({ value }) => mine.has(value))
          .map(({ value }) => ({ number: held.state.number, title: held.state.title, value })),
      )
      .slice(0, 50)
  }

  #write(number: string, written: readonly Written[]): void {
    const before = this.#all.get(number)?.entries ?? []
    const entries = written.reduce<readonly Entry[]>((known, one) => [...known, entryOf(number, known, one)], before)
    const state = fold(entries)
    if (state !== null) this.#all.set(number, { entries, state })
  }
}

const ours = 'MK' as CopyId

function entryOf(number: string, before: readonly Entry[], written: Written): Entry {
  const { at, code, act, copy = ours, apart, joined } = written
  const own = before.filter((entry) => entry.copy === copy)
  const seen = apart === undefined ? before : own.length > 0 ? own : before.slice(0, apart)
  const place = before.length + 1
  return {
    id: `${number}-${String(place)}`,
    case: number as CaseId,
    copy: copy as CopyId,
    seq: own.length + 1,
    parents: heads(seen),
    at,
    zone: calendar.zone,
    clock: `${String(Date.parse(at)).padStart(15, '0')}.${String(place).padStart(6, '0')}`,
    actor: { code, tier: 'N2', role: 'analyst' },
    kind: act.kind,
    payloadHash: '',
    hash: `${number}-${String(place).padStart(5, '0')}` as EntryHash,
    salt: '',
    payload: act,
    ...(joined === undefined ? {} : { joined }),
  }
}

function rowOfStep(step: StepTaken, names: Names): readonly UndoRow[] {
  const [first] = step
  return first === undefined ? [] : [{ at: first.at, said: sayAct(first.payload, names), entries: step.length }]
}

/** What a redo gives back. */
const takenBackBy = (step: StepTaken, entries: readonly Entry[]): StepTaken =>
  step.flatMap(({ payload }) =>
    payload?.kind === 'undone' ? entries.filter(({ hash }) => payload.entries.includes(hash)) : [],
  )

/** Working days are slow to count; a state never changes, so they are counted once. */
const known = new WeakMap<CaseState, FilterFacts>()

function factsOf(state: CaseState, now: string): FilterFacts {
  const facts = known.get(state) ?? countFacts(state, now)
  known.set(state, facts)
  return facts
}

function countFacts(state: CaseState, now: string): FilterFacts {
  const next = nextDue(clocksOf(state, calendar, now))
  const pause = state.pauses.find(({ to }) => to === null)
  return {
    ...state,
    due: next?.due ?? null,
    dueKind: next?.kind ?? null,
    wakeAt: state.wake?.at ?? null,
    paused: pause !== undefined,
    pausedUntil: pause?.until ?? null,
    escalated: state.escalations.map(({ step }) => step),
    inConflict: state.conflicts.length > 0,
    hasEvidence: state.evidence.length > 0,
    hasPermission: state.permissions.length > 0,
    ips: state.observables.flatMap(({ type, value }) => (type === 'ip' ? [value] : [])),
    search: [state.number, state.title, state.constituent ?? '', ...state.observables.map(({ value }) => value)]
      .join(' ')
      .toLowerCase(),
  }
}

function rowOf({ state, facts, standing }: Placed, now: string, ranking: Ranking): QueueRow {
  const { id, number, title, phase, phases, rung, severity, urgent, tlp, constituent, owner } = state
  const { due, dueKind } = facts
  return {
    id,
    number,
    title,
    phase,
    phases,
    rung,
    band: standing.band,
    severity,
    urgent,
    tlp,
    constituent,
    owner,
    due,
    dueKind,
    reason: orderReason(facts, now, ranking, standing),
    place: state.place?.rung ?? null,
    wakeAt: facts.wakeAt,
    paused: isPaused(facts, now),
    escalate: escalationsOf(facts, ranking, now, standing).length > 0,
  }
}
