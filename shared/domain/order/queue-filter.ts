/** The filter words of the queue: "p1 tlp:red owner:mk is:breach phishing". Parsed once, then asked of every case. */
import { severities, type Severity } from '../case/vocabulary.ts'
import { inCidr, parseCidr, parseIp, type Cidr } from '../observable/ip-address.ts'
import { readTlp, type Tlp } from '../marking/tlp.ts'
import { bandOf, bands, type Band } from './ladder.ts'
import type { FilterFacts } from './queue-facts.ts'
import { isBreached } from './queue-order.ts'

const states = [
  'breach',
  'mine',
  'unassigned',
  'urgent',
  'waiting',
  'answered',
  'open',
  'closed',
  'conflict',
  'unplaced',
] as const
type State = (typeof states)[number]

type Test =
  | { readonly key: 'band'; readonly value: Band }
  | { readonly key: 'rung'; readonly value: number }
  | { readonly key: 'tlp'; readonly value: Tlp }
  | { readonly key: 'severity'; readonly value: Severity }
  | { readonly key: 'is'; readonly value: State }
  | { readonly key: 'ip'; readonly value: Cidr }
  | { readonly key: 'owner' | 'phase' | 'org' | 'text'; readonly value: string }

/** Words of one key are alternatives ("p1 p2"), different keys must all hold; each plain word must be found; "-" before a word excludes. */
export interface Filter {
  readonly groups: readonly (readonly Test[])[]
  readonly not: readonly Test[]
  readonly me: string
}

const mostWords = 50

/** Never refuses: what is no filter word is looked up as text. `me` is the personal code of the reader, for "mine" and "owner:me". */
export function parseFilter(text: string, me = ''): Filter {
  const groups = new Map<string, Test[]>()
  const not: Test[] = []
  for (const [word] of [...text.slice(0, 1_000).matchAll(/(?:[^\s"]|"[^"]{0,200}"?)+/g)].slice(0, mostWords)) {
    const excluded = word.length > 1 && word.startsWith('-')
    const test = testOf(excluded ? word.slice(1) : word)
    if (excluded) not.push(test)
    else {
      const key = test.key === 'text' || test.key === 'is' ? `${test.key} ${test.value}` : test.key
      groups.set(key, [...(groups.get(key) ?? []), test])
    }
  }
  return { groups: [...groups.values()], not, me: me.toLowerCase() }
}

function testOf(word: string): Test {
  const lower = word.toLowerCase().replaceAll('"', '')
  const [key = '', ...rest] = lower.split(':')
  return (rest.length > 0 ? keyed(key, rest.join(':')) : plain(lower)) ?? { key: 'text', value: lower }
}

function plain(word: string): Test | null {
  const band = bands.find((name) => name.toLowerCase() === word)
  return band === undefined ? null : { key: 'band', value: band }
}

function keyed(key: string, value: string): Test | null {
  switch (key) {
    case 'tlp':
      return orNull(readTlp(`tlp:${value}`), (tlp) => ({ key, value: tlp }))
    case 'rung':
      return /^\d{1,2}$/.test(value) ? { key, value: Number(value) } : null
    case 'is':
      return orNull(
        states.find((state) => state === value),
        (state) => ({ key, value: state }),
      )
    case 'severity':
      return orNull(
        severities.find((severity) => severity === value),
        (severity) => ({ key, value: severity }),
      )
    case 'ip':
      return orNull(parseCidr(value) ?? parseCidr(`${value}/${value.includes(':') ? 128 : 32}`), (range) => ({
        key,
        value: range,
      }))
    case 'owner':
    case 'phase':
    case 'org':
      return { key, value }
    default:
      return null
  }
}

const orNull = <T, R>(value: T | null | undefined, make: (value: T) => R): R | null =>
  value === null || value === undefined ? null : make(value)

/** Cheap: no time is parsed, no text is changed; addresses are compared only where the filter asks for them. */
export function matchesFilter(facts: FilterFacts, { groups, not, me }: Filter, now: string): boolean {
  return (
    groups.every((tests) => tests.some((test) => holds(test, facts, me, now))) &&
    !not.some((test) => holds(test, facts, me, now))
  )
}

function holds(test: Test, facts: FilterFacts, me: string, now: string): boolean {
  switch (test.key) {
    case 'band':
      return bandOf(facts.rung, facts.severity) === test.value
    case 'rung':
    case 'tlp':
    case 'severity':
      return facts[test.key] === test.value
    case 'phase':
      return facts.phase.startsWith(test.value)
    case 'owner':
      return facts.owner !== null && facts.owner.toLowerCase() === (test.value === 'me' ? me : test.value)
    case 'org':
      return facts.constituent !== null && facts.constituent.toLowerCase().includes(test.value)
    case 'text':
      return facts.search.includes(test.value)
    case 'ip':
      return facts.ips.some((address) => isIn(address, test.value))
    case 'is':
      return isState(test.value, facts, me, now)
  }
}

function isIn(address: string, range: Cidr): boolean {
  const ip = parseIp(address)
  return ip !== null && inCidr(ip, range)
}

function isState(state: State, facts: FilterFacts, me: string, now: string): boolean {
  switch (state) {
    case 'breach':
      return isBreached(facts, now)
    case 'mine':
      return facts.owner !== null && facts.owner.toLowerCase() === me
    case 'unassigned':
      return facts.owner === null
    case 'urgent':
      return facts.urgent
    case 'waiting':
      return facts.waiting
    case 'answered':
      return facts.respondedAt !== null
    case 'open':
      return facts.phase !== 'closed'
    case 'closed':
      return facts.phase === 'closed'
    case 'conflict':
      return facts.inConflict
    case 'unplaced':
      return facts.rung === null
  }
}
