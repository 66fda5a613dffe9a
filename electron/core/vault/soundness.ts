/**
 * The full check of a vault that is being worked in: in steps of some milliseconds, stopped and gone on with at will, slowly by itself
 * and at full speed when somebody asks for it.
 */
import { z } from 'zod'
import type { CheckPart, CheckView } from '../../../shared/ipc/vault-views.ts'
import { ok, type Result } from '../../../shared/kit/result.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { nowOf, type Session } from '../session.ts'
import type { Step } from '../jobs.ts'
import { logDamaged, searchIncomplete } from '../store/check-database.ts'
import { blobsDamaged } from '../store/check-blobs.ts'
import { recordsDamaged } from '../store/check-records.ts'
import { casesDamaged, entriesDamaged } from '../store/check-rows.ts'
import { indexesDamaged, pagesInSlices, rowsToLookUp } from '../store/check-slices.ts'
import { isDamage, lastRowid } from '../store/connection.ts'
import { pageSize } from '../store/page-file.ts'
import type { Looking } from '../store/slices.ts'
import { recordsOf, type Store } from '../store/store.ts'
import { begin, collect, type Look } from './check.ts'

interface Looked {
  readonly part: CheckPart['part']
  readonly look: Look
  /** How much there is to look at, as far as is known when the check begins. */
  readonly total: (store: Store) => number
}

/** Pages, indexes and search otherwise than `vault check` does, because the database would do them in one go of seconds. */
const all: readonly Looked[] = [
  { part: 'pages', look: pagesInSlices, total: ({ pages }) => Math.ceil(pages.size() / pageSize) },
  { part: 'database', look: indexesDamaged, total: ({ db }) => rowsToLookUp(db) },
  { part: 'log', look: logDamaged, total: ({ db }) => lastRowid(db, 'log') },
  { part: 'blobs', look: blobsDamaged, total: ({ db }) => countBlobs(db) },
  { part: 'search', look: searchIncomplete, total: ({ db }) => lastRowid(db, 'cases') },
  { part: 'entries', look: entriesDamaged, total: ({ db }) => lastRowid(db, 'entries') + lastRowid(db, 'log') },
  { part: 'records', look: recordsDamaged, total: ({ db }) => lastRowid(db, 'records') },
  { part: 'cases', look: casesDamaged, total: ({ db }) => lastRowid(db, 'cases') },
]

const countBlobs = (db: Store['db']): number => Number(db.prepare('SELECT count(*) FROM blobs', { pluck: true }).get())

interface Part {
  readonly part: CheckPart['part']
  readonly looking: Looking
  readonly found: ReturnType<typeof collect>
  state: CheckPart['state']
  done: number
  total: number
}

export interface Soundness {
  /** Looks for about so long; gives how many things that were, null once the check has come to its end. */
  readonly look: (milliseconds: number) => number | null
  readonly hasEnded: () => boolean
  readonly view: () => Pick<CheckView, 'parts' | 'cases'>
  readonly total: () => number
}

export function beginCheck(store: Store): Soundness {
  const parts: Part[] = all.map(({ part, look, total }) => ({
    part,
    looking: begin(look, store),
    found: collect(),
    state: 'waits',
    done: 0,
    total: safely(() => total(store)),
  }))
  const next = (): Part | undefined => parts.find(({ state }) => state !== 'done')
  return {
    look: (milliseconds) => {
      const until = performance.now() + milliseconds
      let [count, part] = [0, next()]
      while (part !== undefined && performance.now() < until) {
        count += lookOn(part)
        part = next()
      }
      return part === undefined && count === 0 ? null : count
    },
    hasEnded: () => next() === undefined,
    view: () => ({ parts: parts.map(viewOf), cases: unreadCases(parts) }),
    total: () => parts.reduce((sum, { total }) => sum + total, 0),
  }
}

/** The table may not read; then nobody knows. */
function safely(count: () => number): number {
  try {
    return count()
  } catch {
    return 0
  }
}

