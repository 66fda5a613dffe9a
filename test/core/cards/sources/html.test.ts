/** A web page gives what its visitors read, in lines, and nothing that they do not see. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { htmlToText } from '../../../../electron/core/cards/sources/html-text.ts'
import { readHere } from '../../../../electron/core/cards/sources/read-here.ts'
import { must } from '../../../material/pgp-people.ts'

const now = '2026-11-22T10:00:00.000Z'
const textOf = (html: string): string => htmlToText(html).text
const codesOf = (html: string): readonly string[] => htmlToText(html).findings.map(({ code }) => code)

describe('the page of a team', () => {
  const bytes = readFileSync(new URL('../../../material/sources/alder-page.html', import.meta.url))

  it('is read into a card whose lines are those of the text that is shown', async () => {
    const { kind, text, readings } = must(await readHere({ name: 'page.html', bytes }, now))
    const [card] = readings
    expect(kind).toBe('html')
    expect(card).toMatchObject({
      names: { short: 'AR-CERT', full: 'Alder Ridge Computer Emergency Response Team' },
      country: 'GB',
      timeZone: { iana: 'Europe/London' },
      document: { version: '2.3', date: '2026-03-14', urls: ['https://www.alder.example/rfc2350.html'] },
      phones: [{ e164: '+441632960001' }],
      fax: [{ e164: '+441632960002' }],
    })
    expect(card?.emails.map(({ address, purposes }) => [address, ...purposes])).toEqual([
      ['incidents@alder.example', 'incidents'],
      ['info@alder.example', 'general'],
      ['press@alder.example', 'press'],
    ])
    const lines = text.split('\n')
    for (const { address, line } of card?.emails ?? []) expect(lines[line - 1]).toContain(address)
    for (const phone of card?.phones ?? []) expect(lines[phone.line - 1]).toContain(phone.text)
  })

  it('shows nothing of scripts, styles, comments, navigation and hidden passages', async () => {
    const { text, findings } = must(await readHere({ name: 'page.html', bytes }, now))
    expect(text).not.toMatch(/trap|960999|evil|old address|Home/)
    expect(findings.map(({ code }) => code)).toEqual(['html-address-decoded', 'html-link-differs', 'html-hidden-text'])
  })
})

describe('layout', () => {
  it.each([
    ['headings keep their level', '<h1>A</h1><h3>1.1 B</h3><p>c', '# A\n\n### 1.1 B\n\nc'],
    ['line breaks are lines', 'a<br>b<br/>c', 'a\nb\nc'],
    ['blanks and newlines of the source are one blank', '<p>a \n\t b', 'a b'],
    ['preformatted text keeps its lines', '<pre>a\n  b\n\nc</pre>', 'a\n  b\n\nc'],
    ['lists are marked', '<ul><li>a<li>b<ul><li>c</ul></ul>d', '- a\n- b\n\n- c\n\nd'],
    [
      'numbered lists have their numbers',
      '<ol start=3><li>a</li><li value=7>b</li><li>c</li></ol>',
      '3. a\n7. b\n8. c',
    ],
    [
      'a label and its value are two lines',
      '<table><tr><td>Fax<td>none<tr><th>Zone</th><td>UTC</td></table>',
      'Fax\nnone\nZone\nUTC',
    ],
    [
      'data under titles is one line a row',
      '<table><tr><th>Name<th>Role<tr><td>Ash<td>head</table>',
      'Name\tRole\nAsh\thead',
    ],
    ['wide rows are one line', '<table><tr><td>a<td>b<td>c</table>', 'a\tb\tc'],
    ['terms stand over what they mean', '<dl><dt>Fax<dd>none<dt>Form<dd>there</dl>', 'Fax\nnone\nForm\nthere'],
    ['a paragraph ends where a block begins', '<p hidden>no<div>yes</div>', 'yes'],
    ['the title counts where there is no heading', '<title>Alder CERT</title><p>text', 'Alder CERT\n\ntext'],
    ['soft hyphens vanish', '<p>inci&shy;dent in&#173;dex', 'incident index'],
    [
      'a key block in a paragraph keeps its lines',
      '<p>-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nabc\n-----END PGP PUBLIC KEY BLOCK-----</p>',
      '-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nabc\n-----END PGP PUBLIC KEY BLOCK-----',
    ],
  ])('%s', (_, html, text) => expect(textOf(html)).toBe(text))
})

describe('characters', () => {
  it.each([
    ['names', 'R&amp;D &lt;a&gt; &eacute;&Uuml;&szlig;&ntilde;&commat;&period;&ndash;', 'R&D <a> éÜßñ@.–'],
    ['numbers', '&#64;&#x40;&#233;&#150;', '@@é–'],
    ['what is no reference', 'AT&T &nosuch; &#xD800; &#0; & &;', 'AT&T &nosuch; & &;'],
    ['what was escaped twice, once', '&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['a lone bracket', 'a < b <3 c', 'a < b <3 c'],
  ])('%s', (_, html, text) => expect(textOf(`<p>${html}</p>`)).toBe(text))
})

describe('what visitors do not see is not read', () => {
  it.each([
    '<div style="DISPLAY : none">x</div>',
    '<div style="color:red;visibility:hidden"><p>x</p></div>',
    '<span style="font-size:0">x</span>',
    '<div hidden><div>x</div>x</div>',
    '<script>x</script>',
    '<style>x</style>',
    '<!-- x -->',
    '<!-- > x -->',
    '<template>x</template>',
    '<select><option>x</option></select>',
    '<svg><text>x</text></svg>',
    '<script><!-- </script--> x</script>',
    '<img alt="x">',
    '<input type=hidden value=x>',
  ])('%s', (html) => expect(textOf(`<p>a</p>${html}<p>b</p>`)).toBe('a\n\nb'))

  it('and it is said that there was something', () => {
    expect(codesOf('<p>a<span style="display:none">nospam</span>@x')).toEqual(['html-hidden-text'])
    expect(codesOf('<p>a</p><script>x</script>')).toEqual([])
  })

  it('a decoy inside an address falls out of it', () => {
    expect(textOf('cert@<span style="display:none">nospam.</span>alder.example')).toBe('cert@alder.example')
  })
})

describe('links', () => {
  it.each([
    [
      'an address behind words is shown',
      '<a href="mailto:cert@alder.example?subject=x">Mail us</a>',
      'Mail us <cert@alder.example>',
    ],
    [
      'a shown address is not doubled',
      '<a href="MAILTO:Cert@Alder.example">cert@alder.example</a>',
      'cert@alder.example',
    ],
    ['an encoded one is decoded', '<a href="mailto:cert%40alder.example">us</a>', 'us <cert@alder.example>'],
    ['a page is shown', '<a href="https://alder.example/form">our form</a>', 'our form (https://alder.example/form)'],
    [
      'a page that is named is not doubled',
      '<a href="https://www.alder.example/form">https://alder.example/form</a>',
      'https://alder.example/form',
    ],
    ['a place on the same site is not', '<a href="/form">our form</a>', 'our form'],
    ['a script is not', '<a href="javascript:alert(1)">our form</a>', 'our form'],
    ['a number behind words is shown', '<a href="tel:+441632960001">call us</a>', 'call us (+441632960001)'],
  ])('%s', (_, html, text) => expect(textOf(`<p>${html}</p>`)).toBe(text))

  it('that shows one address and leads to another gives what it shows, and says so', () => {
    const { text, findings } = htmlToText('<p>x</p><p><a href="mailto:evil@trap.example">cert@alder.example</a></p>')
    expect(text).toBe('x\n\ncert@alder.example')
    expect(findings).toMatchObject([
      { code: 'html-link-differs', line: 3, params: { shown: 'cert@alder.example', target: 'evil@trap.example' } },
    ])
    expect(codesOf('<a href="https://trap.example/">https://alder.example/form</a>')).toEqual(['html-link-differs'])
  })

  it('with an address that Cloudflare hides gives it, since the page itself holds it', () => {
    const hex = `2a${Buffer.from(Buffer.from('cert@alder.example').map((byte) => byte ^ 0x2a)).toString('hex')}`
    const span = `<span class="__cf_email__" data-cfemail="${hex}">[email&#160;protected]</span>`
    expect(textOf(`<p>Mail ${span} now`)).toBe('Mail cert@alder.example now')
    expect(textOf(`<p><a href="/cdn-cgi/l/email-protection#${hex}">${span}</a>`)).toBe('cert@alder.example')
    expect(codesOf(`<p>${span}`)).toEqual(['html-address-decoded'])
  })

  it('with an address that is nowhere in the page leaves it hidden, and the card says so', async () => {
    const html = '<html><h2>2.7 Mail</h2><p><a href="/cdn-cgi/l/email-protection">[email protected]</a></p></html>'
    const { readings } = must(await readHere({ name: '', bytes: Buffer.from(html) }, now))
    expect(readings[0]?.emails).toEqual([])
    expect(readings[0]?.findings.map(({ code }) => code)).toContain('address-hidden')
  })

  it('with damaged or foreign data in that place gives nothing made up', () => {
    for (const hex of ['', 'zz', '2a', '2a2b2c2d2e', 'ff'.repeat(400)]) {
      expect(textOf(`<p><span data-cfemail="${hex}">[email protected]</span>`)).toBe('[email protected]')
    }
  })
})
