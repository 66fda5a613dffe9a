import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { closuresFor, holidaysOf, yearsAround } from '../../../electron/core/cards/holidays.ts'

const datesOf = async (country: string, subdivision: string | null, year: number): Promise<readonly string[]> =>
  (await holidaysOf({ country, subdivision, year })).map(({ date }) => date.slice(5))

describe('holidays', () => {
  test('of the country where the region is not known', async () => {
    expect(await datesOf('ES', null, 2026)).toEqual(
      expect.arrayContaining(['01-01', '01-06', '04-03', '05-01', '08-15', '10-12', '11-01', '12-08', '12-25']),
    )
    expect(await datesOf('ES', null, 2026)).not.toContain('10-09')
  })

  test('of the region, with the day that the package lacks', async () => {
    for (const year of [2025, 2026, 2027]) expect(await datesOf('ES', 'ES-VC', year)).toContain('10-09')
    expect((await datesOf('ES', 'ES-VC', 2026)).filter((date) => date === '10-09')).toHaveLength(1)
    expect(await datesOf('ES', 'ES-PV', 2026)).toEqual(expect.arrayContaining(['04-02', '04-06', '07-25']))
    expect(await datesOf('ES', 'ES-PV', 2026)).not.toContain('10-09')
  })

  test('are told with their name, and whose they are', async () => {
    const days = await holidaysOf({ country: 'ES', subdivision: 'ES-VC', year: 2026 })
    expect(days).toContainEqual({ date: '2026-01-06', name: 'Epiphany', region: 'ES' })
    expect(days).toContainEqual({ date: '2026-10-09', name: 'Day of the Valencian Community', region: 'ES-VC' })
  })

  test('feasts of several days are all their days, half days are none', async () => {
    expect(await datesOf('SA', null, 2026)).toEqual(expect.arrayContaining(['05-26', '05-27', '05-28', '05-29']))
    expect(await datesOf('AT', null, 2026)).not.toContain('12-24')
    expect(await datesOf('AT', null, 2026)).toContain('12-25')
  })

  test('observances that close nothing are none', async () => {
    expect(await datesOf('ES', 'ES-MD', 2026)).not.toContain('05-03')
  })

  test('of a country that nobody knows are not known', async () => {
    expect(await closuresFor({ country: 'ZZ', subdivision: null }, [], [2026])).toMatchObject({
      known: false,
      days: [],
    })
    expect(await closuresFor({ country: null, subdivision: null }, [], [2026])).toMatchObject({ known: false })
    expect(await holidaysOf({ country: 'ZZ', subdivision: 'ZZ-1', year: 2026 })).toEqual([])
  })

  test('the missing region is said, where a country has regions', async () => {
    expect(await closuresFor({ country: 'ES', subdivision: null }, [], [2026])).toMatchObject({ regionMissing: true })
    expect(await closuresFor({ country: 'ES', subdivision: 'ES-XX' }, [], [2026])).toMatchObject({
      regionMissing: true,
    })
    expect(await closuresFor({ country: 'ES', subdivision: 'ES-MD' }, [], [2026])).toMatchObject({
      regionMissing: false,
    })
  })

  test('days that people entered stand beside them, and win', async () => {
    const own = [
      { date: '2026-01-06', name: 'stocktaking' },
      { date: '2026-08-14', name: 'town feast' },
    ]
    const { days } = await closuresFor({ country: 'ES', subdivision: null }, own, [2026])
    expect(days.filter(({ date }) => date === '2026-01-06')).toEqual([own[0]])
    expect(days).toContainEqual(own[1])
    expect(days.map(({ date }) => date)).toEqual(days.map(({ date }) => date).toSorted())
    const unknown = await closuresFor({ country: null, subdivision: null }, own, [2026])
    expect(unknown).toMatchObject({ known: false, days: own })
  })

  test('an answer of New Year looks at three years', () => {
    expect(yearsAround('2026-01-01T10:00:00.000Z')).toEqual([2025, 2026, 2027])
    expect(yearsAround('2026-11-22T10:00:00.000Z')).toEqual([2026, 2027])
  })

  test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago'])('do not depend on the zone of the machine (%s)', (zone) => {
    const script = `import { holidaysOf } from './electron/core/cards/holidays.ts'
        const days = await holidaysOf({ country: 'ES', subdivision: 'ES-MD', year: 2026 })
        console.log(days.map(({ date }) => date).join())`
    const root = new URL('../../../', import.meta.url)
    const run = (TZ: string): string =>
      execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        cwd: root,
        env: { ...process.env, TZ },
        encoding: 'utf8',
      })
    expect(run(zone)).toBe(run('UTC'))
  })
})
