/** Numbers and receipts between partners: what is written is read back, and nothing else counts. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  missingBelow,
  numberLine,
  placeOf,
  rangesOf,
  readNumberLine,
  repeatedIn,
  type Numbered,
} from '../../../shared/domain/exchange/numbering.ts'
import { messageLanguages } from '../../../shared/domain/exchange/template.ts'

const message = (id: string, number: number, sha256 = id): Numbered => ({ id, number, sha256 })

describe('the number line', () => {
  it('says which numbers have come and which are missing', () => {
    expect(numberLine('en', { number: 7, received: [1, 2, 4] })).toBe(
      'Message 7 from us to you. Received from you: 1-2, 4; missing: 3.',
    )
    expect(numberLine('es', { number: 1, received: [] })).toContain('Aún no hemos recibido')
  })

  it('reads what it has written, in both languages, also wrapped and among other text', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 30 })
    fc.assert(
      fc.property(
        fc.constantFrom(...messageLanguages),
        fc.integer({ min: 1, max: 99_999 }),
        numbers,
        (language, number, received) => {
          const line = numberLine(language, { number, received })
          const sorted = received.toSorted((a, b) => a - b)
          const wrapped = line.replaceAll(/(.{20,60}?) /g, '$1\r\n')
          for (const text of [line, `Hello,\n\ntext\n${line}\n\nTLP:AMBER`, `TLP:RED\n${wrapped}\nbye`]) {
            expect(readNumberLine(text)).toEqual({ number, received: sorted })
          }
        },
      ),
    )
  })

  it('does not count a quoted line, prose about messages, or a number of nothing', () => {
    expect(readNumberLine('> Message 3 from us to you. Received from you: 1.')).toBeNull()
    expect(readNumberLine('Message 3 was refused by their server.')).toBeNull()
    expect(readNumberLine('Message 0 from us to you.')).toBeNull()
    expect(readNumberLine('see "Message 3 from us to you."')).toBeNull()
  })

  it('counts in a message to several only the line that is for us', () => {
    const text = [
      'Orchard@x.example: Message 9 from us to you.',
      'cert@harrow.example: Message 4 from us to you.',
    ].join('\n')
    expect(readNumberLine(text, ['cert@harrow.example'])?.number).toBe(4)
    expect(readNumberLine(text)).toBeNull()
  })

  it('takes a hostile receipt for what it is: bounded work, no numbers beyond the count', () => {
    expect(readNumberLine('Message 2 from us to you. Received from you: 1-99999.')?.received.length).toBe(10_000)
    expect(readNumberLine(`Message 2 from us to you. Received from you: ${'1-9, '.repeat(100_000)}1.`)?.number).toBe(2)
    expect(readNumberLine('Message 1 '.repeat(100_000))).toBeNull()
  })
})

describe('the place of a message in the count', () => {
  const came = [
    message('a', 1),
    message('b', 2),
    message('d', 4),
    message('c', 3),
    message('x', 2),
    message('y', 4, 'd'),
  ]

  it('shows what was skipped, what came late, and what repeats', () => {
    expect(placeOf(came, 'b')).toEqual({ skipped: [], late: false, sameAs: null, copyOf: null })
    expect(placeOf(came, 'd')?.skipped).toEqual([3])
    expect(placeOf(came, 'c')?.late).toBe(true)
    expect(placeOf(came, 'x')?.sameAs).toBe('b')
    expect(placeOf(came, 'nobody')).toBeNull()
  })

  it('tells the same message taken in twice from another one with its number', () => {
    expect(placeOf(came, 'y')).toMatchObject({ sameAs: null, copyOf: 'd' })
    expect(repeatedIn(came)).toEqual([2])
  })

  it('counts a gap only below the highest number', () => {
    expect(missingBelow([1, 2, 5])).toEqual([3, 4])
    expect(missingBelow([])).toEqual([])
    expect(rangesOf([3, 1, 2, 9])).toBe('1-3, 9')
  })
})
