/** What the desk does with messages after they came in: keys that come later, attachments, what was sent, and records of older versions. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { exchangesOf, newExchange, type ExchangeRecord } from '../../../electron/core/exchange/exchange-records.ts'
import { protectSecret } from '../../../electron/core/pgp/key-material.ts'
import { release } from '../../../electron/core/release/release.ts'
import type { Session } from '../../../electron/core/session.ts'
import { recordBlob, writeBlob } from '../../../electron/core/store/blobs.ts'
import { sha256 } from '../../../electron/core/store/canonical.ts'
import { chunksOf } from '../../../electron/core/store/sealed-chunks.ts'
import { ok } from '../../../shared/kit/result.ts'
import { saying } from '../../../shared/words/say.ts'
import { encrypted, mail, multipart, must, person, pgpMime, textPart, type Person } from '../../material/pgp-people.ts'
import { zipOf } from '../../material/zip.ts'
import { copiedDesk, reopenedDesk, textFile, type TestDesk } from '../desk-fixture.ts'
import { tempFolder } from '../vault-fixture.ts'

let us: Person
/** Its secret half, locked with "of the key". */
let locked: string
beforeAll(async () => {
  us = await person('Us')
  locked = must(await protectSecret(us.armoredSecret, null, 'of the key'))
})

const accepted = {
  title: 'Scan',
  rung: null,
  tlp: 'AMBER',
  urgent: false,
  rsit: null,
  constituent: null,
  owner: null,
} as const

function sessionOf({ core }: TestDesk): Session {
  const session = core.session()
  if (session === null) throw new Error('a locked desk')
  return session
}

const secretMail = async (text = 'Host 192.0.2.7 scans us.'): Promise<string> =>
  mail('ann@example.org', pgpMime(await encrypted(textPart(text), [us], us)))

describe('a message for a key of ours', () => {
  it('that is not here waits, and opens when the key comes', async () => {
    const desk = await copiedDesk()
    const { exchange } = await desk.call('intake.open', { file: textFile('m.eml', await secretMail()) })
    expect(exchange.problem?.code).toBe('message-no-key')
    expect(exchange.next.map(({ kind }) => kind)).toEqual(['import-own-key', 'ask-sender'])
    const file = textFile('us.asc', us.armoredSecret)
    const { reread } = await desk.call('key.import', { file, role: 'team' })
    expect(reread).toEqual([exchange.id])
    const view = await desk.call('exchange.show', { exchange: exchange.id })
    expect(view).toMatchObject({ problem: null, encrypted: true, signature: 'good', state: 'tray' })
  })

  it('that is locked is unlocked in place, and the case notes that it opened', async () => {
    const desk = await copiedDesk()
    await desk.call('key.import', { file: textFile('us.asc', locked), role: 'team' })
    const { exchange } = await desk.call('intake.open', { file: textFile('m.eml', await secretMail()) })
    const { fingerprint } = us
    expect(exchange.next).toEqual([{ kind: 'unlock-key', fingerprint }])
    const { state } = await desk.call('intake.case', { exchange: exchange.id, ...accepted })
    await desk.call('key.unlock', { fingerprint, passphrase: 'of the key', keep: 'session' })
    const view = await desk.call('exchange.show', { exchange: exchange.id })
    expect(view).toMatchObject({ problem: null, state: 'in-case', cases: [state.number] })
    const { journal } = await desk.call('case.show', { number: state.number })
    expect(journal.at(-1)?.said.params['text']).toContain('could be opened now')
    // Locked again it stays readable, and asking for another look says why that is not possible now.
    const again = await reopenedDesk(desk)
    expect(await again.refused('exchange.again', { exchange: exchange.id })).toBe('message-key-locked')
    expect((await again.call('exchange.show', { exchange: exchange.id })).message?.text).toContain('192.0.2.7')
  })
})

describe('attachments', () => {
  const archive = zipOf([{ name: '../out.txt', content: 'x' }])
  const withFiles = (): string =>
    mail(
      'ann@example.org',
      multipart('multipart/mixed', [
        textPart('See the files.'),
        `Content-Type: application/zip; name="logs.zip"\nContent-Transfer-Encoding: base64\n\n${archive.toString('base64')}`,
        'Content-Type: text/plain; name="notes.txt"\nContent-Disposition: attachment\n\nline',
      ]),
    )

  it('are looked at without leaving the vault', async () => {
    const desk = await copiedDesk()
    const { exchange } = await desk.call('intake.open', { file: textFile('m.eml', withFiles()) })
    const look = (name: string) => desk.call('exchange.look', { exchange: exchange.id, name })
    expect(await look('notes.txt')).toMatchObject({ kind: 'text', cut: false })
    expect(await look('logs.zip')).toMatchObject({
      kind: 'archive',
      entries: [{ name: '../out.txt', findings: [{ code: 'archive.parent' }] }],
      findings: [{ code: 'archive.dangerous' }],
    })
    const missing = { exchange: exchange.id, name: 'other.zip' }
    expect(await desk.refused('exchange.look', missing)).toBe('exchange-no-attachment')
    expect(existsSync(join(desk.dir, 'out.txt'))).toBe(false)
  })

  it('are saved where a person chose, byte for byte, and each case notes it with its marking', async () => {
    const desk = await copiedDesk()
    const { exchange } = await desk.call('intake.open', { file: textFile('m.eml', withFiles()) })
    const { state } = await desk.call('intake.case', { exchange: exchange.id, ...accepted })
    const path = join(tempFolder(), 'logs.zip')
    const wish = { exchange: exchange.id, name: 'logs.zip' }
    const saved = await desk.call('exchange.save', { ...wish, to: { grant: desk.grant(path, 'write') } })
    expect(saved).toEqual({ file: 'logs.zip', sha256: sha256(archive) })
    expect(readFileSync(path).equals(archive)).toBe(true)
    const { journal } = await desk.call('case.show', { number: state.number })
    const note = String(journal.at(-1)?.said.params['text'])
    expect(note).toContain(saved.sha256)
    expect(note).toContain('TLP:AMBER')
    const kept = exchangesOf(sessionOf(desk).store).get(exchange.id)?.saved
    expect(kept).toMatchObject([{ name: 'logs.zip', code: 'MK' }])
    expect(await desk.refused('exchange.save', { ...wish, to: { grant: 'no such grant' } })).toBe('grant-unknown')
  })
})

