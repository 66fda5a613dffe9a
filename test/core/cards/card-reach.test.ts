import { describe, expect, it } from 'vitest'
import { copiedDesk, reopenedDesk } from '../desk-fixture.ts'
import { teamDocument, teamKey } from './team-document.ts'

/** A Tuesday, 10:00 in Madrid. */
const tuesday = '2026-11-24T09:00:00.000Z'

describe('reach them now', () => {
  it('knows their hours, the holidays of their place and the days that were entered here', async () => {
    const desk = await copiedDesk(tuesday)
    const { id } = await desk.call('card.import', { file: teamDocument({ hours: 'Monday to Friday 09:00-17:00' }) })
    const days = [{ date: '2026-11-25', name: 'Moving house' }]
    await desk.call('card.edit', {
      card: id,
      edits: [
        { field: 'country', value: 'ES' },
        { field: 'closures', value: days },
      ],
      reason: '',
    })
    const again = await reopenedDesk(desk)
    const openAt = async (at: string): Promise<string> => (await again.call('card.reach', { card: id, at })).open
    expect(await openAt(tuesday)).toBe('yes')
    expect(await openAt('2026-11-25T09:00:00.000Z')).toBe('no')
    // The Constitution of 1978 is kept on Monday the 7th where the 6th is a Sunday, and the 8th is a holiday everywhere.
    expect(await openAt('2026-12-08T09:00:00.000Z')).toBe('no')
    const card = await again.call('card.show', { id })
    expect(card).toMatchObject({ open: 'yes', closesAt: '2026-11-24T16:00:00.000Z', opensAt: null })
    expect(card.localTime).toBe('2026-11-24T10:00:00+01:00')
    expect(card.holidays).toEqual({ known: true, next: days[0] })
    const [row] = await again.call('card.list', { search: 'orchard' })
    expect(row).toMatchObject({ open: 'yes', source: 'document' })
  })

  it('takes the keys that the card stands by, and the newest check', async () => {
    const desk = await copiedDesk(tuesday)
    const key = await teamKey()
    const { id } = await desk.call('card.import', { file: teamDocument({ key }) })
    await desk.call('key.trust', { fingerprint: key.fingerprint, trust: 'verified', how: 'in-person', note: 'met' })
    const ask = { card: id, sensitivity: 'high' } as const
    await desk.call('check.add', { card: id, method: 'referral', who: 'Robin', channel: null, note: '', lapses: null })
    const codes = async (): Promise<readonly string[]> =>
      (await desk.call('card.reach', ask)).warnings.map(({ code }) => code)
    expect(await codes()).not.toContain('reach.key.none')
    await desk.call('card.import', { file: teamDocument({ date: '2026-06-01' }) })
    expect(await codes()).toContain('reach.key.none')
  })
})
