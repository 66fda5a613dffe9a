/** Figures out of a whole vault: counted, changed and counted again, written, copied, released; and fast for many cases. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { responseDues } from '../../../electron/core/statistics/response-dues.ts'
import { parseHours } from '../../../shared/domain/clock/hours.ts'
import { workingDayDue } from '../../../shared/domain/clock/working-day.ts'
import type { Command } from '../../../shared/domain/case/command.ts'
import { copiedDesk, reopenedDesk, type TestDesk } from '../desk-fixture.ts'
import { tempFolder } from '../vault-fixture.ts'

let desk: TestDesk
const period = { from: '2026-11-01', to: '2026-11-30' }

beforeEach(async () => {
  desk = await copiedDesk('2026-11-20T10:00:00.000Z')
})

async function newCase(...commands: readonly Command[]): Promise<string> {
  const { state } = await desk.call('case.create', { title: 'Phishing at Aldermoor Hospital' })
  for (const command of commands) await change(state.number, command)
  return state.number
}

async function change(number: string, command: Command): Promise<void> {
  const { heads } = await desk.call('case.show', { number })
  await desk.call('case.change', { number, heads: [...heads], command })
}

const place = (name: string): { path: string; target: { grant: string } } => {
  const path = join(tempFolder(), name)
  return { path, target: { grant: desk.grant(path, 'write') } }
}

describe('counted', () => {
  test('what the cases are, and again after each change and from disk', async () => {
    const number = await newCase({ do: 'set', field: 'rsit', value: 'fraud/phishing' })
    await newCase({ do: 'set', field: 'rsit', value: 'test/test' })
    expect(await desk.call('stats.show', period)).toMatchObject({
      opened: { value: 1 },
      closed: { value: 0 },
      openAtEnd: { value: 1 },
    })
    await change(number, { do: 'phase', phase: 'coordination', reason: 'r' })
    await change(number, { do: 'close', code: 'no-incident', note: 'n' })
    const again = await reopenedDesk(desk)
    for (const here of [desk, again]) {
      const all = await here.call('stats.show', period).catch(() => null)
      if (here === again)
        expect(all).toMatchObject({ opened: { value: 1 }, closed: { value: 1 }, openAtEnd: { value: 0 } })
      if (here === again) expect(all?.byClosing.find(({ count }) => count === 1)?.key).toBe('no-incident')
    }
  })

  test('a step that was taken back never was', async () => {
    const number = await newCase()
    await change(number, { do: 'phase', phase: 'coordination', reason: 'r' })
    expect((await desk.call('stats.show', period)).inPhase[0]).toMatchObject({ phase: 'triage', n: 1 })
    await change(number, { do: 'undo' })
    expect((await desk.call('stats.show', period)).inPhase[0]).toMatchObject({ phase: 'triage', n: 0 })
  })

  test('a period that ends before it begins is refused', async () => {
    expect(await desk.refused('stats.show', { from: '2026-11-30', to: '2026-11-01' })).toBe('stats-period')
  })
})

describe('written', () => {
  beforeEach(async () => {
    for (let at = 0; at < 6; at += 1)
      await newCase(
        { do: 'set', field: 'constituent', value: 'Aldermoor Hospital' },
        { do: 'set', field: 'rsit', value: at < 5 ? 'fraud/phishing' : 'aldermoor-hospital' },
      )
  })

  test('as CSV for the own house, with a hash', async () => {
    const { path, target } = place('figures.csv')
    const done = await desk.call('stats.write', { ...period, kind: 'csv', approver: '', target })
    const text = readFileSync(path, 'utf8')
    expect(text).toContain('"figures","Opened","6","0","6"')
    expect(text).toContain('Aldermoor Hospital')
    expect(done.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  test('as a statement with a named approver, in which nobody is found', async () => {
    const { path, target } = place('statement.md')
    await desk.call('stats.write', { ...period, kind: 'statement', approver: 'The head of the team', target })
    const text = readFileSync(path, 'utf8')
    expect(text).toContain('Opened: 6')
    const log = desk.core.session()?.store.db.prepare('SELECT ref FROM log', { pluck: true }).all() ?? []
    expect(log.some((ref) => String(ref).endsWith(' The head of the team'))).toBe(true)
    expect(text.toLowerCase()).not.toMatch(/aldermoor|hospital|2026-mk|203\.0/)
  })

  test('a statement that nobody approves is not written', async () => {
    const { target } = place('statement.md')
    expect(await desk.refused('stats.write', { ...period, kind: 'statement', approver: ' ', target })).toBe(
      'stats-approver',
    )
  })

  test('one table goes to the clipboard', async () => {
    await desk.call('stats.copy', { ...period, part: 'class' })
    expect(desk.copied.at(-1)).toBe(
      '"part","Name","Count","Before"\r\n"class","fraud","5","0"\r\n"class","aldermoor-hospital","1","0"\r\n',
    )
  })
})

test('the promise of a first response is the same whether it is asked once an hour or for every case', () => {
  const hours = parseHours('Mo-Th 08:30-17:45; Fr 08:30-14:15')
  const calendar = {
    hours: hours.ok ? hours.value : null,
    zone: 'Europe/Madrid',
    closures: ['2026-03-30', '2026-12-08'],
  }
  const fast = responseDues(1, calendar)
  // Both changes of the clock, a closure and weekends are in it; 37 minutes do not fall on full hours.
  for (const start of ['2026-03-26T00:00:00.000Z', '2026-10-22T00:00:00.000Z', '2026-12-04T00:00:00.000Z'])
    for (let at = Date.parse(start); at < Date.parse(start) + 7 * 86_400_000; at += 37 * 60_000) {
      const openedAt = new Date(at).toISOString()
      expect(fast(openedAt)).toBe(workingDayDue(openedAt, 1, calendar))
    }
})
