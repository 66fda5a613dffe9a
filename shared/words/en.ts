/** The English table: every sentence that a person reads, by code. It is the table that the others must match. */
import { cards } from './en/card.ts'
import { cardSources } from './en/card-sources.ts'
import { cardStore } from './en/card-store.ts'
import { cardWork } from './en/card-work.ts'
import { cases } from './en/case.ts'
import { caseWork } from './en/case-work.ts'
import { intakeWork } from './en/intake-work.ts'
import { uiIntake } from './en/ui-intake.ts'
import { uiTeam } from './en/ui-team.ts'
import { cli } from './en/cli.ts'
import { output } from './en/output.ts'
import { clocks } from './en/clock.ts'
import { directories } from './en/directories.ts'
import { directory } from './en/directory.ts'
import { disclosure } from './en/disclosure.ts'
import { gateWords } from './en/gate.ts'
import { uiGate } from './en/ui-gate.ts'
import { exchangeIn } from './en/exchange-in.ts'
import { exchangeOut } from './en/exchange-out.ts'
import { handoverWords } from './en/handover.ts'
import { order } from './en/order.ts'
import { reaching } from './en/reach.ts'
import { reports } from './en/report.ts'
import { problems } from './en/problems.ts'
import { shellWords } from './en/shell.ts'
import { uiStatistics } from './en/ui-statistics.ts'
import { statisticsWords } from './en/statistics.ts'
import { storeWords } from './en/store.ts'
import { backupWords } from './en/backup.ts'
import { vaultKeyWords } from './en/vault-keys.ts'
import { uiFrame } from './en/ui-frame.ts'
import { uiStore } from './en/ui-store.ts'
import { uiCardImport } from './en/ui-card-import.ts'
import { uiDirectory } from './en/ui-directory.ts'
import { uiClocks } from './en/ui-clocks.ts'
import { uiCards } from './en/ui-cards.ts'
import { uiHandover } from './en/ui-handover.ts'
import { uiHorizon } from './en/ui-horizon.ts'
import { uiExchange } from './en/ui-exchange.ts'
import { uiKeyring } from './en/ui-keyring.ts'
import { uiCase } from './en/ui-case.ts'
import { uiPages } from './en/ui-pages.ts'
import { uiPolicy } from './en/ui-policy.ts'
import { uiQueue } from './en/ui-queue.ts'
import { uiBulletins } from './en/ui-bulletins.ts'
import { uiComposer } from './en/ui-composer.ts'
import { pgp } from './en/pgp.ts'
import { pgpStream } from './en/pgp-stream.ts'
import { keyRepair } from './en/key-repair.ts'
import { keyringWords } from './en/keyring.ts'
import { exchangeWork } from './en/exchange-work.ts'

export const en = {
  ...storeWords,
  ...backupWords,
  ...vaultKeyWords,
  ...statisticsWords,
  ...uiStatistics,
  ...pgp,
  ...pgpStream,
  ...keyRepair,
  ...keyringWords,
  ...problems,
  ...uiFrame,
  ...uiStore,
  ...uiPages,
  ...uiPolicy,
  ...uiQueue,
  ...uiCase,
  ...uiComposer,
  ...uiBulletins,
  ...uiKeyring,
  ...uiExchange,
  ...uiCards,
  ...uiClocks,
  ...uiHandover,
  ...uiHorizon,
  ...uiDirectory,
  ...uiCardImport,
  ...output,
  ...shellWords,
  ...cases,
  ...caseWork,
  ...intakeWork,
  ...uiIntake,
  ...uiTeam,
  ...cards,
  ...cardSources,
  ...cardStore,
  ...cardWork,
  ...cli,
  ...clocks,
  ...directories,
  ...disclosure,
  ...gateWords,
  ...uiGate,
  ...directory,
  ...exchangeIn,
  ...exchangeOut,
  ...order,
  ...reaching,
  ...reports,
  ...exchangeWork,
  ...handoverWords,
} as const
