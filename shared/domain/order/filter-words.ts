/** What each key of the filter language means: "is:breach", "due:<4h", "org:"Harbour Bank"". */
import { caseKinds, severities } from '../case/vocabulary.ts'
import { readTlp } from '../marking/tlp.ts'
import { inCidr, parseCidr, parseIp } from '../observable/ip-address.ts'
import { escalationsAt } from './escalation.ts'
import { spanTest } from './filter-spans.ts'
import type { Band } from './ladder.ts'
import { isPaused, isWaiting, type FilterFacts } from './queue-facts.ts'
import { isBreached } from './queue-order.ts'
import { standingOf, type Ranking, type Standing } from './ranking.ts'
import { endOfToday } from './zone-days.ts'

/** Who reads: for "mine", for where a day begins, and for what the bands rest on. */
export interface Reader {
  /** Personal code in lower case. */
  readonly me: string
  readonly zone: string
  readonly ranking: Ranking
}

/** Who has the standing of the case at hand gives it, so that it is not worked out again. */
export type Predicate = (facts: FilterFacts, standing?: Standing) => boolean
/** Made once for the minute at which the filter is asked. */
export type Test = (now: string) => Predicate

interface Key {
  /** Words of one group are alternatives. */
  readonly group: string
  /** Each of its words must hold: "is:urgent is:mine". */
  readonly each?: true
  /** Said where a value cannot be read. */
  readonly examples: string
  /** The value in lower case, without quotes; null where it cannot be read. */
  readonly read: (value: string, reader: Reader & { readonly quoted: boolean }) => Test | null
}

const always =
  (predicate: Predicate): Test =>
  () =>
    predicate

export const bandTest =
  (band: Band, { ranking }: Reader): Test =>
  (now) =>
  (facts, standing = standingOf(ranking, facts, now)) =>
    standing.band === band

const rsit: Key = {
  group: 'class',
  examples: 'class:fraud, class:fraud/phishing',
  read: (value) =>
    value === ''
      ? null
      : always((facts) => facts.rsit !== null && (facts.rsit === value || facts.rsit.startsWith(`${value}/`))),
}

const byKey: Readonly<Record<string, Key>> = {
  rung: {
    group: 'rung',
    examples: 'rung:4, rung:none',
    // By its place, which is the number that people see and say; the id stays inside.
    read: (value, { ranking }) =>
      value === 'none' || /^\d{1,2}$/.test(value)
        ? always(({ rung }) => (value === 'none' ? rung === null : ranking.rank(rung)?.at === Number(value)))
        : null,
  },
  tlp: {
    group: 'tlp',
    examples: 'tlp:red, tlp:amber+strict, tlp:amber, tlp:green, tlp:clear',
    read: (value) => {
      const tlp = readTlp(`tlp:${value}`)
      return tlp === null ? null : always((facts) => facts.tlp === tlp)
    },
  },
  severity: {
    group: 'severity',
    examples: 'severity:low, severity:medium, severity:high, severity:critical, severity:none',
    read: (value) => {
      const severity = severities.find((one) => one === value) ?? null
      return severity === null && value !== 'none' ? null : always((facts) => facts.severity === severity)
    },
  },
  kind: {
    group: 'kind',
    examples: 'kind:incident, kind:vulnerability, kind:issue',
    read: (value) =>
      value !== '' && caseKinds.some((kind) => kind.startsWith(value))
        ? always((facts) => facts.kind.startsWith(value))
        : null,
  },
  phase: {
    group: 'phase',
    examples: 'phase:triage, phase:coordination, phase:analysis, phase:resolution, phase:closed',
    read: (value) =>
      value !== '' &&
      ['triage', 'coordination', 'analysis', 'resolution', 'closed'].some((one) => one.startsWith(value))
        ? always((facts) => facts.phase.startsWith(value))
        : null,
  },
  owner: {
    group: 'owner',
    examples: 'owner:me, owner:none, owner:mk',
    read: (value, { me }) => {
      if (value === '') return null
      if (value === 'none') return always((facts) => facts.owner === null)
      const owner = value === 'me' ? me : value
      return always((facts) => facts.owner !== null && facts.owner.toLowerCase() === owner)
    },
  },
  /** In quotes the whole name, else a part of it. */
  org: {
    group: 'org',
    examples: 'org:"Harbour Bank", org:harbour, org:none',
    read: (value, { quoted }) => {
      if (value === '') return null
      if (value === 'none') return always((facts) => facts.constituent === null)
      return always(({ constituent }) => {
        const name = constituent?.toLowerCase().replaceAll('"', '')
        return name !== undefined && (quoted ? name === value : name.includes(value))
      })
    },
  },
  class: rsit,
  rsit,
  ip: {
    group: 'ip',
    examples: 'ip:192.0.2.7, ip:192.0.2.0/24, ip:2001:db8::/32',
    read: (value) => {
      const range = parseCidr(value) ?? parseCidr(`${value}/${value.includes(':') ? 128 : 32}`)
      if (range === null) return null
      // The same address stands in many cases.
      const known = new Map<string, boolean>()
      const isIn = (address: string): boolean => {
        const ip = parseIp(address)
        const is = ip !== null && inCidr(ip, range)
        known.set(address, is)
        return is
      }
      return always(({ ips }) => ips.some((address) => known.get(address) ?? isIn(address)))
    },
  },
  number: {
    group: 'number',
    examples: 'number:2026-mk-0413, number:0413',
    read: (value) =>
      /^[\da-z-]{1,40}$/.test(value)
        ? always(({ number }) => number.toLowerCase() === value || number.toLowerCase().endsWith(`-${value}`))
        : null,
  },
  due: {
    group: 'due',
    each: true,
    examples: 'due:<4h, due:>2d, due:today, due:2026-11-30, due:<2026-11-30, due:none',
    read: (value, { zone }) =>
      value === 'none'
        ? always(({ due }) => due === null)
        : spanTest(value, { of: ({ due }) => due, ahead: true, zone }),
  },
  opened: {
    group: 'opened',
    each: true,
    examples: 'opened:>2026-11-01, opened:<2026-11-30, opened:2026-11-02, opened:today, opened:<7d',
    read: (value, { zone }) => spanTest(value, { of: ({ openedAt }) => openedAt, ahead: false, zone }),
  },
  wake: {
    group: 'wake',
    each: true,
    examples: 'wake:today, wake:<2d, wake:>2026-11-30, wake:none',
    read: (value, { zone }) =>
      value === 'none'
        ? always(({ wakeAt }) => wakeAt === null)
        : spanTest(value, { of: ({ wakeAt }) => wakeAt, ahead: true, zone }),
  },
  has: {
    group: 'has',
    each: true,
    examples: 'has:conflict, has:evidence, has:permission, has:owner, has:due',
    read: (value) => {
      const predicate = own(having, value)
      return predicate === undefined ? null : always(predicate)
    },
  },
  is: {
    group: 'is',
    each: true,
    examples:
      'is:breach, is:mine, is:unassigned, is:urgent, is:waiting, is:wake-today, is:paused, is:escalate, is:answered, is:unanswered, is:placed, is:unplaced, is:conflict, is:open, is:closed, is:any',
    read: (value, reader) => {
      const state = own(states, value)
      return state === undefined ? null : (now) => state(reader, now)
    },
  },
}

