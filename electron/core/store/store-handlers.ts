/** The calls about the soundness of the vault and its place on the disk. */
import { readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { VaultPlace } from '../../../shared/ipc/vault-views.ts'
import { ok } from '../../../shared/kit/result.ts'
import { withSession, type Desk } from '../session.ts'
import { freeBytes, hasBallast } from '../vault/ballast.ts'
import { checkVault } from '../vault/check.ts'
import { soundnessOf, startCheck } from '../vault/soundness.ts'
import { formatOf } from './database.ts'
import { databasePath, type Store } from './store.ts'

type StoreCalls = Pick<Handlers<'core'>, 'vault.place' | 'vault.check' | 'soundness.check' | 'soundness.show'>

export const storeHandlers = (desk: Desk): StoreCalls => ({
  'vault.place': withSession(desk, (session) => ok(placeOf(session.store))),
  'vault.check': withSession(desk, (session) => ok(checkVault(session.store))),
  'soundness.check': withSession(desk, (session) => ok(startCheck(session))),
  'soundness.show': withSession(desk, (session) => ok(soundnessOf(session))),
})

function placeOf({ dir, db, pages }: Store): VaultPlace {
  const blobs = Number(db.prepare('SELECT coalesce(sum(size), 0) FROM blobs', { pluck: true }).get())
  return {
    folder: dir,
    bytes: { database: pages.size() + sizeOf(`${databasePath(dir)}-wal`), blobs, rest: restOf(dir) },
    free: freeBytes(dir),
    format: formatOf(db),
    ballast: hasBallast(dir),
  }
}

/** Files of the folder itself: key file, head, ballast, copies of older formats. */
const restOf = (dir: string): number =>
  readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith(basename(databasePath(dir))))
    .reduce((sum, { name }) => sum + sizeOf(join(dir, name)), 0)

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0
