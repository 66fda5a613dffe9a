/** The calls about what comes in. */
import { ok } from '../../../shared/kit/result.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import { exchangesOf } from '../exchange/exchange-records.ts'
import { exchangeRow, findExchange } from '../exchange/exchange-view.ts'
import { readInput } from '../files/input.ts'
import { withSession, type Desk } from '../session.ts'
import { acceptAsCase, attachTo, intakeView, readAgain, setAside, takeIn } from './intake.ts'

type IntakeCalls = Pick<Handlers<'core'>, Extract<keyof Handlers<'core'>, `intake.${string}`>>

export const intakeHandlers = (desk: Desk): IntakeCalls => ({
  'intake.open': withSession(desk, async (session, { file }) => {
    const input = readInput(session.ports, file)
    if (!input.ok) return input
    const taken = await takeIn(session, input.value)
    return taken.ok ? ok(intakeView(session, taken.value)) : taken
  }),
  'intake.list': withSession(desk, (session) =>
    ok(
      exchangesOf(session.store)
        .all()
        .filter(({ state }) => state === 'tray' || state === 'set-aside')
        .toReversed()
        .map(exchangeRow),
    ),
  ),
  /** A message that could not be opened is tried again: the key may have come since. */
  'intake.show': withSession(desk, async (session, { exchange }) => {
    const found = findExchange(session, exchange)
    if (!found.ok) return found
    const record = found.value.message === null ? await readAgain(session, found.value) : found
    return record.ok ? ok(intakeView(session, record.value)) : record
  }),
  'intake.case': withSession(desk, (session, accepted) => acceptAsCase(session, accepted)),
  'intake.attach': withSession(desk, (session, { exchange, numbers }) => attachTo(session, exchange, numbers)),
  'intake.setAside': withSession(desk, (session, { exchange, reason }) => setAside(session, exchange, reason)),
})
