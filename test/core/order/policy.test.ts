import { describe, expect, test } from 'vitest'
import { unknownRung } from '../../../electron/core/order/known-rung.ts'
import type { Policy } from '../../../shared/domain/order/policy.ts'
import { presets } from '../../../shared/domain/order/presets.ts'
import { say } from '../../../shared/words/say.ts'
import { copiedDesk, reopenedDesk, textFile, type TestDesk } from '../desk-fixture.ts'

const [first, second, third, ...rest] = presets.ladder.rungs
if (first === undefined || second === undefined || third === undefined) throw new Error('a ladder of twelve')
/** Rung 3 before rung 1. */
const turned: Policy = { ...presets.ladder, name: 'Ours', rungs: [third, first, second, ...rest] }

async function caseOn(desk: TestDesk, title: string, rung: number | null): Promise<string> {
  const { state, heads } = await desk.call('case.create', { title })
  if (rung !== null)
    await desk.call('case.change', {
      number: state.number,
      heads: [...heads],
      command: { do: 'set', field: 'rung', value: rung },
    })
  return state.number
}

const titles = async (desk: TestDesk, filter = ''): Promise<readonly string[]> =>
  (await desk.call('queue.window', { order: 'policy', filter })).rows.map(({ title }) => title)

async function putInForce(desk: TestDesk, policy: Policy, reason = 'decided on Monday'): Promise<void> {
  await desk.call('policy.draft', { policy })
  await desk.call('policy.enforce', { reason })
  await desk.core.session()?.jobs.settled()
}

async function threeCases(): Promise<TestDesk> {
  const desk = await copiedDesk()
  for (const rung of [3, 1, 2]) await caseOn(desk, `rung ${rung}`, rung)
  return desk
}

describe('a policy', () => {
  test('is the ladder until the team decides, and then what it decided, after a restart too', async () => {
    const desk = await threeCases()
    expect((await desk.call('policy.show', {})).version.version).toBe(0)
    expect(await titles(desk)).toEqual(['rung 1', 'rung 2', 'rung 3'])
    await putInForce(desk, turned)
    expect(await titles(desk)).toEqual(['rung 3', 'rung 1', 'rung 2'])
    const again = await reopenedDesk(desk)
    expect(await titles(again)).toEqual(['rung 3', 'rung 1', 'rung 2'])
    const { inForce, version, draft, history } = await again.call('policy.show', {})
    expect(inForce).toEqual(turned)
    expect(version).toMatchObject({ version: 1, code: 'MK', reason: 'decided on Monday', name: 'Ours' })
    expect(draft).toBeNull()
    expect(history.map((one) => one.version)).toEqual([1, 0])
  })

  test('is put in force as a job that counts every case, and tells the windows', async () => {
    const desk = await threeCases()
    const news: string[] = []
    desk.core.feeds((feed) => news.push(feed))
    await desk.call('policy.draft', { policy: turned })
    const job = await desk.call('policy.enforce', { reason: 'decided' })
    expect(job).toMatchObject({ state: 'running', total: 3, name: 'Re-order the queue by "Ours"' })
    await desk.core.session()?.jobs.settled()
    expect(desk.core.session()?.jobs.list()[0]).toMatchObject({ state: 'done', done: 3 })
    expect(news).toEqual(expect.arrayContaining(['policy.changed', 'queue.changed', 'job.changed']))
  })

  test('whose job was stopped is in force all the same', async () => {
    const desk = await threeCases()
    await desk.call('policy.draft', { policy: turned })
    const { id } = await desk.call('policy.enforce', { reason: 'decided' })
    desk.core.session()?.jobs.cancel(id)
    expect(await titles(desk)).toEqual(['rung 3', 'rung 1', 'rung 2'])
  })

  test('needs a draft, a reason, and an order that can be told', async () => {
    const desk = await copiedDesk()
    expect(await desk.refused('policy.enforce', { reason: 'because' })).toBe('policy-no-draft')
    await desk.call('policy.draft', { policy: turned })
    expect(await desk.refused('policy.enforce', { reason: '   ' })).toBe('reason-needed')
    expect((await desk.call('policy.show', {})).draft).toEqual(turned)
    await desk.call('policy.draft', { policy: { ...turned, rungs: [] } })
    expect(await desk.refused('policy.enforce', { reason: 'because' })).toBe('fault.no-rungs')
    expect((await desk.call('policy.draft', { policy: null })).draft).toBeNull()
  })

  test('in a draft changes nothing, and survives a restart', async () => {
    const desk = await threeCases()
    await desk.call('policy.draft', { policy: { ...turned, rungs: [third, { ...first, name: third.name }] } })
    const again = await reopenedDesk(desk)
    expect(await titles(again)).toEqual(['rung 1', 'rung 2', 'rung 3'])
    const { draft, faults } = await again.call('policy.show', {})
    expect(draft?.rungs).toHaveLength(2)
    expect(faults.map(({ rung, said }) => [rung, said.code])).toEqual([
      [1, 'fault.same-name'],
      [1, 'fault.band'],
    ])
  })
})

