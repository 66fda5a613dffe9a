import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { extractObservables, observableLimit } from '../../../shared/domain/observable/extract.ts'
import { formatIp, inCidr, isPrivateAddress, parseCidr, parseIp } from '../../../shared/domain/observable/ip-address.ts'
import { normaliseObservable } from '../../../shared/domain/observable/normalise.ts'
import { defang } from '../../../shared/domain/observable/refang.ts'

const found = (text: string): readonly string[] => extractObservables(text).map(({ type, value }) => `${type} ${value}`)
const one = (text: string): string | null => {
  const result = normaliseObservable(text)
  return result.ok ? `${result.value.type} ${result.value.value}` : null
}

describe('one value', () => {
  test.each([
    ['192.0.2.1', 'ip 192.0.2.1'],
    ['2001:0DB8:0:0:0:0:0:1', 'ip 2001:db8::1'],
    ['2001:db8:0:0:1:0:0:1', 'ip 2001:db8::1:0:0:1'],
    ['2001:db8:0:1:1:1:1:1', 'ip 2001:db8:0:1:1:1:1:1'],
    ['::ffff:192.0.2.1', 'ip ::ffff:192.0.2.1'],
    ['192.0.2.77/24', 'cidr 192.0.2.0/24'],
    ['Mail.Example.ORG.', 'domain mail.example.org'],
    ['hxxps://WWW[.]Example[.]org/Path?Q=1', 'url https://www.example.org/Path?Q=1'],
    ['User[at]Example.org', 'email User@example.org'],
    ['sha256:' + 'A1'.repeat(32), `hash ${'a1'.repeat(32)}`],
    ['cve-2026-12345', 'cve CVE-2026-12345'],
    ['ASN 64500', 'asn AS64500'],
  ])('%s is %s', (given, expected) => expect(one(given)).toBe(expected))

  test.each([
    '',
    '999.0.2.1',
    '01.02.03.04',
    '12:30:45',
    'hello',
    'http://',
    'AS4294967296',
    'f'.repeat(32),
    '192.0.2.1/33',
    'a'.repeat(5000),
  ])('%s is none', (given) => expect(one(given)).toBeNull())

  test('any text ends in a value or a problem, and a value is its own normal form', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.ipV4(), fc.ipV6(), fc.webUrl(), fc.emailAddress(), fc.domain()), (text) => {
        const first = one(text)
        expect(first === null ? null : one(first.slice(first.indexOf(' ') + 1))).toBe(first)
      }),
    )
  })

  test('an address that was defanged reads as it was', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), fc.webUrl(), fc.domain()), (text) => {
        const result = normaliseObservable(text)
        expect(result.ok ? normaliseObservable(defang(result.value)) : result).toEqual(result)
      }),
    )
  })

  test('every IPv6 address is written so that it reads back the same', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 65_535 })), { minLength: 8, maxLength: 8 }),
        (words) => {
          expect(parseIp(formatIp({ version: 6, words }))?.words).toEqual(words)
        },
      ),
    )
  })

  test('private is what is not reachable from outside', () => {
    for (const address of [
      '10.0.2.150',
      '172.16.10.13',
      '192.168.1.1',
      '100.64.0.1',
      '127.0.0.1',
      '::1',
      'fdf1:cb9d::1',
      'fe80::1',
    ]) {
      expect(isPrivateAddress(address)).toBe(true)
    }
    for (const address of ['192.0.2.1', '172.32.0.1', '2001:db8::1', 'example.org', ''])
      expect(isPrivateAddress(address)).toBe(false)
  })

  test('a range holds its addresses and no others', () => {
    const range = parseCidr('198.51.100.64/26')
    const holds = (text: string): boolean => {
      const ip = parseIp(text)
      return range !== null && ip !== null && inCidr(ip, range)
    }
    expect([holds('198.51.100.64'), holds('198.51.100.127'), holds('198.51.100.128'), holds('2001:db8::1')]).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})

describe('running text', () => {
  test('finds what people write, with its line, and says what had been defanged', () => {
    const text =
      'Hello,\nsee hxxp://evil[.]example/a.php, and 192.0.2.9:8080.\nfrom attacker [at] example[.]net (AS64500)'
    expect(extractObservables(text)).toEqual([
      { type: 'url', value: 'http://evil.example/a.php', line: 2, defanged: true, private: false },
      { type: 'ip', value: '192.0.2.9', line: 2, defanged: false, private: false },
      { type: 'email', value: 'attacker@example.net', line: 3, defanged: true, private: false },
      { type: 'asn', value: 'AS64500', line: 3, defanged: false, private: false },
    ])
  })

  test('private addresses are kept and flagged', () => {
    expect(extractObservables('host 10.0.2.150')).toMatchObject([{ value: '10.0.2.150', private: true }])
  })

  test('links end where their sentence goes on', () => {
    expect(
      found(
        '(see http://a.example/x_(1)). [url=http://b.example/y]text[/url] <http://c.example/z>; http://[2001:db8::1]:80/q',
      ),
    ).toEqual([
      'url http://a.example/x_(1)',
      'url http://b.example/y',
      'url http://c.example/z',
      'url http://[2001:db8::1]:80/q',
    ])
  })

  test('a fingerprint of a key is no hash, a hash is', () => {
    const hex = 'a4e317b6dc6494dcc9616366a75ab34cdd0ce552'
    expect(found(`PGP-KEY: Fingerprint: ${hex}`)).toEqual([])
    expect(found(`Fingerprint of our key:\n${hex}`)).toEqual([])
    expect(found(`SHA1 of the sample: ${hex}`)).toEqual([`hash ${hex}`])
    expect(found(`dropped file ${hex}`)).toEqual([`hash ${hex}`])
  })

  test('versions, dates, times, file names and the joint of two sentences are nothing', () => {
    expect(
      found(
        'version 1.2.3.4 of Chrome/9.0.1.2 on 2026-11-22 at 10:33:12, see report.txt and setup.exe. It was closed.It reopened. std::vector',
      ),
    ).toEqual([])
  })

  test('a key block holds nothing', () => {
    expect(found('-----BEGIN PGP SIGNATURE-----\nabc.example.org\n-----END PGP SIGNATURE-----\n192.0.2.1')).toEqual([
      'ip 192.0.2.1',
    ])
  })

  test('each is found once, and no more than the limit', () => {
    expect(found('192.0.2.1 192.0.2.1')).toEqual(['ip 192.0.2.1'])
    const many = Array.from({ length: observableLimit + 500 }, (_, at) => `h${at}.example.org`).join('\n')
    expect(extractObservables(many)).toHaveLength(observableLimit)
  })

  test.each([
    ['dots', 'a.'],
    ['digits and dots', '1.'],
    ['colons', 'a:'],
    ['blanks', ' '],
    ['brackets', '[.] '],
    ['schemes', 'http://'],
    ['hex', 'abcdef0123456789'],
    ['at signs', 'a@'],
    ['dashes', 'a-'],
    ['open brackets', '['],
  ])('five megabytes of %s are read in linear time', (_, piece) => {
    const text = piece.repeat(5_000_000 / piece.length)
    const start = performance.now()
    extractObservables(text)
    extractObservables(`x ${text.replaceAll(/(.{60})/g, '$1 ')}`)
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})
