/** Clears a folder of backups: older ones of this vault that the plan does not keep, and what a kill left half written. */
import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ok, type Result } from '../../../shared/kit/result.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { openBackupFile } from './backup-file.ts'
import { backupFailed } from './backup-problem.ts'
import { outdated, timeOf } from './backup-name.ts'

export interface PruneJob {
  readonly folder: string
  /** Only backups of this vault: several desks may share a folder. */
  readonly copy: string
}

/** @returns the names of what was removed. Files of other names, and other vaults' backups, are never touched. */
export function prune({ folder, copy }: PruneJob): Result<readonly string[], Saying> {
  try {
    const names = readdirSync(folder)
    const left = names.filter((name) => isHalf(name) && isOld(join(folder, name)))
    for (const name of left) rmSync(join(folder, name), { recursive: true, force: true })
    const gone = outdated(names.filter((name) => timeOf(name) !== null && copyOf(join(folder, name)) === copy))
    for (const name of gone) rmSync(join(folder, name), { force: true })
    return ok(gone)
  } catch (error) {
    return backupFailed(folder, error)
  }
}

const isHalf = (name: string): boolean => {
  const half = /^(.{1,100})\.(?:new|check)$/.exec(name)?.[1]
  return half !== undefined && timeOf(half) !== null
}

/** Another desk may be writing here just now. */
const isOld = (path: string): boolean => statSync(path).mtimeMs < Date.now() - 86_400_000

function copyOf(path: string): string | null {
  const opened = openBackupFile(path)
  if (!opened.ok) return null
  opened.value.close()
  return opened.value.file.copy
}
