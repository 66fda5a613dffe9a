/** A security.txt (RFC 9116) says whom to tell of a vulnerability, and until when it holds. */
import { describe, expect, it } from 'vitest'
import { readSecurityTxt } from '../../../../electron/core/cards/sources/security-txt.ts'

const now = '2026-11-22T10:00:00.000Z'
const read = (text: string) => readSecurityTxt(text, now)
const codes = (text: string): readonly string[] => read(text).findings.map(({ code }) => code)
const FPR = '0123456789ABCDEF0123456789ABCDEF01234567'

const whole = `# For those who find a hole
Contact: mailto:psirt%2Balder@alder.example
Contact: tel:+44-1632-960-001
Contact: https://alder.example/report
Expires: 2027-06-01T00:00:00Z
Encryption: openpgp4fpr:${FPR.toLowerCase()}
Encryption: https://alder.example/key.asc
Preferred-Languages: en, es-ES, de
Canonical: https://www.alder.example/.well-known/security.txt
Policy: https://alder.example/policy
Acknowledgments: https://alder.example/thanks
Hiring: https://alder.example/jobs
X-Unknown: something
`

describe('a whole one', () => {
  it('gives its contacts in their order, for vulnerabilities', () => {
    const { reading } = read(whole)
    expect(reading.emails).toEqual([
      { address: 'psirt+alder@alder.example', purposes: ['vulnerabilities'], doNotUseFor: [], line: 2 },
    ])
    expect(reading.phones).toMatchObject([{ e164: '+441632960001', text: '+44-1632-960-001', line: 3 }])
    expect(reading.forms).toEqual([{ url: 'https://alder.example/report', audience: 'public', line: 4 }])
    expect(reading.preferred).toEqual({ channel: 'email', line: 2 })
  })

  it('gives name, languages, place and key', () => {
    const { reading } = read(whole)
    expect(reading.names.full).toBe('alder.example')
    expect(reading.languages).toEqual(['en', 'es-ES', 'de'])
    expect(reading.document.urls).toEqual(['https://www.alder.example/.well-known/security.txt'])
    expect(reading.keys).toMatchObject([{ fingerprint: FPR, state: 'not-included', block: null, line: 6 }])
  })

  it('says until when it holds, where its policy stands, and that a key is elsewhere', () => {
    expect(read(whole).findings).toMatchObject([
      { code: 'security-txt-expires', severity: 'info', line: 5, params: { date: '2027-06-01' } },
      { code: 'key-behind-url', line: 7 },
      { code: 'security-txt-policy', line: 10 },
    ])
  })

  it('prefers what stands first', () => {
    expect(read('Contact: tel:+441632960001\nContact: mailto:a@b.example').reading.preferred?.channel).toBe('phone')
    expect(read('Contact: https://a.example/b\nContact: mailto:a@b.example').reading.preferred?.channel).toBe('form')
  })
})

describe('its faults', () => {
  const contact = 'Contact: mailto:a@alder.example\nCanonical: https://alder.example/\n'

  it.each([
    ['has expired', `${contact}Expires: 2026-11-22T09:59:59Z`, 'security-txt-expired'],
    ['expires in another zone a minute ago', `${contact}Expires: 2026-11-22T11:59:00+02:00`, 'security-txt-expired'],
    ['holds for years', `${contact}Expires: 2031-01-01T00:00:00.000z`, 'security-txt-long'],
    ['does not say until when it holds', contact, 'security-txt-no-expiry'],
    ['says so in words', `${contact}Expires: in a year`, 'security-txt-expiry-unreadable'],
    ['says so without a time', `${contact}Expires: 2027-06-01`, 'security-txt-expiry-unreadable'],
    [
      'says so on a day that does not exist',
      `${contact}Expires: 2027-13-45T00:00:00Z`,
      'security-txt-expiry-unreadable',
    ],
  ])('one that %s', (_, text, code) => expect(codes(text)).toEqual([code]))

  it('a date said twice counts as it stands first, and is named', () => {
    const text = `${contact}Expires: 2027-06-01T00:00:00Z\nExpires: 2030-01-01T00:00:00Z`
    expect(read(text).findings).toMatchObject([
      { code: 'security-txt-expires', params: { date: '2027-06-01' } },
      { code: 'security-txt-twice', line: 4, params: { field: 'Expires' } },
    ])
  })

  it('no contact, and no place of its own, are named', () => {
    expect(codes('Expires: 2027-06-01T00:00:00Z')).toEqual([
      'security-txt-expires',
      'security-txt-not-official',
      'security-txt-no-contact',
    ])
    expect(read('Expires: 2027-06-01T00:00:00Z').reading.names.full).toBeNull()
  })

  it('a contact without its scheme is read, and said to be so', () => {
    const { reading, findings } = read('Contact: a@alder.example\nContact: alder.example/report')
    expect(reading.emails[0]?.address).toBe('a@alder.example')
    expect(reading.forms[0]?.url).toBe('https://alder.example/report')
    expect(findings.filter(({ code }) => code === 'security-txt-no-uri').map(({ params }) => params['read'])).toEqual([
      'mailto:a@alder.example',
      'https://alder.example/report',
    ])
  })

  it('a contact of another kind is not guessed', () => {
    const { reading, findings } = read('Contact: ask Rowan\nContact: javascript:alert(1)')
    expect([...reading.emails, ...reading.phones, ...reading.forms]).toEqual([])
    expect(findings.filter(({ code }) => code === 'security-txt-contact-unreadable')).toHaveLength(2)
  })

  it('an unprotected page is named', () =>
    expect(codes('Contact: http://a.example/b')).toContain('security-txt-insecure'))

  it.each(['0123456789ABCDEF', FPR.slice(1), `${FPR}0`, 'hello'])(
    'a fingerprint of another length is refused: %s',
    (digits) => {
      const { reading, findings } = read(`Encryption: openpgp4fpr:${digits}`)
      expect(reading.keys).toEqual([])
      expect(findings.map(({ code }) => code)).toContain('fingerprint-unreadable')
    },
  )
})
