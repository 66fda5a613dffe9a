/** Filters that an analyst keeps by a name, and how many cases each of them shows now. */
import { z } from 'zod'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { SavedFilter } from '../../../shared/ipc/case-views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { nowOf, type Session } from '../session.ts'
import { recordsOf, type Records } from '../store/store.ts'
import { countOf } from './count.ts'

const savedSchema = z.object({ id: z.string(), name: z.string(), filter: z.string() })
type Saved = z.infer<typeof savedSchema>

const most = 100

const savedOf = ({ store }: Pick<Session, 'store'>): Records<Saved> =>
  recordsOf(store, 'filter', savedSchema, { quiet: true })

export const savedFilters = (session: Session): readonly Saved[] => savedOf(session).all()

/** `id` null makes a new one. */
export function saveFilter(
  session: Session,
  { id, name, filter }: { id: string | null; name: string; filter: string },
): Result<SavedFilter, Saying> {
  const saved = savedOf(session)
  if (id !== null && saved.get(id) === null) return fail(saying('filter-not-found'))
  const count = saved.all().length
  if (id === null && count >= most) return fail(saying('filter-too-many', { count }))
  const kept = { id: id ?? session.ports.newId(), name: name.trim(), filter: filter.trim() }
  return session.store.commit((tx) => {
    saved.put(tx, kept.id, kept)
    return ok({ ...kept, count: countOf(session, kept.filter, nowOf(session)) })
  })
}

export function dropFilter(session: Session, id: string): Result<null, Saying> {
  const saved = savedOf(session)
  if (saved.get(id) === null) return fail(saying('filter-not-found'))
  return session.store.commit((tx) => {
    saved.drop(tx, id)
    return ok(null)
  })
}
