/** What the queue keeps of a case, written beside its journal and held in memory for every case. */
import type { CaseState } from '../../../shared/domain/case/case.ts'
import type { Calendar } from '../../../shared/domain/clock/calendar.ts'
import { clocksOf, dueTimes, nextDue } from '../../../shared/domain/clock/case-clocks.ts'
import type { ClockSettings } from '../../../shared/domain/clock/settings.ts'
import { shippedClocks } from '../../../shared/domain/clock/shipped.ts'
import { bands, type Band } from '../../../shared/domain/order/ladder.ts'
import type { Store } from '../store/store.ts'
import type { FilterFacts } from '../../../shared/domain/order/queue-facts.ts'

export interface CaseFacts extends FilterFacts {
  readonly id: string
  readonly title: string
  readonly phases: CaseState['phases']
  /**
   * `due` of each band, where they differ: the promise of a resolution goes by the band, and the band by the policy, which may
   * change without any case being written anew.
   */
  readonly dueIn: Readonly<Record<Band, Due>> | null
  /** Instants at which something of it is due, the next first: what a locked desk rings for. */
  readonly rings: readonly string[]
}

type Due = Pick<CaseFacts, 'due' | 'dueKind' | 'rings'>

/** Later ones are told with the next change of the case. */
const mostRings = 20

export function factsOf(
  state: CaseState,
  calendar: Calendar,
  now: string,
  settings: ClockSettings = shippedClocks,
): CaseFacts {
  const { number, title, constituent } = state
  const values = state.observables.map(({ value }) => value)
  return {
    ...copied(state),
    ...duesOf(state, calendar, now, settings),
    ...restOf(state, now),
    escalated: state.escalations.map(({ step }) => step),
    inConflict: state.conflicts.length > 0,
    hasEvidence: state.evidence.length > 0,
    hasPermission: state.permissions.length > 0,
    ips: state.observables.flatMap(({ type, value }) => (type === 'ip' ? [value] : [])),
    search: [number, title, constituent ?? '', ...values.slice(0, 50)].join(' ').toLowerCase(),
  }
}

function duesOf(
  state: CaseState,
  calendar: Calendar,
  now: string,
  settings: ClockSettings,
): Due & Pick<CaseFacts, 'dueIn'> {
  const inBand = (band: Band): Due => {
    const clocks = clocksOf(state, calendar, now, settings, band)
    const next = nextDue(clocks)
    return { due: next?.due ?? null, dueKind: next?.kind ?? null, rings: dueTimes(clocks).slice(0, mostRings) }
  }
  const promised = bands.map((band) => settings.resolutionDays[band])
  if (promised.every((days) => days === promised[0])) return { ...inBand('P3'), dueIn: null }
  const dueIn = { P1: inBand('P1'), P2: inBand('P2'), P3: inBand('P3'), P4: inBand('P4') }
  return { ...dueIn.P3, dueIn }
}

/** What is in the facts as it is in the case. */
function copied(state: CaseState): Pick<CaseFacts, keyof CaseFacts & keyof CaseState> {
  const { id, number, title, phase, phases, kind, rung, place, severity, urgent } = state
  const { rsit, tlp, owner, constituent, openedAt, respondedAt } = state
  const is = { id, number, title, phase, phases, kind, rung, place, severity, urgent }
  return { ...is, rsit, tlp, owner, constituent, openedAt, respondedAt }
}

/** Why nobody works on it: it sleeps, or a clock of it was stopped. */
function restOf({ wake, pauses }: CaseState, now: string): Pick<CaseFacts, 'wakeAt' | 'paused' | 'pausedUntil'> {
  const standing = pauses.filter(({ to, until }) => to === null && (until === null || until > now))
  const ends = standing.map(({ until }) => until).toSorted((a, b) => (a ?? '~').localeCompare(b ?? '~'))
  return { wakeAt: wake?.at ?? null, paused: standing.length > 0, pausedUntil: ends.at(-1) ?? null }
}

/** What facts had not before the order became the team's own: such a case stands by its rung until it is folded anew. */
const unknown = {
  kind: 'incident',
  phases: ['triage', 'coordination', 'resolution'],
  rsit: null,
  place: null,
  dueIn: null,
  rings: [],
  wakeAt: null,
  paused: false,
  pausedUntil: null,
  escalated: [],
  hasEvidence: false,
  hasPermission: false,
}

/** As `factsOf` wrote them into our own sealed store. */
export const factsIn = (json: string): CaseFacts => ({ ...unknown, ...(JSON.parse(json) as CaseFacts) })

/** The first is what is due next: the same text twice. */
const ringsOf = ({ rings, due }: CaseFacts): readonly string[] =>
  due !== null && rings[0] === due ? [due, ...rings.slice(1)] : rings

/** Facts of one case as they stand on disk. */
export function factsReader({ db }: Pick<Store, 'db'>): (id: string) => CaseFacts | null {
  const byId = db.prepare('SELECT facts FROM cases WHERE id = ?', { pluck: true })
  return (id) => {
    const facts = byId.get<string>([id])
    return facts === undefined ? null : factsIn(facts)
  }
}

const most = 20_000

/** The same, for all cases in turn: what many have alike is kept in memory once. */
export function sharingFacts(): (json: string) => CaseFacts {
  const texts = new Map<string, string>()
  const lists = new Map<string, readonly string[]>()
  const shared = <K, V>(known: Map<K, V>, key: K, value: V): V => {
    const found = known.get(key)
    if (found === undefined && known.size < most) known.set(key, value)
    return found ?? value
  }
  const text = <T extends string | null>(value: T): T => (value === null ? value : (shared(texts, value, value) as T))
  const list = <T extends string>(values: readonly T[]): readonly T[] =>
    values.length > 4 ? values : (shared(lists, values.join('\0'), values) as readonly T[])
  return (json) => {
    const facts = factsIn(json)
    const { phase, kind, rsit, tlp, owner, constituent, dueKind } = facts
    const texted = { phase: text(phase), kind: text(kind), rsit: text(rsit), tlp: text(tlp), owner: text(owner) }
    const listed = {
      phases: list(facts.phases),
      escalated: list(facts.escalated),
      ips: list(facts.ips),
      rings: ringsOf(facts),
    }
    return { ...facts, ...texted, ...listed, constituent: text(constituent), dueKind: text(dueKind) }
  }
}
