/** The estimate of a passphrase: what it may call strong, and what it must not be fooled by. */
import { describe, expect, it } from 'vitest'
import { estimate } from '../../renderer/ui/strength.ts'

const strengthOf = (text: string): string => estimate(text).strength

describe('the strength of a passphrase', () => {
  it('calls six unrelated words strong', () => {
    expect(estimate('harbour violin cement april lantern goose')).toMatchObject({
      strength: 'strong',
      reason: 'words',
      words: 6,
    })
  })
  it('calls five words good and three words weak', () => {
    expect(strengthOf('harbour violin cement april lantern')).toBe('good')
    expect(estimate('harbour violin cement')).toMatchObject({ strength: 'weak', reason: 'few-words' })
  })
  it('is not fooled by a repeated word', () => {
    expect(estimate('harbour harbour harbour harbour harbour harbour')).toMatchObject({
      strength: 'weak',
      reason: 'repeats',
    })
  })
  it('is not fooled by digits and signs in place of letters in a common word', () => {
    for (const text of ['P4ssw0rd', 'Password2026!', 'qwerty12345', 'Welcome1!']) expect(strengthOf(text)).toBe('weak')
  })
  it('is not fooled by runs along the alphabet or the keyboard', () => {
    expect(estimate('abcdefghijklmnopqrstuvwxyz')).toMatchObject({ strength: 'weak', reason: 'sequence' })
    expect(strengthOf('qwertyuiopasdfghjklzxcvbnm')).toBe('weak')
    expect(strengthOf('111111111111111111111111')).toBe('weak')
  })
  it('asks for no composition: a long random text of small letters is strong', () => {
    expect(strengthOf('xkqvmzrtpwhfbnclgdys')).toBe('strong')
  })
  it('never gets weaker by another unrelated word', () => {
    const words = 'harbour violin cement april lantern goose'.split(' ')
    const bits = words.map((_, at) => estimate(words.slice(0, at + 1).join(' ')).bits)
    expect(bits).toEqual(bits.toSorted((a, b) => a - b))
  })
  it('says nothing about an empty one, and ends for a very long one', () => {
    expect(estimate('')).toEqual({ strength: 'none', reason: 'empty', bits: 0, words: 0 })
    expect(strengthOf('a'.repeat(1_000_000))).toBe('weak')
  })
})
