/** The desk's own export: what was written is read back without loss by the import, and nothing in it is taken on trust. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDirectory } from '../../../electron/core/cards/directories/read-directory.ts'
import { emptyReading } from '../../../shared/domain/card/empty-reading.ts'
import { readCard } from '../../../shared/domain/card/read-card.ts'
import { writeCardJson } from '../../../shared/domain/card/write/write-json.ts'
import { material } from '../card/reading.ts'
import { ownCards } from './own-cards.ts'

const read = (text: string) => {
  const result = readDirectory({ name: 'card.json', bytes: new TextEncoder().encode(text) })
  if (!result.ok) throw new Error(result.problem.code)
  return result.value
}

describe('a card written as JSON', () => {
  it('is read back equal, whatever is on it', () => {
    fc.assert(
      fc.property(ownCards({ plain: false }), ({ card }) => {
        const { kind, entries } = read(writeCardJson(card, { uid: 'a1' }))
        expect(kind).toBe('signet')
        expect(entries).toEqual([{ key: 'a1', reading: card, membership: null, problems: [] }])
      }),
      { numRuns: 100 },
    )
  })

  it.each(['larkspur-clean.txt', 'quillmoor-damaged.md', 'fenwick-one-line.txt'])(
    'is read back equal with the lines, findings and key block of a document (%s)',
    (name) => {
      const document = readCard(material(name), { now: '2026-11-22T12:00:00Z' })
      if (!document.ok) throw new Error(document.problem.code)
      expect(read(writeCardJson(document.value, { uid: null })).entries[0]?.reading).toEqual(document.value)
    },
  )

  it('is read as a list, with a bad card refused by its number and field', () => {
    const good = { ...emptyReading, names: { ...emptyReading.names, short: 'A-CERT' } }
    const list = [good, { ...good, emails: [{ address: 7 }] }, { schema: 'signet.card/1' }, 'x']
    const { entries, refused } = read(JSON.stringify({ schema: 'signet.cards/1', cards: list }))
    expect(entries.map(({ key }) => key)).toEqual(['A-CERT'])
    expect(refused.map(({ at, problem }) => [at, problem.code, problem.params['at']])).toEqual([
      [2, 'entry-not-a-card', 'emails.0.address'],
      [3, 'entry-not-a-card', 'names'],
      [4, 'entry-not-a-card', '–'],
    ])
  })

  it('believes no file that a key is usable', () => {
    const key = { fingerprint: 'A'.repeat(40), state: 'usable', block: null }
    const text = JSON.stringify({ ...emptyReading, names: { ...emptyReading.names, short: 'A' }, keys: [key] })
    expect(read(text).entries[0]?.reading.keys[0]?.state).toBe('not-included')
  })
})
