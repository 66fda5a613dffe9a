/** Reads a large queue after the unlock, in turns with everything else, and leaves its standings at lock for the next one. */
import { setImmediate } from 'node:timers/promises'
import { ok, type Result } from '../../../shared/kit/result.ts'
import type { Saying } from '../../../shared/words/say.ts'
import type { Step } from '../jobs.ts'
import { nowOf, type Session } from '../session.ts'
import { tellOutside } from './dues.ts'
import { keepStandings } from './queue-snapshot.ts'

/** Does nothing where all was read at the unlock. */
export function startLoading(session: Session): void {
  if (session.queue.isLoaded()) return
  session.jobs.start({ id: session.ports.newId(), kind: 'queue', name: 'queue', total: 0 }, () => steps(session))
}

function* steps(session: Session): Generator<Result<Step, Saying>, void> {
  const loading = session.queue.load(nowOf(session))
  for (let step = loading.next(); step.done !== true; step = loading.next()) {
    yield ok({ done: 0, added: 0, updated: 0, unchanged: step.value, refused: [] })
  }
  session.news('queue.changed', null)
  tellOutside(session)
}

/** Fulfilled once every case is read: for a question that only the whole can answer, so that it keeps nobody else waiting. */
export async function whenLoaded({ queue, jobs }: Pick<Session, 'queue' | 'jobs'>): Promise<void> {
  const isLoading = (): boolean => jobs.list().some(({ kind, state }) => kind === 'queue' && state === 'running')
  while (!queue.isLoaded() && isLoading()) await setImmediate()
}

/** So many are worth the write. */
const worthIt = 2_000

/** At lock, before the store is closed. */
export function leaveStandings(session: Session): void {
  const standings = session.queue.standings(nowOf(session))
  if (session.store.readOnly || standings === null || standings.all.length <= worthIt) return
  keepStandings(session.store, session.queue.ranking().policy, standings)
}
