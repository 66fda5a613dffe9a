/**
 * Two and three copies of a case that go their own ways and come together again by capsules, in whatever order and however often: all of
 * them are the same case in the end, and no act is lost. In a file of its own, so that the long runs use the same property.
 */
import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import type { Act } from '../../../shared/domain/case/act.ts'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import { decide } from '../../../shared/domain/case/decide.ts'
import type { CopyId, Entry } from '../../../shared/domain/case/entry.ts'
import { fold } from '../../../shared/domain/case/fold.ts'
import { settling } from '../../../shared/domain/case/settle.ts'
import { inOrder } from '../../../shared/domain/case/graph.ts'
import { takenBack, undoState } from '../../../shared/domain/case/undo.ts'
import { isPurged, unite } from '../../../shared/domain/handover/union.ts'
import { noon, opened, write } from '../case/journal.ts'

export const minute = 60_000
export const set = (
  field: 'owner' | 'title' | 'severity' | 'rung' | 'tlp' | 'pap' | 'classes',
  value: string | number | null,
): Act => ({
  kind: 'field.set',
  field,
  value,
  reason: null,
})

export function united(here: readonly Entry[], theirs: readonly Entry[]): readonly Entry[] {
  const done = unite(here, theirs)
  if (!done.ok) throw new Error(done.problem.code)
  return done.value.all
}

export function folded(entries: readonly Entry[]): CaseState {
  const state = fold(entries)
  if (state === null) throw new Error('no case')
  return state
}

const hashesOf = (entries: readonly Entry[]): readonly string[] => entries.map(({ hash }) => hash)

const acts = fc.oneof(
  fc.constantFrom<Act>(
    set('owner', 'MK'),
    set('owner', 'JV'),
    set('severity', 'high'),
    set('severity', 'low'),
    set('rung', 4),
    set('rung', 7),
    set('tlp', 'RED'),
    set('title', 'Kit on a hospital server'),
    { kind: 'phase.set', phase: 'coordination', reason: null, left: [] },
    { kind: 'case.closed', code: 'resolved', note: 'done' },
    { kind: 'case.reopened', reason: 'again' },
    { kind: 'check.set', item: 'triage.occurred', state: 'done', reason: null },
    { kind: 'check.set', item: 'triage.occurred', state: 'na', reason: 'no' },
    { kind: 'task.added', task: 't1', text: 'Call', due: null, owner: null },
    { kind: 'task.set', task: 't1', done: true },
    { kind: 'observable.set', type: 'ip', value: '192.0.2.7', state: 'seen', source: null },
    { kind: 'observable.set', type: 'ip', value: '192.0.2.7', state: 'confirmed', source: null },
    { kind: 'wake.set', at: '2026-11-24T08:00:00.000Z', waitingFor: 'their logs' },
    { kind: 'party.set', party: 'p1', name: 'Harrow Bank', card: null, role: 'affected' },
    { kind: 'party.asked', party: 'p1', what: 'Consent', channel: 'phone', due: null, exchange: null },
    { kind: 'evidence.added', blob: 'b1', name: 'disk.img', size: 1, sha256: 'aa', source: 'on site' },
  ),
  fc.nat(999).map((number): Act => ({ kind: 'note.added', text: `Note ${number}` })),
)

const copies = fc.nat(2)
/** Clocks of desks stand still, agree by chance and are set back: order must not hang on them. */
const ticks = fc.constantFrom(0, 0, 1, minute, -5 * minute)
const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constant('act' as const), copy: copies, act: acts, tick: ticks }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('give' as const), copy: copies }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('take' as const), copy: copies, capsule: fc.nat() }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const), copy: copies }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('redo' as const), copy: copies }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('settle' as const), copy: copies, side: fc.nat() }) },
  ),
  // Otherwise fast-check keeps to ten.
  { maxLength: 40, size: 'max' },
)

const names = ['MK', 'MK2', 'JV'] as const

/** The desks as they write and take, and every entry that any of them ever wrote. */
export class Team {
  readonly desks = new Map<string, readonly Entry[]>(names.map((name) => [name, opened]))
  readonly capsules: (readonly Entry[])[] = [opened]
  readonly written = new Map<string, Entry>(opened.map((entry) => [entry.hash, entry]))
  #at = noon

  desk(name: string): readonly Entry[] {
    return this.desks.get(name) ?? []
  }

