/** Lists that want to harm: the reader ends in a reading or a coded problem, whatever stands in them. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isZone } from '../../../../shared/domain/card/zone.ts'
import { parseHours } from '../../../../shared/domain/clock/hours.ts'
import { readDirectory } from '../../../../electron/core/cards/directories/read-directory.ts'
import {
  bytesOf,
  firstList,
  globalIrtList,
  madeTeams,
  trustedIntroducerList,
} from '../../../material/directories/made-directories.ts'
import { readValue } from './material.ts'

const dialects = [trustedIntroducerList(madeTeams(3)), firstList(madeTeams(3)).data, globalIrtList(madeTeams(3))]
const fields = [...new Set(dialects.flatMap((list) => list.flatMap((entry) => Object.keys(entry))))]

/** Values that stand where others should. */
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom(
    'n/a',
    '',
    '-',
    '٣٤',
    '\u202e',
    '192.0.2.0/24',
    '::/0',
    '0.0.0.0/0',
    'a@b.example',
    '+44 20 7946 0123',
    '24/7',
    'Europe/Paris',
    '999999999999',
  ),
  fc.string({ maxLength: 40, unit: 'binary' }),
)
const entry = fc.dictionary(fc.constantFrom(...fields), anything, { maxKeys: 25 })

describe('entries with fields of any type', () => {
  it('never make the reader throw, and give only values that hold', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 5 }), (entries) => {
        const read = readDirectory({
          name: 'ti.json',
          bytes: bytesOf([{ short_name: 'A', emails: 'a@a.example' }, ...entries]),
        })
        expect(read.ok).toBe(true)
        for (const { reading } of read.ok ? read.value.entries : []) {
          for (const { fingerprint } of reading.keys)
            expect(fingerprint ?? 'A'.repeat(40)).toMatch(/^(?:[0-9A-F]{40}|[0-9A-F]{64})$/)
          for (const { e164 } of reading.phones) expect(e164 ?? '+4420').toMatch(/^\+\d{4,15}$/)
          for (const cidr of reading.networks.cidrs) expect(cidr).not.toMatch(/\/0$/)
          if (reading.hours.osm !== null) expect(parseHours(reading.hours.osm).ok).toBe(true)
          if (reading.timeZone.iana !== null) expect(isZone(reading.timeZone.iana)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('hostile bytes', () => {
  it('never make the reader throw', () => {
    const text = fc.array(
      fc.constantFrom(
        '"',
        ';',
        ',',
        '\n',
        '\r',
        'a@b.example',
        'Team',
        '\t',
        '[',
        '{',
        '}',
        ']',
        ':',
        '1',
        '\\',
        "'",
        '""',
      ),
      { maxLength: 200 },
    )
    fc.assert(
      fc.property(text, (parts) => {
        readDirectory({ name: 'x', bytes: bytesOf(parts.join('')) })
      }),
      { numRuns: 500 },
    )
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void readDirectory({ name: 'x', bytes })))
  })

  it.each([
    ['a field as long as the file', JSON.stringify([{ short_name: 'A', emails: `${'a@'.repeat(2_000_000)}b` }])],
    ['a network list as long as the file', JSON.stringify([{ short_name: 'A', ipranges: '1 - '.repeat(1_000_000) }])],
    [
      'hours as long as the file',
      JSON.stringify([{ short_name: 'A', emails: 'a@a.example', business_hours: 'Monday to '.repeat(300_000) }]),
    ],
    ['one CSV row of 8 MB', `Team;Mail\n${'a;'.repeat(4_000_000)}`],
    ['nothing but quotes', `Team;Mail\n${'"a;\n'.repeat(500_000)}`],
  ])(
    'take bounded time: %s',
    (_, text) => {
      const before = process.cpuUsage()
      readDirectory({ name: 'x', bytes: bytesOf(text) })
      expect(process.cpuUsage(before).user / 1_000_000).toBeLessThan(10)
    },
    60_000,
  )

  it('cannot reach the prototype of the fields', () => {
    const { entries } = readValue(
      '[{"short_name":"A","__proto__":{"emails":"evil@evil.example"},"constructor":1,"emails":"a@a.example"}]',
    )
    expect(entries[0]?.reading.emails.map(({ address }) => address)).toEqual(['a@a.example'])
  })
})
