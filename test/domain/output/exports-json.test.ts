/** MISP events and STIX bundles of a case with everything in it, read back by the tables of their specifications; and what holds for every format. */
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { OutputFormat } from '../../../shared/domain/output/export-case.ts'
import { exportContent } from '../../../shared/domain/output/export-content.ts'
import { markingId } from '../../../shared/domain/output/stix.ts'
import { tlps } from '../../../shared/domain/marking/tlp.ts'
import { asItIs, flows, sampleState, secret, team } from './sample-case.ts'
import { content, told, written } from './written-case.ts'

const formats: readonly OutputFormat[] = ['misp', 'stix', 'iodef', 'xarf', 'csv']

describe('every format', () => {
  test.each(formats)('%s names neither notes nor constituent nor who told us nor what was found harmless', (format) => {
    const text = written(format)
    for (const word of [secret.note, secret.reporter, secret.person, '192.0.2.9"', '<script>'])
      expect(text).not.toContain(word)
    expect(text).not.toContain('_internal')
  })

  test.each(formats)(
    '%s is the same file when it is written again, so that the other side updates and does not double',
    (format) => {
      expect(written(format)).toBe(written(format))
    },
  )

  test.each(formats)('%s carries the strictest marking of what it holds', (format) => {
    const state = sampleState([
      {
        kind: 'event.added',
        event: 'e9',
        at: null,
        atText: 'noon',
        zoneKnown: false,
        what: 'TLP:RED: call from the bank',
        source: '',
      },
    ])
    const text = written(format, exportContent({ state, flows, team, redact: asItIs, withAccounts: true }))
    expect(text).toMatch(
      format === 'iodef'
        ? /restriction="red"/
        : format === 'stix'
          ? /e828b379-4e03-4974-9ac4-e53a884c97c1/
          : /tlp:red/i,
    )
  })

  test.each(formats)('%s leaves out whole what redaction would change, and never shows the original', (format) => {
    const redact = (text: string): string =>
      text
        .replaceAll('203.0.113.77', 'address-1')
        .replaceAll('203[.]0[.]113[.]77', 'address-1')
        .replaceAll('Aldermoor Hospital', 'org-1')
    const made = exportContent({ state: sampleState(), flows, team, redact, withAccounts: false })
    expect(made.left).toBe(1)
    const text = written(format, made)
    const decoded = text.replaceAll(/"payload": "([^"]+)"/g, (_, base64: string) =>
      Buffer.from(base64, 'base64').toString(),
    )
    for (const gone of ['203.0.113.77', '203[.]0[.]113[.]77', 'Aldermoor', 'wanda']) expect(decoded).not.toContain(gone)
  })
})

describe('MISP', () => {
  const text = z.string()
  const attribute = z.strictObject({
    uuid: z.uuid(),
    type: text,
    category: text,
    value: text.min(1),
    to_ids: z.boolean(),
    distribution: z.literal('5'),
    sharing_group_id: z.literal('0'),
    timestamp: text.regex(/^\d+$/),
    deleted: z.literal(false),
    disable_correlation: z.boolean(),
    comment: text,
  })
  const org = z.strictObject({ id: text, uuid: z.uuid(), name: text })
  /** The core format's table of sections 2.2 and 2.4, as far as it is used. */
  const event = z.strictObject({
    Event: z.strictObject({
      id: text,
      uuid: z.uuid(),
      info: text.min(1),
      date: z.iso.date(),
      timestamp: text.regex(/^\d+$/),
      publish_timestamp: z.literal('0'),
      published: z.literal(false),
      org_id: text,
      orgc_id: text,
      Org: org,
      Orgc: org,
      distribution: z.literal('0'),
      sharing_group_id: z.literal('0'),
      threat_level_id: z.enum(['1', '2', '3', '4']),
      analysis: z.enum(['0', '1', '2']),
      attribute_count: text.regex(/^\d+$/),
      Tag: z.array(z.strictObject({ name: text })),
      Attribute: z.array(attribute),
    }),
  })
  /** Category by type: section 2.4.2.3 of the draft. */
  const allowed: Readonly<Record<string, string>> = {
    'ip-src': 'Network activity',
    'ip-dst': 'Network activity',
    domain: 'Network activity',
    url: 'Network activity',
    AS: 'Network activity',
    'email-src': 'Payload delivery',
    md5: 'Payload delivery',
    sha256: 'Payload delivery',
    vulnerability: 'External analysis',
    text: 'Other',
    datetime: 'Other',
  }
  const { Event: read } = event.parse(JSON.parse(written('misp')))

  test('every observable stands in it live, each in a category that its type may have', () => {
    const seen = read.Attribute.filter(({ type }) => type !== 'datetime').map(({ value }) => value)
    for (const [type, value] of told) expect(seen).toContain(type === 'asn' ? value.slice(2) : value)
    for (const { type, category } of read.Attribute) expect(allowed[type]).toBe(category)
    expect(read.attribute_count).toBe(String(read.Attribute.length))
  })

  test('detection is offered for what somebody suspects, not for what was merely seen', () => {
    const ids = read.Attribute.filter(({ to_ids: detects }) => detects).map(({ value }) => value)
    expect(ids).toContain('203.0.113.77')
    expect(ids).not.toContain('198.51.100.0/25')
  })

  test('times and markings', () => {
    expect(read.date).toBe('2026-11-20')
    expect(read.Attribute.find(({ type }) => type === 'datetime')?.value).toBe('2026-11-20T07:15:00.000Z')
    expect(Number(read.timestamp) * 1_000).toBe(Date.parse(sampleState().updatedAt))
    expect(read.Tag.map(({ name }) => name)).toEqual(['tlp:amber', 'PAP:GREEN', 'rsit:fraud="phishing"'])
    expect([read.analysis, read.threat_level_id]).toEqual(['2', '1'])
  })

  test('one that changed has the same ids and a later time', () => {
    const state = sampleState([
      { kind: 'observable.set', type: 'ip', value: '192.0.2.55', state: 'seen', source: null },
    ])
    const later = event.parse(
      JSON.parse(written('misp', exportContent({ state, flows, team, redact: asItIs, withAccounts: true }))),
    ).Event
    expect(later.uuid).toBe(read.uuid)
    expect(Number(later.timestamp)).toBeGreaterThan(Number(read.timestamp))
    const ids = new Map(later.Attribute.map(({ value, uuid }) => [value, uuid]))
    for (const { value, uuid } of read.Attribute) expect(ids.get(value)).toBe(uuid)
  })
})

