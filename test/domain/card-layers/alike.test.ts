import { describe, expect, it } from 'vitest'
import { likeness, plainName, tracesOf } from '../../../shared/domain/card/alike.ts'
import type { SeenReading } from '../../../shared/domain/card/layers-standing.ts'
import { email, key, names, phone, reading } from './sources.ts'

const between = (a: Partial<SeenReading>, b: Partial<SeenReading>): string | null => {
  const like = likeness(tracesOf(reading(a)), tracesOf(reading(b)))
  return like === null ? null : `${like.same ? 'same' : 'alike'} ${like.because.code}`
}

describe('two cards', () => {
  it('are of the same team by a key, a short name or the address for incidents', () => {
    const fingerprint = 'A'.repeat(40)
    expect(between({ keys: [key(fingerprint)] }, { keys: [key(fingerprint)] })).toBe('same alike.key')
    expect(between({ names: names('P3-CERT') }, { names: names('CERT p3') })).toBe('same alike.name')
    expect(between({ emails: [email('Cert@Example.org')] }, { emails: [email('cert@example.org')] })).toBe(
      'same alike.address',
    )
  })

  it('are of the same team by one mail domain and a similar name, unless each has a short name of its own', () => {
    const team = { names: names('Harrow CERT'), emails: [email('cert@harrow.example')] }
    const listed = {
      names: { ...names(''), short: null, full: 'Harrow Telecom' },
      emails: [email('abuse@harrow.example')],
    }
    expect(between(team, listed)).toBe('same alike.domain-and-name')
    const sister = { names: names('Harrow PSIRT'), emails: [email('psirt@harrow.example')] }
    expect(between(team, sister)).toBe('alike alike.domain-and-name')
  })

  it('only look alike by a telephone, a name or a domain alone', () => {
    expect(between({ phones: [phone('+34910000001')] }, { phones: [phone('+34910000001')] })).toBe('alike alike.phone')
    expect(between({ names: names('X', 'Harrow Telecom') }, { names: names('Y', 'Harrow Bank') })).toBe(
      'alike alike.similar-name',
    )
    expect(between({ emails: [email('a@example.org')] }, { emails: [email('b@example.org')] })).toBe(
      'alike alike.domain',
    )
  })

  it('are strangers though both are called CERT, and though an address is not for incidents', () => {
    expect(plainName('CERT')).toBeNull()
    expect(between({ names: names('CERT') }, { names: names('CERT') })).toBeNull()
    expect(between({ names: names('National CSIRT') }, { names: names('National CSIRT') })).toBeNull()
  })

  it('of names in other scripts are compared as well', () => {
    expect(between({ names: names('Ωmega-CERT') }, { names: names('ωmega cert') })).toBe('same alike.name')
  })
})
