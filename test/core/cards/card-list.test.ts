import { describe, expect, it } from 'vitest'
import { emptyReading } from '../../../shared/domain/card/empty-reading.ts'
import { unsigned } from '../../../shared/domain/card/document-signature.ts'
import { ok } from '../../../shared/kit/result.ts'
import { cardsOf, type CardRecord } from '../../../electron/core/cards/card-records.ts'
import { putCard } from '../../../electron/core/cards/shelf.ts'
import { copiedDesk, reopenedDesk, type TestDesk } from '../desk-fixture.ts'
import { expectOk } from '../vault-fixture.ts'
import { teamDocument } from './team-document.ts'

const many = 5_000

const listed = (number: number): CardRecord => ({
  id: `team-${number}`,
  roles: number % 10 === 0 ? ['constituent'] : ['csirt'],
  layers: [
    {
      id: `layer-${number}`,
      kind: 'trusted-introducer',
      name: 'teams.json',
      sha256: `${number}`,
      readAt: '2026-11-01T00:00:00.000Z',
      entry: `${number}`,
      reading: {
        ...emptyReading,
        names: { short: `TEAM-${number}`, full: `Team number ${number} of the directory`, host: null, others: [] },
        country: 'ES',
        emails: [{ address: `cert@team${number}.example`, purposes: ['incidents'], doNotUseFor: [], line: 0 }],
        timeZone: { iana: 'Europe/Madrid', text: null, reason: 'zone-named', line: null },
        hours: { osm: number % 3 === 0 ? 'Mo-Fr 09:00-17:00' : null, text: null, line: null },
        networks: { cidrs: [`10.${Math.floor(number / 250)}.${number % 250}.0/24`], domains: [], asns: [] },
      },
      text: null,
      signature: unsigned,
    },
  ],
  hand: [],
  checks: [],
  mergedInto: null,
  removed: null,
})

async function deskWithMany(): Promise<TestDesk> {
  const desk = await copiedDesk()
  const session = desk.core.session()
  if (session === null) throw new Error('locked')
  expectOk(
    session.store.commit((tx) => {
      for (let number = 1; number <= many; number++) putCard(tx, session, listed(number))
      return ok(null)
    }),
  )
  return reopenedDesk(desk)
}

/** Milliseconds of the processor, not of the clock: the machine may have other work. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

describe('a directory of 5,000 cards', () => {
  it('is listed by position, searched and filtered, and after the first look in a few milliseconds', async () => {
    const desk = await deskWithMany()
    const first = await timed(() => desk.call('card.window', {}))
    const page = await desk.call('card.window', { from: 2_000, count: 3 })
    expect(page).toMatchObject({ total: many + 1, found: many + 1 })
    // By name, and by number within it.
    expect(page.rows.map(({ name }) => name)).toEqual(['TEAM-2000', 'TEAM-2001', 'TEAM-2002'])
    expect((await desk.call('card.window', { search: 'team4711.example' })).rows.map(({ id }) => id)).toEqual([
      'team-4711',
    ])
    expect((await desk.call('card.window', { search: '10.4.7.' })).found).toBe(1)
    expect((await desk.call('card.window', { roles: ['constituent'] })).found).toBe(many / 10)
    expect((await desk.call('card.window', { search: 'no such team' })).rows).toEqual([])
    const warm = await timed(() => desk.call('card.window', { from: 3_000, count: 100, search: 'directory' }))
    const whole = await timed(() => desk.call('card.list', {}))
    console.log(`5,000 cards: all of them ${whole.toFixed(0)} ms`)
    console.log(`5,000 cards: first look ${first.toFixed(0)} ms, then ${warm.toFixed(1)} ms`)
    expect(first).toBeLessThan(3_000)
    expect(warm).toBeLessThan(100)
  })

  it('is not read again when one card changes', async () => {
    const desk = await deskWithMany()
    await desk.call('card.window', {})
    const { id } = await desk.call('card.import', { file: teamDocument() })
    const changed = await timed(() =>
      desk.call('card.edit', { card: id, edits: [{ field: 'note', value: 'x' }], reason: '' }),
    )
    const page = await timed(() => desk.call('card.window', { search: 'orchard' }))
    console.log(`5,000 cards: an edit ${changed.toFixed(0)} ms, the list after it ${page.toFixed(0)} ms`)
    expect(changed + page).toBeLessThan(1_000)
  })

  it('answers whose an address is', async () => {
    const desk = await deskWithMany()
    const { results } = await desk.call('card.lookup', { text: '10.4[.]7.9\nunknown.example' })
    expect(results.map(({ match, card }) => [match, card?.name ?? null])).toEqual([
      ['cidr', 'TEAM-1007'],
      ['none', null],
    ])
    await desk.call('card.edit', { card: 'team-1007', edits: [{ field: 'networks', value: null }], reason: 'moved' })
    const later = await desk.call('card.lookup', { text: '10.4.7.9' })
    expect(later.results[0]?.card).toBeNull()
  })
})

describe('a search', () => {
  it('finds a card by name, address, number, network, member and key, every word of it', async () => {
    const desk = await copiedDesk()
    const { id } = await desk.call('card.import', { file: teamDocument({ networks: '192.0.2.0/24' }) })
    const edits = [{ field: 'members' as const, value: [{ name: 'Robin Ashdown', role: 'duty officer', code: 'RA' }] }]
    await desk.call('card.edit', { card: id, edits, reason: '' })
    const again = await reopenedDesk(desk)
    const finds = async (search: string): Promise<boolean> =>
      (await again.call('card.list', { search })).some((row) => row.id === id)
    for (const search of ['orch', 'CERT@orchard', '910 000 002', '+34910000002', '192.0.2.', 'ashdown robin']) {
      expect([search, await finds(search)]).toEqual([search, true])
    }
    expect(await finds('orchard harrow')).toBe(false)
  })
})

describe('a card of a vault of version 0.1.0', () => {
  it('opens with its document as its one source', async () => {
    const desk = await copiedDesk()
    const session = desk.core.session()
    if (session === null) throw new Error('locked')
    const { subdivision: _, languages: __, responsePromises: ___, ...reading } = emptyReading
    const promise = { text: 'one hour', line: 4, duration: 'PT1H' }
    const old = {
      id: 'old',
      reading: {
        ...reading,
        names: { short: 'Old-CERT', full: null, host: null, others: [] },
        responsePromise: promise,
      },
      source: { name: 'old.txt', sha256: 'aa', readAt: '2026-10-01T00:00:00.000Z' },
      text: 'Old-CERT',
    }
    expectOk(
      session.store.commit((tx) => {
        tx.db
          .prepare("INSERT INTO records (kind, id, at, body) VALUES ('card', 'old', ?, ?)")
          .run([tx.at, JSON.stringify(old)])
        return ok(null)
      }),
    )
    const again = await reopenedDesk(desk)
    const card = await again.call('card.show', { id: 'Old-CERT' })
    expect(card).toMatchObject({
      id: 'old',
      text: 'Old-CERT',
      source: { name: 'old.txt', kind: 'document' },
      roles: [],
    })
    expect(card.reading).toMatchObject({ languages: [], subdivision: null, responsePromise: promise })
    await again.call('card.edit', { card: 'old', edits: [{ field: 'note', value: 'moved over' }], reason: '' })
    const kept = again.core.session()
    expect(kept === null ? null : cardsOf(kept.store).get('old')).toMatchObject({
      layers: [{ text: 'Old-CERT' }],
      hand: [{ field: 'note' }],
    })
  })
})
