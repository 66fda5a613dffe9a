/** Where a capsule lies while it is made or looked at: sealed under a key that is only in memory, in a folder that is emptied at the next start. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { blobPath } from '../store/blobs.ts'
import type { Session } from '../session.ts'

export interface Scratch {
  readonly kind: 'blob'
  readonly dir: string
  readonly id: string
  /** Hex. */
  readonly key: string
}

const swept = new WeakSet<Session>()

export function newScratch(session: Session): Scratch {
  const { store, ports } = session
  const dir = join(store.dir, 'capsule.tmp')
  // What a kill or a lock left behind opens for nobody any more.
  if (!swept.has(session)) rmSync(dir, { recursive: true, force: true })
  swept.add(session)
  return { kind: 'blob', dir, id: ports.newId(), key: Buffer.from(ports.random(32)).toString('hex') }
}

export const dropScratch = ({ dir, id }: Scratch): void => rmSync(blobPath(dir, id), { force: true })