describe('STIX 2.1', () => {
  const object = z.looseObject({ type: z.string(), id: z.string(), spec_version: z.literal('2.1') })
  const bundle = z.strictObject({ type: z.literal('bundle'), id: z.string(), objects: z.array(object) })
  const read = bundle.parse(JSON.parse(written('stix')))
  const of = (type: string): readonly z.infer<typeof object>[] => read.objects.filter((one) => one.type === type)

  /** Required properties by the tables of the specification (chapters 4, 6 and 7). */
  const required: Readonly<Record<string, readonly string[]>> = {
    'marking-definition': ['created', 'extensions'],
    identity: ['created', 'modified', 'name'],
    incident: ['created', 'modified', 'name'],
    'observed-data': ['created', 'modified', 'first_observed', 'last_observed', 'number_observed', 'object_refs'],
    indicator: ['created', 'modified', 'pattern', 'pattern_type', 'valid_from'],
    vulnerability: ['created', 'modified', 'name'],
    note: ['created', 'modified', 'content', 'object_refs'],
    report: ['created', 'modified', 'name', 'published', 'object_refs'],
    'ipv4-addr': ['value'],
    'ipv6-addr': ['value'],
    'domain-name': ['value'],
    url: ['value'],
    'email-addr': ['value'],
    'autonomous-system': ['number'],
    file: ['hashes'],
  }

  test('every object has its id form and what its type requires, and every reference is in the bundle', () => {
    const ids = new Set(read.objects.map(({ id }) => id))
    for (const one of read.objects) {
      expect(one.id).toMatch(
        new RegExp(`^${one.type}--[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`),
      )
      for (const name of required[one.type] ?? ['not a type that is written']) expect(one).toHaveProperty(name)
      for (const [name, value] of Object.entries(one)) {
        const refs = name.endsWith('_refs')
          ? z.array(z.string()).min(1).parse(value)
          : name.endsWith('_ref')
            ? [value]
            : []
        for (const ref of refs) expect(ids).toContain(ref)
        if (/^(?:created|modified|published|valid_from|first_observed|last_observed)$/.test(name))
          expect(value).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
      }
    }
    expect(ids.size).toBe(read.objects.length)
  })

  test('every observable is there, as an object, a vulnerability or a note', () => {
    const values = read.objects.flatMap((one) => {
      const hashes: unknown = one['hashes']
      return [
        one['value'],
        one['number'],
        one['content'],
        one['name'],
        ...(hashes === undefined ? [] : Object.values(z.record(z.string(), z.string()).parse(hashes))),
      ]
    })
    for (const [type, value] of told) expect(values).toContain(type === 'asn' ? 64_500 : value)
  })

  test('ids of cyber-observables are those that everybody makes (made by another library and by Python)', () => {
    const made = content({
      observables: [
        { type: 'ip', value: '198.51.100.3', state: 'seen', source: null },
        { type: 'ip', value: '2001:db8::77', state: 'seen', source: null },
        { type: 'domain', value: 'example.com', state: 'seen', source: null },
        { type: 'asn', value: 'AS64500', state: 'seen', source: null },
        {
          type: 'hash',
          value: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
          state: 'seen',
          source: null,
        },
      ],
    })
    const text = written('stix', made)
    for (const id of [
      'ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4',
      'ipv6-addr--144c3ec7-9f65-577d-b509-a1d00675f3b6',
      'domain-name--bedb4899-d24b-5401-bc86-8f6b4cc18ec7',
      'autonomous-system--0a5f7072-df00-5729-9f0a-4eb18631a446',
      'file--22f8ff52-8f62-5f03-a53a-6f50f54fd74c',
    ])
      expect(text).toContain(id)
  })

  test('all but the definition itself bear the label, whose definition is that of OASIS', () => {
    const [definition] = of('marking-definition')
    expect(definition).toMatchObject({
      id: 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421',
      created: '2022-10-01T00:00:00.000Z',
      name: 'TLP:AMBER',
      extensions: {
        'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d': {
          extension_type: 'property-extension',
          tlp_2_0: 'amber',
        },
      },
    })
    for (const one of read.objects) if (one !== definition) expect(one['object_marking_refs']).toEqual([definition?.id])
    expect(tlps.map(markingId).join()).not.toContain('b03e')
  })

  test('patterns quote what could end them', () => {
    const value = "https://evil.example/'x\\y"
    const [indicator] = bundle
      .parse(
        JSON.parse(
          written('stix', content({ observables: [{ type: 'url', value, state: 'confirmed', source: null }] })),
        ),
      )
      .objects.filter(({ type }) => type === 'indicator')
    expect(indicator?.['pattern']).toBe(String.raw`[url:value = 'https://evil.example/\'x\\y']`)
  })
})
