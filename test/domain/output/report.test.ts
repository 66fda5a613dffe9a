/** What each audience of a case report is told, in every form, and that nothing of a case becomes markup. */
import { describe, expect, test } from 'vitest'
import { buildReport } from '../../../shared/domain/output/build-report.ts'
import { defangText } from '../../../shared/domain/output/defang-text.ts'
import { minutesText } from '../../../shared/domain/output/minutes-text.ts'
import { audiences, textOf, type Audience, type ReportDoc } from '../../../shared/domain/output/report-doc.ts'
import { writeMarkdown } from '../../../shared/domain/output/write-markdown.ts'
import { phaseSpans } from '../../../shared/domain/statistics/phase-spans.ts'
import { htmlReport } from '../../../electron/core/output/html-report.ts'
import { asItIs, entries, now, sampleState, secret, team } from './sample-case.ts'

const state = sampleState()
const head = '0123456789abcdef'.repeat(4)

export function reportFor(audience: Audience, change: Partial<Parameters<typeof buildReport>[0]> = {}): ReportDoc {
  const source = {
    state,
    clocks: [],
    spans: phaseSpans(entries),
    journal: [{ at: now, who: 'MK·N2', text: `${secret.note}: https://evil.example/x`, hash: head }],
    released: [{ number: '2026-MK-A001', title: 'Phishing against banks', at: now }],
    team,
    code: 'MK',
    now,
    ...change,
  }
  return buildReport(source, { audience, language: 'en', redact: asItIs })
}

const titles = (audience: Audience): readonly string[] => reportFor(audience).sections.map(({ title }) => title)

describe('what they see differs', () => {
  test('the press is pointed to what is out already, and told nothing else', () => {
    expect(titles('press')).toEqual(['What has been released', 'Contact'])
    const text = textOf(reportFor('press'))
    expect(text).toContain('2026-MK-A001: Phishing against banks')
    for (const gone of ['Aldermoor', 'login', '203', 'proxy.log', 'fraud/phishing']) expect(text).not.toContain(gone)
    expect(textOf(reportFor('press', { released: [] }))).toContain('Nothing has been released about this.')
  })

  test('a user is told of the own account and what to do', () => {
    expect(titles('user')).toEqual(['Summary', 'Your accounts', 'What to do now', 'Closing', 'Contact'])
    const text = textOf(reportFor('user'))
    expect(text).toContain('wanda[.]quill[at]aldermoor[.]example')
    expect(text).toContain('Change the password of this account now')
    expect(text).not.toContain('203[.]0[.]113[.]77')
  })

  test('a vendor gets the technical part without accounts, and nobody is named', () => {
    const text = textOf(reportFor('vendor'))
    expect(text).toContain('CVE-2026-12345')
    expect(text).toContain('203[.]0[.]113[.]77')
    for (const gone of ['wanda', '198[.]51[.]100[.]0/25', 'Orchard-CERT', 'Wanda Quill', 'proxy.log'])
      expect(text).not.toContain(gone)
  })

  test('the police gets evidence with hashes and custody, the decision, and the journal', () => {
    expect(titles('police')).toEqual(
      expect.arrayContaining([
        'Evidence and custody',
        'Decision on prosecution',
        'Journal',
        'Exchanges',
        'Affected parties',
      ]),
    )
    const text = textOf(reportFor('police'))
    for (const there of ['cd'.repeat(32), 'Handed over against receipt', 'Safe 2', secret.person, secret.note])
      expect(text).toContain(there)
  })

  test('the management gets the whole in short with promises and time, and no list of addresses', () => {
    expect(titles('management')).toEqual(
      expect.arrayContaining(['Promises and deadlines', 'Time spent', 'Legal duties']),
    )
    const text = textOf(reportFor('management'))
    expect(text).toContain(secret.constituent)
    expect(text).not.toContain('203[.]0[.]113[.]77')
    expect(text).not.toContain(secret.note)
  })

  test('another CSIRT gets what helps to find the same, without notes, reporters and accounts', () => {
    const text = textOf(reportFor('csirt'))
    expect(text).toContain('login[.]bank-harrow[.]example')
    for (const gone of [secret.note, secret.reporter, secret.person, 'wanda']) expect(text).not.toContain(gone)
  })
})

