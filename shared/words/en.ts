/** The English table: every sentence that a person reads, by code. It is the table that the others must match. */
import { cards } from './en/card.ts'
import { cardSources } from './en/card-sources.ts'
import { cardStore } from './en/card-store.ts'
import { cardWork } from './en/card-work.ts'
import { cases } from './en/case.ts'
import { cli } from './en/cli.ts'
import { output } from './en/output.ts'
import { clocks } from './en/clock.ts'
import { directories } from './en/directories.ts'
import { directory } from './en/directory.ts'
import { disclosure } from './en/disclosure.ts'
import { order } from './en/order.ts'
import { reaching } from './en/reach.ts'
import { reports } from './en/report.ts'
import { problems } from './en/problems.ts'
import { shellWords } from './en/shell.ts'
import { storeWords } from './en/store.ts'
import { uiFrame } from './en/ui-frame.ts'
import { uiCardImport } from './en/ui-card-import.ts'
import { uiDirectory } from './en/ui-directory.ts'
import { uiCards } from './en/ui-cards.ts'
import { uiHorizon } from './en/ui-horizon.ts'
import { uiPages } from './en/ui-pages.ts'
import { pgp } from './en/pgp.ts'
import { keyRepair } from './en/key-repair.ts'

export const en = {
  ...storeWords,
  ...pgp,
  ...keyRepair,
  ...problems,
  ...uiFrame,
  ...uiPages,
  ...uiCards,
  ...uiHorizon,
  ...uiDirectory,
  ...uiCardImport,
  ...output,
  ...shellWords,
  ...cases,
  ...cards,
  ...cardSources,
  ...cardStore,
  ...cardWork,
  ...cli,
  ...clocks,
  ...directories,
  ...disclosure,
  ...directory,
  ...order,
  ...reaching,
  ...reports,
} as const
