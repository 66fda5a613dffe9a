/** The calls about the team's clocks and about duty. */
import { wallText } from '../../../shared/domain/clock/wall-clock.ts'
import type { ClockSettings } from '../../../shared/domain/clock/settings.ts'
import { settingsFault } from '../../../shared/domain/clock/settings-faults.ts'
import type { ClocksView } from '../../../shared/ipc/case-views.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { calendarHere } from '../cases/calendar-here.ts'
import { tellOutside } from '../cases/dues.ts'
import { nowOf, withSession, type Desk, type Session } from '../session.ts'
import { clockVersions, everySettings } from './clock-settings.ts'
import { dutyView, saveDuty } from './duty.ts'
import { refoldIn, startRefold } from './refold-job.ts'

type ClockCalls = Pick<Handlers<'core'>, 'clocks.show' | 'clocks.save' | 'duty.show' | 'duty.save'>

export const clockHandlers = (desk: Desk): ClockCalls => ({
  'clocks.show': withSession(desk, (session) => ok(clocksView(session))),
  'clocks.save': withSession(desk, saveClocks),
  'duty.show': withSession(desk, (session) => ok(dutyView(session))),
  'duty.save': withSession(desk, (session, { turns }) => saveDuty(session, turns)),
})

function clocksView(session: Session): ClocksView {
  const versions = clockVersions(session)
  const { value: settings, version } = versions.inForce()
  const { hours, zone, closures } = calendarHere(session)
  const today = wallText(zone, nowOf(session))?.slice(0, 10) ?? ''
  const held = everySettings(session)
  const history = versions.history().map((row) => ({ ...row, settings: held.get(row.version) ?? settings }))
  return {
    settings,
    version,
    history,
    hours: hours?.osm ?? null,
    zone,
    closures: closures.filter((date) => date >= today).toSorted(),
  }
}

function saveClocks(
  session: Session,
  { settings, reason }: { readonly settings: ClockSettings; readonly reason: string },
): Result<ClocksView, Saying> {
  const fault = settingsFault(settings)
  if (fault !== null) return fail(fault)
  const saved = session.store.commit((tx) => {
    const decided = clockVersions(session).decide(tx, session, settings, reason)
    if (decided.ok) refoldIn(tx, session)
    return decided
  })
  if (!saved.ok) return saved
  startRefold(session)
  session.news('policy.changed', null)
  session.news('queue.changed', null)
  tellOutside(session)
  return ok(clocksView(session))
}
