/** Reckons the clocks of every case anew when the team has changed its promises: at once where they are few, else in steps. */
import { z } from 'zod'
import type { CaseId } from '../../../shared/domain/case/entry.ts'
import { ok, type Result } from '../../../shared/kit/result.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { readCase, refold, writeActs } from '../cases/case-book.ts'
import { tellOutside } from '../cases/dues.ts'
import type { Step } from '../jobs.ts'
import type { Session } from '../session.ts'
import { recordsOf, type Tx } from '../store/store.ts'

/** So many take well under a second. */
const few = 300
const casesAStep = 100

/** Stands while cases still carry times of the settings before: a lock in between is made good at the next unlock. */
const unfinished = ({ store }: Session) =>
  recordsOf(store, 'clock-refold', z.object({ since: z.string() }), { quiet: true })
const mark = 'all'

/** In the transaction of the change; `startRefold` goes on where they are many. */
export function refoldIn(tx: Tx, session: Session): void {
  if (countOf(session) <= few) refold(tx, session)
  else unfinished(session).put(tx, mark, { since: tx.at })
}

/** Also called at unlock; does nothing where nothing was left. */
export function startRefold(session: Session): void {
  const since = unfinished(session).get(mark)?.since
  if (since === undefined) return
  const job = { id: session.ports.newId(), kind: 'clocks', name: 'clocks', total: countOf(session) } as const
  session.jobs.start(job, () => steps(session, since))
}

const countOf = ({ store }: Session): number =>
  Number(store.db.prepare('SELECT count(*) FROM cases', { pluck: true }).get())

/** Ends early where a later change has begun anew. */
function* steps(session: Session, since: string): Generator<Result<Step, Saying>, void> {
  const isLast = (): boolean => unfinished(session).get(mark)?.since === since
  const ids = session.store.db.prepare('SELECT id FROM cases', { pluck: true }).all<string>()
  for (let at = 0; at < ids.length && isLast(); at += casesAStep)
    yield refoldSome(session, ids.slice(at, at + casesAStep))
  if (!isLast()) return
  session.store.commit((tx) => {
    unfinished(session).drop(tx, mark)
    return ok(null)
  })
  session.news('queue.changed', null)
  tellOutside(session)
}

function refoldSome(session: Session, ids: readonly string[]): Result<Step, Saying> {
  return session.store.commit((tx) => {
    for (const id of ids) {
      const entries = readCase(session, id as CaseId)?.entries
      // No act is written: only what is kept beside the journal.
      if (entries !== undefined) writeActs(tx, session, { caseId: id as CaseId, entries }, [])
    }
    return ok({ done: ids.length, added: 0, updated: ids.length, unchanged: 0, refused: [] })
  })
}
