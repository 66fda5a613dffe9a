/** The calls about cases and the queue. */
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { openInput } from '../files/input.ts'
import { nowOf, profileOf, withSession, type Desk, type Session } from '../session.ts'
import { recordBlob, writeBlob } from '../store/blobs.ts'
import { addActsIn, changeCase, findCase, openCaseIn } from './case-book.ts'
import { caseView } from './case-view.ts'
import { tellOutside } from './dues.ts'

type CaseCalls = Pick<
  Handlers<'core'>,
  'case.create' | 'case.show' | 'case.change' | 'case.evidence' | 'case.list' | 'queue.window'
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
  'case.change': withSession(desk, (session, { number, heads, command }) =>
    shown(session, changeCase(session, number, heads, command)),
  ),
  'case.evidence': withSession(desk, (session, input) => addEvidence(session, input)),
  'case.list': withSession(desk, (session, { search, from, count }) => ok(listCases(session, search, from, count))),
  'queue.window': withSession(desk, (session, ask) =>
    ok(session.queue.window(ask, profileOf(session).analyst.code, nowOf(session))),
  ),
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

/** Sealed first, then journalled: a kill between leaves a sealed file that nothing names, never an entry without its file. */
function addEvidence(
  session: Session,
  { number, file, source }: { number: string; file: Parameters<typeof openInput>[1]; source: string },
): ReturnType<typeof viewOf> {
  const found = findCase(session, number)
  if (!found.ok) return found
  if (found.value.state.phase === 'closed') return fail(saying('case-closed'))
  const opened = openInput(session.ports, file)
  if (!opened.ok) return opened
  const { name, read, close } = opened.value
  const blob = writeBlob(session.store.dir, session.ports.newId(), session.ports.random(32), read)
  close()
  return shown(
    session,
    session.store.commit((tx) => {
      const { id, size, sha256 } = recordBlob(tx, blob)
      return addActsIn(tx, session, number, [{ kind: 'evidence.added', blob: id, name, size, sha256, source }])
    }),
  )
}

type ListRow = { number: string; title: string; phase: string }

function listCases(
  session: Session,
  search: string,
  from: number,
  count: number,
): { total: number; cases: readonly ListRow[] } {
  const { db } = session.store
  const match = matchOf(search)
  const where = match === null ? '' : 'WHERE rowid IN (SELECT rowid FROM case_text WHERE case_text MATCH ?)'
  const params = match === null ? [] : [match]
  const total = Number(db.prepare(`SELECT count(*) FROM cases ${where}`, { pluck: true }).get(params))
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
