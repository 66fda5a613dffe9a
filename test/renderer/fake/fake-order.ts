/** The queue and the policy behind it in memory, by the real rules of order; only the disk and the job's pace are missing. */
import { faultsOf } from '../../../shared/domain/order/policy-faults.ts'
import { policyFromList } from '../../../shared/domain/order/policy-from-list.ts'
import type { Policy } from '../../../shared/domain/order/policy.ts'
import { presets } from '../../../shared/domain/order/presets.ts'
import { rankingOf } from '../../../shared/domain/order/ranking.ts'
import { whyDifferent, whyMoved } from '../../../shared/domain/order/simulate.ts'
import type { CardView, Job } from '../../../shared/ipc/card-views.ts'
import type { PolicyView, SavedFilter, Simulation, VersionRow } from '../../../shared/ipc/case-views.ts'
import type { FeedName, Handlers } from '../../../shared/ipc/contract.ts'
import { fail, ok } from '../../../shared/kit/result.ts'
import { saying } from '../../../shared/words/say.ts'
import type { FakeCases } from './fake-cases.ts'

type Calls = Pick<
  Handlers<'core'>,
  Extract<keyof Handlers<'core'>, `queue.${string}` | `filter.${string}` | `policy.${string}` | 'job.list'>
>

interface Around {
  readonly cases: FakeCases
  readonly tell: (feed: FeedName) => void
  readonly cards: () => readonly CardView[]
  readonly otherJobs: Handlers<'core'>['job.list']
}

const views = [
  ['open', ''],
  ['mine', 'is:mine'],
  ['unassigned', 'is:unassigned'],
  ['breached', 'is:breach'],
  ['waiting', 'is:waiting'],
  ['wake-today', 'is:wake-today'],
  ['escalate', 'is:escalate'],
] as const

/** A list as teams write it, with the two faults of Z-12 and Z-13 in it. */
const listOfOwnCard = [
  'Threats to the physical safety of human beings',
  'Root or system-level attacks on any management information system or the backbone network',
  'Root or system-level attacks on any large public service machine',
  'Compromise of restricted confidential service accounts or software installations',
  'Denial of service attacks on any of the above three items',
  'Any of the above at other sites, originating from XYZ University',
  'Large-scale attacks of any kind, such as sniffing or password cracking',
]

export function fakeOrder({ cases, tell, cards, otherJobs }: Around): Calls {
  let saved: readonly Omit<SavedFilter, 'count'>[] = [
    { id: 'filter-1', name: 'Banks, red', filter: 'org:bank tlp:red' },
  ]
  let inForce: Policy = presets.ladder
  let draft: Policy | null = null
  let history: readonly VersionRow[] = [
    { version: 0, at: null, code: null, reason: 'Shipped with Signet', name: presets.ladder.name },
  ]
  let job: Job | null = null

  const counted = (one: Omit<SavedFilter, 'count'>): SavedFilter => ({ ...one, count: cases.count(one.filter) })
  const view = (): PolicyView => ({
    inForce,
    version: history[0] ?? { version: 0, at: null, code: null, reason: '', name: '' },
    draft,
    faults: faultsOf(draft ?? inForce),
    history,
  })
  const step = (): void => {
    if (job?.state !== 'running') return
    const done = Math.min(job.total, job.done + Math.max(1, Math.round(job.total / 4)))
    job = { ...job, done, state: done === job.total ? 'done' : 'running' }
    tell('job.changed')
    if (job.state === 'running') setTimeout(step, 120)
    else tell('queue.changed')
  }
  const constituents = (): readonly { name: string; filter: string; count: number }[] => {
    const names = new Set(cases.ordered(new Date().toISOString()).flatMap(({ facts }) => facts.constituent ?? []))
    return [...names]
      .map((name) => ({ name, filter: `org:"${name}"`, count: cases.count(`org:"${name}"`) }))
      .toSorted((a, b) => b.count - a.count)
      .slice(0, 50)
  }

  return {
    'queue.window': async ({ order, filter, from, count }) => ok(cases.window(filter, from, count, order)),
    'queue.views': async () =>
      ok({
        views: views.map(([name, filter]) => ({ view: name, filter, count: cases.count(filter) })),
        constituents: constituents(),
        saved: saved.map(counted),
      }),
    'filter.save': async ({ id, name, filter }) => {
      const one = { id: id ?? cases.newId(), name, filter }
      saved = [...saved.filter((other) => other.id !== one.id), one]
      return ok(counted(one))
    },
    'filter.drop': async ({ id }) => {
      saved = saved.filter((other) => other.id !== id)
      return ok(null)
    },

    'policy.show': async () => ok(view()),
    'policy.preset': async ({ preset }) => ok(presets[preset]),
    'policy.fromCard': async ({ card }) => {
      const reading = cards().find(({ id }) => id === card)?.reading
      const list = card === 'card-own' ? listOfOwnCard : (reading?.priorities ?? [])
      const name = reading?.names.short ?? card
      return list.length === 0 ? fail(saying('policy-no-list', { name })) : ok(policyFromList(name, list))
    },
    'policy.draft': async ({ policy }) => {
      draft = policy
      return ok(view())
    },
    'policy.simulate': async ({ policy }) => ok(simulated(cases, inForce, policy)),
    'policy.enforce': async ({ reason }) => {
      if (draft === null) return fail(saying('policy-no-draft'))
      inForce = draft
      draft = null
      cases.ranking = rankingOf(inForce)
      const version = (history[0]?.version ?? 0) + 1
      history = [{ version, at: new Date().toISOString(), code: 'MK', reason, name: inForce.name }, ...history]
      const total = cases.numbers.length
      job = { ...still, id: `reorder-${String(version)}`, name: `Re-order the queue by "${inForce.name}"`, total }
      setTimeout(step, 120)
      tell('policy.changed')
      return ok(job)
    },
    'job.list': async (input) => {
      const others = await otherJobs(input)
      return others.ok && job !== null ? ok([job, ...others.value]) : others
    },
  }
}

const still: Job = {
  id: '',
  kind: 'order',
  name: '',
  state: 'running',
  done: 0,
  total: 0,
  added: 0,
  updated: 0,
  unchanged: 0,
  refused: [],
  problem: null,
}

function simulated(cases: FakeCases, before: Policy, after: Policy): Simulation {
  const now = new Date().toISOString()
  const [was, is] = [rankingOf(before), rankingOf(after)]
  const old = cases.ordered(now, 'policy', was)
  const fresh = cases.ordered(now, 'policy', is)
  const placeNow = new Map(fresh.map(({ state, standing }, at) => [state.number, { at: at + 1, standing }] as const))
  const rows = old.flatMap(({ state, facts, standing }, at) => {
    const then = placeNow.get(state.number)
    if (then === undefined) return []
    const because = whyMoved(facts, { ranking: was, standing }, { ranking: is, standing: then.standing }, now)
    const banded = then.standing.band !== standing.band
    return [{ number: state.number, title: state.title, from: at + 1, to: then.at, because, banded }]
  })
  const moved = rows.filter(({ from, to }) => from !== to)
  return {
    of: rows.length,
    moved: moved.length,
    bandChanged: rows.filter(({ banded }) => banded).length,
    rows: moved
      .toSorted((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from))
      .slice(0, 50)
      .map(({ number, title, from, to, because }) => ({ number, title, from, to, because })),
    said: whyDifferent(before, after),
  }
}