it('nothing but the attachment that was shown passes the release point', () => {
  const bytes = new TextEncoder().encode('other')
  expect(() => release.attachment(bytes, { sha256: sha256('shown') })).toThrow('not the attachment')
  expect(release.attachment(bytes, { sha256: sha256(bytes) }).content).toBe(bytes)
})

/** As a version before this one wrote it: without what came since. */
function oldRecord(session: Session, id: string, more: Readonly<Record<string, unknown>> = {}): void {
  const { store, ports } = session
  const text = new TextEncoder().encode('From: ann@example.org\n\nOld.')
  const written = writeBlob(store.dir, ports.newId(), ports.random(32), chunksOf(text))
  const protection = { encrypted: false, integrity: false, recipients: [], signature: 'unknown-key', signer: null }
  const findings = [saying('signature-unknown-key', { key: 'A'.repeat(40) })]
  const message = { subject: 'Old', text: 'Old.', outside: '', findings, attachments: [], keysFound: [] }
  const record = {
    id,
    direction: 'in',
    state: 'tray',
    at: '2026-10-01T00:00:00.000Z',
    partner: 'ann@example.org',
    subject: 'Old',
    messageId: '',
    cases: [],
    fileName: 'old.eml',
    size: text.length,
    message: { ...message, protection: { ...protection, signedAt: null, decryptedWith: null } },
    report: null,
    problem: null,
    released: null,
    setAsideReason: null,
    ...more,
  }
  const done = store.commit((tx) => {
    const { id: blob, sha256: hash } = recordBlob(tx, written)
    const body = JSON.stringify({ ...record, blob, sha256: hash })
    tx.db.prepare('INSERT INTO records (kind, id, at, body) VALUES (?, ?, ?, ?)').run(['exchange', id, tx.at, body])
    return ok(null)
  })
  expect(done.ok).toBe(true)
}

describe('a record of an older version', () => {
  it('is listed, shown and read again', async () => {
    const desk = await copiedDesk()
    oldRecord(sessionOf(desk), 'old')
    const later = await reopenedDesk(desk)
    expect(await later.call('intake.list', {})).toMatchObject([{ id: 'old', number: null, sentAt: null }])
    expect(await later.call('exchange.list', { search: 'ann old', from: 0, count: 10 })).toMatchObject({ total: 1 })
    const view = await later.call('exchange.show', { exchange: 'old' })
    expect(view.message?.protection.signatures).toEqual([])
    expect((await later.call('exchange.again', { exchange: 'old' })).message?.text).toContain('Old.')
  })
})

describe('a released message', () => {
  const released = (id: string, cases: readonly string[]): ExchangeRecord =>
    newExchange({
      id,
      direction: 'out',
      state: 'released',
      at: '2026-11-22T08:00:00.000Z',
      partner: 'Ann',
      subject: 'Scan',
      messageId: '',
      cases: [...cases],
      blob: 'none',
      fileName: 'out.eml',
      sha256: '',
      size: 0,
      message: null,
      report: null,
      problem: null,
      released: { form: 'eml', sha256: '', to: [], text: 'x', tlp: 'AMBER' },
      setAsideReason: null,
    })

  it('is sent once, and its case notes when', async () => {
    const desk = await copiedDesk()
    const { state } = await desk.call('case.create', { title: 'Scan' })
    const { store } = sessionOf(desk)
    store.commit((tx) => {
      exchangesOf(store).put(tx, 'out', released('out', [state.number]))
      return ok(null)
    })
    const first = await desk.call('exchange.sent', { exchange: 'out' })
    expect(first.sentAt).not.toBeNull()
    expect(await desk.call('exchange.sent', { exchange: 'out' })).toEqual(first)
    const { journal } = await desk.call('case.show', { number: state.number })
    expect(journal.filter(({ said }) => String(said.params['text']).includes('was sent'))).toHaveLength(1)
    expect(await desk.refused('exchange.look', { exchange: 'out', name: 'a' })).toBe('exchange-not-in')
    expect(await desk.refused('exchange.again', { exchange: 'out' })).toBe('exchange-not-in')
  })

  it('only then can be sent', async () => {
    const desk = await copiedDesk()
    const { exchange } = await desk.call('intake.open', {
      file: textFile('m.eml', mail('ann@example.org', textPart('x'))),
    })
    expect(await desk.refused('exchange.sent', { exchange: exchange.id })).toBe('exchange-not-released')
  })
})

it('what a person decides while a message is being read again is not undone by the reading', async () => {
  const desk = await copiedDesk()
  const { exchange } = await desk.call('intake.open', {
    file: textFile('m.eml', mail('ann@example.org', textPart('x'))),
  })
  const reading = desk.call('exchange.again', { exchange: exchange.id })
  await desk.call('intake.setAside', { exchange: exchange.id, reason: 'advertisement' })
  expect((await reading).state).toBe('set-aside')
})