/** A name of JavaScript's own ("constructor:") is no word of ours. */
function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}

export const keyNamed = (name: string): Key | undefined => own(byKey, name)

const having: Readonly<Record<string, Predicate>> = {
  conflict: ({ inConflict }) => inConflict,
  evidence: ({ hasEvidence }) => hasEvidence,
  permission: ({ hasPermission }) => hasPermission,
  owner: ({ owner }) => owner !== null,
  due: ({ due }) => due !== null,
}

const breached =
  (_: Reader, now: string): Predicate =>
  (facts) =>
    isBreached(facts, now)

const states: Readonly<Record<string, (reader: Reader, now: string) => Predicate>> = {
  breach: breached,
  breached,
  mine:
    ({ me }) =>
    ({ owner }) =>
      owner !== null && owner.toLowerCase() === me,
  unassigned:
    () =>
    ({ owner }) =>
      owner === null,
  urgent:
    () =>
    ({ urgent }) =>
      urgent,
  /** It has a wake date, or its clock stands still: somebody else has to move first. */
  waiting: (_, now) => (facts) => facts.wakeAt !== null || isWaiting(facts, now),
  /** What sleeps no longer than this day, and what should have been woken before. */
  'wake-today': ({ zone }, now) => {
    const until = endOfToday(zone, now)
    return ({ wakeAt }) => wakeAt !== null && wakeAt < until
  },
  paused: (_, now) => (facts) => isPaused(facts, now),
  escalate: ({ ranking }, now) => {
    const steps = escalationsAt(ranking, now)
    return (facts, standing = standingOf(ranking, facts, now)) => steps(facts, standing).length > 0
  },
  answered:
    () =>
    ({ respondedAt }) =>
      respondedAt !== null,
  unanswered:
    () =>
    ({ respondedAt }) =>
      respondedAt === null,
  placed:
    () =>
    ({ place }) =>
      place !== null,
  unplaced:
    () =>
    ({ rung }) =>
      rung === null,
  conflict: () => (facts) => facts.inConflict,
  open:
    () =>
    ({ phase }) =>
      phase !== 'closed',
  closed:
    () =>
    ({ phase }) =>
      phase === 'closed',
  any: () => () => true,
}
