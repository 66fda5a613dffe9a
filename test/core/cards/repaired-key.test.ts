/** A key that was mended from a damaged document keeps that label until a sound copy of it comes (X-05, Z-11). */
import { expect, it } from 'vitest'
import type { CardView } from '../../../shared/ipc/card-views.ts'
import { damage, putTogether, randomFrom } from '../../material/damage.ts'
import { sampleKey } from '../../material/damaged-keys.ts'
import { copiedDesk } from '../desk-fixture.ts'
import { teamDocument } from './team-document.ts'

it('a repaired key stays repaired under a second damaged copy, and is usable once a sound one comes', async () => {
  const desk = await copiedDesk()
  const { armour, armoured, fingerprint } = await sampleKey('ed25519')
  const damaged = (seed: number): string =>
    putTogether({ ...armour, body: damage(armour.body, ['look-alike'], randomFrom(seed)) })
  const imported = (date: string, armoredPublic: string): Promise<CardView> =>
    desk.call('card.import', { file: teamDocument({ date, key: { fingerprint, armoredPublic } }) })
  const states: (string | undefined)[] = []
  for (const [date, block] of [
    ['2026-01-01', damaged(1)],
    ['2026-02-01', damaged(2)],
    ['2026-03-01', armoured],
  ] as const) {
    states.push((await imported(date, block)).keys[0]?.state)
  }
  expect(states).toEqual(['repaired', 'repaired', 'usable'])
})
