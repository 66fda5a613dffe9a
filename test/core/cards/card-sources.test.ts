import { createMessage, readPrivateKey, sign } from 'openpgp'
import { describe, expect, it } from 'vitest'
import type { CardView } from '../../../shared/ipc/card-views.ts'
import { copiedDesk, reopenedDesk, type TestDesk } from '../desk-fixture.ts'
import { teamDocument, teamKey, type Says } from './team-document.ts'

const imported = (desk: TestDesk, says: Says = {}): Promise<CardView> =>
  desk.call('card.import', { file: teamDocument(says) })

const shownAgain = async (desk: TestDesk, id: string): Promise<CardView> =>
  (await reopenedDesk(desk)).call('card.show', { id })

const day = 86_400_000

describe('a newer document', () => {
  it('of the same team is shown field by field before anything is stored, and then goes into its card', async () => {
    const desk = await copiedDesk()
    const { id } = await imported(desk)
    const file = teamDocument({ date: '2026-06-01', phone: '+34 910 000 003' })
    const preview = await desk.call('card.preview', { file })
    expect(preview.against).toEqual({ id, name: 'Orchard-CERT' })
    expect(preview.changes.map(({ field, kind }) => `${field} ${kind}`)).toEqual(['document changed', 'phones changed'])
    expect((await desk.call('card.show', { id })).reading.phones[0]?.e164).toBe('+34910000002')
    await desk.call('card.accept', { token: preview.token, into: id })
    const card = await shownAgain(desk, id)
    expect(card.reading.phones[0]?.e164).toBe('+34910000003')
    expect(card.sources.map(({ dated }) => dated)).toEqual(['2026-06-01', '2026-01-10'])
    expect(card.source.dated).toBe('2026-06-01')
    expect(card.provenance.find(({ field }) => field === 'phones')?.source).toBe(card.source.id)
  })

  it('does not take away what a person kept, and says who kept it', async () => {
    const desk = await copiedDesk()
    const { id } = await imported(desk)
    const { token } = await desk.call('card.preview', {
      file: teamDocument({ date: '2026-06-01', phone: '+34 910 000 003' }),
    })
    await desk.call('card.accept', { token, into: id, keep: ['phones'] })
    await imported(desk, { date: '2026-07-01', phone: '+34 910 000 004' })
    const card = await shownAgain(desk, id)
    expect(card.reading.phones[0]?.e164).toBe('+34910000002')
    expect(card.provenance.find(({ field }) => field === 'phones')).toMatchObject({ source: 'hand', code: 'MK' })
    expect(card.reading.document.date).toBe('2026-07-01')
  })

  it('that differs from an entry by hand says so, and the entry stays', async () => {
    const desk = await copiedDesk()
    const { id } = await imported(desk)
    await desk.call('card.edit', {
      card: id,
      edits: [{ field: 'timeZone', value: 'Atlantic/Canary' }],
      reason: 'moved',
    })
    const phones = [
      {
        text: '+34 910 000 009',
        purpose: 'main',
        script: null,
        audience: 'public',
        doNotUseFor: [],
        roundTheClock: false,
      },
    ] as const
    await desk.call('card.edit', {
      card: id,
      edits: [{ field: 'phones', value: phones.map((phone) => ({ ...phone, doNotUseFor: [] })) }],
      reason: 'called',
    })
    const { changes } = await desk.call('card.preview', {
      file: teamDocument({ date: '2026-06-01', phone: '+34 910 000 003' }),
    })
    expect(changes.map(({ field, byHand }) => [field, byHand])).toEqual([
      ['document', false],
      ['phones', true],
    ])
  })

  it('that is older than the one that is here says so, and goes below it', async () => {
    const desk = await copiedDesk()
    const { id } = await imported(desk, { date: '2026-06-01', phone: '+34 910 000 003' })
    const preview = await desk.call('card.preview', { file: teamDocument({ date: '2024-06-01' }) })
    expect(preview).toMatchObject({ older: true, changes: [] })
    await desk.call('card.accept', { token: preview.token, into: id })
    const card = await shownAgain(desk, id)
    expect(card.reading.phones[0]?.e164).toBe('+34910000003')
    expect(card.sources).toHaveLength(2)
  })

  it('of the same bytes changes nothing', async () => {
    const desk = await copiedDesk()
    const { id } = await imported(desk)
    const head = desk.core.session()?.store.head().seq
    const again = await imported(desk)
    expect(again.id).toBe(id)
    expect(again.sources).toHaveLength(1)
    expect(desk.core.session()?.store.head().seq).toBe(head)
  })
})

