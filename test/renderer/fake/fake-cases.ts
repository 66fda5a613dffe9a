/** A case book in memory for the renderer's tests: real journals, folded and ordered by the real rules; only the disk is missing. */
import { decide } from '../../../shared/domain/case/decide.ts'
import type { Act } from '../../../shared/domain/case/act.ts'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import type { Command } from '../../../shared/domain/case/command.ts'
import type { CaseId, CopyId, Entry, EntryHash } from '../../../shared/domain/case/entry.ts'
import { fold } from '../../../shared/domain/case/fold.ts'
import { sayAct } from '../../../shared/domain/case/say-act.ts'
import { clocksOf, nextDue } from '../../../shared/domain/clock/case-clocks.ts'
import { parseHours } from '../../../shared/domain/clock/hours.ts'
import { bandOf } from '../../../shared/domain/order/ladder.ts'
import { orderReason } from '../../../shared/domain/order/order-reason.ts'
import type { FilterFacts } from '../../../shared/domain/order/queue-facts.ts'
import { matchesFilter, parseFilter } from '../../../shared/domain/order/queue-filter.ts'
import { policyCompare } from '../../../shared/domain/order/queue-order.ts'
import { fail, ok } from '../../../shared/kit/result.ts'
import type { Reply } from '../../../shared/ipc/call.ts'
import type { CaseView, QueueRow, QueueWindow } from '../../../shared/ipc/views.ts'
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
}

export class FakeCases {
  readonly #all = new Map<string, Held>()
  #ids = 0

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
    return ok({
      state,
      band: bandOf(state.rung, state.severity),
      heads: entries.slice(-1).map(({ hash }) => hash),
      journal: entries.map(({ hash, at, zone, actor, kind, payload }) => ({
        hash,
        at,
        zone,
        code: actor.code,
        tier: actor.tier,
        kind,
        said: sayAct(payload, (task) => state.tasks.find(({ id }) => id === task)?.text ?? task),
      })),
      why: orderReason(factsOf(state, now), now),
      position: this.#position(number, now),
      clocks: clocksOf(state, calendar, now),
      savedAt: entries.at(-1)?.at ?? state.openedAt,
      seenElsewhere: this.#elsewhere(state),
    })
  }

  change(number: string, heads: readonly string[], command: Command): Reply<CaseView> {
    const held = this.#all.get(number)
    if (held === undefined) return fail(saying('case-not-found', { number }))
    if (held.entries.at(-1)?.hash !== heads[0]) return fail(saying('case-stale'))
    const decided = decide(held.state, command, () => this.newId())
    if (!decided.ok) return decided
    const at = new Date().toISOString()
    this.#write(
      number,
      decided.value.map((act) => ({ at, code: 'MK', act })),
    )
    return this.view(number)
  }

  window(filter: string, from: number, count: number): QueueWindow {
    const now = new Date().toISOString()
    const open = this.#ordered(now)
    const parsed = parseFilter(filter, 'MK')
    const rows = open.filter(({ facts }) => matchesFilter(facts, parsed, now))
    return {
      total: rows.length,
      allOpen: open.length,
      from,
      rows: rows.slice(from, from + count).map(({ state, facts }) => rowOf(state, facts, now)),
    }
  }

  #ordered(now: string): readonly { readonly state: CaseState; readonly facts: FilterFacts }[] {
    return [...this.#all.values()]
      .filter(({ state }) => state.phase !== 'closed')
      .map(({ state }) => ({ state, facts: factsOf(state, now) }))
      .toSorted((a, b) => policyCompare(a.facts, b.facts, now))
  }

  #position(number: string, now: string): CaseView['position'] {
    const open = this.#ordered(now)
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

const entryOf = (number: string, before: readonly Entry[], { at, code, act }: Written): Entry => ({
  id: `${number}-${String(before.length + 1)}`,
  case: number as CaseId,
  copy: 'MK' as CopyId,
  seq: before.length + 1,
  parents: before.slice(-1).map(({ hash }) => hash),
  at,
  zone: calendar.zone,
  clock: `${String(Date.parse(at)).padStart(15, '0')}.${String(before.length + 1).padStart(6, '0')}`,
  actor: { code, tier: 'N2', role: 'analyst' },
  kind: act.kind,
  payloadHash: '',
  hash: `${number}-${String(before.length + 1)}` as EntryHash,
  salt: '',
  payload: act,
})

/** Working days are slow to count; a state never changes, so they are counted once. */
const known = new WeakMap<CaseState, FilterFacts>()

function factsOf(state: CaseState, now: string): FilterFacts {
  const facts = known.get(state) ?? countFacts(state, now)
  known.set(state, facts)
  return facts
}

function countFacts(state: CaseState, now: string): FilterFacts {
  const next = nextDue(clocksOf(state, calendar, now))
  return {
    ...state,
    due: next?.due ?? null,
    dueKind: next?.kind ?? null,
    waiting: state.wake !== null,
    inConflict: state.conflicts.length > 0,
    ips: state.observables.flatMap(({ type, value }) => (type === 'ip' ? [value] : [])),
    search: [state.number, state.title, state.constituent ?? '', ...state.observables.map(({ value }) => value)]
      .join(' ')
      .toLowerCase(),
  }
}

function rowOf(state: CaseState, facts: FilterFacts, now: string): QueueRow {
  const { id, number, title, phase, rung, severity, urgent, tlp, constituent, owner } = state
  const { due, dueKind } = facts
  return {
    id,
    number,
    title,
    phase,
    rung,
    band: bandOf(rung, severity),
    severity,
    urgent,
    tlp,
    constituent,
    owner,
    due,
    dueKind,
    reason: orderReason(facts, now),
  }
}
