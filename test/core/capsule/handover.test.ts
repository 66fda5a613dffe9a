/** A shift that is handed over between two whole desks with keys of their own: given, taken, answered, given back. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { textFile, deskOn } from '../desk-fixture.ts'
import { passphrase } from '../vault-fixture.ts'
import {
  acquaint,
  answer,
  change,
  give,
  later,
  look,
  mate,
  newCase,
  notesOf,
  readAll,
  refusal,
  stateOf,
  take,
  told,
  twoDesks,
  type Mate,
} from './two-desks.ts'

/** A machine with other things to do takes its time over keys and threads. */
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let mk: Mate
let jv: Mate
beforeEach(async () => {
  ;[mk, jv] = await twoDesks()
})

const turns = [{ code: 'MK', from: '2026-11-23T08:00:00.000Z', to: '2026-11-23T20:00:00.000Z' }]

const dutyOf = async (desk: Mate): Promise<string | undefined> => (await desk.call('duty.show', {})).now?.code

describe('from one desk to the next', () => {
  test('given, worked on at both, answered and merged: owners and duty went in one step, and nothing is lost', async () => {
    await mk.call('duty.save', { turns })
    const kit = await newCase(mk, 'Phishing kit on a hospital server')
    const mule = await newCase(mk, 'Mule accounts at Harbour Bank')
    const theirs = await newCase(mk, 'Somebody else works on it', 'RS')
    await mk.call('case.evidence', {
      number: kit,
      file: textFile('letter.txt', 'Pay 5 BTC'),
      source: 'by hand',
      place: '',
      takenAt: null,
    })
    await mk.call('handover.write', { notes: 'Quiet night', add: 'The door badge is in the drawer' })
    const capsule = await give(mk, jv)
    expect(capsule).toMatchObject({ cases: 3, to: 'JV' })

    // Given, not taken: duty stays with the giver, on both desks, also after the end of the turn.
    expect(await mk.call('handover.show', {})).toMatchObject({ state: 'given', side: 'giver', given: { to: 'JV' } })
    later(9 * 60, mk, jv)
    expect(await mk.call('duty.show', {})).toMatchObject({ now: { code: 'MK' }, given: { by: 'MK', to: 'JV' } })
    later(-9 * 60, mk, jv)

    const view = await look(jv, capsule)
    expect(view).toMatchObject({
      kind: 'handover',
      from: 'MK',
      signedBy: mk.deskKey,
      cases: 3,
      evidence: 1,
      conflicts: 0,
    })
    expect(view.each.map(({ isNew }) => isNew)).toEqual([true, true, true])
    await jv.call('capsule.take', { id: view.id, decisions: [] })
    expect(await jv.call('handover.show', {})).toMatchObject({ state: 'given', side: 'taker', notes: 'Quiet night' })
    expect(await dutyOf(jv)).toBe('MK')
    expect(await jv.refused('handover.take', {})).toBe('handover-unread')
    expect((await stateOf(jv, kit)).owner).toBe('MK')
    expect((await readAll(jv)).own).toMatchObject([{ text: 'The door badge is in the drawer', read: true }])

    later(5, mk, jv)
    // The giver still works: it is still their duty.
    await change(mk, kit, { do: 'note', text: 'They called at 12:04' })
    const taken = await jv.call('handover.take', {})
    expect(taken).toMatchObject({ state: 'taken', taken: { by: 'JV', owners: 2, read: 1, of: 1 } })
    expect([(await stateOf(jv, kit)).owner, (await stateOf(jv, mule)).owner]).toEqual(['JV', 'JV'])
    expect((await stateOf(jv, theirs)).owner).toBe('RS')
    expect(await jv.call('duty.show', {})).toMatchObject({ now: { code: 'JV', until: turns[0]?.to }, given: null })
    expect(await jv.refused('handover.take', {})).toBe('handover-taken')
    await change(jv, kit, { do: 'note', text: 'Host taken off the net' })

    const receipt = await answer(jv)
    expect(await take(mk, receipt)).toMatchObject({ kind: 'receipt' })
    expect(await mk.call('handover.show', {})).toMatchObject({
      state: 'taken',
      side: 'giver',
      taken: { by: 'JV', owners: 2 },
    })
    expect(await mk.call('duty.show', {})).toMatchObject({ now: { code: 'JV' }, given: null })
    expect((await stateOf(mk, mule)).owner).toBe('JV')
    expect(await notesOf(mk, kit)).toEqual(['They called at 12:04', 'Host taken off the net'])
    expect((await mk.call('case.show', { number: kit })).state.conflicts).toEqual([])

    // And the other way round, once more: both have the same.
    later(600, mk, jv)
    const next = await give(mk, jv)
    await take(jv, next)
    for (const number of [kit, mule, theirs]) expect(await told(jv, number)).toEqual(await told(mk, number))
    await take(mk, await give(jv, mk))
    for (const number of [kit, mule, theirs]) expect(await told(jv, number)).toEqual(await told(mk, number))
  })

  test('within half an hour one act gives it back, with owners and duty as before, and not later', async () => {
    await mk.call('duty.save', { turns })
    await jv.call('duty.save', { turns })
    const [one, two] = [await newCase(mk, 'Kit'), await newCase(mk, 'Mules')]
    await take(jv, await give(mk, jv))
    await readAll(jv)
    await jv.call('handover.take', {})
    await change(jv, two, { do: 'set', field: 'owner', value: 'RS', reason: 'he knows them' })
    later(29, mk, jv)
    expect(await jv.call('handover.back', {})).toMatchObject({ state: 'given', side: 'taker', taken: null })
    expect([(await stateOf(jv, one)).owner, (await stateOf(jv, two)).owner]).toEqual(['MK', 'RS'])
    expect(await dutyOf(jv)).toBe('MK')
    expect(await jv.refused('handover.back', {})).toBe('handover-not-taken')
    await jv.call('handover.take', {})
    later(31, mk, jv)
    expect(await jv.refused('handover.back', {})).toBe('handover-back-late')
    expect((await stateOf(jv, one)).owner).toBe('JV')
  })

  test("given back after the receipt went out, the next receipt says so, and duty is the giver's on both desks", async () => {
    await mk.call('duty.save', { turns })
    const one = await newCase(mk, 'Kit')
    await take(jv, await give(mk, jv))
    await readAll(jv)
    await jv.call('handover.take', {})
    await take(mk, await answer(jv))
    expect(await dutyOf(mk)).toBe('JV')
    later(10, mk, jv)
    await jv.call('handover.back', {})
    await take(mk, await answer(jv))
    expect(await mk.call('handover.show', {})).toMatchObject({ state: 'given', side: 'giver' })
    expect([await dutyOf(mk), await dutyOf(jv)]).toEqual(['MK', 'MK'])
    expect((await stateOf(mk, one)).owner).toBe('MK')
    expect((await mk.call('duty.show', {})).turns).toEqual(turns)
  })

  test("withdrawn while nobody has taken it, it is the giver's as if nothing had been given", async () => {
    await mk.call('duty.save', { turns })
    const one = await newCase(mk, 'Kit')
    await give(mk, jv)
    expect(await mk.refused('handover.write', { notes: 'more' })).toBe('handover-given')
    expect(await mk.call('handover.withdraw', {})).toMatchObject({ state: 'open', given: null })
    expect(await mk.refused('handover.withdraw', {})).toBe('handover-not-given')
    expect((await mk.call('duty.show', {})).given).toBeNull()
    expect((await stateOf(mk, one)).owner).toBe('MK')
  })

  test('withdrawn too late: the receipt that comes all the same says that it was taken', async () => {
    await mk.call('duty.save', { turns })
    await newCase(mk, 'Kit')
    await take(jv, await give(mk, jv))
    await readAll(jv)
    await jv.call('handover.take', {})
    await mk.call('handover.withdraw', {})
    await take(mk, await answer(jv))
    expect(await mk.call('handover.show', {})).toMatchObject({ state: 'taken', side: 'giver', taken: { by: 'JV' } })
    expect(await dutyOf(mk)).toBe('JV')
  })

  test('receipts that come in the wrong order leave what the last one says', async () => {
    await mk.call('duty.save', { turns })
    await newCase(mk, 'Kit')
    await take(jv, await give(mk, jv))
    await readAll(jv)
    await jv.call('handover.take', {})
    const first = await answer(jv)
    await jv.call('handover.back', {})
    expect(await jv.refused('handover.withdraw', {})).toBe('handover-receipt-due')
    expect(await jv.call('handover.show', {})).toMatchObject({ receiptDue: true })
    await take(mk, await answer(jv))
    expect(await mk.call('handover.show', {})).toMatchObject({ state: 'given' })
    expect(await refusal(mk, first)).toBe('capsule-older')
    expect(await dutyOf(mk)).toBe('MK')
  })

  test('from two colleagues, each is read, taken and answered by itself, the one that came first first', async () => {
    const rs = await mate('RS')
    await acquaint(rs, jv)
    const [one, two] = [await newCase(mk, 'Kit'), await newCase(rs, 'Mules')]
    await take(jv, await give(mk, jv))
    later(1, jv)
    await take(jv, await give(rs, jv))
    for (const [giver, number] of [
      [mk, one],
      [rs, two],
    ] as const) {
      expect(await jv.call('handover.show', {})).toMatchObject({ state: 'given', shift: { by: giver.code } })
      await readAll(jv)
      await jv.call('handover.take', {})
      expect((await stateOf(jv, number)).owner).toBe('JV')
      await take(giver, await answer(jv))
      expect(await giver.call('handover.show', {})).toMatchObject({ state: 'taken', taken: { by: 'JV' } })
    }
  })

  test('survives that both desks are closed and opened again', async () => {
    const one = await newCase(mk, 'Kit')
    await take(jv, await give(mk, jv))
    for (const desk of [mk, jv]) desk.core.close()
    const [mk2, jv2] = [deskOn(mk.dir, mk.ports), deskOn(jv.dir, jv.ports)]
    for (const desk of [mk2, jv2]) await desk.call('vault.unlock', { passphrase })
    expect(await mk2.call('handover.show', {})).toMatchObject({ state: 'given', side: 'giver' })
    expect(await jv2.call('handover.show', {})).toMatchObject({ state: 'given', side: 'taker' })
    expect((await jv2.call('case.show', { number: one })).state.title).toBe('Kit')
  })
})