describe.each(audiences)('for %s', (audience) => {
  const doc = reportFor(audience)

  test('nothing in it can be clicked: every address, link and domain is defanged', () => {
    const text = textOf(doc).replaceAll('cert@harrow.example', '')
    for (const live of [
      '203.0.113.77',
      'login.bank-harrow.example',
      'https://',
      'http://',
      '2001:db8::77',
      'evil.example',
      '192.0.2.200',
    ])
      expect(text).not.toContain(live)
  })

  test('the forms say the same', () => {
    const words = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]{3,}/gu) ?? []
    const [markdown, page] = [writeMarkdown(doc), htmlReport(doc, 'en')]
    for (const word of words(textOf(doc))) {
      expect(markdown).toContain(word)
      expect(page).toContain(word)
    }
  })

  test('the marking stands first and last, and the head of the journal in it', () => {
    const markdown = writeMarkdown(doc)
    expect(markdown.startsWith('**TLP:AMBER**\n')).toBe(true)
    expect(markdown.endsWith('**TLP:AMBER**\n')).toBe(true)
    const page = htmlReport(doc, 'en')
    expect(page).toMatch(/@top-right\{content:"TLP:AMBER"/)
    expect(page).toMatch(/@bottom-right\{content:"TLP:AMBER"/)
    expect(page).toContain('counter(page) "/" counter(pages)')
    expect(page).toContain(head)
  })
})

test('a stricter label in a text marks the whole report', () => {
  const closing = { code: 'resolved', note: 'TLP:RED: told by the bank', at: now } as const
  const doc = reportFor('management', { state: { ...state, closing } })
  expect(doc.tlp).toBe('RED')
  expect(doc.lead).toContain('TLP:RED')
})

describe('hostile text', () => {
  const evil = '<script>alert(1)</script> | `x` **b** [l](javascript:x) ![i](x)\n# head\n1. one\n- two & &lt;'
  const doc = reportFor('police', {
    state: { ...state, title: evil },
    journal: [{ at: now, who: 'MK', text: evil, hash: head }],
  })

  test('is no markup in HTML', () => {
    const page = htmlReport(doc, 'en')
    expect(page).not.toContain('<script')
    expect(page.match(/<a\b|<img\b|javascript:[^x]/g)).toBeNull()
  })

  test('is no markup in Markdown, and a row stays one row', () => {
    const markdown = writeMarkdown(doc)
    expect(markdown).not.toContain('<script')
    expect(markdown).not.toMatch(/(?<!\\)\[l/)
    expect(markdown).not.toMatch(/^# head/m)
    const rows = markdown.split('\n').filter((line) => line.startsWith('| `2026-11-23 09:00:00Z`'))
    expect(rows).toHaveLength(1)
    expect(rows[0]?.match(/(?<!\\)\|/g)).toHaveLength(4)
  })
})

test('a text names what the case does not have as an observable, and it is harmless all the same', () => {
  expect(defangText('See WWW.Evil.example/x, http://192.0.2.9:81/a and me@evil.example.', [])).toBe(
    'See www[.]evil[.]example/x, hxxp://192[.]0[.]2[.]9:81/a and me[at]evil[.]example.',
  )
})

test.each([
  [0, '0:00 h'],
  [38, '0:38 h'],
  [1_439, '23:59 h'],
  [1_440, '1 d 0 h'],
  [2_160, '1 d 12 h'],
])('%d minutes are %s', (minutes, text) => {
  expect(minutesText(minutes)).toBe(text)
})
