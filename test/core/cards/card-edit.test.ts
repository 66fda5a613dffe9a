import { describe, expect, it } from 'vitest'
import type { CardEdit } from '../../../shared/ipc/card-edits.ts'
import { copiedDesk, reopenedDesk, type TestDesk } from '../desk-fixture.ts'
import { teamDocument, teamKey } from './team-document.ts'

async function orchard(): Promise<{ desk: TestDesk; id: string; edit: (...edits: CardEdit[]) => Promise<unknown> }> {
  const desk = await copiedDesk()
  const { id } = await desk.call('card.import', { file: teamDocument() })
  return { desk, id, edit: (...edits) => desk.call('card.edit', { card: id, edits, reason: 'they called' }) }
}

const phone = (text: string): Extract<CardEdit, { field: 'phones' }> => ({
  field: 'phones',
  value: [
    {
      text,
      purpose: 'emergency',
      script: 'Ask for the duty officer',
      audience: 'csirt',
      doNotUseFor: [],
      roundTheClock: true,
    },
  ],
})

describe('an entry by hand', () => {
  it('becomes a value like any other, and says who wrote it and why', async () => {
    const { desk, id, edit } = await orchard()
    await edit(
      { field: 'country', value: 'ES' },
      phone('910 000 009'),
      { field: 'hours', value: ' Mo-Fr 08:00-15:00 ' },
      {
        field: 'networks',
        value: { cidrs: ['2001:DB8::/32', '192.0.2.7'], domains: ['*.Orchard.example'], asns: [64500] },
      },
      { field: 'note', value: 'Call before noon.' },
      { field: 'roles', value: ['csirt', 'constituent'] },
      { field: 'closures', value: [{ date: '2026-12-24', name: 'Closed' }] },
    )
    const card = await (await reopenedDesk(desk)).call('card.show', { id })
    expect(card.reading.phones).toEqual([
      expect.objectContaining({ e164: '+34910000009', script: 'Ask for the duty officer', line: 0 }),
    ])
    expect(card.reading.hours.osm).toBe('Mo-Fr 08:00-15:00')
    expect(card.reading.networks).toEqual({
      cidrs: ['2001:db8::/32', '192.0.2.7/32'],
      domains: ['*.orchard.example'],
      asns: [64500],
    })
    expect(card).toMatchObject({ note: 'Call before noon.', roles: ['csirt', 'constituent'] })
    expect(card.closures).toEqual([{ date: '2026-12-24', name: 'Closed' }])
    expect(card.provenance.find(({ field }) => field === 'phones')).toMatchObject({ source: 'hand', code: 'MK' })
    expect(card.provenance.find(({ field }) => field === 'names')?.source).not.toBe('hand')
  })

  it('is given up, and the sources speak again', async () => {
    const { desk, id, edit } = await orchard()
    await edit(phone('+34 910 000 009'))
    await desk.call('card.unedit', { card: id, fields: ['phones'] })
    const card = await (await reopenedDesk(desk)).call('card.show', { id })
    expect(card.reading.phones[0]?.e164).toBe('+34910000002')
    expect(card.sources.map(({ id: source }) => source)).not.toContain('hand')
  })

  it('without a value leaves the card without one', async () => {
    const { desk, id, edit } = await orchard()
    await edit({ field: 'emails', value: null })
    const again = await reopenedDesk(desk)
    const [row] = await again.call('card.list', { search: 'orchard' })
    expect(row).toMatchObject({ id, incidentAddress: null })
  })

  it('of a key keeps what a source knows of it', async () => {
    const desk = await copiedDesk()
    const key = await teamKey()
    const { id } = await desk.call('card.import', { file: teamDocument({ key }) })
    await desk.call('card.edit', {
      card: id,
      edits: [{ field: 'keys', value: [key.fingerprint, 'A'.repeat(40)] }],
      reason: '',
    })
    const { reading } = await desk.call('card.show', { id })
    expect(reading.keys.map(({ fingerprint, state }) => [fingerprint, state])).toEqual([
      [key.fingerprint, 'usable'],
      ['A'.repeat(40), 'not-included'],
    ])
  })

  const wrong: readonly (readonly [string, CardEdit])[] = [
    ['edit-phone', phone('extension 7')],
    ['hours-not-read', { field: 'hours', value: 'mornings' }],
    ['hours-not-read', { field: 'coverage', value: [{ audience: 'csirt', osm: 'always' }] }],
    ['zone-not-known', { field: 'timeZone', value: 'Europe/Atlantis' }],
    ['edit-network', { field: 'networks', value: { cidrs: ['192.0.2.0/33'], domains: [], asns: [] } }],
    ['edit-network', { field: 'networks', value: { cidrs: ['192.0.2.7/24'], domains: [], asns: [] } }],
    ['edit-domain', { field: 'networks', value: { cidrs: [], domains: ['not a domain'], asns: [] } }],
    ['edit-language', { field: 'languages', value: ['english, mostly'] }],
    ['edit-duration', { field: 'responsePromises', value: [{ duration: 'soon', audience: null }] }],
    ['edit-country', { field: 'country', value: 'QX' }],
    ['edit-url', { field: 'forms', value: [{ url: 'javascript:alert(1)', audience: 'public' }] }],
    ['edit-fingerprint', { field: 'members', value: [{ name: 'Robin', role: null, deskKey: '0xDEADBEEF' }] }],
  ]

  it('that is not right is refused by name, and nothing beside it is stored', async () => {
    const { desk, id } = await orchard()
    for (const [code, edit] of wrong) {
      const edits: CardEdit[] = [{ field: 'note', value: 'beside it' }, edit]
      expect([code, await desk.refused('card.edit', { card: id, edits, reason: '' })]).toEqual([code, code])
    }
    const card = await (await reopenedDesk(desk)).call('card.show', { id })
    expect(card).toMatchObject({ note: '', sources: [{ kind: 'document' }] })
  })

  it('of our own card moves our own clocks', async () => {
    const desk = await copiedDesk()
    const { ownCard } = await desk.call('me.show', {})
    const edits: CardEdit[] = [
      { field: 'hours', value: 'Mo-Su 00:00-24:00' },
      { field: 'timeZone', value: 'Atlantic/Canary' },
      { field: 'closures', value: [{ date: '2026-12-24', name: 'Closed' }] },
    ]
    await desk.call('card.edit', { card: ownCard?.id ?? '', edits, reason: 'new office' })
    const again = await reopenedDesk(desk)
    expect(await again.call('me.show', {})).toMatchObject({ hours: 'Mo-Su 00:00-24:00', zone: 'Atlantic/Canary' })
  })
})

