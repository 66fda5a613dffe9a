/** What the desk shows of backups: the last that counts, those that did not, the plan, and whether one is due. */
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { Parsed } from '../../../shared/ipc/contract.ts'
import type { BackupView } from '../../../shared/ipc/vault-views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { nowOf, profileOf, type Session } from '../session.ts'
import { jobOf } from './backup-run.ts'
import { keeping } from './backup-name.ts'
import { isDue, keepPlan, outcomeOf, planOf, type Plan } from './plan.ts'
import { newSchedule } from './schedule.ts'

export function backupView(session: Session): BackupView {
  const { store } = session
  const { last, newest, tried } = outcomeOf(store)
  const { every, at, folder } = planOf(store)
  return {
    last,
    job: jobOf(session),
    since: last === null ? null : casesSince(session, newest),
    tried,
    plan: { every, at, folder: folder?.name ?? null, keep: keeping },
    due: isDue(store, profileOf(session).zone, nowOf(session)),
  }
}

const mostSince = 1000

const casesSince = ({ store }: Session, newest: number): number =>
  store.db
    .prepare('SELECT DISTINCT case_id FROM entries WHERE rowid > ? LIMIT ?', { pluck: true })
    .all<string>([newest, mostSince]).length

/** @returns the view, or `grant-unknown`. */
export function setPlan(session: Session, { every, at, folder }: Parsed<'backup.plan'>): Result<BackupView, Saying> {
  const place = folderOf(session, folder)
  if (!place.ok) return place
  const saved = session.store.commit((tx) => {
    keepPlan(tx, session.store, { every, at, folder: place.value })
    return ok(null)
  })
  if (!saved.ok) return saved
  newSchedule(session)
  session.news('vault.changed', null)
  return ok(backupView(session))
}

function folderOf(session: Session, folder: Parsed<'backup.plan'>['folder']): Result<Plan['folder'], Saying> {
  if (folder === null) return ok(planOf(session.store).folder)
  if (folder === 'none') return ok(null)
  const granted = session.ports.redeem(folder.grant, 'write')
  return granted === null ? fail(saying('grant-unknown')) : ok({ path: granted.path, name: granted.name })
}