describe('a changed key', () => {
  it('is refused unless the whole new fingerprint is confirmed', async () => {
    const desk = await copiedDesk()
    const [old, fresh] = [await teamKey(), await teamKey()]
    const { id } = await imported(desk, { key: old })
    const file = teamDocument({ date: '2026-06-01', key: fresh })
    expect(await desk.refused('card.import', { file })).toBe('card-key-changed')
    const preview = await desk.call('card.preview', { file })
    expect(preview.keyChanged).toBe(true)
    expect(preview.keyChanges.map(({ fingerprint, kind }) => [fingerprint, kind])).toEqual([
      [fresh.fingerprint, 'new'],
      [old.fingerprint, 'gone'],
    ])
    const accept = { token: preview.token, into: id }
    expect(await desk.refused('card.accept', accept)).toBe('card-key-changed')
    expect(await desk.refused('card.accept', { ...accept, confirmKeys: [fresh.fingerprint.slice(-16)] })).toBe(
      'card-key-changed',
    )
    expect((await desk.call('card.show', { id })).sources).toHaveLength(1)
    await desk.call('card.accept', { ...accept, confirmKeys: [fresh.fingerprint] })
    expect((await shownAgain(desk, id)).reading.keys[0]?.fingerprint).toBe(fresh.fingerprint)
  })

  it('is one too where the new key only stands beside the old one', async () => {
    const desk = await copiedDesk()
    const [old, fresh] = [await teamKey(), await teamKey()]
    await imported(desk, { key: old })
    const file = teamDocument({ date: '2026-06-01', key: old, furtherKey: fresh })
    expect(await desk.refused('card.import', { file })).toBe('card-key-changed')
    const card = await desk.call('card.import', { file, confirmKeys: [fresh.fingerprint] })
    expect(card.keys.map(({ fingerprint, trust }) => [fingerprint, trust])).toContainEqual([
      fresh.fingerprint,
      'undecided',
    ])
  })

  it('leaves the old key in the keyring with what people decided, and messages go to the new one alone', async () => {
    const desk = await copiedDesk()
    const [old, fresh] = [await teamKey(), await teamKey()]
    const { id } = await imported(desk, { key: old })
    await desk.call('key.trust', { fingerprint: old.fingerprint, trust: 'verified', how: 'in-person', note: 'met' })
    const recipient = async (on: TestDesk) =>
      (await on.call('draft.new', { case: null, to: [id], inReplyTo: null })).recipients[0]
    expect(await recipient(desk)).toMatchObject({ fingerprint: old.fingerprint, trust: 'verified' })
    await desk.call('card.import', {
      file: teamDocument({ date: '2026-06-01', key: fresh }),
      confirmKeys: [fresh.fingerprint],
    })
    const again = await reopenedDesk(desk)
    expect(await again.call('key.show', { fingerprint: old.fingerprint })).toMatchObject({
      trust: 'verified',
      card: { id },
    })
    expect(await again.call('key.show', { fingerprint: fresh.fingerprint })).toMatchObject({ trust: 'undecided' })
    expect(await recipient(again)).toMatchObject({ fingerprint: fresh.fingerprint, trust: 'undecided' })
    // Not even when it comes in once more.
    await again.call('key.import', {
      file: { name: 'old.asc', bytes: new TextEncoder().encode(old.armoredPublic) },
      card: id,
    })
    expect(await recipient(again)).toMatchObject({ fingerprint: fresh.fingerprint })
  })

  it('asks for nothing where a person keeps the old one, or the document prints none', async () => {
    const desk = await copiedDesk()
    const [old, fresh] = [await teamKey(), await teamKey()]
    const { id } = await imported(desk, { key: old })
    const { token } = await desk.call('card.preview', { file: teamDocument({ date: '2026-06-01', key: fresh }) })
    await desk.call('card.accept', { token, into: id, keep: ['keys'] })
    const card = await shownAgain(desk, id)
    expect(card.reading.keys.map(({ fingerprint }) => fingerprint)).toEqual([old.fingerprint])
  })

  it('of a document without any leaves the card without a key to write to', async () => {
    const desk = await copiedDesk()
    const old = await teamKey()
    const { id } = await imported(desk, { key: old })
    await imported(desk, { date: '2026-06-01' })
    const { recipients } = await desk.call('draft.new', { case: null, to: [id], inReplyTo: null })
    expect(recipients[0]).toMatchObject({ fingerprint: null, keyState: 'none' })
  })

  it('that another card has already is not taken from it', async () => {
    const desk = await copiedDesk()
    const key = await teamKey()
    const { id } = await imported(desk, { key })
    const thief = teamDocument({ name: 'Quince-CERT', address: 'cert@quince.example', phone: '+34 910 000 005', key })
    const { token } = await desk.call('card.preview', { file: thief })
    await desk.call('card.accept', { token, into: null })
    expect(await desk.call('key.show', { fingerprint: key.fingerprint })).toMatchObject({ card: { id } })
  })
})

