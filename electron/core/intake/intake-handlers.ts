/** The calls about what comes in. */
import { ok } from '../../../shared/kit/result.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { ExchangeRow } from '../../../shared/ipc/views.ts'
import { rowOf } from '../exchange/exchange-lines.ts'
import { linesOf, type ExchangeRecord } from '../exchange/exchange-records.ts'
import { findExchange } from '../exchange/exchange-view.ts'
import { withSession, type Desk, type Session } from '../session.ts'
import { askForMissing } from './ask-missing.ts'
import { acceptAsCase, attachTo, intakeView, readAndKeep, setAside } from './intake.ts'
import { sayZone } from './say-zone.ts'
import { splitReport } from './split-report.ts'
import { takeCall } from './take-call.ts'
import { takeFile } from './take-file.ts'

type IntakeCalls = Pick<Handlers<'core'>, Extract<keyof Handlers<'core'>, `intake.${string}` | 'call.take'>>

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
  'intake.split': withSession(desk, splitReport),
  'intake.many': withSession(desk, (session, { exchanges, to }) =>
    ok(exchanges.flatMap((id) => sorted(session, id, to))),
  ),
  'intake.zone': withSession(desk, (session, given) => {
    const kept = sayZone(session, given)
    return kept.ok ? ok(intakeView(session, kept.value)) : kept
  }),
  'intake.complete': withSession(desk, askForMissing),
  'call.take': withSession(desk, async (session, told) => {
    const taken = await takeCall(session, told)
    return taken.ok ? ok(intakeView(session, taken.value)) : taken
  }),
})

/** Each as if alone: what is refused stays where it is, and its row says so. */
function sorted(
  session: Session,
  exchange: string,
  to: { readonly number: string } | { readonly reason: string },
): readonly ExchangeRow[] {
  if ('number' in to) attachTo(session, exchange, [to.number])
  else setAside(session, exchange, to.reason)
  const now = findExchange(session, exchange)
  return now.ok ? [rowOf(now.value)] : []
}

/** Of a damaged or hostile message another reading only costs time. */
const mayOpenNow = ({ message, problem, call }: ExchangeRecord): boolean =>
  message === null &&
  call === null &&
  (problem === null || ['message-no-key', 'message-key-locked'].includes(problem.code))