describe('what is told', () => {
  test('is made from the record: what is due soon, who is waited for, what was done, what is not finished', async () => {
    const one = await newCase(mk, 'Kit')
    await change(mk, one, { do: 'set', field: 'urgent', value: true, reason: '' })
    await change(mk, one, { do: 'party', party: null, name: 'Harbour Bank', card: null, role: 'affected' })
    const party = (await stateOf(mk, one)).parties[0]?.id ?? ''
    await change(mk, one, { do: 'ask', party, what: 'their logs', channel: 'phone', due: '2026-11-23T14:00:00.000Z' })
    await change(mk, one, { do: 'task', text: 'Send the report', due: '2026-11-23T18:00:00.000Z', owner: 'MK' })
    const view = await mk.call('handover.show', {})
    expect(view.waiting).toMatchObject([
      { number: one, whom: 'Harbour Bank', what: 'their logs', chase: '2026-11-23T14:00:00.000Z' },
    ])
    expect(view.unfinished.map(({ kind }) => kind)).toEqual(['call', 'promise'])
    expect(view.changed.every(({ number, by }) => number === one && by === 'MK')).toBe(true)
    await mk.call('handover.write', { line: { id: view.waiting[0]?.id ?? '', note: 'try the mobile' } })
    await take(jv, await give(mk, jv))
    const seen = await jv.call('handover.show', {})
    expect(seen.waiting).toMatchObject([{ note: 'try the mobile', read: false, answer: '' }])
    expect(seen.changed).toEqual((await mk.call('handover.show', {})).changed)
    const id = seen.waiting[0]?.id ?? ''
    await jv.call('handover.read', { line: id, read: true, answer: 'called, they send them at 15' })
    await readAll(jv)
    await jv.call('handover.take', {})
    await take(mk, await answer(jv))
    expect((await mk.call('handover.show', {})).waiting).toMatchObject([{ answer: 'called, they send them at 15' }])
  })

  test('of clocks and promises is the same at the taker: the case stands in their queue with the same due time', async () => {
    const one = await newCase(mk, 'Kit')
    await change(mk, one, { do: 'wake', at: '2026-11-24T08:00:00.000Z', waitingFor: 'their logs' })
    await take(jv, await give(mk, jv))
    const [ours, theirs] = await Promise.all([mk, jv].map((desk) => desk.call('case.show', { number: one })))
    expect(theirs?.state.wake).toEqual(ours?.state.wake)
    expect(theirs?.clocks.map(({ kind, due }) => [kind, due])).toEqual(ours?.clocks.map(({ kind, due }) => [kind, due]))
  })

  test('takes only cases that were named, and says in each journal that it left', async () => {
    const [one, two] = [await newCase(mk, 'Kit'), await newCase(mk, 'Mules')]
    const capsule = await give(mk, jv, { cases: [one] })
    expect(capsule.cases).toBe(1)
    await take(jv, capsule)
    expect(await jv.refused('case.show', { number: two })).toBe('case-not-found')
    const { journal } = await mk.call('case.show', { number: one })
    expect(journal.some(({ kind }) => kind === 'disclosed')).toBe(true)
    expect(
      await mk.refused('handover.give', {
        to: jv.deskKey,
        cases: ['2026-MK-9999'],
        evidence: true,
        target: { grant: 'none' },
      }),
    ).toBe('case-not-found')
  })

  test('goes to nobody whose desk key was not verified here, and not to ourselves', async () => {
    const rs = await mate('RS')
    const { armored } = await rs.call('key.export', { fingerprint: rs.deskKey })
    await mk.call('key.import', { file: textFile('rs.asc', armored) })
    const wish = { cases: null, evidence: true, target: { grant: 'none' } }
    expect(await mk.refused('handover.give', { ...wish, to: rs.deskKey })).toBe('capsule-key-unverified')
    expect(await mk.refused('handover.give', { ...wish, to: mk.deskKey })).toBe('capsule-own')
    expect((await mk.call('handover.show', {})).takers).toMatchObject([
      { code: 'JV', verified: true },
      { code: 'RS', verified: false },
    ])
    await acquaint(mk, rs)
    expect((await mk.call('handover.show', {})).takers.every(({ verified }) => verified)).toBe(true)
  })
})
