/** What leaves: whole and signed at the partner, numbered, journalled, and nothing at all where something stands in the way. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { keysOf } from '../../../electron/core/keyring/key-records.ts'
import { protectSecret } from '../../../electron/core/pgp/key-material.ts'
import { readNumberLine } from '../../../shared/domain/exchange/numbering.ts'
import { copiedDesk, reopenedDesk, textFile, type TestDesk } from '../desk-fixture.ts'
import { expectOk, tempFolder } from '../vault-fixture.ts'
import { draftTo, filesIn, openedBy, ownKey, partnerOf, releaseTo, saving, type Partner } from './partner-desk.ts'

let desk: TestDesk
let orchard: Partner

beforeEach(async () => {
  desk = await copiedDesk()
  orchard = await partnerOf(desk, 'Orchard')
})

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

describe('an encrypted mail', () => {
  it('opens at the partner as it was previewed, with its files, our key, and the real subject inside', async () => {
    const view = await draftTo(desk, [orchard], { subject: 'Scan of Ünïversity' })
    await desk.call('draft.attach', { id: view.draft.id, file: textFile('log.txt', 'one line\n') })
    const { released, bytes } = await releaseTo(desk, view)
    const message = await openedBy(desk, orchard, bytes)
    expect(message).toMatchObject({
      text: view.preview,
      subject: 'TLP:AMBER Scan of Ünïversity',
      outerSubject: 'TLP:AMBER',
      outside: '',
      findings: [],
      messageId: `${view.draft.id}@harrow.example`,
      protection: { encrypted: true, signature: 'good', signer: { matchesFrom: true } },
    })
    expect(message.attachments.map(({ name }) => name)).toEqual([
      'log.txt',
      `OpenPGP_0x${(await ownKey(desk)).fingerprint}.asc`,
    ])
    expect(textOf(bytes)).not.toMatch(/Scan|log\.txt|Please|Message 1/)
    expect(await desk.refused('draft.show', { id: view.draft.id })).toBe('draft-not-found')
    const shown = await desk.call('exchange.show', { exchange: released.exchange })
    expect(shown.released).toMatchObject({ text: view.preview, to: [orchard.key?.fingerprint] })
  })

  it('is a draft that mail programs open: seven bits, CRLF, short lines, no Bcc, threaded', async () => {
    const view = await draftTo(desk, [orchard], { text: `From here\n${'long '.repeat(400)}\n.\nñ` })
    const { bytes } = await releaseTo(desk, view)
    const raw = textOf(bytes)
    expect(raw).not.toMatch(/[^\r]\n|\r[^\n]|[\u0080-\u00ff]|^bcc:/im)
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78)
    expect(raw).toMatch(/^X-Unsent: 1\r\n/)
    expect((await openedBy(desk, orchard, bytes)).text).toContain('From here\nlong long')
  })

  it('carries observables as a file where that was asked for', async () => {
    const { state, heads } = await desk.call('case.create', { title: 'Phishing' })
    const { number } = state
    const observables = [{ type: 'url' as const, value: 'http://bad.example.org/x' }]
    const command = { do: 'observe' as const, observables, state: 'seen' as const }
    await desk.call('case.change', { number, heads: [...heads], command })
    const view = await draftTo(desk, [orchard], { observables: 'csv', attachOwnKey: false }, number)
    const message = await openedBy(desk, orchard, (await releaseTo(desk, view)).bytes)
    const [csv] = message.attachments
    expect(csv).toMatchObject({ name: `${number}-observables.csv`, covered: true })
    expect(Buffer.from(csv?.bytes ?? []).toString()).toContain('"hxxp://bad[.]example[.]org/x","seen","TLP:AMBER"')
    expect(message.subject).toBe(`[${number}] TLP:AMBER Scan`)
    const { journal } = await desk.call('case.show', { number })
    expect(journal.at(-1)?.said.code).toBe('act.exchange.out')
  })
})

describe('numbers', () => {
  it('go up with each partner alone, and none is given twice when two leave at once', async () => {
    const fenwick = await partnerOf(desk, 'Fenwick')
    await releaseTo(desk, await draftTo(desk, [orchard]))
    const [one, two] = [await draftTo(desk, [orchard]), await draftTo(desk, [orchard, fenwick], { language: 'en' })]
    const both = await Promise.all([releaseTo(desk, one), releaseTo(desk, two)])
    const texts = await Promise.all(both.map(async ({ bytes }) => (await openedBy(desk, orchard, bytes)).text))
    expect(readNumberLine(texts[0] ?? '')?.number).toBe(2)
    expect(texts[1]).toContain('cert@orchard.example: Message 3 from us to you.')
    expect(texts[1]).toContain('cert@fenwick.example: Message 1 from us to you.')
    const again = await reopenedDesk(desk)
    const partners = await again.call('exchange.partners', {})
    expect(partners.map(({ name, sent, unconfirmed }) => [name, sent, unconfirmed])).toEqual(
      expect.arrayContaining([
        ['Orchard-CERT', 3, [1, 2, 3]],
        ['Fenwick-CERT', 1, [1]],
      ]),
    )
  })

  it('a file alone has no text, so it takes no number', async () => {
    const view = await draftTo(desk, [orchard], { text: '', attachOwnKey: false })
    await desk.call('draft.attach', { id: view.draft.id, file: { name: 'dump.bin', bytes: new Uint8Array(5_000) } })
    const message = await openedBy(desk, orchard, (await releaseTo(desk, view, 'pgp')).bytes)
    expect(message.attachments).toMatchObject([{ name: 'dump.bin', size: 5_000, covered: true }])
    expect((await draftTo(desk, [orchard])).recipients[0]?.number).toBe(1)
  })
})

describe('a large file', () => {
  const size = 40 * 1_048_576

  it('goes by itself through the vault, and comes out whole at the partner', async () => {
    const view = await draftTo(desk, [orchard], { text: '' })
    const bytes = new Uint8Array(size).fill(7)
    await desk.call('draft.attach', { id: view.draft.id, file: { name: 'disk.img', bytes } })
    const { released, bytes: sealed } = await releaseTo(desk, view, 'pgp')
    expect(released.sha256).toBe(createHash('sha256').update(sealed).digest('hex'))
    const message = await openedBy(desk, orchard, sealed)
    expect(message).toMatchObject({ protection: { encrypted: true, signature: 'good' } })
    expect(message.attachments).toMatchObject([{ name: 'disk.img', size, covered: true }])
    const shown = await desk.call('exchange.show', { exchange: released.exchange })
    expect(shown).toMatchObject({ size: sealed.length, sha256: released.sha256, released: { text: '' } })
    expect((await desk.call('vault.check', {})).findings).toEqual([])
  })

  it('leaves nothing behind where its place is not given', async () => {
    const view = await draftTo(desk, [orchard], { text: '' })
    await desk.call('draft.attach', { id: view.draft.id, file: { name: 'disk.img', bytes: new Uint8Array(size) } })
    const before = filesIn(join(desk.dir, 'blobs'))
    expect(await desk.refused('draft.release', { id: view.draft.id, form: 'pgp' })).toBe('release-no-target')
    const to = { grant: 'none' }
    expect(await desk.refused('draft.release', { id: view.draft.id, form: 'pgp', to })).toBe('grant-unknown')
    expect(filesIn(join(desk.dir, 'blobs'))).toEqual(before)
    expect((await desk.call('draft.show', { id: view.draft.id })).draft.files).toHaveLength(1)
  })
})

describe('the other forms', () => {
  it('armour goes to the clipboard and nowhere else', async () => {
    const view = await draftTo(desk, [orchard])
    const released = await desk.call('draft.release', { id: view.draft.id, form: 'clipboard' })
    expect(released).toMatchObject({ form: 'clipboard', file: null })
    expect(desk.copied[0]).toMatch(/^-----BEGIN PGP MESSAGE-----\n/)
    const message = await openedBy(desk, orchard, Buffer.from(desk.copied[0] ?? ''))
    expect(message.text.trimEnd()).toBe(view.preview.trimEnd())
  })

  it('signed in clear is a multipart/signed mail, or a clear-signed text', async () => {
    const signed = { protection: 'signed', tlp: 'GREEN', text: 'Open words \nñ' } as const
    const mail = await releaseTo(desk, await draftTo(desk, [orchard], signed))
    expect(textOf(mail.bytes)).toMatch(/multipart\/signed;[\s\S]{0,200}micalg="?pgp-sha512"?/)
    expect(textOf(mail.bytes)).toMatch(/hp="?clear"?/)
    expect(await openedBy(desk, orchard, mail.bytes)).toMatchObject({
      subject: 'TLP:GREEN Scan',
      outerSubject: 'TLP:GREEN Scan',
      findings: [],
      protection: { encrypted: false, signature: 'good' },
    })
    const text = await releaseTo(desk, await draftTo(desk, [orchard], { ...signed, attachOwnKey: false }), 'asc')
    expect(Buffer.from(text.bytes).toString()).toMatch(
      /^-----BEGIN PGP SIGNED MESSAGE-----\n[\s\S]+\nTLP:GREEN\n-----BEGIN PGP SIGNATURE/,
    )
    const opened = await openedBy(desk, orchard, text.bytes)
    expect(opened).toMatchObject({ protection: { signature: 'good' }, findings: [] })
    expect(opened.text).toContain('Open words\nñ')
  })
})

describe('nothing leaves', () => {
  it('with a locked key, until its passphrase is given; the draft stays', async () => {
    const { fingerprint } = await ownKey(desk)
    const { store } = desk.core.session()!
    const key = keysOf(store).get(fingerprint)!
    const secretKey = expectOk(await protectSecret(key.secretKey ?? '', null, 'of the key'))
    store.commit((tx) => {
      keysOf(store).put(tx, fingerprint, { ...key, secretKey, passphrase: null, locked: true })
      return { ok: true, value: null }
    })
    const view = await draftTo(desk, [orchard])
    const path = join(tempFolder(), 'x.eml')
    const releasing = () => ({ id: view.draft.id, form: 'eml' as const, to: { grant: desk.grant(path, 'write') } })
    expect(await desk.refused('draft.release', releasing())).toBe('key-locked')
    expect(existsSync(path)).toBe(false)
    await desk.call('key.unlock', { fingerprint, passphrase: 'of the key', keep: 'session' })
    await desk.call('draft.release', releasing())
    expect(existsSync(path)).toBe(true)
  })

  it('as a mail with more files than a mail server takes, and says how else', async () => {
    const view = await draftTo(desk, [orchard])
    for (const name of ['a.bin', 'b.bin'])
      await desk.call('draft.attach', { id: view.draft.id, file: { name, bytes: new Uint8Array(13 * 1_048_576) } })
    const grant = desk.grant(join(tempFolder(), 'x.eml'), 'write')
    expect(await desk.refused('draft.release', { id: view.draft.id, form: 'eml', to: { grant } })).toBe(
      'draft-too-large-for-mail',
    )
  })

  it('in clear above GREEN, whatever was accepted', async () => {
    const view = await draftTo(desk, [orchard], { protection: 'signed', tlp: 'GREEN' })
    await desk.call('draft.save', saving(view, { protection: 'signed', tlp: 'AMBER' }))
    const grant = desk.grant(join(tempFolder(), 'x.eml'), 'write')
    const releasing = { id: view.draft.id, form: 'eml', to: { grant }, conditionsAccepted: true } as const
    expect(await desk.refused('draft.release', releasing)).toBe('release-stopped')
  })
})