test('the simulation is what then happens', async () => {
  const desk = await threeCases()
  await caseOn(desk, 'unplaced', null)
  const foreseen = await desk.call('policy.simulate', { policy: turned })
  const before = await titles(desk)
  expect(foreseen).toMatchObject({ of: 4, moved: 3, bandChanged: 0 })
  expect(say('en', foreseen.said)).toBe(
    'Because "a system-level attack on a large public service machine" goes from place 3 to place 1.',
  )
  expect(foreseen.rows[0]).toMatchObject({ title: 'rung 3', from: 3, to: 1 })
  expect(say('en', foreseen.rows[0]!.because)).toContain('goes from place 3 to place 1')
  expect(await titles(desk)).toEqual(before)
  await putInForce(desk, turned)
  const after = await titles(desk)
  for (const { title, from, to } of foreseen.rows) expect([before[from - 1], after[to - 1]]).toEqual([title, title])
  expect(await desk.call('policy.simulate', { policy: turned })).toMatchObject({ moved: 0, rows: [] })
  const grid = await desk.call('policy.simulate', { policy: presets.grid })
  expect(say('en', grid.said)).toBe('The queue would go by impact and urgency instead of the ladder.')
})

test("a card's own list becomes a draft with its faults as notes", async () => {
  const desk = await copiedDesk()
  const text = `RFC 2350 description of Quillmoor-CERT

2.1 Name of the Team
    Quillmoor-CERT

4.1 Types of Incidents and Level of Support
    Resources will be assigned according to the following priorities, listed in decreasing order:
    1. Threats to the physical safety of human beings.
    2. Compromise of desktop systems.
    3. Denial of service attacks on any of the above three items.
`
  const { id } = await desk.call('card.import', { file: textFile('quillmoor.txt', text) })
  const policy = await desk.call('policy.fromCard', { card: id })
  expect(policy.name).toBe('Quillmoor-CERT')
  expect(policy.rungs.map(({ id, band }) => [id, band])).toEqual([
    [1, 'P1'],
    [10, 'P2'],
    [5, 'P3'],
  ])
  expect(policy.rungs[2]?.note).toBe('The source says 3 items here, after 2. It is taken as the 2 before it.')
})

test('a card without a list is said', async () => {
  const desk = await copiedDesk()
  const own = (await desk.call('me.show', {})).ownCard
  expect(await desk.refused('policy.fromCard', { card: own?.id ?? '' })).toBe('policy-no-list')
})

