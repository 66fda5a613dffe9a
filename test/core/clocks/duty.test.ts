/** Duty: who has it, until when, who is next, and what a hand-over leaves of a turn. */
import { describe, expect, test } from 'vitest'
import { dutyAt, handOver, turnFault } from '../../../shared/domain/clock/duty.ts'
import type { Turn } from '../../../shared/domain/clock/settings.ts'
import { copiedDesk, reopenedDesk } from '../desk-fixture.ts'

const at = (hour: number): string => new Date(Date.UTC(2026, 10, 22, hour)).toISOString()
const turn = (code: string, from: number, to: number): Turn => ({ code, from: at(from), to: at(to) })

describe('who is on duty', () => {
  test('the one whose turn it is, until it ends; then the next', () => {
    const turns = [turn('JV', 20, 28), turn('MK', 8, 20)]
    expect(dutyAt(turns, at(9))).toEqual({ now: { code: 'MK', until: at(20) }, next: { code: 'JV', from: at(20) } })
    expect(dutyAt(turns, at(20)).now).toEqual({ code: 'JV', until: at(28) })
    expect(dutyAt(turns, at(28))).toEqual({ now: null, next: null })
  })

  test('in a gap nobody, and it is said who comes', () => {
    expect(dutyAt([turn('MK', 8, 12), turn('JV', 14, 20)], at(13))).toEqual({
      now: null,
      next: { code: 'JV', from: at(14) },
    })
  })

  test('where turns overlap the one that stays longer; turns of one person in a row are one', () => {
    expect(dutyAt([turn('MK', 8, 20), turn('JV', 19, 28)], at(19)).now).toEqual({ code: 'JV', until: at(28) })
    const row = [turn('MK', 8, 12), turn('MK', 12, 20), turn('JV', 20, 24)]
    expect(dutyAt(row, at(9))).toEqual({ now: { code: 'MK', until: at(20) }, next: { code: 'JV', from: at(20) } })
  })

  test('handing over gives what is left of it and keeps what was done', () => {
    const turns = [turn('MK', 8, 12), turn('MK', 12, 20), turn('JV', 20, 24)]
    expect(handOver(turns, 'AL', at(10))).toEqual([turn('MK', 8, 10), turn('AL', 10, 20), turn('JV', 20, 24)])
    expect(handOver(turns, 'MK', at(10))).toEqual(turns)
    expect(handOver([], 'AL', at(10))).toEqual([])
  })

  test('a turn that ends before it begins, or lasts months, is refused', () => {
    expect(turnFault([turn('MK', 10, 8)])?.code).toBe('turn-backwards')
    expect(turnFault([turn('MK', 0, 24 * 40)])?.code).toBe('turn-too-long')
    expect(turnFault([turn('MK', 8, 20)])).toBeNull()
  })
})

// The desk of the fixture stands at 2026-11-22T08:00Z.
describe('duty at the desk', () => {
  test('begins with nobody on duty and the analyst as the roster', async () => {
    const desk = await copiedDesk()
    expect(await desk.call('duty.show', {})).toEqual({
      now: null,
      given: null,
      next: null,
      turns: [],
      roster: [{ code: 'MK', name: 'Mika Kallio', tier: 'N2' }],
    })
  })

  test('turns outlast a lock, with the name of who is on', async () => {
    const desk = await copiedDesk()
    await desk.call('duty.save', { turns: [turn('mk', 6, 20), { ...turn('JV', 20, 28) }] })
    const again = await reopenedDesk(desk)
    const duty = await again.call('duty.show', {})
    expect(duty.now).toEqual({ code: 'MK', name: 'Mika Kallio', until: at(20) })
    expect(duty.next).toEqual({ code: 'JV', from: at(20) })
  })

  test('turns that are long past are not shown, and not lost by saving the others', async () => {
    const desk = await copiedDesk()
    await desk.call('duty.save', { turns: [turn('MK', -100, -90), turn('MK', 6, 20)] })
    const shown = await desk.call('duty.show', {})
    expect(shown.turns).toEqual([turn('MK', 6, 20)])
    await desk.call('duty.save', { turns: [] })
    desk.ports.moveClock(-100 * 3_600_000)
    expect((await desk.call('duty.show', {})).turns).toEqual([turn('MK', -100, -90)])
  })

  test('a turn the wrong way round is refused and nothing is saved', async () => {
    const desk = await copiedDesk()
    expect(await desk.refused('duty.save', { turns: [turn('MK', 10, 8)] })).toBe('turn-backwards')
    expect((await desk.call('duty.show', {})).turns).toEqual([])
  })
})