describe('a card typed by hand', () => {
  it('has a name and a role, and lives without a document', async () => {
    const desk = await copiedDesk()
    const { id } = await desk.call('card.create', { name: 'Larch Savings Bank', role: 'constituent' })
    const card = await (await reopenedDesk(desk)).call('card.show', { id })
    expect(card).toMatchObject({
      roles: ['constituent'],
      text: '',
      source: { kind: 'hand' },
      open: 'unknown',
      ageDays: null,
    })
    expect(card.reading.names.short).toBe('Larch Savings Bank')
  })
})

describe('removing a card', () => {
  it('takes it out of the lists, and the key that it had still says whose it was', async () => {
    const desk = await copiedDesk()
    const key = await teamKey()
    const { id } = await desk.call('card.import', { file: teamDocument({ key }) })
    await desk.call('card.remove', { card: id, reason: 'no such team any more' })
    const again = await reopenedDesk(desk)
    expect(await again.call('card.list', { search: 'orchard' })).toEqual([])
    expect(await again.refused('card.show', { id })).toBe('card-not-found')
    expect(await again.call('key.show', { fingerprint: key.fingerprint })).toMatchObject({
      card: { name: 'Orchard-CERT' },
    })
    const fresh = await again.call('card.import', { file: teamDocument({ key }) })
    expect(fresh.id).not.toBe(id)
    expect(fresh.keys.map(({ fingerprint }) => fingerprint)).toEqual([key.fingerprint])
  })

  it('is refused for our own, and while a draft is addressed to it', async () => {
    const { desk, id } = await orchard()
    const { ownCard } = await desk.call('me.show', {})
    expect(await desk.refused('card.remove', { card: ownCard?.id ?? '', reason: 'x' })).toBe('card-is-own')
    const { draft } = await desk.call('draft.new', { case: null, to: [id], inReplyTo: null })
    expect(await desk.refused('card.remove', { card: id, reason: 'x' })).toBe('card-in-draft')
    await desk.call('draft.drop', { id: draft.id })
    expect(await desk.refused('card.remove', { card: id, reason: 'x' })).toBeNull()
  })
})
