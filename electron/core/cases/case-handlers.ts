/** The calls about cases and the queue. */
import { ok, type Result } from '../../../shared/kit/result.ts'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { readerOf } from '../order/reader.ts'
import { nowOf, withSession, type Desk, type Session } from '../session.ts'
import { changeCase, findCase, openCaseIn } from './case-book.ts'
import { caseView } from './case-view.ts'
import { copyObservables } from './copy-observables.ts'
import { tellOutside } from './dues.ts'
import { whenLoaded } from './queue-loading.ts'
import { noteHandlers } from './kept-notes.ts'
import { signHeads } from './sign-heads.ts'

type CaseCalls = Pick<
  Handlers<'core'>,
  'case.create' | 'case.show' | 'case.change' | 'case.list' | 'queue.window' | 'note.keep' | 'note.kept' | 'case.copy'
>

export const caseHandlers = (desk: Desk): CaseCalls => ({
  'case.create': withSession(desk, (session, { title }) =>
    shown(
      session,
      session.store.commit((tx) => openCaseIn(tx, session, { title })),
    ),
  ),
  'case.show': withSession(desk, (session, { number }) => {
    const found = findCase(session, number)
    return found.ok ? ok(caseView(session, found.value)) : found
  }),
  'case.change': withSession(desk, async (session, { number, heads, command }) => {
    const changed = changeCase(session, number, heads, command)
    // The closing is on disk; its signature follows as an entry of its own, and a case that cannot be signed is closed all the same.
    if (changed.ok && command.do === 'close') await signHeads(session, changed.value.number)
    return shown(session, changed)
  }),
  'case.copy': withSession(desk, (session, wish) => {
    const copied = copyObservables(session, wish)
    if (copied.ok) session.news('case.changed', { number: wish.number })
    return copied
  }),
  ...noteHandlers(desk),
  'case.list': withSession(desk, (session, { search, from, count }) => ok(listCases(session, search, from, count))),
  'queue.window': withSession(desk, async (session, ask) => {
    const top = session.queue.top(ask, readerOf(session), nowOf(session))
    if (top !== null) return ok(top)
    await whenLoaded(session)
    return ok(session.queue.window(ask, readerOf(session), nowOf(session)))
  }),
})

/** After a change: news to the windows, dues to the shell, and the case as it now stands on disk. */
export function shown(session: Session, changed: Result<CaseState, Saying>): ReturnType<typeof viewOf> {
  if (!changed.ok) return changed
  session.news('case.changed', { number: changed.value.number })
  session.news('queue.changed', null)
  tellOutside(session)
  return viewOf(session, changed.value.number)
}

function viewOf(session: Session, number: string): Result<ReturnType<typeof caseView>, Saying> {
  const found = findCase(session, number)
  return found.ok ? ok(caseView(session, found.value)) : found
}

/** So many are sorted sooner than found on the way down. */
const lookedUp = 500

type ListRow = { number: string; title: string; phase: string }

function listCases(
  session: Session,
  search: string,
  from: number,
  count: number,
): { total: number; cases: readonly ListRow[] } {
  const { db } = session.store
  const match = matchOf(search)
  const params = match === null ? [] : [match]
  const counted = match === null ? 'cases' : 'case_text WHERE case_text MATCH ?'
  const total = Number(db.prepare(`SELECT count(*) FROM ${counted}`, { pluck: true }).get(params))
  // A few are looked up and sorted; of many, the newest are met by going down the times (the plus forbids looking each of them up).
  const place = total > lookedUp ? '+rowid' : 'rowid'
  const where = match === null ? '' : `WHERE ${place} IN (SELECT rowid FROM case_text WHERE case_text MATCH ?)`
  const cases = db
    .prepare(`SELECT number, title, phase FROM cases ${where} ORDER BY updated_at DESC, rowid DESC LIMIT ? OFFSET ?`)
    .all<ListRow>([...params, count, from])
  return { total, cases }
}

/** Every word as a quoted phrase, the last one as a beginning: what a person types is never a query language. */
function matchOf(search: string): string | null {
  const words = search
    .trim()
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
  return words.length === 0 ? null : words.map((word) => `"${word.replaceAll('"', '""')}"*`).join(' ')
}
