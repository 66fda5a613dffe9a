/** The composition root: one vault folder and the ports to the outside become the handlers of every core call. */
import type { FeedName, Feeds, Handlers } from '../../shared/ipc/contract.ts'
import { ok } from '../../shared/kit/result.ts'
import { directoryHandlers } from './cards/directory-handlers.ts'
import { exportCard } from './cards/export.ts'
import { horizonHere } from './cards/horizon.ts'
import { cardHandlers } from './cards/card-handlers.ts'
import { checkHandlers } from './cards/check-handlers.ts'
import { caseHandlers } from './cases/case-handlers.ts'
import { clockHandlers } from './clocks/clock-handlers.ts'
import { backupHandlers } from './backup/backup-handlers.ts'
import { capsuleHandlers } from './capsule/capsule-handlers.ts'
import { endSession } from './end-session.ts'
import { storeHandlers } from './store/store-handlers.ts'
import { bulletinHandlers } from './bulletins/bulletin-handlers.ts'
import { disclosureHandlers } from './disclosure/disclosure-handlers.ts'
import { draftHandlers } from './exchange/draft-handlers.ts'
import { exchangeHandlers } from './exchange/exchange-handlers.ts'
import { evidenceHandlers } from './evidence/evidence-handlers.ts'
import { intakeHandlers } from './intake/intake-handlers.ts'
import { keyHandlers } from './keyring/key-handlers.ts'
import { outputHandlers } from './output/output-handlers.ts'
import { orderHandlers } from './order/order-handlers.ts'
import type { Ports } from './ports.ts'
import { withSession, type Desk, type Session } from './session.ts'
import { statisticsHandlers } from './statistics/statistics-handlers.ts'
import { vaultHandlers } from './vault/vault-handlers.ts'
import { endIdleThreads } from './workers/run-job.ts'

export interface CoreOptions {
  readonly dir: string
  readonly ports: Ports
  /** On the Chromium host: a vault with real secrets is refused. */
  readonly trialOnly: boolean
}

export interface Core {
  readonly handlers: Handlers<'core'>
  /** Every feed goes to every listener; gives the way to stop listening. */
  readonly feeds: (listener: (feed: FeedName, payload: Feeds[FeedName]) => void) => () => void
  /** The open vault, for the command line's own calls; null while it is locked. */
  readonly session: () => Session | null
  readonly close: () => void
}

export function createCore({ dir, ports, trialOnly }: CoreOptions): Core {
  const listeners = new Set<(feed: FeedName, payload: Feeds[FeedName]) => void>()
  const desk: Desk = {
    dir,
    ports,
    trialOnly,
    session: null,
    news: (feed, payload) => listeners.forEach((listen) => listen(feed, payload)),
  }
  return {
    handlers: {
      ...vaultHandlers(desk),
      ...storeHandlers(desk),
      ...backupHandlers(desk),
      ...capsuleHandlers(desk),
      ...cardHandlers(desk),
      ...checkHandlers(desk),
      ...directoryHandlers(desk),
      'card.export': withSession(desk, exportCard),
      'horizon.show': withSession(desk, (session) => ok(horizonHere(session))),
      ...keyHandlers(desk),
      ...intakeHandlers(desk),
      ...caseHandlers(desk),
      ...evidenceHandlers(desk),
      ...orderHandlers(desk),
      ...clockHandlers(desk),
      ...exchangeHandlers(desk),
      ...draftHandlers(desk),
      ...disclosureHandlers(desk),
      ...bulletinHandlers(desk),
      ...outputHandlers(desk),
      ...statisticsHandlers(desk),
    },
    feeds: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    session: () => desk.session,
    close: () => {
      endSession(desk)
      endIdleThreads()
    },
  }
}