describe('previews', () => {
  it('are gone once they are discarded, and when the vault is locked', async () => {
    const desk = await copiedDesk()
    const { token } = await desk.call('card.preview', { file: teamDocument() })
    await desk.call('card.discard', { token })
    expect(await desk.refused('card.accept', { token, into: null })).toBe('card-preview-gone')
    const next = await desk.call('card.preview', { file: teamDocument() })
    const again = await reopenedDesk(desk)
    expect(await again.refused('card.accept', { token: next.token, into: null })).toBe('card-preview-gone')
    expect(await again.call('card.list', { search: 'orchard' })).toEqual([])
  })

  it('name cards that only look alike, with the reason', async () => {
    const desk = await copiedDesk()
    const { id } = await imported(desk)
    const other = teamDocument({ name: 'Quince-CERT', address: 'cert@quince.example' })
    const preview = await desk.call('card.preview', { file: other })
    expect(preview.against).toBeNull()
    expect(preview.alike).toEqual([
      { id, name: 'Orchard-CERT', because: { code: 'alike.phone', params: { phone: '+34910000002' } } },
    ])
  })
})

describe('the signature of a document', () => {
  it('lies beside it, is shown, and by a known key tells whose document it is', async () => {
    const desk = await copiedDesk()
    const key = await teamKey()
    const { id } = await imported(desk, { key })
    const renamed = {
      name: 'Pomona-CERT',
      address: 'team@pomona.example',
      phone: '+34 910 000 006',
      date: '2026-06-01',
    }
    const file = teamDocument(renamed)
    const signature = String(
      await sign({
        message: await createMessage({ binary: file.bytes }),
        signingKeys: await readPrivateKey({ armoredKey: key.armoredSecret }),
        detached: true,
        date: new Date('2026-11-20T08:00:00.000Z'),
      }),
    )
    const beside = { name: 'orchard.txt.asc', bytes: new TextEncoder().encode(signature) }
    const preview = await desk.call('card.preview', { file, beside })
    expect(preview.source.signature).toMatchObject({ kind: 'detached', state: 'good', signer: key.fingerprint })
    expect(preview.against?.id).toBe(id)
    expect((await desk.call('card.preview', { file })).against).toBeNull()
    await desk.call('card.accept', { token: preview.token, into: id })
    expect((await shownAgain(desk, id)).source.signature).toMatchObject({ state: 'good', by: 'known-key' })
  })
})

describe('what is kept of a source', () => {
  it('its text is shown again, with the card as old as its date', async () => {
    const desk = await copiedDesk()
    const { id, source } = await imported(desk, { date: '2024-01-10' })
    const again = await reopenedDesk(desk)
    const { text } = await again.call('card.source', { card: id, source: source.id })
    expect(text).toContain('published 2024-01-10')
    const card = await again.call('card.show', { id })
    expect(card).toMatchObject({ stale: true, ageDays: 1047 })
    expect(await again.refused('card.source', { card: id, source: 'hand' })).toBe('card-source-gone')
  })

  it('a vCard of many is several cards', async () => {
    const desk = await copiedDesk()
    const vcard = (name: string): string =>
      `BEGIN:VCARD\r\nVERSION:4.0\r\nFN:${name}\r\nEMAIL:cert@${name.toLowerCase()}.example\r\nEND:VCARD\r\n`
    const file = { name: 'teams.vcf', bytes: new TextEncoder().encode(vcard('Alder') + vcard('Birch')) }
    const preview = await desk.call('card.preview', { file })
    expect(preview.card.findings.map(({ code, params }) => [code, params])).toContainEqual([
      'card-source-several',
      { count: 2 },
    ])
    await desk.call('card.import', { file })
    await desk.call('card.import', { file })
    const again = await reopenedDesk(desk)
    const rows = await again.call('card.list', { search: '' })
    expect(rows.map(({ incidentAddress, source }) => [incidentAddress, source])).toEqual([
      ['cert@alder.example', 'vcard'],
      ['cert@birch.example', 'vcard'],
      ['cert@harrow.example', 'document'],
    ])
  })

  it('exchanges with the team are counted by address and key', async () => {
    const desk = await copiedDesk()
    const { id } = await imported(desk)
    expect((await desk.call('card.show', { id })).contact).toEqual({ exchanges: 0, lastAt: null, lastDirection: null })
    const mail =
      'From: cert@orchard.example\r\nTo: cert@harrow.example\r\nSubject: Hello\r\nMessage-ID: <1@orchard.example>\r\n\r\nHello.\r\n'
    await desk.call('intake.open', { file: { name: 'hello.eml', bytes: new TextEncoder().encode(mail) } })
    desk.ports.moveClock(day)
    expect((await desk.call('card.show', { id })).contact).toMatchObject({ exchanges: 1, lastDirection: 'in' })
    expect((await shownAgain(desk, id)).contact).toMatchObject({ exchanges: 1, lastAt: '2026-11-22T08:00:00.000Z' })
  })
})
