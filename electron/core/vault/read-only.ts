/** Folders of vaults that are open to be read only: whatever would write a file there asks here first. */
import { resolve } from 'node:path'

/** The dispatcher says it as `vault-read-only`. */
export class ReadOnlyVault extends Error {}

const closed = new Set<string>()

/** Gives the way to open it again. */
export function closeToWriting(dir: string): () => void {
  const path = resolve(dir)
  closed.add(path)
  return () => void closed.delete(path)
}

export const isReadOnly = (dir: string): boolean => closed.has(resolve(dir))
