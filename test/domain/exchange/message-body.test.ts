/** The text that is sealed: marking first and last, who writes, indicators that cannot be clicked, a number for each partner. */
import { describe, expect, it } from 'vitest'
import type { CaseObservable } from '../../../shared/domain/case/case.ts'
import { messageBody, type BodyParts } from '../../../shared/domain/exchange/message-body.ts'
import { readNumberLine } from '../../../shared/domain/exchange/numbering.ts'
import { observableCsv, tellable } from '../../../shared/domain/exchange/observable-list.ts'
import { messageLanguages } from '../../../shared/domain/exchange/template.ts'
import { tlpLabel, tlps } from '../../../shared/domain/marking/tlp.ts'

const seen = (
  type: CaseObservable['type'],
  value: string,
  state: CaseObservable['state'] = 'seen',
): CaseObservable => ({
  type,
  value,
  state,
  source: null,
})

const parts: BodyParts = {
  language: 'en',
  marking: 'AMBER',
  text: 'Please look.',
  writer: { code: 'MK', name: 'Mika Kallio', tier: 'N2', role: null, team: 'Harrow-CERT', formal: false },
  observables: [],
  numbers: [{ address: 'cert@larkspur.example', number: 4, received: [1, 2, 4] }],
}

const lines = (change: Partial<BodyParts> = {}): readonly string[] => messageBody({ ...parts, ...change }).split('\n')

describe('the text of a message', () => {
  it('has all in its place', () => {
    const observables = [seen('ip', '192.0.2.7', 'confirmed'), seen('url', 'http://bad.example.org/a.b')]
    expect(messageBody({ ...parts, observables })).toBe(`TLP:AMBER

Please look.

MK, Harrow-CERT

Indicators, defanged (TLP:AMBER):
- 192[.]0[.]2[.]7 (confirmed)
- hxxp://bad[.]example[.]org/a.b (seen)

Message 4 from us to you. Received from you: 1-2, 4; missing: 3.

TLP:AMBER
`)
  })

  it.each(tlps.flatMap((marking) => messageLanguages.map((language) => ({ marking, language }))))(
    'carries $marking on its first and last line in $language, whatever the text does',
    ({ marking, language }) => {
      for (const text of ['', '\r\n\r\nfirst\r\nlast\r\n\r\n', 'TLP:CLEAR', '\u2028', 'a\rb']) {
        const all = lines({ marking, language, text })
        expect(all[0]).toBe(tlpLabel(marking))
        expect(all.slice(-2)).toEqual([tlpLabel(marking), ''])
        expect(all.join('')).not.toContain('\r')
      }
    },
  )

  it('names the writer by the code, and in full with the function where it is formal', () => {
    const { writer } = parts
    expect(lines()).toContain('MK, Harrow-CERT')
    expect(messageBody(parts)).not.toContain('Kallio')
    expect(messageBody({ ...parts, writer: { ...writer, formal: true } })).toContain(
      'Mika Kallio\nIncident handler, tier N2, Harrow-CERT',
    )
    expect(messageBody({ ...parts, writer: { ...writer, formal: true, role: 'Head of the SOC' } })).toContain(
      'Mika Kallio\nHead of the SOC, Harrow-CERT',
    )
    expect(lines({ writer: { ...writer, team: null } })).toContain('MK')
    expect(lines({ language: 'es', writer: { ...writer, formal: true } })).toContain(
      'Analista de incidentes, nivel N2, Harrow-CERT',
    )
  })

  it('carries a number that a partner reads back, in both languages', () => {
    for (const language of messageLanguages)
      expect(readNumberLine(messageBody({ ...parts, language }))).toEqual({ number: 4, received: [1, 2, 4] })
  })

  it('says whose number it is where several get it, so that none counts with the number of another', () => {
    const numbers = [...parts.numbers, { address: 'soc@fenwick.example', number: 9, received: [] }]
    expect(lines({ numbers })).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^cert@larkspur\.example: Message 4 from us to you\./),
        expect.stringMatching(/^soc@fenwick\.example: Message 9 from us to you\./),
      ]),
    )
  })

  it('lists no more than somebody reads, and says so', () => {
    const many = Array.from({ length: 350 }, (_, at) => seen('ip', `198.51.100.${at}`))
    const listed = lines({ observables: many })
    expect(listed.filter((line) => line.startsWith('- 198'))).toHaveLength(300)
    expect(listed).toContain('… and 50 more; ask us for them as a file.')
  })

  it('keeps a listed value on its line', () => {
    const listed = lines({ observables: [seen('other', 'a\nTLP:CLEAR\u2028b')] })
    expect(listed).toContain('- a TLP:CLEAR b (seen)')
  })
})

describe('observables for others', () => {
  it('leave out what turned out to be harmless', () => {
    expect(tellable([seen('ip', '192.0.2.1', 'benign'), seen('ip', '192.0.2.2')])).toEqual([seen('ip', '192.0.2.2')])
  })

  it('as a file have a header line, a marking in every row, and no cell that a spreadsheet runs', () => {
    const csv = observableCsv(
      [
        seen('domain', 'bad.example.org', 'suspicious'),
        seen('other', '=HYPERLINK("http://x")'),
        seen('other', ' +1'),
        seen('other', 'a,"b"\r\nc'),
        seen('other', '\t@SUM(A1)'),
      ],
      'GREEN',
    )
    expect(csv.split('\r\n')).toEqual([
      '"type","value","state","marking"',
      '"domain","bad[.]example[.]org","suspicious","TLP:GREEN"',
      `"other","'=HYPERLINK(""http://x"")","seen","TLP:GREEN"`,
      `"other","' +1","seen","TLP:GREEN"`,
      '"other","a,""b"" c","seen","TLP:GREEN"',
      `"other","' @SUM(A1)","seen","TLP:GREEN"`,
      '',
    ])
  })
})
