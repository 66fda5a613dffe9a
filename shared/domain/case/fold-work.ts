/** The part of the fold about how a case is worked: parties, links, what happened when, pauses, legal duties, permissions. */
import type { Act } from './act.ts'
import type { Asked, CaseState, LegalState, Party, Pause } from './case.ts'
import type { Entry } from './entry.ts'
import type { Seen } from './graph.ts'
import { current, setRegister, type Registers } from './register.ts'

type Of<Kind extends Act['kind']> = Extract<Act, { kind: Kind }>

export type WorkAct = Of<
  | 'party.set'
  | 'party.asked'
  | 'party.answered'
  | 'party.dropped'
  | 'link.set'
  | 'event.added'
  | 'event.dropped'
  | 'clock.paused'
  | 'clock.resumed'
  | 'legal.set'
  | 'legal.done'
  | 'place.set'
  | 'escalated'
  | 'permission.given'
  | 'permission.withdrawn'
  | 'prosecution.set'
>

/** What these acts fold to. */
export type WorkState = Pick<
  CaseState,
  'parties' | 'links' | 'events' | 'pauses' | 'legal' | 'place' | 'escalations' | 'permissions' | 'prosecution'
>

export interface WorkFolding {
  readonly parties: Registers<Of<'party.set'>>
  readonly asked: Map<string, Asked[]>
  readonly dropped: Set<string>
  readonly links: Registers<Of<'link.set'>>
  readonly events: Map<string, Of<'event.added'>>
  readonly pauses: Pause[]
  readonly legal: Registers<Of<'legal.set'>>
  readonly legalDone: Map<string, Of<'legal.done'>>
  readonly place: Registers<Of<'place.set'>>
  readonly escalations: CaseState['escalations'][number][]
  readonly permissions: Map<string, CaseState['permissions'][number]>
  readonly prosecution: Registers<Of<'prosecution.set'>>
}

export const beginWork = (): WorkFolding => ({
  parties: new Map(),
  asked: new Map(),
  dropped: new Set(),
  links: new Map(),
  events: new Map(),
  pauses: [],
  legal: new Map(),
  legalDone: new Map(),
  place: new Map(),
  escalations: [],
  permissions: new Map(),
  prosecution: new Map(),
})

interface Written {
  readonly act: WorkAct
  readonly entry: Entry
  readonly seen: Seen
}

export function applyWork(work: WorkFolding, { act, entry, seen }: Written): void {
  const by = { reason: null, entry, seen }
  switch (act.kind) {
    case 'party.set':
      work.dropped.delete(act.party)
      return setRegister(work.parties, act.party, { value: act, ...by })
    case 'party.asked':
      return ask(work, act, entry.at)
    case 'party.answered':
      return answer(work, act, entry.at)
    case 'party.dropped':
      work.dropped.add(act.party)
      return
    case 'link.set':
      return setRegister(work.links, `${act.relation} ${act.to}`, { value: act, ...by })
    case 'event.added':
      work.events.set(act.event, act)
      return
    case 'event.dropped':
      work.events.delete(act.event)
      return
    case 'clock.paused':
      endPause(work, act.clock, entry.at)
      work.pauses.push({ clock: act.clock, from: entry.at, to: null, reason: act.reason, until: act.until })
      return
    case 'clock.resumed':
      return endPause(work, act.clock, entry.at)
    case 'legal.set':
      return setRegister(work.legal, act.rule, { value: act, ...by })
    case 'legal.done':
      work.legalDone.set(act.rule, act)
      return
    case 'place.set':
      return setRegister(work.place, 'place', { value: act, ...by })
    case 'escalated':
      work.escalations.push({ at: entry.at, step: act.step, to: act.to, by: entry.actor.code })
      return
    case 'permission.given':
      work.permissions.set(act.permission, { ...act, id: act.permission, at: entry.at, by: entry.actor.code })
      return
    case 'permission.withdrawn':
      work.permissions.delete(act.permission)
      return
    case 'prosecution.set':
      return setRegister(work.prosecution, 'prosecution', { value: act, ...by })
  }
}

function ask(work: WorkFolding, { party, what, channel, due, exchange }: Of<'party.asked'>, at: string): void {
  const before = work.asked.get(party) ?? []
  work.asked.set(party, [...before, { at, what, channel, due, exchange, answer: null }])
}

/** An answer belongs to the last question that has none. */
function answer(work: WorkFolding, { party, note }: Of<'party.answered'>, at: string): void {
  const asked = work.asked.get(party) ?? []
  const open = asked.findLastIndex(({ answer: given }) => given === null)
  work.asked.set(
    party,
    asked.map((one, index) => (index === open ? { ...one, answer: { at, note } } : one)),
  )
}

function endPause(work: WorkFolding, clock: Pause['clock'], at: string): void {
  const open = work.pauses.findLastIndex((pause) => pause.clock === clock && pause.to === null)
  const pause = work.pauses[open]
  if (pause !== undefined) work.pauses[open] = { ...pause, to: at }
}

export function finishWork(work: WorkFolding): WorkState {
  const placed = current(work.place.get('place'))
  const decided = current(work.prosecution.get('prosecution'))
  return {
    parties: [...work.parties].flatMap(([id, set]): readonly Party[] => {
      const value = work.dropped.has(id) ? undefined : current(set)?.value
      if (value === undefined) return []
      return [{ id, name: value.name, card: value.card, role: value.role, asked: work.asked.get(id) ?? [] }]
    }),
    links: [...work.links.values()].flatMap((set) => {
      const value = current(set)?.value
      return value?.on === true ? [{ to: value.to, relation: value.relation }] : []
    }),
    events: [...work.events.values()].map(({ event, at, atText, zoneKnown, what, source }) => ({
      id: event,
      at,
      atText,
      zoneKnown,
      what,
      source,
    })),
    pauses: work.pauses,
    legal: legalOf(work),
    place:
      placed === undefined || placed.value.rung === null
        ? null
        : { rung: placed.value.rung, reason: placed.value.reason, by: placed.by.actor.code },
    escalations: work.escalations,
    permissions: [...work.permissions.values()],
    prosecution:
      decided === undefined ? null : { ...withoutKind(decided.value), at: decided.by.at, by: decided.by.actor },
  }
}

const withoutKind = ({ decision, after, observation, traps, reason }: Of<'prosecution.set'>) => ({
  decision,
  after,
  observation,
  traps,
  reason,
})

function legalOf({ legal, legalDone }: WorkFolding): readonly LegalState[] {
  const rules = new Set([...legal.keys(), ...legalDone.keys()])
  return [...rules].map((rule) => {
    const set = current(legal.get(rule))?.value
    const done = legalDone.get(rule)
    return {
      rule,
      runs: set?.runs ?? true,
      reason: set?.reason ?? '',
      doneAt: done?.at ?? null,
      note: done?.note ?? null,
    }
  })
}