test('a case can be put on a rung of the policy in force, and on no other', async () => {
  const desk = await copiedDesk()
  const session = desk.core.session()
  if (session === null) throw new Error('locked')
  const problem = (rung: number | null): string | null => {
    const said = unknownRung(session, { do: 'place', rung, reason: 'because' })
    return said === null ? null : say('en', said)
  }
  expect([problem(3), problem(null)]).toEqual([null, null])
  expect(problem(31)).toContain('has no rung 31')
  await putInForce(desk, presets.grid)
  expect(unknownRung(session, { do: 'set', field: 'rung', value: 31 })).toBeNull()
  expect(unknownRung(session, { do: 'set', field: 'rung', value: 3 })?.code).toBe('rung-unknown')
  expect(unknownRung(session, { do: 'set', field: 'severity', value: 'high' })).toBeNull()
})

describe('the queue', () => {
  test('moves a case at once when somebody places it against its rung, and says who and why', async () => {
    const desk = await threeCases()
    const number = await caseOn(desk, 'mail bomb', 12)
    const { heads } = await desk.call('case.show', { number })
    await desk.call('case.change', {
      number,
      heads: [...heads],
      command: { do: 'place', rung: 1, reason: 'the mayor asks every hour' },
    })
    const { rows } = await desk.call('queue.window', { order: 'policy', filter: '' })
    expect(rows.map(({ title }) => title)).toEqual(['rung 1', 'mail bomb', 'rung 2', 'rung 3'])
    expect(rows[1]).toMatchObject({ rung: 12, place: 1, band: 'P1' })
    expect(say('en', rows[1]!.reason)).toMatch(
      /^Placed by MK as if on rung 1, danger to the lives or safety of people, though rung 12: the mayor asks every hour/,
    )
  })

  test('counts its views as it shows them', async () => {
    const desk = await threeCases()
    const number = await caseOn(desk, 'sleeps', 4)
    const change = async (command: Parameters<typeof desk.call<'case.change'>>[1]['command']): Promise<void> => {
      const { heads } = await desk.call('case.show', { number })
      await desk.call('case.change', { number, heads: [...heads], command })
    }
    await change({ do: 'set', field: 'owner', value: 'MK' })
    await change({ do: 'set', field: 'constituent', value: 'Harbour "Old" Bank' })
    await change({ do: 'wake', at: new Date(desk.ports.now() + 60_000).toISOString() })
    const { views, constituents } = await desk.call('queue.views', {})
    expect(Object.fromEntries(views.map(({ view, count }) => [view, count]))).toMatchObject({
      open: 4,
      mine: 1,
      unassigned: 3,
      waiting: 1,
      'wake-today': 1,
      breached: 0,
    })
    expect(constituents).toEqual([{ name: 'Harbour Old Bank', filter: 'org:"Harbour Old Bank"', count: 1 }])
    for (const { filter, count } of [...views, ...constituents])
      expect([filter, (await titles(desk, filter)).length]).toEqual([filter, count])
  })

  test('keeps filters, with their counts, over a restart', async () => {
    const desk = await threeCases()
    const saved = await desk.call('filter.save', { id: null, name: 'The worst', filter: 'p1' })
    expect(saved).toMatchObject({ name: 'The worst', count: 2 })
    await desk.call('filter.save', { id: saved.id, name: 'The very worst', filter: 'rung:1' })
    const again = await reopenedDesk(desk)
    expect((await again.call('queue.views', {})).saved).toEqual([
      { id: saved.id, name: 'The very worst', filter: 'rung:1', count: 1 },
    ])
    await again.call('filter.drop', { id: saved.id })
    expect((await again.call('queue.views', {})).saved).toEqual([])
    expect(await again.refused('filter.drop', { id: saved.id })).toBe('filter-not-found')
    expect(await again.refused('filter.save', { id: saved.id, name: 'x', filter: '' })).toBe('filter-not-found')
  })

  test('says which words of a filter it could not read', async () => {
    const desk = await threeCases()
    const { hints, total } = await desk.call('queue.window', { order: 'policy', filter: 'due:soon' })
    expect([total, hints.map(({ code }) => code)]).toEqual([0, ['filter.hint']])
  })
})
