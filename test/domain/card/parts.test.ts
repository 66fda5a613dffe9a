/** Small parts of the card reader, each on the notations that real documents use. */
import { describe, expect, it } from 'vitest'
import { base64Bytes, crc24, crcText } from '../../../shared/domain/card/armor.ts'
import { datesIn, settle } from '../../../shared/domain/card/dates.ts'
import { headingOfLine } from '../../../shared/domain/card/headings.ts'
import { codes, read } from './reading.ts'

describe('dates', () => {
  it.each([
    ['2024-06-06', '2024-06-06'],
    ['2024/08/01', '2024-08-01'],
    ['24/05/2022', '2022-05-24'],
    ['28-03-2025', '2025-03-28'],
    ['31.12.2026', '2026-12-31'],
    ['January 10, 2020', '2020-01-10'],
    ['July 2nd, 2010', '2010-07-02'],
    ['1st March 2012', '2012-03-01'],
    ['06 Jun 2024', '2024-06-06'],
    ['15 de Enero del 2017', '2017-01-15'],
    ['12. März 2026', '2026-03-12'],
    ['1er février 2026', '2026-02-01'],
    ['3 de março de 2025', '2025-03-03'],
  ])('%s is %s', (printed, date) => {
    expect(datesIn(`published ${printed}.`)[0]).toMatchObject({ date, other: null })
  })

  it.each(['31/02/2024', 'version 1.02, 10.0.0.1', '+34 910 558 845', '2024-13-01'])('%s holds no date', (text) => {
    expect(datesIn(text)).toEqual([])
  })

  it('keeps both days of figures that nothing decides, and settles them by another date', () => {
    const [ambiguous] = datesIn('05/10/2024')
    if (!ambiguous) throw new Error('no date')
    expect(settle(ambiguous, [ambiguous], 'DE')).toMatchObject({ date: '2024-10-05', other: '2024-05-10' })
    expect(settle(ambiguous, datesIn('05/10/2024, that is 10 May 2024'), 'DE')).toMatchObject({
      date: '2024-05-10',
      other: null,
    })
    expect(settle(ambiguous, datesIn('05/10/2024 and 12/25/2023'), 'DE')).toMatchObject({
      date: '2024-05-10',
      other: null,
    })
  })
})

