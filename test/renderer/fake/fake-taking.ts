/** A large capsule that is taken in turns, slowly enough to be seen and to be stopped. */
import type { Job } from '../../../shared/ipc/card-views.ts'
import type { CapsuleView } from '../../../shared/ipc/handover-views.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'

const turnMs = 700
const ofOneTurn = 200

export interface FakeTaking {
  readonly take: (capsule: CapsuleView) => Promise<Result<null, Saying>>
  readonly jobs: () => readonly Job[]
  /** null: none of ours. */
  readonly cancel: (id: string) => Result<Job, Saying> | null
}

export function fakeTaking(changed: () => void): FakeTaking {
  let job: Job | null = null
  const put = (next: Job): Job => {
    job = next
    changed()
    return next
  }
  return {
    take: async ({ id, cases }) => {
      if (cases <= ofOneTurn) return ok(null)
      const counts = { added: 0, updated: 0, unchanged: 0, refused: [], problem: null }
      put({ id: 'taking', kind: 'capsule', name: id, state: 'running', done: 0, total: cases, ...counts })
      for (let done = ofOneTurn; done < cases + ofOneTurn; done += ofOneTurn) {
        await new Promise((resolve) => setTimeout(resolve, turnMs))
        if (job?.state !== 'running')
          return fail(
            saying('capsule-taken-in-part', { done: job?.done ?? 0, total: cases, detail: 'capsule-stopped' }),
          )
        put({ ...job, done: Math.min(cases, done) })
      }
      if (job !== null) put({ ...job, state: 'done' })
      return ok(null)
    },
    jobs: () => (job === null ? [] : [job]),
    cancel: (id) => (job?.id === id ? ok(put({ ...job, state: 'cancelled' })) : null),
  }
}
