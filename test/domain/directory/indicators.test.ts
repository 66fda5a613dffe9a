/** What people paste is read as they mean it, and what cannot be read is set aside with its line and the reason. */
import { domainToASCII } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asciiName } from '../../../shared/domain/directory/ascii-name.ts'
import { readIndicators, type Indicators } from '../../../shared/domain/directory/indicators.ts'
import { say } from '../../../shared/words/say.ts'

function read(text: string): Indicators {
  const answer = readIndicators(text)
  if (!answer.ok) throw new Error(answer.problem.code)
  return answer.value
}
const asked = (text: string): readonly string[] => read(text).found.map(({ kind, asked }) => `${kind} ${asked}`)
const aside = (text: string): readonly string[] =>
  read(text).setAside.map(({ line, problem }) => `${line} ${problem.code}`)

describe('a paste', () => {
  it('is read defanged or not, one a line or several', () => {
    expect(asked('192[.]0[.]2[.]41')).toEqual(['ip 192.0.2.41'])
    expect(asked('hxxps://vpn[.]harrow[.]example/login?a=1')).toEqual(['url vpn.harrow.example'])
    expect(asked('abuse(at)harrow [.] example')).toEqual(['email harrow.example'])
    expect(asked('abuse[@]harrow.example')).toEqual(['email harrow.example'])
    expect(asked('2001[:]db8[:][:]1')).toEqual(['ip 2001:db8::1'])
    expect(asked('192.0.2.1, 198.51.100.0/24;AS64500 | asn 64501')).toEqual([
      'ip 192.0.2.1',
      'cidr 198.51.100.0/24',
      'asn AS64500',
      'asn AS64501',
    ])
  })

  it('is read out of quotes, brackets, ports and paths', () => {
    expect(asked('"192.0.2.1"\n<abuse@harrow.example>\n(mail.harrow.example).')).toEqual([
      'ip 192.0.2.1',
      'email harrow.example',
      'domain mail.harrow.example',
    ])
    expect(asked('192.0.2.1:443\n[2001:db8::1]:8080\nharrow.example:25\nharrow.example/a/b')).toEqual([
      'ip 192.0.2.1',
      'ip 2001:db8::1',
      'domain harrow.example',
      'domain harrow.example',
    ])
    expect(asked('https://[2001:db8::7]:8443/a\nhttp://user:pw@192.0.2.3:81/')).toEqual([
      'url 2001:db8::7',
      'url 192.0.2.3',
    ])
  })

  it('keeps the commas of a link with the link, and what stands behind it by itself', () => {
    expect(asked('https://harrow.example/a,b,c')).toEqual(['url harrow.example'])
    expect(aside('https://harrow.example/a,b,c')).toEqual([])
    expect(asked('https://harrow.example/a,192.0.2.1')).toEqual(['url harrow.example', 'ip 192.0.2.1'])
  })

  it('gives each address its one form', () => {
    expect(asked('2001:0DB8:0:0::0001')).toEqual(['ip 2001:db8::1'])
    expect(asked('192.0.2.7/24')).toEqual(['cidr 192.0.2.0/24'])
    expect(asked('fe80::1%eth0')).toEqual(['ip fe80::1'])
    expect(asked('::ffff:192.0.2.1')).toEqual(['ip 192.0.2.1'])
    expect(asked('::ffff:192.0.2.0/120')).toEqual(['cidr 192.0.2.0/24'])
    expect(asked('Mail.HARROW.example.')).toEqual(['domain mail.harrow.example'])
  })

  it('looks international names up as the network writes them', () => {
    expect(asked('bücher.example\nBU\u0308CHER.example')).toEqual([
      'domain xn--bcher-kva.example',
      'domain xn--bcher-kva.example',
    ])
    expect(asked('ร้าน.example\nhttp://ร้าน.example/a')).toEqual([
      `domain ${domainToASCII('ร้าน.example')}`,
      `url ${domainToASCII('ร้าน.example')}`,
    ])
    expect(asked('http://почта.example/')).toEqual(['url xn--80a1acny.example'])
  })

  it('does not guess at octal, hexadecimal, short or numeric forms of an address', () => {
    expect(aside('010.0.0.1\n0x7f.0.0.1\n0x7f000001\n2130706433\n127.1\nhttp://0x7f.1/')).toEqual(
      [1, 2, 3, 4, 5, 6].map((line) => `${line} lookup-odd-address`),
    )
  })

  it('says by line what is none, and why', () => {
    const text = '192.0.2.1\n300.1.1.1\n192.0.2.0/33\n2001:db8::/129\nAS4294967296\nCVE-2026-0001\nplease block these'
    expect(aside(text)).toEqual([
      '2 lookup-not-an-address',
      '3 lookup-not-an-address',
      '4 lookup-not-an-address',
      '5 lookup-not-an-asn',
      '6 lookup-not-a-place',
      '7 lookup-not-read',
    ])
    expect(read(text).setAside.map(({ problem }) => say('en', problem))[0]).toBe('300.1.1.1 is not an address')
    expect(read(text).lines).toBe(7)
  })

  it('flags what is nobody’s on the Internet, and a range only if all of it is', () => {
    const special = (text: string): unknown => read(text).found[0]?.special
    expect(special('10.20.4.18')).toBe('private')
    expect(special('http://192.168.1.1/')).toBe('private')
    expect(special('10.0.0.0/8')).toBe('private')
    expect(special('10.0.0.0/7')).toBe(null)
    expect(special('192.0.2.1')).toBe('documentation')
    expect(special('2001:db8::1')).toBe('documentation')
    expect(special('224.0.0.1')).toBe('reserved')
    expect(special('fd00::1')).toBe('private')
    expect(special('8.8.8.8')).toBe(null)
    expect(special('AS64500')).toBe('documentation')
    expect(special('AS64512')).toBe('private')
    expect(special('AS3352')).toBe(null)
  })

  it('leaves blank lines and remarks out of the count', () => {
    expect(read('# list of today\n\n192.0.2.1 # the first\n').lines).toBe(1)
    expect(asked('# 192.0.2.9\n192.0.2.1 # 192.0.2.2')).toEqual(['ip 192.0.2.1'])
  })

  it('reads through marks of direction and zero width that a table left behind', () => {
    expect(asked('\u202a192.0.2.1\u202c\n\ufeffharrow.example\u200b')).toEqual([
      'ip 192.0.2.1',
      'domain harrow.example',
    ])
  })

  it('is refused beyond ten thousand, and read at ten thousand', () => {
    const many = (count: number): string =>
      Array.from({ length: count }, (_, at) => `198.51.${at >> 8}.${at & 255}`).join('\n')
    expect(read(many(10_000)).found).toHaveLength(10_000)
    expect(readIndicators(many(10_001))).toMatchObject({ ok: false, problem: { code: 'lookup-too-many' } })
    expect(readIndicators('a '.repeat(60_000)).ok).toBe(false)
  })

  it('ends soon on a megabyte without a line end, whatever it is made of', () => {
    for (const unit of [
      'a',
      ' ',
      '.',
      '[.]',
      '(',
      ' #',
      ':',
      '1.',
      'as ',
      '::',
      'http://',
      '\u202e',
      '@',
      ',',
      '#\u2028',
    ]) {
      const start = performance.now()
      readIndicators(unit.repeat(1_000_000 / unit.length))
      expect(performance.now() - start).toBeLessThan(5000)
    }
  })

  it('accounts for every word and never throws', () => {
    const word = fc.oneof(
      fc.ipV4(),
      fc.ipV6(),
      fc.domain(),
      fc.emailAddress(),
      fc.webUrl(),
      fc.string({ unit: 'binary', maxLength: 40 }),
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), (words) => {
        const { found, setAside } = read(words.join('\n'))
        const places = [...found, ...setAside].map(({ place }) => place).toSorted((a, b) => a - b)
        expect(places).toEqual(places.map((_, at) => at + 1))
      }),
    )
  })

  it('reads every address that there is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (address) => {
        expect(read(address).found).toHaveLength(1)
      }),
    )
  })
})

describe('a name in ASCII', () => {
  it('is the one that the platform makes of it', () => {
    const letters = Array.from('abcdexyz09äöüßéñçøåžčабвгджяαβγδωאבגد日本語中文ไทย한국')
    const label = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 12 }).map((chars) => chars.join(''))
    fc.assert(
      fc.property(label, (text) => {
        const theirs = domainToASCII(`${text}.example`)
        // They refuse mixed directions and the like, which is no matter of spelling.
        if (theirs !== '') expect(asciiName(`${text}.example`)).toBe(theirs)
      }),
      { numRuns: 1000 },
    )
  })

  it('has a limit', () => {
    expect(asciiName(`${'ü'.repeat(70)}.example`)).toBe(null)
    expect(asciiName(`${'ü'.repeat(50)}.example`)).not.toBe(null)
  })
})
