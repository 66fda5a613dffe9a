/** The calls about the order of work: the team's policy, the views of the queue and the filters that are kept. */
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { faultsOf } from '../../../shared/domain/order/policy-faults.ts'
import { policyFromList } from '../../../shared/domain/order/policy-from-list.ts'
import type { Policy } from '../../../shared/domain/order/policy.ts'
import { presets } from '../../../shared/domain/order/presets.ts'
import type { PolicyView } from '../../../shared/ipc/case-views.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { withSession, type Desk, type Session } from '../session.ts'
import { enforce } from './enforce.ts'
import { draftsOf, policyVersions, theDraft } from './policy-versions.ts'
import { whenLoaded } from '../cases/queue-loading.ts'
import { queueViews } from './queue-views.ts'
import { dropFilter, saveFilter } from './saved-filters.ts'
import { simulate } from './simulation.ts'

type OrderCalls = Pick<
  Handlers<'core'>,
  | 'queue.views'
  | 'filter.save'
  | 'filter.drop'
  | 'policy.show'
  | 'policy.preset'
  | 'policy.fromCard'
  | 'policy.draft'
  | 'policy.simulate'
  | 'policy.enforce'
>

export const orderHandlers = (desk: Desk): OrderCalls => ({
  'queue.views': withSession(desk, async (session) => {
    await whenLoaded(session)
    return ok(queueViews(session))
  }),
  'filter.save': withSession(desk, (session, input) => told(session, 'queue.changed', saveFilter(session, input))),
  'filter.drop': withSession(desk, (session, { id }) => told(session, 'queue.changed', dropFilter(session, id))),
  'policy.show': withSession(desk, (session) => ok(policyView(session))),
  'policy.preset': withSession(desk, (_, { preset }) => ok(presets[preset])),
  'policy.fromCard': withSession(desk, (session, { card }) => fromCard(session, card)),
  'policy.draft': withSession(desk, (session, { policy }) =>
    told(session, 'policy.changed', keepDraft(session, policy)),
  ),
  'policy.simulate': withSession(desk, async (session, { policy }) => ok(await simulate(session, policy))),
  'policy.enforce': withSession(desk, (session, { reason }) => enforce(session, reason)),
})

function told<T>(
  session: Session,
  feed: 'queue.changed' | 'policy.changed',
  done: Result<T, Saying>,
): Result<T, Saying> {
  if (done.ok) session.news(feed, null)
  return done
}

function policyView({ store }: Session): PolicyView {
  const versions = policyVersions(store)
  const { value, version } = versions.inForce()
  const draft = draftsOf(store).get(theDraft)
  const faults = faultsOf(draft ?? value).map(({ rung, said }) => ({ rung, said }))
  return { inForce: value, version, draft, faults, history: versions.history() }
}

function keepDraft(session: Session, policy: Policy | null): Result<PolicyView, Saying> {
  const drafts = draftsOf(session.store)
  const kept = session.store.commit((tx) => {
    if (policy === null) drafts.drop(tx, theDraft)
    else drafts.put(tx, theDraft, policy)
    return ok(null)
  })
  return kept.ok ? ok(policyView(session)) : kept
}

function fromCard({ shelf }: Session, id: string): Result<Policy, Saying> {
  const card = shelf.get(id)
  if (card === null) return fail(saying('card-not-found', { id }))
  const { priorities } = card.reading
  return priorities.length === 0
    ? fail(saying('policy-no-list', { name: card.name }))
    : ok(policyFromList(card.name, priorities))
}
