/** The calls about what comes in. */
import { ok } from '../../../shared/kit/result.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import { linesOf, type ExchangeRecord } from '../exchange/exchange-records.ts'
import { findExchange } from '../exchange/exchange-view.ts'
import { withSession, type Desk } from '../session.ts'
import { acceptAsCase, attachTo, intakeView, readAndKeep, setAside } from './intake.ts'
import { takeFile } from './take-file.ts'

type IntakeCalls = Pick<Handlers<'core'>, Extract<keyof Handlers<'core'>, `intake.${string}`>>

export const intakeHandlers = (desk: Desk): IntakeCalls => ({
  'intake.open': withSession(desk, async (session, { file, signature }) => {
    const taken = await takeFile(session, file, signature ?? null)
    return taken.ok ? ok(intakeView(session, taken.value)) : taken
  }),
  'intake.list': withSession(desk, (session) =>
    ok(
      linesOf(session.store)
        .find('')
        .flatMap(({ row }) => (row.state === 'tray' || row.state === 'set-aside' ? [row] : [])),
    ),
  ),
  /** A message that was not read, because the desk was ended meanwhile, or that waits for a key, is tried again. */
  'intake.show': withSession(desk, async (session, { exchange }) => {
    const found = findExchange(session, exchange)
    if (!found.ok) return found
    const record = mayOpenNow(found.value) ? await readAndKeep(session, found.value) : found
    return record.ok ? ok(intakeView(session, record.value)) : record
  }),
  'intake.case': withSession(desk, (session, accepted) => acceptAsCase(session, accepted)),
  'intake.attach': withSession(desk, (session, { exchange, numbers }) => attachTo(session, exchange, numbers)),
  'intake.setAside': withSession(desk, (session, { exchange, reason }) => setAside(session, exchange, reason)),
})

/** Of a damaged or hostile message another reading only costs time. */
const mayOpenNow = ({ message, problem }: ExchangeRecord): boolean =>
  message === null && (problem === null || ['message-no-key', 'message-key-locked'].includes(problem.code))
