/** A kill in the middle of making a vault leaves files that nothing opens: they must not keep its folder from being used. */
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { keyFilePath } from './key-slots.ts'
import { lockedBy } from './lock-file.ts'

/** Stands in the folder until vault.json does: a vault that lost its vault.json must never be taken for one that is being made. */
const markOf = (dir: string): string => join(dir, 'being-made')

export const markBeingMade = (dir: string): void => writeFileSync(markOf(dir), '', { mode: 0o600 })

export function dropMark(dir: string): void {
  if (existsSync(markOf(dir))) rmSync(markOf(dir), { force: true })
}

/** Empties what was left half made; `vault-exists` where anything else stands there. */
export function refuseTaken(dir: string): Saying | null {
  if (!existsSync(dir)) return null
  if (isHalf(dir) && lockedBy(dir) === null) removeHalf(dir)
  return readdirSync(dir).length > 0 ? saying('vault-exists', { dir }) : null
}

const isHalf = (dir: string): boolean =>
  existsSync(markOf(dir)) ? !existsSync(keyFilePath(dir)) : readdirSync(dir).every((name) => name === 'lock')

/** The mark goes last: after a second kill it is found again. */
function removeHalf(dir: string): void {
  const names = readdirSync(dir).filter((name) => join(dir, name) !== markOf(dir))
  for (const name of names) rmSync(join(dir, name), { recursive: true, force: true })
  dropMark(dir)
}
