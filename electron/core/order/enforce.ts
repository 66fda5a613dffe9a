/** Puts the draft of the policy in force: on disk at once, in the queue as a job that shows its progress. */
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { faultsOf } from '../../../shared/domain/order/policy-faults.ts'
import type { Policy } from '../../../shared/domain/order/policy.ts'
import { passesOver } from '../../../shared/domain/order/sorting.ts'
import type { Job } from '../../../shared/ipc/card-views.ts'
import { say, saying, type Saying } from '../../../shared/words/say.ts'
import { tellOutside } from '../cases/dues.ts'
import type { Step } from '../jobs.ts'
import { nowOf, type Session } from '../session.ts'
import { draftsOf, policyVersions, theDraft } from './policy-versions.ts'

/** `policy-no-draft`, `reason-needed`, or the fault for which no order could be told. */
export function enforce(session: Session, reason: string): Result<Job, Saying> {
  const policy = draftsOf(session.store).get(theDraft)
  if (policy === null) return fail(saying('policy-no-draft'))
  const fault = faultsOf(policy).find(({ stops }) => stops)
  if (fault !== undefined) return fail(fault.said)
  const decided = session.store.commit((tx) => {
    draftsOf(session.store).drop(tx, theDraft)
    return policyVersions(session.store).decide(tx, session, policy, reason)
  })
  if (!decided.ok) return decided
  session.news('policy.changed', null)
  return ok(reorder(session, policy))
}

/** Somebody who stops the job stops only the waiting: the policy is in force, and the next look at the queue finishes the order. */
function reorder(session: Session, policy: Policy): Job {
  const [id, now] = [session.ports.newId(), nowOf(session)]
  const stopped = (): boolean => session.jobs.list().find((job) => job.id === id)?.state !== 'running'
  const total = session.queue.all(now).length
  const name = say('en', saying('job.reorder', { name: policy.name }))
  const steps = session.queue.reorder(policy, now, stopped)
  return session.jobs.start({ id, kind: 'order', name, total }, () => stepsOf(session, steps, total))
}

function* stepsOf(
  session: Session,
  steps: Iterator<number, unknown>,
  total: number,
): Generator<Result<Step, Saying>, void> {
  const work = total * (1 + passesOver(total))
  let [handled, shown] = [0, 0]
  for (let step = steps.next(); step.done !== true; step = steps.next()) {
    handled += step.value
    const done = Math.min(total, Math.floor((handled * total) / Math.max(1, work)))
    yield ok({ ...nothing, done: done - shown })
    shown = done
  }
  yield ok({ ...nothing, done: total - shown })
  session.news('queue.changed', null)
  tellOutside(session)
}

const nothing: Step = { done: 0, added: 0, updated: 0, unchanged: 0, refused: [] }
