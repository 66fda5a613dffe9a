import { describe, expect, it } from 'vitest'
import { difference } from '../../../shared/domain/card/difference.ts'
import { copiedDesk, reopenedDesk, type TestDesk } from '../desk-fixture.ts'
import { teamDocument, teamKey } from './team-document.ts'

const quince = { name: 'Quince-CERT', address: 'cert@quince.example', phone: '+34 910 000 005', date: '2026-05-01' }

async function pair(): Promise<{ desk: TestDesk; from: string; into: string; fingerprint: string }> {
  const desk = await copiedDesk()
  const key = await teamKey('cert@quince.example')
  const into = await desk.call('card.import', { file: teamDocument() })
  const from = await desk.call('card.import', { file: teamDocument({ ...quince, key, networks: '192.0.2.0/24' }) })
  return { desk, from: from.id, into: into.id, fingerprint: key.fingerprint }
}

describe('merging two cards', () => {
  it('keeps what the one said, adds what it did not say, and takes the fields that are named', async () => {
    const { desk, from, into } = await pair()
    const before = await desk.call('card.show', { id: into })
    await desk.call('card.merge', { from, into, take: ['phones'] })
    const again = await reopenedDesk(desk)
    const card = await again.call('card.show', { id: into })
    expect(card.reading.phones[0]?.e164).toBe('+34910000005')
    expect(card.reading.networks.cidrs).toEqual(['192.0.2.0/24'])
    expect(card.sources.filter(({ kind }) => kind === 'document')).toHaveLength(2)
    const changed = difference(before.reading, card.reading).map(({ field }) => field)
    expect(changed).toEqual(['phones', 'keys', 'constituency', 'networks'])
  })

  it('moves keys, checks and PINs, and what named the one finds the other', async () => {
    const { desk, from, into, fingerprint } = await pair()
    await desk.call('key.trust', { fingerprint, trust: 'verified', how: 'in-person', note: 'met' })
    await desk.call('check.add', {
      card: from,
      method: 'referral',
      who: 'Robin',
      channel: null,
      note: '',
      lapses: null,
    })
    await desk.call('pin.set', { card: from, holder: 'Night shift', pin: '80416' })
    await desk.call('card.edit', { card: from, edits: [{ field: 'note', value: 'from the fair' }], reason: '' })
    const { draft } = await desk.call('draft.new', { case: null, to: [from], inReplyTo: null })
    await desk.call('card.merge', { from, into })
    const again = await reopenedDesk(desk)
    const card = await again.call('card.show', { id: from })
    expect(card).toMatchObject({
      id: into,
      note: 'from the fair',
      checks: [{ who: 'Robin' }],
      pins: [{ holder: 'Night shift' }],
    })
    expect(card.keys).toEqual([expect.objectContaining({ fingerprint, trust: 'verified' })])
    const { recipients } = await again.call('draft.show', { id: draft.id })
    expect(recipients).toEqual([expect.objectContaining({ card: into, fingerprint })])
    expect((await again.call('card.list', { search: 'quince' })).length).toBe(0)
  })

  it('shows beforehand where the two differ', async () => {
    const { desk, from, into } = await pair()
    await desk.call('card.edit', {
      card: into,
      edits: [
        { field: 'emails', value: [{ address: 'hand@orchard.example', purposes: ['incidents'], doNotUseFor: [] }] },
      ],
      reason: '',
    })
    const changes = await desk.call('card.compare', { from, into })
    expect(changes.map(({ field, kind, byHand }) => `${field} ${kind}${byHand ? ' by hand' : ''}`)).toEqual(
      expect.arrayContaining(['names changed', 'emails changed by hand', 'keys added', 'networks added']),
    )
  })

  it('is refused with itself, and for our own card', async () => {
    const { desk, into } = await pair()
    const { ownCard } = await desk.call('me.show', {})
    expect(await desk.refused('card.merge', { from: into, into })).toBe('card-merge-self')
    expect(await desk.refused('card.merge', { from: ownCard?.id ?? '', into })).toBe('card-is-own')
  })
})
