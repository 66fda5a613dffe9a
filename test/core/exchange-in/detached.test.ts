/** A signature in a file of its own: beside what it signs when it comes in, or days later. */
import { beforeAll, describe, expect, it } from 'vitest'
import { rereadFor } from '../../../electron/core/exchange/reread.ts'
import type { ExchangeView } from '../../../shared/ipc/views.ts'
import { detached, encrypted, mail, person, pgpMime, textPart, type Person } from '../../material/pgp-people.ts'
import { copiedDesk, reopenedDesk, textFile, type TestDesk } from '../desk-fixture.ts'

let ann: Person
beforeAll(async () => {
  ann = await person('Ann')
})

const report = 'TLP:GREEN\nHost 192.0.2.7 scans us.\n'

const withAnn = async (): Promise<TestDesk> => {
  const desk = await copiedDesk()
  await desk.call('key.import', { file: textFile('ann.asc', ann.armoredPublic), role: 'other' })
  return desk
}

async function taken(desk: TestDesk, text: string, signature: string): Promise<ExchangeView> {
  const file = textFile('report.txt', text)
  return (await desk.call('intake.open', { file, signature: textFile('report.txt.asc', signature) })).exchange
}

describe('a signature that comes beside a file', () => {
  it('covers the text of it, and goes on doing so after closing and opening the vault', async () => {
    const desk = await withAnn()
    const { id, message } = await taken(desk, report, await detached(report, ann))
    expect(message).toMatchObject({
      text: report,
      outside: '',
      signerTrust: 'undecided',
      protection: {
        signature: 'good',
        integrity: true,
        encrypted: false,
        signer: { fingerprint: ann.fingerprint },
        signatures: [{ state: 'good', fingerprint: ann.fingerprint, covers: true }],
      },
    })
    const again = await (await reopenedDesk(desk)).call('exchange.again', { exchange: id })
    expect(again.signature).toBe('good')
    expect(again.next).toEqual([{ kind: 'verify-key', fingerprint: ann.fingerprint }])
  })

  it('does not hold for a single changed byte', async () => {
    const { signature, next } = await taken(await withAnn(), report.replace('.7', '.8'), await detached(report, ann))
    expect(signature).toBe('bad')
    expect(next).toMatchObject([{ kind: 'ask-sender', say: { code: 'ask.signature-bad' } }])
  })

  it('makes a message of a file that is none: the file is its attachment, and covered', async () => {
    const desk = await withAnn()
    const content = '\u0000\u0001\u0002 no text at all \u0003\u0004'.repeat(20)
    const { id, message } = await taken(desk, content, await detached(content, ann))
    expect(message).toMatchObject({ text: '', attachments: [{ name: 'report.txt', covered: true }] })
    expect(message?.protection.signature).toBe('good')
    const path = `${desk.dir}.out`
    await desk.call('exchange.save', { exchange: id, name: 'report.txt', to: { grant: desk.grant(path, 'write') } })
    expect((await desk.call('exchange.look', { exchange: id, name: 'report.txt' })).kind).toBe('none')
  })

  it('over an encrypted message says who sent it, not who wrote it', async () => {
    const desk = await withAnn()
    const us = await person('Us')
    await desk.call('key.import', { file: textFile('us.asc', us.armoredSecret), role: 'team' })
    const sealed = mail('ann@example.org', pgpMime(await encrypted(textPart('secret'), [us], null)))
    const { message } = await taken(desk, sealed, await detached(sealed, ann))
    expect(message?.protection).toMatchObject({
      encrypted: true,
      signature: 'partial',
      signatures: [{ state: 'good', covers: false }],
    })
  })

  it('is refused before anything is stored where the file beside holds none', async () => {
    const desk = await withAnn()
    const files = { file: textFile('report.txt', report), signature: textFile('x.asc', ann.armoredPublic) }
    expect(await desk.refused('intake.open', files)).toBe('signature-none-in-file')
    expect(await desk.call('intake.list', {})).toEqual([])
  })
})

describe('a signature that comes later', () => {
  it('is checked over the bytes as they came, and the case says so', async () => {
    const desk = await withAnn()
    const { exchange } = await desk.call('intake.open', { file: textFile('report.txt', report) })
    expect(exchange.signature).toBe('none')
    const filed = await desk.call('intake.case', { exchange: exchange.id, ...accepted })
    const file = textFile('report.txt.sig', await detached(report, ann))
    const view = await desk.call('exchange.signature', { exchange: exchange.id, file })
    expect(view).toMatchObject({ state: 'in-case', cases: [filed.state.number], signature: 'good' })
    const { journal } = await desk.call('case.show', { number: filed.state.number })
    expect(journal.at(-1)?.said.params['text']).toContain('was checked again: good')
  })
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

it('a message that waited for a key is read again when that key comes, and no other is', async () => {
  const desk = await copiedDesk()
  const bob = await person('Bob')
  const signed = await taken(desk, report, await detached(report, ann))
  const other = await taken(desk, `${report}2`, await detached(`${report}2`, bob))
  expect(signed.next).toMatchObject([{ kind: 'import-key' }])
  const filed = await desk.call('intake.case', { exchange: signed.id, ...accepted })
  await desk.call('key.import', { file: textFile('ann.asc', ann.armoredPublic), role: 'other' })
  const session = desk.core.session()
  // Importing reads again by itself; what is asked again changes nothing.
  if (session !== null) await rereadFor(session, [ann.fingerprint])
  expect((await desk.call('exchange.show', { exchange: signed.id })).signature).toBe('good')
  expect((await desk.call('exchange.show', { exchange: other.id })).signature).toBe('unknown-key')
  const { journal } = await desk.call('case.show', { number: filed.state.number })
  const notes = journal.map(({ said }) => String(said.params['text'])).filter((text) => text.includes('checked again'))
  expect(notes).toHaveLength(1)
})
