/** What an open desk does for its vault beside the work: new drops, the ballast, the check; in steps that nobody notices. */
import type { Saying } from '../../../shared/words/say.ts'
import type { Desk, Session } from '../session.ts'
import { hasBallast, layBallast } from './ballast.ts'
import { openInbox, type Inbox } from './inbox.ts'
import { lookBeside } from './soundness.ts'

/** The inbox is a folder that is listed: no watcher, which some file systems have none of. */
const inboxMs = 3_000
const ballastMs = 60_000
const pieceMs = 20
/** Whoever unlocks has something to do first. */
const checkAfterMs = 120_000
const checkMs = 200
const hourMs = 3_600_000

const inboxes = new WeakMap<Session, Inbox>()

export const inboxFindings = (session: Session): readonly Saying[] => inboxes.get(session)?.findings() ?? []

/** Until the desk is locked. Keeps no process alive. */
export function tend(desk: Desk, session: Session): void {
  const isOpen = (): boolean => desk.session === session
  const after = (milliseconds: number, run: () => void): void => {
    setTimeout(() => {
      if (isOpen()) run()
    }, milliseconds).unref()
  }
  after(checkAfterMs, () => checkOn(session, after))
  if (session.store.readOnly) return
  const inbox = openInbox(session)
  inboxes.set(session, inbox)
  const takeDrops = async (): Promise<void> => {
    try {
      await inbox.take(isOpen)
    } catch (error) {
      // What fails once the desk was locked only found it locked.
      if (isOpen()) throw error
    }
    after(inboxMs, () => void takeDrops())
  }
  after(inboxMs, () => void takeDrops())
  after(inboxMs, () => keepBallast(session, after))
}

type After = (milliseconds: number, run: () => void) => void

function checkOn(session: Session, after: After): void {
  const more = lookBeside(session)
  after(more ? checkMs : hourMs, () => checkOn(session, after))
}

function keepBallast(session: Session, after: After): void {
  const laying = layBallast(session.store.dir)
  const had = hasBallast(session.store.dir)
  const layOn = (): void => {
    if (laying.next().done !== true) return after(pieceMs, layOn)
    if (!had && hasBallast(session.store.dir)) session.news('vault.changed', null)
    after(ballastMs, () => keepBallast(session, after))
  }
  layOn()
}
