/** How long the queue takes with 100,000 open cases: making it, going over to another policy, one change, the passing of time, filters. */
import { queueOf } from '../../electron/core/cases/queue.ts'
import type { CaseFacts } from '../../electron/core/cases/queue-facts.ts'
import { run } from '../../electron/core/cases/queue-lines.ts'
import { severities } from '../../shared/domain/case/vocabulary.ts'
import { presets } from '../../shared/domain/order/presets.ts'
import type { Policy } from '../../shared/domain/order/policy.ts'

const count = 100_000
const start = Date.parse('2026-11-23T12:00:00.000Z')
const at = (ms: number): string => new Date(start + ms).toISOString()
const now = at(0)
const reader = { me: 'MK', zone: 'Europe/Madrid' }
const minute = 60_000

let seed = 20_261_123
const next = (below: number): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((seed / 2 ** 32) * below)
}

function made(index: number): CaseFacts {
  const number = `2026-MK-${String(index + 1).padStart(6, '0')}`
  const place = next(5) === 0
  return {
    id: `case-${index}`,
    number,
    title: 'Brute force on SSH at Quillmoor Council',
    phase: 'triage',
    phases: ['triage', 'coordination', 'resolution'],
    kind: 'incident',
    rung: place ? null : 1 + next(12),
    place: null,
    severity: place ? (severities[next(4)] ?? null) : null,
    urgent: next(20) === 0,
    rsit: 'intrusion-attempts/brute-force',
    tlp: 'AMBER',
    owner: next(2) === 0 ? 'MK' : null,
    constituent: `Constituent ${next(200)}`,
    openedAt: at(-next(200 * 1440) * minute),
    due: next(3) === 0 ? null : at((next(6 * 1440) - 1440) * minute),
    dueKind: 'first-response',
    dueIn: null,
    rings: [],
    respondedAt: null,
    wakeAt: null,
    paused: false,
    pausedUntil: null,
    escalated: [],
    inConflict: false,
    hasEvidence: false,
    hasPermission: false,
    ips: [`198.51.100.${next(256)}`],
    search: `${number} brute force on ssh at quillmoor council`.toLowerCase(),
  }
}

const cases = Array.from({ length: count }, (_, index) => made(index))
const [moved, ...others] = presets.ladder.rungs
if (moved === undefined) throw new Error('a ladder without rungs')
const turned: Policy = { ...presets.ladder, rungs: [...others, moved] }

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0
interface Took {
  /** Milliseconds by the clock. */
  readonly wall: number
  /** Milliseconds of processor time, collection of garbage in it: what a busy machine does not stretch as much. */
  readonly cpu: number
}

function timed(rounds: number, work: (round: number) => unknown): Took {
  const times = Array.from({ length: rounds }, (_, round) => {
    const from = performance.now()
    const used = process.cpuUsage()
    work(round)
    const { user, system } = process.cpuUsage(used)
    return { wall: performance.now() - from, cpu: (user + system) / 1000 }
  })
  return { wall: median(times.map(({ wall }) => wall)), cpu: median(times.map(({ cpu }) => cpu)) }
}

const first = { order: 'policy', filter: '', from: 0, count: 100 } as const
const make = timed(5, () => queueOf(cases, presets.ladder).window(first, reader, now))
const queue = queueOf(cases, presets.ladder)
queue.window(first, reader, now)
queue.window({ ...first, order: 'due' }, reader, now)

const steps: number[] = []
const goOver = timed(5, (round) => {
  const going = queue.reorder([turned, presets.factors, presets.ladder][round % 3] ?? turned, now, () => false)
  for (;;) {
    const from = process.threadCpuUsage()
    const step = going.next()
    const { user, system } = process.threadCpuUsage(from)
    steps.push((user + system) / 1000)
    if (step.done === true) break
  }
})
run(queue.reorder(presets.ladder, now, () => false))

const change = timed(200, (round) => {
  const facts = cases[(round * 379) % count]
  if (facts !== undefined) queue.set({ ...facts, urgent: round % 2 === 0, rung: 1 + (round % 12) })
  queue.window(first, reader, now)
})
const still = timed(200, () => queue.window(first, reader, now))
const passing = timed(50, (round) => queue.window(first, reader, at((round + 1) * 15_000)))
const later = at(51 * 15_000)
const shown = (filter: string): Took => timed(9, () => queue.window({ ...first, filter }, reader, later))
const views = timed(5, () =>
  ['is:mine', 'is:unassigned', 'is:breach', 'is:waiting', 'is:wake-today', 'is:escalate'].map((filter) =>
    queue.window({ ...first, filter }, reader, later),
  ),
)

const figure = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`
const ms = ({ wall, cpu }: Took): string => `${figure(wall)} (processor ${figure(cpu)})`
console.log(`open cases                          ${count}`)
console.log(`made and sorted, first window       ${ms(make)}`)
console.log(`another policy, both orders         ${ms(goOver)}`)
const sorted = steps.toSorted((a, b) => a - b)
const nth = (share: number): string => figure(sorted[Math.floor((sorted.length - 1) * share)] ?? 0)
console.log(`  a step of it, processor of its thread  median ${nth(0.5)}, 99 of 100 ${nth(0.99)}, longest ${nth(1)}`)
console.log(`a window, nothing changed           ${ms(still)}`)
console.log(`a window after one case changed     ${ms(change)}`)
console.log(`a window 15 s later                 ${ms(passing)}`)
console.log(`filter "p2 quillmoor"               ${ms(shown('p2 quillmoor'))}`)
console.log(`filter "is:escalate"                ${ms(shown('is:escalate'))}`)
console.log(`filter "ip:198.51.100.0/25"         ${ms(shown('ip:198.51.100.0/25'))}`)
console.log(`the six counted views               ${ms(views)}`)
