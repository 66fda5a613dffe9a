/** A draft: begun in the recipient's language, filled from its case, with files, split, sealed on disk and there again after a lock. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { recordsOf } from '../../../electron/core/store/store.ts'
import { ok } from '../../../shared/kit/result.ts'
import { copiedDesk, reopenedDesk, textFile, writeText, type TestDesk } from '../desk-fixture.ts'
import { tempFolder } from '../vault-fixture.ts'
import { draftTo, filesIn, ownKey, partnerOf, saving } from './partner-desk.ts'

let desk: TestDesk

beforeEach(async () => {
  desk = await copiedDesk()
})

async function newCase(): Promise<string> {
  const { state, heads } = await desk.call('case.create', { title: 'Phishing at Orchard' })
  const { number } = state
  const observables = [
    { type: 'ip', value: '192.0.2.7' },
    { type: 'domain', value: 'bad.example.org' },
  ] as const
  await desk.call('case.change', {
    number,
    heads: [...heads],
    command: { do: 'observe', observables: [...observables], state: 'confirmed' },
  })
  return number
}

describe('a new draft', () => {
  it('is in the language of its recipient', async () => {
    const orchard = await partnerOf(desk, 'Orchard')
    expect((await draftTo(desk, [orchard])).draft.language).toBe('es')
    expect((await desk.call('draft.new', { case: null, to: [], inReplyTo: null })).draft.language).toBe('en')
  })

  it('shows who can read it today and when the case is due, and how that was checked', async () => {
    const orchard = await partnerOf(desk, 'Orchard', { made: '2026-11-01T00:00:00.000Z', days: 22 })
    const { recipients } = await draftTo(desk, [orchard], {}, await newCase())
    // The key ends on the 23rd at midnight; the first response is due later that day.
    expect(recipients[0]).toMatchObject({
      encrypts: { today: true, due: { can: false } },
      verified: { how: 'in-person', code: 'MK' },
      number: 1,
    })
    const fenwick = await partnerOf(desk, 'Fenwick', { trust: 'undecided' })
    const view = await draftTo(desk, [fenwick])
    expect(view.recipients[0]).toMatchObject({ encrypts: { today: true, due: null }, verified: null })
  })

  it('waits in the list of exchanges, before what was exchanged, until it is released or dropped', async () => {
    const orchard = await partnerOf(desk, 'Orchard')
    const { draft } = await draftTo(desk, [orchard], { subject: 'Unfinished' })
    const list = (search: string) => desk.call('exchange.list', { search })
    expect((await list('orchard unfinished')).rows).toMatchObject([
      { id: draft.id, state: 'draft', direction: 'out', partner: 'Orchard-CERT', subject: 'Unfinished' },
    ])
    expect((await list('nobody')).total).toBe(0)
    await desk.call('draft.drop', { id: draft.id })
    expect((await list('')).total).toBe(0)
  })

  it('that an earlier version kept still opens, as it was meant then', async () => {
    const orchard = await partnerOf(desk, 'Orchard')
    const { store } = desk.core.session()!
    const old = { id: 'old', case: null, to: [orchard.card], subject: 's', text: 't', tlp: 'GREEN', attachOwnKey: true }
    const drafts = recordsOf(store, 'draft', z.looseObject({}), { quiet: true })
    store.commit((tx) => {
      drafts.put(tx, 'old', { ...old, inReplyTo: null, savedAt: '2026-11-01T00:00:00.000Z' })
      return ok(null)
    })
    const { draft, filled } = await desk.call('draft.show', { id: 'old' })
    expect(draft).toMatchObject({ ...old, protection: 'encrypted', observables: 'none', files: [], formal: false })
    expect(filled).toBeNull()
  })

  it('shows the text as it will be sealed', async () => {
    const orchard = await partnerOf(desk, 'Orchard')
    const number = await newCase()
    const change = { language: 'en', observables: 'text' } as const
    const view = await draftTo(desk, [orchard], change, number)
    expect(view.preview).toBe(`TLP:AMBER

Please look.

MK, Harrow-CERT

Indicators, defanged (TLP:AMBER):
- 192[.]0[.]2[.]7 (confirmed)
- bad[.]example[.]org (confirmed)

Message 1 from us to you. No numbered message received from you yet.

TLP:AMBER
`)
    const formal = await desk.call('draft.save', saving(view, { formal: true, observables: 'csv' }))
    expect(formal.preview).toContain('Mika Kallio\n')
    expect(formal.preview).not.toContain('192[.]')
  })
})

describe('a template', () => {
  it('is filled from the case, and what is open is counted again as it is typed', async () => {
    const orchard = await partnerOf(desk, 'Orchard')
    const number = await newCase()
    const { draft } = await desk.call('draft.new', { case: number, to: [orchard.card], inReplyTo: null })
    const filled = await desk.call('draft.fill', { id: draft.id, template: 'request', language: 'es' })
    expect(filled.filled).toEqual({ template: 'request', done: 6, of: 6 })
    expect(filled.draft).toMatchObject({
      subject: 'Solicitud de información: Phishing at Orchard',
      language: 'es',
      observables: 'text',
    })
    expect(filled.preview).toContain(`Nuestra referencia es ${number}.`)
    expect(filled.preview).toContain('- 192[.]0[.]2[.]7 (confirmado)')
    const { fingerprint } = await ownKey(desk)
    expect(filled.draft.text.replaceAll(' ', '')).toContain(fingerprint)

    const vendor = await desk.call('draft.fill', { id: draft.id, template: 'vendor', language: 'en' })
    expect(vendor.draft.observables).toBe('none')
    expect(vendor.preview).not.toMatch(/192\[|Orchard/)
    expect(vendor.filled).toEqual({ template: 'vendor', done: 4, of: 8 })
    const text = vendor.draft.text.replace('[…]', 'Widget 4.1')
    expect((await desk.call('draft.save', saving(vendor, { text }))).filled?.done).toBe(5)
  })

  it('for a dead key says which and since when, and goes out of the case, signed and in clear', async () => {
    const orchard = await partnerOf(desk, 'Orchard', { made: '2026-01-01T00:00:00.000Z', days: 30, trust: 'undecided' })
    const number = await newCase()
    const { draft } = await desk.call('draft.new', { case: number, to: [orchard.card], inReplyTo: null })
    const view = await desk.call('draft.fill', { id: draft.id, template: 'dead-key', language: 'en' })
    expect(view.draft).toMatchObject({ case: null, tlp: 'CLEAR', protection: 'signed', observables: 'none' })
    expect(view.draft.text).toContain('expired on 31 January 2026')
    expect(view.draft.text.replaceAll(' ', '')).toContain(orchard.key?.fingerprint)
    expect(`${view.outerSubject} ${view.preview}`).not.toMatch(/2026-MK|Phishing/)
    expect(view.verdict.verdict).toBe('allow')
    const back = await desk.call('draft.fill', { id: draft.id, template: 'request', language: 'en' })
    expect(back.draft).toMatchObject({ case: number, tlp: 'AMBER', protection: 'encrypted' })
  })
})

describe('files of a draft', () => {
  it('are sealed when they are handed in: nothing of them or of the text lies readable on disk', async () => {
    const view = await draftTo(desk, [await partnerOf(desk, 'Orchard')], { text: 'the secret sentence' })
    const attached = await desk.call('draft.attach', {
      id: view.draft.id,
      file: textFile('../../etc/log.txt', 'a secret line\n'.repeat(20_000)),
    })
    expect(attached.draft.files).toMatchObject([{ name: 'log.txt', size: 280_000 }])
    for (const file of filesIn(desk.dir)) {
      const bytes = readFileSync(file)
      expect(bytes.includes('secret line') || bytes.includes('secret sentence')).toBe(false)
    }
    const again = await reopenedDesk(desk)
    const { draft } = await again.call('draft.show', { id: view.draft.id })
    expect(draft).toMatchObject({ text: 'the secret sentence', files: attached.draft.files })
  })

  it('are taken from disk by a grant, while a person types on', async () => {
    const view = await draftTo(desk, [await partnerOf(desk, 'Orchard')])
    const { id } = view.draft
    const path = writeText(tempFolder(), 'evidence.log', 'x'.repeat(3_000_000))
    const file = { grant: desk.grant(path, 'read'), name: 'evidence.log' }
    const [, attached] = await Promise.all([
      desk.call('draft.save', saving(view, { text: 'typed meanwhile' })),
      desk.call('draft.attach', { id, file }),
    ])
    expect(attached.draft).toMatchObject({
      text: 'typed meanwhile',
      files: [{ name: 'evidence.log', size: 3_000_000 }],
    })
    const gone = { grant: desk.grant(`${path}.gone`, 'read'), name: 'gone' }
    expect(await desk.refused('draft.attach', { id, file: gone })).toBe('file-missing')
    expect(await desk.refused('draft.attach', { id, file })).toBe('grant-unknown')
  })

  it('have names of their own, and go with the last draft that has them', async () => {
    const orchard = await partnerOf(desk, 'Orchard')
    const fenwick = await partnerOf(desk, 'Fenwick')
    const { draft } = await draftTo(desk, [orchard, fenwick])
    await desk.call('draft.attach', { id: draft.id, file: textFile('a.txt', 'one') })
    const two = await desk.call('draft.attach', { id: draft.id, file: textFile('A.txt', 'two') })
    expect(two.draft.files.map(({ name }) => name)).toEqual(['a.txt', 'A (2).txt'])
    expect(await desk.refused('draft.attach', { id: draft.id, file: textFile('e.txt', '') })).toBe('draft-file-empty')
    const before = filesIn(join(desk.dir, 'blobs')).length
    const { drafts } = await desk.call('draft.split', { id: draft.id, by: 'each' })
    const [first, second] = drafts
    await desk.call('draft.detach', { id: first!.draft.id, blob: two.draft.files[0]!.blob })
    expect(filesIn(join(desk.dir, 'blobs'))).toHaveLength(before)
    await desk.call('draft.drop', { id: second!.draft.id })
    expect(filesIn(join(desk.dir, 'blobs'))).toHaveLength(before - 1)
    await desk.call('draft.drop', { id: first!.draft.id })
    expect(filesIn(join(desk.dir, 'blobs'))).toHaveLength(before - 2)
    expect((await desk.call('vault.check', {})).findings).toEqual([])
  })
})

describe('one recipient without a usable key', () => {
  const reasons: readonly (readonly [string, Parameters<typeof partnerOf>[2], string])[] = [
    ['no key', { withoutKey: true }, 'release.key-none'],
    ['an expired key', { made: '2026-01-01T00:00:00.000Z', days: 30, trust: 'undecided' }, 'release.key-expired'],
    ['a rejected key', { trust: 'rejected' }, 'release.key-rejected'],
  ]

  it.each(reasons)('%s stops all of it with its own reason', async (_, wish, code) => {
    const [orchard, fenwick] = [await partnerOf(desk, 'Orchard'), await partnerOf(desk, 'Fenwick', wish)]
    const { verdict, recipients } = await draftTo(desk, [orchard, fenwick])
    expect(verdict.verdict).toBe('stop')
    expect(verdict.reasons[0]).toMatchObject({ level: 'stop', said: { code }, recipient: fenwick.card })
    if (code !== 'release.key-rejected') expect(recipients[1]?.encrypts.today).toBe(false)
  })

  it('an unverified key is a condition', async () => {
    const { verdict } = await draftTo(desk, [await partnerOf(desk, 'Fenwick', { trust: 'undecided' })])
    expect(verdict.verdict).toBe('condition')
    expect(verdict.reasons[0]?.said.code).toBe('release.key-unverified')
  })

  it('goes into a draft of its own, with everything else', async () => {
    const [orchard, fenwick] = [
      await partnerOf(desk, 'Orchard'),
      await partnerOf(desk, 'Fenwick', { withoutKey: true }),
    ]
    const number = await newCase()
    const change = { formal: true, observables: 'csv', tlp: 'AMBER' } as const
    const { draft } = await draftTo(desk, [fenwick, orchard], change, number)
    const { draft: whole } = await desk.call('draft.attach', { id: draft.id, file: textFile('a.txt', 'one') })
    const { drafts } = await desk.call('draft.split', { id: draft.id, by: 'usable' })
    expect(drafts.map((one) => [one.draft.to, one.verdict.verdict])).toEqual([
      [[orchard.card], 'allow'],
      [[fenwick.card], 'stop'],
    ])
    const { id: _, to: __, savedAt: ___, ...same } = whole
    for (const one of drafts) expect(one.draft).toMatchObject(same)
    expect(drafts[0]?.draft.id).toBe(draft.id)
    expect(await desk.refused('draft.split', { id: draft.id, by: 'usable' })).toBe('draft-nothing-to-split')
  })
})

describe('in clear', () => {
  it('is stopped for AMBER and RED, and where a card asks for PGP; GREEN may go', async () => {
    const orchard = await partnerOf(desk, 'Orchard', { withoutKey: true })
    const view = await draftTo(desk, [orchard], { protection: 'signed', tlp: 'GREEN' })
    expect(view.verdict.verdict).toBe('allow')
    for (const tlp of ['AMBER', 'RED'] as const) {
      const { verdict } = await desk.call('draft.save', saving(view, { protection: 'signed', tlp }))
      expect(verdict.verdict).toBe('stop')
      expect(verdict.reasons[0]?.said.code).toBe('release.never-in-clear')
    }
  })
})
