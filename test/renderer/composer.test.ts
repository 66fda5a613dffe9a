/** Pure parts of the composer and the announcements: words about keys, what would let a message pass, who is meant, what was searched. */
import { describe, expect, it } from 'vitest'
import type { VerdictReason } from '../../shared/domain/disclosure/verdict.ts'
import type { BulletinRow } from '../../shared/ipc/exchange-views.ts'
import type { Recipient } from '../../shared/ipc/views.ts'
import { saying, type Saying } from '../../shared/words/say.ts'
import { matchesWords, shows, standingOf } from '../../renderer/features/bulletins/standing.ts'
import { stillThere, without } from '../../renderer/features/composer/named-by.ts'
import { canOpen, keySentence, standingOf as keyStanding } from '../../renderer/features/composer/recipient-words.ts'
import { waysOf, type Around } from '../../renderer/features/composer/ways.ts'

const now = Date.parse('2026-11-23T08:00:00.000Z')
const fingerprint = '7F3A91C24D06E85BA9137C2F60E4D8B1539AB04E'

const recipient = (change: Partial<Recipient> = {}): Recipient => ({
  card: 'card-harrow',
  name: 'CERT-Harrow',
  address: 'cert@harrow.example',
  fingerprint,
  keyState: 'usable',
  trust: 'verified',
  expires: null,
  encrypts: { today: true, due: null },
  verified: { at: '2026-04-12T09:00:00.000Z', how: 'call-back', code: 'MK' },
  number: 12,
  ...change,
})

describe('what is said of a key', () => {
  it('tells what it can do today and when the case is due, and who has checked it', () => {
    const due = { at: '2026-11-24T18:00:00.000Z', can: true }
    expect(keySentence(recipient({ encrypts: { today: true, due } }), now)).toBe(
      'Encrypts today and on Tue 24 Nov. Verified 12 Apr 2026 by call-back (MK).',
    )
  })

  it('says so where it ends before the case is due', () => {
    const due = { at: '2026-12-24T18:00:00.000Z', can: false }
    const ending = recipient({ expires: '2026-12-12T08:00:00.000Z', encrypts: { today: true, due } })
    expect(keySentence(ending, now)).toContain('not on Thu 24 Dec, when the case is due. Ends in 19 days.')
  })

  it('never calls a repaired key verified', () => {
    expect(keyStanding(recipient({ keyState: 'repaired' }))).toBe('repaired')
  })

  it('counts a rejected key as one that cannot open anything', () => {
    expect(canOpen(recipient({ trust: 'rejected' }))).toBe(false)
    expect(canOpen(recipient({ keyState: 'repaired' }))).toBe(true)
  })
})

describe('what would let a message pass', () => {
  const keyless = recipient({
    card: 'card-b',
    name: 'B',
    fingerprint: null,
    keyState: 'none',
    trust: null,
    encrypts: { today: false, due: null },
  })
  const around = (change: Partial<Around> = {}): Around => ({
    tlp: 'AMBER',
    caseTlp: 'AMBER',
    recipients: [recipient(), keyless],
    ...change,
  })
  const stop = (said: Saying, about: string | null = 'card-b'): VerdictReason => ({
    level: 'stop',
    said,
    clause: 'RFC 9580',
    recipient: about,
  })
  const noKey = stop(saying('release.key-none', { name: 'B' }))

  it('offers the three ways where one recipient has no key, in clear only where the marking allows it', () => {
    expect(waysOf(noKey, around())).toEqual([
      { do: 'find-key' },
      { do: 'split' },
      { do: 'clear', allowed: false, tlp: 'AMBER' },
    ])
    expect(waysOf(noKey, around({ tlp: 'GREEN' })).at(-1)).toEqual({ do: 'clear', allowed: true, tlp: 'GREEN' })
  })

  it('does not offer to split where nobody could read it', () => {
    expect(waysOf(noKey, around({ recipients: [keyless] })).map((way) => way.do)).toEqual(['find-key', 'clear'])
  })

  it('offers the marking of the case, and that of a quoted text', () => {
    const looser = stop(saying('release.looser-than-case', { marking: 'TLP:GREEN', caseMarking: 'TLP:RED' }), null)
    expect(waysOf(looser, around({ caseTlp: 'RED' }))).toEqual([{ do: 'mark', tlp: 'RED' }])
    const quoted = saying('release.text-is-stricter', { marking: 'TLP:GREEN', quoted: 'TLP:AMBER+STRICT' })
    expect(waysOf(stop(quoted, null), around())).toEqual([{ do: 'mark', tlp: 'AMBER+STRICT' }])
  })

  it('leads to a call-back only where there is a card with a number', () => {
    const unverified = stop(saying('release.key-unverified', { name: 'A', fingerprint }), fingerprint)
    expect(waysOf(unverified, around())[0]).toEqual({ do: 'call-back', fingerprint })
    const bare = recipient({ card: fingerprint })
    expect(waysOf(unverified, around({ recipients: [bare] }))).toEqual([{ do: 'look-key', fingerprint }])
  })
})

describe('who is meant by an id of a draft', () => {
  const merged = recipient({ card: 'card-new' })

  it('keeps one whose card went into another, until it is taken off', () => {
    expect(stillThere([merged], ['card-old'], ['card-old'])).toEqual([merged])
    expect(without(merged, [merged], ['card-old'])).toEqual([])
  })

  it('hides at once what was taken off, by card or by key', () => {
    expect(stillThere([recipient()], ['card-harrow'], [])).toEqual([])
    expect(stillThere([recipient()], [fingerprint], [])).toEqual([])
    expect(without(recipient(), [recipient()], [fingerprint, 'card-b'])).toEqual(['card-b'])
  })
})

describe('the archive of announcements', () => {
  const row: BulletinRow = {
    id: 'b',
    number: '2026-MK-A003',
    kind: 'advisory',
    title: 'VPN appliance',
    tlp: 'GREEN',
    savedAt: '2026-11-22T08:00:00.000Z',
    releasedAt: '2026-11-22T09:00:00.000Z',
    recipients: 4,
    acknowledged: 3,
    failed: 1,
  }

  it('waits until everybody has acknowledged, failures too', () => {
    expect(standingOf(row)).toBe('waiting')
    expect(standingOf({ ...row, acknowledged: 4 })).toBe('done')
    expect(shows({ ...row, releasedAt: null }, 'draft')).toBe(true)
  })

  it('is searched by title, number and kind, every word of it', () => {
    expect(matchesWords(row, 'advisory vpn')).toBe(true)
    expect(matchesWords(row, 'a003 gateway')).toBe(false)
  })
})
