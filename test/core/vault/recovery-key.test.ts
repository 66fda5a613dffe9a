/** What is printed on the sheet can be typed back, as people type. */
import { assert, property, uint8Array } from 'fast-check'
import { expect, test } from 'vitest'
import { printRecoveryKey, readRecoveryKey } from '../../../electron/core/vault/recovery-key.ts'

test('every key reads back as it was printed, in eight groups of five', () => {
  assert(
    property(uint8Array({ minLength: 25, maxLength: 25 }), (bytes) => {
      const printed = printRecoveryKey(bytes)
      expect(printed).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$/)
      const typed = ` ${printed.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'i')} `
      expect([...(readRecoveryKey(typed) ?? [])]).toEqual([...bytes])
    }),
  )
})

test('what is none is told at once', () => {
  for (const text of [
    '',
    '12345',
    'A'.repeat(39),
    'A'.repeat(41),
    `${'A'.repeat(39)}U`,
    'Ü'.repeat(40),
    '١'.repeat(40),
  ]) {
    expect(readRecoveryKey(text)).toBeNull()
  }
})