  write(name: string, act: Act, tick = minute): void {
    this.#at += tick
    const next = write(this.desk(name), name, act, this.#at)
    this.desks.set(name, next)
    const last = next.at(-1)
    if (last !== undefined) this.written.set(last.hash, last)
  }

  give(name: string): void {
    this.capsules.push(this.desk(name))
  }

  /** What was here stays, and a second time changes nothing. */
  take(name: string, capsule: readonly Entry[]): void {
    const here = this.desk(name)
    const next = united(here, capsule)
    assert.deepEqual(hashesOf(next.slice(0, here.length)), hashesOf(here))
    const again = unite(next, capsule)
    assert.deepEqual(again.ok && again.value.added, [])
    this.desks.set(name, next)
  }

  command(name: string, command: Parameters<typeof decide>[1]): void {
    const entries = this.desk(name)
    const around = {
      newId: () => `id-${this.written.size}`,
      now: new Date(this.#at).toISOString(),
      steps: undoState(entries, name as CopyId),
    }
    const decided = decide(folded(entries), command, around)
    if (decided.ok) for (const act of decided.value) this.write(name, act)
  }

  purge(name: string): void {
    const emptied = this.desk(name).map((entry) => ({ ...entry, salt: '', payload: null }))
    this.desks.set(name, emptied)
    this.write(name, {
      kind: 'purged',
      number: '2026-MK-0001',
      by: 'MK',
      second: 'JV',
      reason: 'kept long enough',
      entries: emptied.length,
      blobs: 0,
    })
  }

  /** Everybody gives, everybody takes all that was ever given, each in an order of its own, some of it twice. */
  meet(shuffle: (name: string, all: readonly (readonly Entry[])[]) => readonly (readonly Entry[])[]): void {
    for (const name of names) this.give(name)
    for (const name of names) for (const capsule of shuffle(name, this.capsules)) this.take(name, capsule)
  }
}

type Steps = typeof steps extends fc.Arbitrary<infer S> ? S : never

function play(team: Team, plan: Steps, copiesUsed: 2 | 3): void {
  for (const step of plan) {
    const name = names[step.copy % copiesUsed] ?? 'MK'
    if (step.do === 'act') team.write(name, step.act, step.tick)
    if (step.do === 'give') team.give(name)
    if (step.do === 'take') team.take(name, team.capsules[step.capsule % team.capsules.length] ?? opened)
    if (step.do === 'undo' || step.do === 'redo') team.command(name, { do: step.do })
    if (step.do === 'settle') settleOne(team, name, step.side)
  }
}

function settleOne(team: Team, name: string, side: number): void {
  const state = folded(team.desk(name))
  const conflict = state.conflicts[side % Math.max(1, state.conflicts.length)]
  const value = conflict?.values[side % conflict.values.length]?.value
  if (conflict === undefined || value === undefined) return
  for (const command of settling(conflict, value, 'seen on site', state)) team.command(name, command)
}

const plans = fc.record({
  plan: steps,
  used: fc.constantFrom<2 | 3>(2, 3),
  orders: fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
  purge: fc.oneof(
    { weight: 7, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.record({ at: fc.nat(), copy: copies }) },
  ),
})

/** A reproducible order with repetitions. */
const shuffled = (seed: number, all: readonly (readonly Entry[])[]): readonly (readonly Entry[])[] => {
  const keyed = all.map((capsule, index) => ({
    capsule,
    key: ((index + 1) * 2_654_435_761 + seed * 40_503) % 1_000_003,
  }))
  const sorted = keyed.toSorted((a, b) => a.key - b.key).map(({ capsule }) => capsule)
  return [...sorted, ...sorted.slice(0, seed % (sorted.length + 1))]
}

function allMeet({ plan, used, orders, purge }: Plan): void {
  const team = new Team()
  const at = purge === null ? plan.length : purge.at % (plan.length + 1)
  play(team, plan.slice(0, at), used)
  if (purge !== null) team.purge(names[purge.copy % used] ?? 'MK')
  play(team, plan.slice(at), used)
  team.meet((name, all) => shuffled(orders[names.indexOf(name as (typeof names)[number])] ?? 0, all))
  const [first, ...others] = names.map((name) => team.desk(name))
  for (const other of others) assert.deepEqual(fold(other), fold(first ?? []))
  for (const name of names) nothingIsLost(team, name, purge !== null)
  if (purge === null) nothingIsHidden(first ?? [])
}

type Plan = typeof plans extends fc.Arbitrary<infer P> ? P : never

function nothingIsLost(team: Team, name: string, purged: boolean): void {
  const here = new Map(team.desk(name).map((entry) => [entry.hash as string, entry]))
  assert.deepEqual([...here.keys()].toSorted(), [...team.written.keys()].toSorted())
  assert.equal(isPurged([...here.values()]), purged)
  // Nothing but a purge may take a payload away.
  if (!purged) for (const [hash, { payload }] of team.written) assert.deepEqual(here.get(hash)?.payload, payload)
}

/** What nobody has replaced who knew of it is shown: as the value of its field, or as one side of a conflict. */
function nothingIsHidden(entries: readonly Entry[]): void {
  const { conflicts, ...state } = folded(entries)
  const back = takenBack(inOrder(entries))
  const sets = entries.flatMap(({ hash, payload }) =>
    payload?.kind === 'field.set' && !back.has(hash) ? [{ hash, field: payload.field, value: payload.value }] : [],
  )
  const isBefore = ancestry(entries)
  for (const [field, all] of Map.groupBy(sets, (one) => one.field)) {
    if (field === 'title') continue
    const standing = all.filter(({ hash }) => !all.some((later) => isBefore(hash, later.hash)))
    const values = new Set(standing.map(({ value }) => value))
    const shown = conflicts.find((one) => one.on === 'field' && one.field === field)
    assert.deepEqual(new Set(shown?.values.map(({ value }) => value) ?? [state[field]]), values)
  }
}

/** By parents alone, and not as the fold does it. */
function ancestry(entries: readonly Entry[]): (earlier: string, later: string) => boolean {
  const above = new Map<string, ReadonlySet<string>>()
  for (const { hash, parents } of inOrder(entries))
    above.set(hash, new Set(parents.flatMap((parent) => [parent, ...(above.get(parent) ?? [])])))
  return (earlier, later) => above.get(later)?.has(earlier) === true
}

/** Throws, with the smallest plan that fails and its seed, if one of `runs` plans does not come together. */
export const provesMerges = (runs: number, seed: number): void =>
  fc.assert(fc.property(plans, allMeet), { numRuns: runs, seed })