function lookOn(part: Part): number {
  part.state = 'runs'
  const step = part.looking.next()
  if (step.done === true) {
    part.state = 'done'
    part.total = part.done
    return 0
  }
  if (typeof step.value !== 'number') {
    part.found.add(step.value)
    return 0
  }
  part.done += step.value
  // It has grown meanwhile.
  part.total = Math.max(part.total, part.done)
  return step.value
}

const viewOf = ({ part, state, done, total, found }: Part): CheckPart => ({
  part,
  state,
  done,
  total,
  findings: found.all(),
})

/** By number, each once. */
function unreadCases(parts: readonly Part[]): readonly string[] {
  const findings: readonly Saying[] = parts.flatMap(({ found }) => found.all())
  return [
    ...new Set(
      findings.flatMap(({ code, params }) => (code === 'damage-case-unread' ? [String(params['number'])] : [])),
    ),
  ]
}

const last = 'last'
const checksOf = (store: Pick<Store, 'db'>) =>
  recordsOf(store, 'soundness', z.object({ whole: z.string() }), { quiet: true })

/** null: never, or what says so does not read. */
function lastWholeOf({ store }: Session): string | null {
  try {
    return checksOf(store).get(last)?.whole ?? null
  } catch (error) {
    if (isDamage(error)) return null
    throw error
  }
}

const checks = new WeakMap<Session, { check: Soundness; job: string | null }>()

function checkOf(session: Session): { check: Soundness; job: string | null } {
  const kept = checks.get(session) ?? { check: beginCheck(session.store), job: null }
  checks.set(session, kept)
  return kept
}

export function soundnessOf(session: Session): CheckView {
  const { check, job } = checkOf(session)
  const view = check.view()
  const lastWhole = lastWholeOf(session)
  const isDamaged = view.parts.some(({ findings }) => findings.length > 0)
  return {
    ...view,
    job: session.jobs.list().find(({ id }) => id === job) ?? null,
    lastWhole,
    since: isDamaged ? lastWhole : null,
  }
}

const stepMs = 8

/** Goes on where the last one was stopped, and begins anew where it had come to its end. */
export function startCheck(session: Session): CheckView {
  const before = checkOf(session)
  if (session.jobs.list().some(({ id, state }) => id === before.job && state === 'running')) return soundnessOf(session)
  const check = before.check.hasEnded() ? beginCheck(session.store) : before.check
  const job = session.ports.newId()
  checks.set(session, { check, job })
  const done = check.view().parts.reduce((sum, part) => sum + part.done, 0)
  session.jobs.start({ id: job, kind: 'check', name: 'check', total: Math.max(0, check.total() - done) }, () =>
    steps(session, check),
  )
  return soundnessOf(session)
}

function* steps(session: Session, check: Soundness): Generator<Result<Step, Saying>, void> {
  for (;;) {
    const done = check.look(stepMs)
    if (done === null) break
    yield ok({ done, added: 0, updated: 0, unchanged: done, refused: [] })
  }
  end(session)
}

function end(session: Session): void {
  session.store.commit((tx) => {
    checksOf(session.store).put(tx, last, { whole: nowOf(session) })
    return ok(null)
  })
  session.news('vault.changed', null)
}

const dayMs = 86_400_000

/** One step by itself, some percent of a processor where it is called five times a second. False where there is nothing to do for today. */
export function lookBeside(session: Session): boolean {
  const { check, job } = checkOf(session)
  if (session.jobs.list().some(({ id, state }) => id === job && state === 'running')) return true
  if (check.hasEnded()) return false
  const whole = lastWholeOf(session)
  const isFresh = whole !== null && Math.abs(session.ports.now() - Date.parse(whole)) < dayMs
  if (isFresh && check.view().parts.every(({ state }) => state === 'waits')) return false
  const before = check.view()
  const isOver = check.look(stepMs) === null
  const now = check.view()
  if (isOver) end(session)
  else if (countOf(now) > countOf(before)) session.news('vault.changed', null)
  return !isOver
}

const countOf = ({ parts }: Pick<CheckView, 'parts'>): number =>
  parts.reduce((sum, { findings }) => sum + findings.length, 0)