describe('headings', () => {
  it.each([
    ['# 2.3. Time Zone', '2.3'],
    ['2 | CONTACT INFORMATION', '2'],
    ['2.8 Public Keys and Other Encryption Information', '2.8'],
    ['3.4. Autorithy', '3.4'],
    ['5. Servicies', '5'],
    ['4.2. Cooperation, Interation and disclosure of information', '4.2'],
    ['2.10 Operating Hours', 'hours'],
    ['1.2. Lista de distribución para notificaciones', '1.2'],
    ['4.3 Communication et authentification', '4.3'],
    ['2.8 Öffentliche Schlüssel und Verschlüsselungsinformationen', '2.8'],
    ['6. Formulários de notificação de incidentes', '6'],
  ])('%s is %s', (line, concept) => {
    expect(headingOfLine(line.replace(/^#+ /, ''), line.startsWith('#'))?.concept).toBe(concept)
  })

  it('keeps the value that stands on the heading line', () => {
    const line = '2.3. Time Zone: CET / CEST'
    expect(line.slice(headingOfLine(line, false)?.end)).toBe('CET / CEST')
  })

  it.each([
    '41, avenue de la gare',
    '1. Threats to the physical safety of human beings.',
    '18 Feb 2019, 17:00:00 +0100',
    '2.8 is where the key stands.',
    '1.1 Date of Last Update ........ 3',
  ])('%s is none', (line) => {
    expect(headingOfLine(line, false)).toBeNull()
  })
})

describe('telephone numbers', () => {
  it.each([
    ['+31 (0)20 794 0123', '+31207940123'],
    ['+44-20-7946-0123', '+442079460123'],
    ['+44 20.7946.0123 (24/7)', '+442079460123'],
    ['+44 20 7946 0123 24/7', '+442079460123'],
    ['0044 20 7946 0123', '+442079460123'],
    ['(+44) 20 7946 0123', '+442079460123'],
  ])('%s is %s', (printed, e164) => {
    const card = read(`2.2 Address\nLondon, United Kingdom\n2.4 Telephone Number\n${printed}\n`)
    expect(card.phones.map((phone) => phone.e164)).toEqual([e164])
  })

  it('takes national numbers by the country of the address, two in a row as two', () => {
    const card = read('2.2 Address\nLondon, United Kingdom\n2.4 Telephone Number: 020 7946 0123 - 020 7946 0199\n')
    expect(card.phones.map(({ e164, purpose }) => [e164, purpose])).toEqual([
      ['+442079460123', 'main'],
      ['+442079460199', 'main'],
    ])
  })

  it('does not give a country to a number that has none', () => {
    const card = read('2.4 Telephone Number\n020 7946 0123\n')
    expect(card.phones[0]).toMatchObject({ e164: null, text: '020 7946 0123' })
    expect(codes(card)).toContain('phone-no-country')
  })
})

describe('addresses and keys', () => {
  const mail = (text: string) => read(`2.7 Electronic Mail Address\n${text}\n`)

  it.each([
    ['x [at] a.example', 'x@a.example'],
    ['x(at)a(dot)example', 'x@a.example'],
    ['x [@] a.example', 'x@a.example'],
    ['x at a dot example', 'x@a.example'],
    ['<x (a) team lu>', 'x@team.lu'],
    ['x&#64;A.Example', 'x@a.example'],
    ['[mail us](mailto:x@a.example)', 'x@a.example'],
  ])('%s is read as %s', (text, address) => {
    expect(mail(text).emails.map((one) => one.address)).toEqual([address])
  })

  it.each([
    '[email protected]',
    'Esta dirección de correo electrónico está siendo protegida contra los robots de spam.',
    'Write to our team address.',
  ])('"%s" is hidden, not guessed', (text) => {
    expect(mail(text).emails).toEqual([])
    expect(codes(mail(text))).toContain('address-hidden')
  })

  it('parts incident mail from other mail in one paragraph', () => {
    const card = mail(
      'Please send incident reports to a@t.example. Non-incident related mail should be addressed to b@t.example.',
    )
    expect(card.emails.map(({ purposes }) => purposes)).toEqual([['incidents'], ['general']])
  })

  it('refuses a fingerprint that lost digits, and a checksum that is none', () => {
    const card = read(
      '2.8 Public Keys\nFingerprint: 9B4C 1729 C3F7 D329 249E 5A85 BA29 C3F2\nSHA-256: ' + 'ab'.repeat(32),
    )
    expect(card.keys).toEqual([])
    expect(codes(card)).toContain('fingerprint-invalid')
  })

  it('never offers the address or the key of a signing-only key', () => {
    const card = read(
      '2.8 Public keys\npub rsa4096/AAAA1111BBBB2222 2025-01-01 [SC] 0123 4567 89AB CDEF 0123 4567 AAAA 1111 BBBB 2222 uid Master <sign-no-mail@t.example>\nPlease do not use this key for communications.\nTeam key: 8888 4567 89AB CDEF 0123 4567 CCCC 1111 BBBB 2222',
    )
    expect(card.keys.map(({ use }) => use)).toEqual(['signing-only', 'team'])
    expect(card.emails[0]).toMatchObject({ purposes: ['key-identity'], doNotUseFor: ['incidents', 'general'] })
  })

  it('computes the checksum of RFC 9580, 6.1', () => {
    expect(crc24([])).toBe(0xb704ce)
    // The check value of CRC-24/OPENPGP over "123456789".
    expect(crc24(Array.from({ length: 9 }, (_, index) => 0x31 + index))).toBe(0x21cf02)
    expect(crcText(0x21cf02)).toBe('Ic8C')
    expect(base64Bytes('TWFu')).toEqual([77, 97, 110])
  })
})
