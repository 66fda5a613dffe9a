/** The team's clocks, their versions and its duty in memory, for the renderer's tests. */
import type { ClockSettings, Turn } from '../../../shared/domain/clock/settings.ts'
import { settingsFault } from '../../../shared/domain/clock/settings-faults.ts'
import { byStart, dutyAt, handOver, turnFault } from '../../../shared/domain/clock/duty.ts'
import { shippedClocks } from '../../../shared/domain/clock/shipped.ts'
import type { ClocksView, DutyView } from '../../../shared/ipc/case-views.ts'
import type { FeedName, Handlers } from '../../../shared/ipc/contract.ts'
import { fail, ok } from '../../../shared/kit/result.ts'

type Calls = Pick<Handlers<'core'>, 'clocks.show' | 'clocks.save' | 'duty.show' | 'duty.save'>

const hourMs = 3_600_000
const dayMs = 24 * hourMs

const roster: DutyView['roster'] = [
  { code: 'AL', name: 'Anselm Lark', tier: 'N1' },
  { code: 'BR', name: 'Brida Rook', tier: 'N1' },
  { code: 'JV', name: 'Jun Vale', tier: 'N2' },
  { code: 'MK', name: 'Mara Kestrel', tier: 'N2' },
  { code: 'OT', name: 'Oda Tern', tier: 'N3' },
]

interface FakeClocks {
  readonly calls: Calls
  /** Duty is this person's for what is left of the turn. */
  readonly passTo: (code: string) => void
}

/** `given`: the handover that is on its way. */
export function fakeClocks(tell: (feed: FeedName) => void, given: () => DutyView['given']): FakeClocks {
  let history: ClocksView['history'] = [
    { version: 0, at: null, code: null, reason: '', name: '', settings: shippedClocks },
  ]
  let turns: readonly Turn[] = sampleTurns()
  const decide = (settings: ClockSettings, reason: string, at: number): void => {
    const version = { version: history.length, at: new Date(at).toISOString(), code: 'MK', reason, name: '' }
    history = [{ ...version, settings }, ...history]
  }
  decide(
    { ...shippedClocks, resolutionDays: { P1: 2, P2: 5, P3: null, P4: null } },
    'The council asked for a promise on urgent cases',
    Date.now() - 40 * dayMs,
  )
  const clocks = (): ClocksView => {
    const [{ settings, ...version } = { ...history[0]!, settings: shippedClocks }] = history
    const closures = [20, 34, 36].map((days) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10))
    return { settings, version, history, hours: 'Mo-Su 08:00-20:00', zone: 'Europe/Lisbon', closures }
  }
  const duty = (): DutyView => {
    const { now, next } = dutyAt(turns, new Date().toISOString())
    const name = roster.find(({ code }) => code === now?.code)?.name ?? null
    return { now: now === null ? null : { ...now, name }, given: given(), next, turns, roster }
  }
  const calls: Calls = {
    'clocks.show': async () => ok(clocks()),
    'clocks.save': async ({ settings, reason }) => {
      const fault = settingsFault(settings)
      if (fault !== null) return fail(fault)
      decide(settings, reason, Date.now())
      tell('policy.changed')
      return ok(clocks())
    },
    'duty.show': async () => ok(duty()),
    'duty.save': async ({ turns: saved }) => {
      const fault = turnFault(saved)
      if (fault !== null) return fail(fault)
      turns = saved.toSorted(byStart)
      tell('policy.changed')
      return ok(duty())
    },
  }
  const passTo = (code: string): void => {
    turns = handOver(turns, code, new Date().toISOString())
    tell('policy.changed')
  }
  return { calls, passTo }
}

/** Twelve hours each, in turn; MK is on for some hours more. */
function sampleTurns(): readonly Turn[] {
  const start = Math.floor(Date.now() / hourMs) * hourMs - 20 * hourMs
  return ['JV', 'MK', 'JV', 'OT'].map((code, at) => ({
    code,
    from: new Date(start + at * 12 * hourMs).toISOString(),
    to: new Date(start + (at + 1) * 12 * hourMs).toISOString(),
  }))
}
