/** The keyring and the messages: what waited for a key is read again, and a key says what it was used for and when it is needed next. */
import { createMessage, encrypt, readKey } from 'openpgp'
import { beforeEach, describe, expect, it } from 'vitest'
import { signerFor } from '../../../electron/core/keyring/signing-roles.ts'
import { crlf, mail, person, pgpMime, signedMime, textPart, type Person } from '../../material/pgp-people.ts'
import { copiedDesk, textFile, type TestDesk } from '../desk-fixture.ts'

let desk: TestDesk
let ann: Person

beforeEach(async () => {
  desk = await copiedDesk()
  ann = await person('Ann', 60)
})

const report = 'Phishing at hxxps://login[.]example/x from 203.0.113.77, 2026-11-20 08:15:00 +0100.'

const signed = async (): Promise<string> => mail('ann@example.org', await signedMime(textPart(report), ann))

const teamKey = async (): Promise<string> => (await desk.call('me.show', {})).teamKey ?? ''

describe('a key that comes after the message', () => {
  it('makes its signature good, and says which exchange that was', async () => {
    const { exchange } = await desk.call('intake.open', { file: textFile('r.eml', await signed()) })
    expect(exchange.signature).toBe('unknown-key')
    const { reread } = await desk.call('key.import', { file: textFile('ann.asc', ann.armoredPublic) })
    expect(reread).toEqual([exchange.id])
    expect((await desk.call('exchange.show', { exchange: exchange.id })).signature).toBe('good')
  })

  it('that is our own opens it, when it is unlocked', async () => {
    const fingerprint = (
      await desk.call('key.generate', {
        name: 'Second',
        email: 'second@harrow.example',
        role: 'team',
        passphrase: 'its own',
      })
    ).fingerprint
    const { armored } = await desk.call('key.export', { fingerprint })
    await desk.call('key.forget', { fingerprint })
    const sealed: unknown = await encrypt({
      message: await createMessage({ text: crlf(textPart(report)) }),
      encryptionKeys: await readKey({ armoredKey: armored }),
      date: new Date(desk.ports.now()),
    })
    const file = textFile('s.eml', mail('ann@example.org', pgpMime(String(sealed))))
    const { exchange } = await desk.call('intake.open', { file })
    expect(exchange.problem?.code).toBe('message-key-locked')
    await desk.call('key.unlock', { fingerprint, passphrase: 'its own', keep: 'session' })
    expect((await desk.call('exchange.show', { exchange: exchange.id })).message?.text).toContain('203.0.113.77')
  })
})

it('a key says what it was used for, and whether it holds when its case is next due', async () => {
  await desk.call('key.import', { file: textFile('ann.asc', ann.armoredPublic) })
  const { exchange, proposal } = await desk.call('intake.open', { file: textFile('r.eml', await signed()) })
  const { state, clocks } = await desk.call('intake.case', {
    exchange: exchange.id,
    title: 'Phishing',
    rung: 5,
    tlp: 'AMBER',
    urgent: false,
    rsit: null,
    constituent: null,
    owner: proposal.owner.value,
  })
  const key = await desk.call('key.show', { fingerprint: ann.fingerprint })
  expect(key.usage).toEqual({ sent: 0, received: 1, lastAt: exchange.at, lastCase: state.number })
  const [due] = clocks.flatMap((clock) => clock.due ?? []).toSorted()
  expect(key.encrypts).toEqual({ today: true, due: { case: state.number, at: due, can: true } })
})

it('another own key for announcements is found by its role, and its passphrase of this session with it', async () => {
  const before = await teamKey()
  const second = await desk.call('key.generate', {
    name: 'News',
    email: 'news@harrow.example',
    role: 'team',
    passphrase: 'p',
  })
  await desk.call('key.signsFor', { fingerprint: before, roles: ['team'] })
  await desk.call('key.signsFor', { fingerprint: second.fingerprint, roles: ['announcements'] })
  const session = desk.core.session()
  if (session === null) throw new Error('locked')
  expect(signerFor(session, 'personal')).toMatchObject({ value: { fingerprint: before } })
  await desk.call('key.forget', { fingerprint: second.fingerprint })
  expect(signerFor(session, 'announcements')).toMatchObject({ problem: { code: 'key-locked' } })
  await desk.call('key.unlock', { fingerprint: second.fingerprint, passphrase: 'p', keep: 'session' })
  expect(signerFor(session, 'announcements')).toMatchObject({
    value: { fingerprint: second.fingerprint, passphrase: 'p' },
  })
})
