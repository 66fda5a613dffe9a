/** The whole way of a case through the core: an encrypted report comes in, the case is worked, the answer goes out, it is closed. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { generateKey } from '../../electron/core/pgp/key-material.ts'
import { openMessage } from '../../electron/core/pgp/open-message.ts'
import { sealMessage } from '../../electron/core/pgp/seal-message.ts'
import { readyDesk, reopenedDesk, textFile, type TestDesk } from './desk-fixture.ts'
import { expectOk, fixedPorts, tempFolder } from './vault-fixture.ts'

const now = '2026-11-20T10:00:00.000Z'

const partnerCard = `1.1 Date of Last Update

This is version 1.0, published 2026/01/10.

2.1 Name of the Team

Orchard-CERT: Orchard Telecom Computer Emergency Response Team

2.3 Time Zone

Europe/Madrid

2.4 Telephone Number

+34 910 000 002

2.7 Electronic Mail Address

Incident reports: <cert@orchard.example>
`

interface Partner {
  readonly armoredSecret: string
  readonly armoredPublic: string
  readonly fingerprint: string
}

let desk: TestDesk
let partner: Partner

beforeEach(async () => {
  desk = await readyDesk(undefined, fixedPorts(now))
  partner = expectOk(
    await generateKey({
      name: 'Orchard-CERT',
      email: 'cert@orchard.example',
      now: '2026-11-01T00:00:00.000Z',
      expiresInDays: 365,
    }),
  )
  await desk.call('card.import', { file: textFile('orchard.txt', partnerCard) })
  await desk.call('key.import', { file: textFile('orchard.asc', partner.armoredPublic) })
})

async function reportFor(teamKey: string): Promise<Uint8Array> {
  const sealed = await sealMessage({
    recipients: [teamKey],
    signWith: { armored: partner.armoredSecret, passphrase: null },
    form: 'eml',
    from: { name: 'Orchard-CERT', address: 'cert@orchard.example' },
    to: [{ name: 'Harrow-CERT', address: 'cert@harrow.example' }],
    subject: 'URGENT: phishing page at one of your constituents',
    outerSubject: 'report',
    messageId: 'r1@orchard.example',
    text: 'TLP:GREEN\n\nPhishing at hxxps://login[.]bank-harrow[.]example/x from 203.0.113.77 port 443/tcp to 198.51.100.20,\n2026-11-20 08:15:00 +0100.\n',
    attachments: [],
    attachOwnKey: false,
    now,
    boundary: 'abcdef0123456789abcdef',
  })
  return expectOk(sealed).bytes
}

async function ownTeamKey(): Promise<string> {
  const me = await desk.call('me.show', {})
  return (await desk.call('key.export', { fingerprint: me.teamKey ?? '' })).armored
}

async function takeReport(): Promise<Awaited<ReturnType<typeof desk.call<'intake.open'>>>> {
  return desk.call('intake.open', { file: { name: 'report.eml', bytes: await reportFor(await ownTeamKey()) } })
}

async function caseFromReport(): Promise<string> {
  const { exchange, proposal } = await takeReport()
  const made = await desk.call('intake.case', {
    exchange: exchange.id,
    title: proposal.title.value,
    rung: proposal.rung.value,
    tlp: proposal.tlp.value,
    urgent: proposal.urgent.value,
    rsit: proposal.rsit.value,
    constituent: null,
    owner: proposal.owner.value,
  })
  return made.state.number
}

describe('an encrypted and signed report', () => {
  it('is opened, its sender matched by the signing key, and proposals carry their reasons', async () => {
    const intake = await takeReport()
    const cards = await desk.call('card.list', { search: 'orchard' })
    expect(cards[0]?.keys).toEqual([{ fingerprint: partner.fingerprint, state: 'usable', trust: 'undecided' }])
    expect(intake.exchange.problem).toBeNull()
    expect(intake.exchange.message?.protection).toMatchObject({ encrypted: true, signature: 'good' })
    expect(intake.sender).toMatchObject({ name: 'Orchard-CERT', because: { code: 'because.sender-key' } })
    expect(intake.proposal.tlp).toMatchObject({ value: 'GREEN', because: { code: 'because.tlp-stated' } })
    expect(intake.proposal.urgent.value).toBe(true)
    expect(intake.proposal.rung.value).toBe(7)
  })

  it('makes a case with its observables, and the case is there after closing and opening the vault', async () => {
    const number = await caseFromReport()
    const again = await reopenedDesk(desk)
    const { state, journal } = await again.call('case.show', { number })
    expect(state).toMatchObject({ number: '2026-MK-0001', tlp: 'GREEN', urgent: true, owner: 'MK', phase: 'triage' })
    expect(state.observables.map(({ value }) => value)).toContain('203.0.113.77')
    expect(state.observables.map(({ value }) => value)).not.toContain('cert@orchard.example')
    expect(journal[0]?.said.code).toBe('act.case.opened')
  })

  it("stands in the queue with its reason and its first-response clock in the team's own hours", async () => {
    await caseFromReport()
    const window = await desk.call('queue.window', { order: 'policy' })
    expect(window.rows[0]).toMatchObject({ rung: 7, band: 'P3', urgent: true, dueKind: 'first-response' })
    // Friday 11:00 in Madrid, one working day: Monday 11:00 there.
    expect(window.rows[0]?.due?.slice(0, 16)).toBe('2026-11-23T10:00')
  })

  it('is kept sealed though it could not be opened, and opens once the key is there', async () => {
    const stranger = expectOk(
      await generateKey({ name: 'Else', email: 'x@else.example', now: '2026-11-01T00:00:00.000Z', expiresInDays: 30 }),
    )
    const bytes = await reportFor(stranger.armoredPublic)
    const intake = await desk.call('intake.open', { file: { name: 'r.eml', bytes } })
    expect(intake.exchange.problem?.code).toBe('message-no-key')
    expect((await desk.call('intake.list', {})).map(({ id }) => id)).toEqual([intake.exchange.id])
    await desk.call('key.import', { file: textFile('k.asc', stranger.armoredSecret), role: 'team' })
    const opened = await desk.call('intake.show', { exchange: intake.exchange.id })
    expect(opened.exchange.problem).toBeNull()
    expect(opened.exchange.message?.text).toContain('Phishing at')
  })
})

describe('the answer', () => {
  async function draftFor(number: string): Promise<string> {
    const { draft } = await desk.call('draft.new', { case: number, to: [], inReplyTo: null })
    const { case: _, inReplyTo: __, savedAt: ___, files: ____, to, classes, redact, ...form } = draft
    await desk.call('draft.save', {
      ...form,
      to: [...to],
      classes: [...classes],
      redact: [...redact],
      text: 'Taken down, thank you.',
    })
    return form.id
  }

  it('asks for consent while the key is undecided, then leaves as a mail that only the partner can read', async () => {
    const number = await caseFromReport()
    const id = await draftFor(number)
    expect((await desk.call('draft.show', { id })).verdict.verdict).toBe('condition')
    const path = join(tempFolder(), 'answer.eml')
    const release = { id, form: 'eml' as const, to: { grant: desk.grant(path, 'write') } }
    expect(await desk.refused('draft.release', release)).toBe('release-condition')
    await desk.call('key.trust', {
      fingerprint: partner.fingerprint,
      trust: 'verified',
      how: 'call-back',
      note: 'all ten groups read',
    })
    const released = await desk.call('draft.release', { ...release, to: { grant: desk.grant(path, 'write') } })
    const bytes = readFileSync(path)
    expect(bytes.toString()).not.toContain('Taken down')
    const opened = expectOk(
      await openMessage({
        bytes,
        fileName: 'a.eml',
        secretKeys: [{ armored: partner.armoredSecret, passphrase: null }],
        publicKeys: [await ownTeamKey()],
        now,
      }),
    )
    expect(opened.text).toContain('TLP:GREEN')
    expect(opened.text).toContain('Taken down')
    expect(opened.protection.signature).toBe('good')
    const { state } = await (await reopenedDesk(desk)).call('case.show', { number })
    expect(state.exchanges.map(({ direction }) => direction)).toEqual(['in', 'out'])
    expect(state.respondedAt).not.toBeNull()
    expect(state.exchanges.at(-1)?.exchange).toBe(released.exchange)
  })

  it('does not leave to a rejected key', async () => {
    const number = await caseFromReport()
    const id = await draftFor(number)
    await desk.call('key.trust', {
      fingerprint: partner.fingerprint,
      trust: 'rejected',
      how: 'call-back',
      note: 'not theirs',
    })
    const grant = desk.grant(join(tempFolder(), 'a.asc'), 'write')
    expect(await desk.refused('draft.release', { id, form: 'asc', to: { grant }, conditionsAccepted: true })).toBe(
      'release-stopped',
    )
  })
})

describe('a case', () => {
  it('is worked to its closing, and the report of it carries the marking and defanged observables', async () => {
    const number = await caseFromReport()
    const change = async (command: Parameters<typeof desk.call<'case.change'>>[1]['command']): Promise<void> => {
      const { heads } = await desk.call('case.show', { number })
      await desk.call('case.change', { number, heads: [...heads], command })
    }
    await change({ do: 'check', item: 'triage.occurred', state: 'done' })
    await change({ do: 'note', text: 'Spoke with the hoster.' })
    await change({ do: 'phase', phase: 'coordination', reason: 'extent is clear' })
    await change({ do: 'close', code: 'resolved', note: 'Page is gone.' })
    const path = join(tempFolder(), 'report.html')
    await desk.call('case.report', { number, audience: 'csirt', to: { grant: desk.grant(path, 'write') } })
    const report = readFileSync(path, 'utf8')
    expect(report).toContain('TLP:GREEN')
    expect(report).toContain('203[.]0[.]113[.]77')
    expect(report).not.toContain('203.0.113.77')
    expect(await desk.refused('case.report', { number, audience: 'press', to: { grant: 'x' } })).toBe('release-stopped')
  })

  it('refuses a change on heads that are no longer the heads', async () => {
    const number = await caseFromReport()
    const { heads } = await desk.call('case.show', { number })
    await desk.call('case.change', { number, heads: [...heads], command: { do: 'note', text: 'first' } })
    expect(
      await desk.refused('case.change', { number, heads: [...heads], command: { do: 'note', text: 'second' } }),
    ).toBe('case-stale')
  })

  it('is found by a word of a note and by an observable', async () => {
    const number = await caseFromReport()
    const { heads } = await desk.call('case.show', { number })
    await desk.call('case.change', { number, heads: [...heads], command: { do: 'note', text: 'Sinkholed at noon.' } })
    expect((await desk.call('case.list', { search: 'sinkhol' })).cases.map((row) => row.number)).toEqual([number])
    expect((await desk.call('case.list', { search: '203.0.113.77' })).total).toBe(1)
    expect((await desk.call('case.list', { search: 'nothing-like-it' })).total).toBe(0)
  })
})

it('a locked vault answers vault-locked to everything that needs it', async () => {
  desk.core.close()
  expect(await desk.refused('case.list', {})).toBe('vault-locked')
  expect(await desk.refused('key.list', {})).toBe('vault-locked')
})
