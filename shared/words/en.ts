/** The English table: every sentence that a person reads, by code. It is the table that the others must match. */
import { cards } from './en/card.ts'
import { cases } from './en/case.ts'
import { cli } from './en/cli.ts'
import { output } from './en/output.ts'
import { clocks } from './en/clock.ts'
import { disclosure } from './en/disclosure.ts'
import { order } from './en/order.ts'
import { reports } from './en/report.ts'
import { problems } from './en/problems.ts'
import { shellWords } from './en/shell.ts'
import { storeWords } from './en/store.ts'
import { uiFrame } from './en/ui-frame.ts'
import { uiPages } from './en/ui-pages.ts'
import { pgp } from './en/pgp.ts'

export const en = {
  ...storeWords,
  ...pgp,
  ...problems,
  ...uiFrame,
  ...uiPages,
  ...output,
  ...shellWords,
  ...cases,
  ...cards,
  ...cli,
  ...clocks,
  ...disclosure,
  ...order,
  ...reports,
} as const
