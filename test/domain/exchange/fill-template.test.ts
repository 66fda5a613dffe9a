/** Templates in both languages: complete, no telling of more than their reader needs, and open fields that show and are counted. */
import { describe, expect, it } from 'vitest'
import { filledOf, fillTemplate, openField, type TemplateFacts } from '../../../shared/domain/exchange/fill-template.ts'
import { languageFor } from '../../../shared/domain/exchange/message-language.ts'
import { messageLanguages, templateNames } from '../../../shared/domain/exchange/template.ts'
import { reportFields } from '../../../shared/domain/report/report-reading.ts'
import { messageTemplates } from '../../../shared/words/en/message-templates.ts'
import { messagesInSpanish } from '../../../shared/words/messages/es.ts'

const facts: TemplateFacts = {
  case: {
    number: '2026-MK-0413',
    title: 'Credential phishing at Orchard',
    openedAt: '2026-11-20T08:00:00.000Z',
    rsit: 'fraud/phishing',
    observables: [
      { type: 'ip', value: '192.0.2.7', state: 'confirmed', source: null },
      { type: 'ip', value: '192.0.2.8', state: 'seen', source: null },
      { type: 'ip', value: '192.0.2.9', state: 'benign', source: null },
      { type: 'domain', value: 'login.example.org', state: 'seen', source: null },
      { type: 'cve', value: 'CVE-2026-1234', state: 'seen', source: null },
    ],
  },
  report: { subject: 'strange mails', missing: ['time-zone', 'log-file'] },
  theirKey: {
    fingerprint: '0123456789ABCDEF0123456789ABCDEF01234567',
    state: 'expired',
    expires: '2026-11-01T00:00:00Z',
  },
  until: '2026-11-25T16:00:00.000Z',
  own: { address: 'cert@harrow.example', fingerprint: 'FEDCBA9876543210FEDCBA9876543210FEDCBA98' },
  zone: 'Europe/Madrid',
}
const nothing: TemplateFacts = {
  case: null,
  report: null,
  theirKey: null,
  until: null,
  own: { address: null, fingerprint: null },
  zone: 'UTC',
}

const all = templateNames.flatMap((name) => messageLanguages.map((language) => ({ name, language })))
const slotsOf = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)/g)].map(([, slot = '']) => slot).toSorted()
const codes = Object.keys(messageTemplates) as (keyof typeof messageTemplates)[]

describe('the words of messages', () => {
  it.each(codes)('%s has the same fields in both languages', (code) => {
    expect(slotsOf(messagesInSpanish[code])).toEqual(slotsOf(messageTemplates[code]))
  })

  it.each(all)('$name in $language has each field once, so that open ones can be counted', ({ name, language }) => {
    const words = language === 'en' ? messageTemplates : messagesInSpanish
    const slots = slotsOf(`${words[`${name}.subject`]}\n${words[`${name}.text`]}`)
    expect(slots).toEqual([...new Set(slots)])
  })
})

describe('a filled template', () => {
  it.each(all)('$name in $language says by when, where to, to which key, and under which number', (one) => {
    const { text } = fillTemplate(one.name, one.language, facts)
    expect(text).toContain('FEDC BA98 7654 3210 FEDC BA98 7654 3210 FEDC BA98')
    expect(text).not.toMatch(/[{}]|undefined|null/)
    if (one.name !== 'dead-key') expect(text).toContain('2026-MK-0413')
    expect(text).toContain('cert@harrow.example')
    if (one.name !== 'acknowledgement')
      expect(text).toContain(
        one.language === 'en'
          ? 'Wednesday 25 November 2026, 17:00 (UTC+1)'
          : 'miércoles 25 de noviembre de 2026, 17:00 (UTC+1)',
      )
  })

  it.each(all)('$name in $language shows every missing fact and counts it', ({ name, language }) => {
    const { subject, text, filled } = fillTemplate(name, language, nothing)
    const open = `${subject}\n${text}`.split(openField).length - 1
    expect(open).toBeGreaterThan(2)
    expect(filled.of - filled.done).toBe(open)
  })

  it('counts a field that a person wrote as filled, and never below nothing', () => {
    const { text, filled } = fillTemplate('vendor', 'en', facts)
    expect(filled).toEqual({ done: 5, of: 8 })
    expect(filledOf(text.replace(openField, 'Widget 4.1'), filled.of)).toBe(6)
    expect(filledOf(openField.repeat(50), filled.of)).toBe(0)
  })

  it('is complete from a case alone for the templates that are sent at night', () => {
    for (const name of ['notification', 'request', 'takedown', 'complete', 'acknowledgement'] as const) {
      const { filled } = fillTemplate(name, 'es', facts)
      expect(filled.done).toBe(filled.of)
    }
  })

  it('counts indicators by kind, without the harmless ones', () => {
    expect(fillTemplate('request', 'en', facts).text).toContain(
      '2 IP addresses, one domain and one vulnerability, listed with this message',
    )
    expect(fillTemplate('request', 'es', facts).text).toContain(
      '2 direcciones IP, un dominio y una vulnerabilidad, con el detalle en este mensaje',
    )
  })

  it('names the missing facts of a report in the language of the message', () => {
    const missing = [...reportFields]
    const { text } = fillTemplate('complete', 'es', { ...facts, report: { subject: 's', missing } })
    expect(text).toContain('- la zona horaria de las horas indicadas\n')
    expect(text.match(/^- /gm)).toHaveLength(reportFields.length)
  })

  it('without a case leaves the line of the reference away where a report has none yet', () => {
    const { text } = fillTemplate('complete', 'en', { ...facts, case: null })
    expect(text).not.toMatch(/reference|\n\n\n/)
    expect(fillTemplate('request', 'en', { ...facts, case: null }).text).toContain(`Our reference is ${openField}.`)
  })

  it.each(messageLanguages)(
    'tells vendors and the police in %s neither the title nor an address of the case',
    (language) => {
      for (const name of ['vendor', 'police'] as const) {
        const { subject, text } = fillTemplate(name, language, facts)
        expect(`${subject}\n${text}`).not.toMatch(/Orchard|192|example\.org|phishing at/)
      }
    },
  )

  it.each([
    ['expired', 'expired on 1 November 2026', 'caducó el 1 de noviembre de 2026'],
    ['revoked', 'was revoked', 'fue revocada'],
    ['identity-only', 'no part that can be encrypted to', 'ninguna parte con la que se pueda cifrar'],
    ['not-included', 'by its fingerprint only', 'por su huella'],
    ['none', 'is not known to us', 'no la conocemos'],
  ] as const)('says why a key is dead: %s', (state, en, es) => {
    const dead = { ...facts, theirKey: { ...facts.theirKey!, state } }
    expect(fillTemplate('dead-key', 'en', dead).text).toContain(en)
    expect(fillTemplate('dead-key', 'es', dead).text).toContain(es)
    expect(fillTemplate('dead-key', 'en', dead).text).toContain('0123 4567 89AB CDEF')
    expect(fillTemplate('dead-key', 'en', dead).text).not.toMatch(/2026-MK|Orchard/)
  })
})

describe('the language of a message', () => {
  it('is Spanish where everybody reads it first, English else', () => {
    const spanish = { languages: [], country: 'ES' }
    expect(languageFor([spanish])).toBe('es')
    expect(languageFor([{ languages: ['ca', 'es', 'en'], country: null }])).toBe('es')
    expect(languageFor([{ languages: ['en', 'es'], country: 'ES' }])).toBe('en')
    expect(languageFor([spanish, { languages: [], country: 'DE' }])).toBe('en')
    expect(languageFor([])).toBe('en')
  })
})
