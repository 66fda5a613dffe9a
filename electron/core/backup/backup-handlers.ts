/** The calls about backups: made, proved, restored, planned, looked into; and the whole vault in open formats. */
import { feedNames, type Handlers } from '../../../shared/ipc/contract.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Code, type Saying } from '../../../shared/words/say.ts'
import { exportAll } from '../export-all/export-all.ts'
import type { FileInput } from '../../../shared/ipc/inputs.ts'
import { grantedInput } from '../files/granted.ts'
import type { GrantedFile } from '../ports.ts'
import { endSession } from '../end-session.ts'
import { withSession, type Desk, type Session } from '../session.ts'
import { opened } from '../vault/vault-handlers.ts'
import { restoreBackup, verifyBackup } from './backup.ts'
import { backUpNow, startBackup } from './backup-run.ts'
import { backupView, setPlan } from './backup-view.ts'
import { lookInside, sweepBeside } from './look.ts'

type BackupCalls = Pick<
  Handlers<'core'>,
  | 'vault.look'
  | 'vault.backup'
  | 'vault.verify'
  | 'vault.restore'
  | 'backup.show'
  | 'backup.plan'
  | 'backup.start'
  | 'export.all'
>

/** Whoever shows anything shows the copy from now on. */
const everything = feedNames.filter((feed) => feed !== 'case.changed')

export function backupHandlers(desk: Desk): BackupCalls {
  sweepBeside(desk.dir)
  const withFile = filesOf(desk)
  return {
    'vault.look': async ({ from, passphrase }) => {
      const found = await withFile(from, (path) => lookInside(desk, path, passphrase))
      if (!found.ok) return found
      // Closed as at a lock.
      endSession(desk)
      const shown = opened(desk, found)
      for (const feed of everything) desk.news(feed, null)
      return shown
    },
    'backup.show': withSession(desk, (session) => ok(backupView(session))),
    'backup.plan': withSession(desk, setPlan),
    'backup.start': withSession(desk, (session, { to }) => {
      const target = to === null ? ok(null) : granted(session, to.grant)
      return target.ok ? startBackup(session, target.value) : target
    }),
    'export.all': withSession(desk, exportAll),
    'vault.backup': withSession(desk, async (session, { to }) => {
      const target = granted(session, to.grant)
      return target.ok ? backUpNow(session, target.value) : target
    }),
    'vault.verify': ({ from, passphrase }) => withFile(from, (path) => verifyBackup(path, passphrase, desk.dir)),
    'vault.restore': ({ from, passphrase }) => withFile(from, (path) => restoreBackup(path, desk.dir, passphrase)),
  }
}

/** With another passphrase, or to look at what is left. */
const triedAgain: readonly Code[] = ['backup-passphrase', 'backup-damaged']

type WithFile = <T>(from: FileInput, open: (path: string) => Promise<Result<T, Saying>>) => Promise<Result<T, Saying>>

/** A grant works once, and once more after what a person answers by trying again: nobody chooses the same file twice. */
function filesOf({ ports }: Desk): WithFile {
  const again = new Map<string, string>()
  return async (from, open) => {
    const token = 'grant' in from ? from.grant : ''
    const kept = again.get(token)
    again.delete(token)
    const file = kept === undefined ? grantedInput(ports, from) : ok({ path: kept })
    if (!file.ok) return file
    const done = await open(file.value.path)
    if (!done.ok && triedAgain.includes(done.problem.code)) again.set(token, file.value.path)
    return done
  }
}

function granted({ ports }: Session, grant: string): Result<GrantedFile, Saying> {
  const target = ports.redeem(grant, 'write')
  return target === null ? fail(saying('grant-unknown')) : ok(target)
}
