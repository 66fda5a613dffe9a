/** Every kind of work that is killed, in the order of the table. */
import type { KillKind } from '../kill-kind.ts'
import { merge } from './capsules.ts'
import { backup, creation, restore } from './copies.ts'
import { drop } from './drops.ts'
import { recovery, rewrap } from './keys.ts'
import { migration, rotation } from './rebuilt.ts'
import { evidence, intake } from './taken-in.ts'
import { writes } from './writes.ts'

export const killKinds: readonly KillKind[] = [
  writes,
  intake,
  evidence,
  migration,
  backup,
  restore,
  creation,
  rewrap,
  recovery,
  rotation,
  merge,
  drop,
]
