/** Takes what `drop` left in the inbox into the tray of the open desk, each once, also after a kill in the middle. */
import { z } from 'zod'
import { ok, type Result } from '../../../shared/kit/result.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { takeIn } from '../intake/intake.ts'
import { profileOf, type Session } from '../session.ts'
import { sha256 } from '../store/canonical.ts'
import { recordsOf, type Store } from '../store/store.ts'
import { takeDrops, waiting, type TakenDrop } from './drop.ts'

export interface Inbox {
  /** Takes in what is there, one after the other. `isOpen`: false once the desk was locked. */
  readonly take: (isOpen: () => boolean) => Promise<void>
  /** What does not open stays in the inbox and is told. */
  readonly findings: () => readonly Saying[]
}

/** Stands while a drop is on its way from the inbox into the tray. */
const underway = (store: Pick<Store, 'db'>) =>
  recordsOf(store, 'drop', z.object({ sha256: z.string() }), { quiet: true })

export function openInbox(session: Session): Inbox {
  let seen = ''
  let findings: readonly Saying[] = []
  return {
    findings: () => findings,
    take: async (isOpen) => {
      // What did not open a moment ago is not read again until something has changed.
      const names = waiting(session.store.dir).join()
      if (names === seen) return
      const problems: Saying[] = []
      for (const drop of takeDrops(session.store.dir, profileOf(session).dropSecret)) {
        const taken = drop.ok ? await takeOnce(session, drop.value) : drop
        if (!isOpen()) return
        if (!taken.ok) problems.push(taken.problem)
      }
      findings = problems
      seen = waiting(session.store.dir).join()
      if (problems.length > 0) session.news('me.changed', null)
    },
  }
}

async function takeOnce(session: Session, drop: TakenDrop): Promise<Result<unknown, Saying>> {
  const hash = sha256(drop.bytes)
  if (wasTaken(session, drop.id, hash)) return ok(drop.remove())
  const begun = session.store.commit((tx) => ok(underway(session.store).put(tx, drop.id, { sha256: hash })))
  if (!begun.ok) return begun
  const taken = await takeIn(session, drop)
  if (!taken.ok) return taken
  drop.remove()
  return session.store.commit((tx) => ok(underway(session.store).drop(tx, drop.id)))
}

/** Begun before a kill, and kept: only its file was not removed any more. */
const wasTaken = ({ store }: Session, id: string, hash: string): boolean =>
  underway(store).get(id)?.sha256 === hash &&
  store.db.prepare('SELECT 1 FROM blobs WHERE sha256 = ? LIMIT 1', { pluck: true }).get([hash]) !== undefined
