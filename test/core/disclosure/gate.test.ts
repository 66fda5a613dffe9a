/** The gate at work on messages: what a case holds, what it has on file, what is hidden, and what is let out all the same. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { Command } from '../../../shared/domain/case/command.ts'
import { shippedDisclosure } from '../../../shared/domain/disclosure/shipped.ts'
import type { DraftView } from '../../../shared/ipc/views.ts'
import { copiedDesk, reopenedDesk, textFile, type TestDesk } from '../desk-fixture.ts'
import { draftTo, openedBy, partnerOf, releaseTo, saving, type Partner } from '../exchange-out/partner-desk.ts'

let desk: TestDesk
let orchard: Partner
let number: string

const change = async (command: Command): Promise<void> => {
  const { heads } = await desk.call('case.show', { number })
  await desk.call('case.change', { number, heads: [...heads], command })
}
const codesOf = ({ verdict }: DraftView): readonly string[] => verdict.reasons.map(({ said }) => said.code)

beforeEach(async () => {
  desk = await copiedDesk()
  orchard = await partnerOf(desk, 'Orchard')
  number = (await desk.call('case.create', { title: 'Logins at Fenland Water' })).state.number
  await change({ do: 'set', field: 'classes', value: 'private-user,private-site' })
  await change({ do: 'party', party: null, name: 'Fenland Water', card: null, role: 'affected' })
})

const asVendor = (): Promise<void> =>
  change({ do: 'party', party: null, name: orchard.name, card: orchard.card, role: 'vendor' })

const telling =
  'Fenland Water: ana.ruiz@fenland.example came from 192.0.2.7 to vpn.fenland.example (hxxps://vpn[.]fenland[.]example/in).'
const originals = ['fenland', 'ana.ruiz', '192.0.2.7', '192[.]0[.]2[.]7']
const kinds = ['kind:address', 'kind:host', 'kind:link', 'kind:user', 'kind:organisation']

describe('a message of a case', () => {
  it('is judged by what the case holds, and as whom the case has them', async () => {
    const view = await draftTo(desk, [orchard], { text: telling }, number)
    expect(view.draft.classes).toEqual(['private-user', 'private-site'])
    expect(view.verdict.verdict).toBe('condition')
    await asVendor()
    const stopped = await desk.call('draft.show', { id: view.draft.id })
    expect(stopped.verdict.reasons[0]).toMatchObject({ said: { code: 'gate.permission' }, fix: { kind: 'redact' } })
    expect(
      await desk.refused('draft.release', { id: view.draft.id, form: 'clipboard', conditionsAccepted: true }),
    ).toBe('release-stopped')
  })

  it('passes with a permission on file, until it ends', async () => {
    await asVendor()
    const view = await draftTo(desk, [orchard], { text: telling }, number)
    const classes = ['private-user', 'private-site'] as const
    await change({
      do: 'permit',
      party: 'Fenland Water',
      classes: [...classes],
      to: ['vendor'],
      until: '2099-01-01T00:00:00.000Z',
      how: 'by telephone',
    })
    expect(codesOf(await desk.call('draft.show', { id: view.draft.id }))).toContain('gate.permitted')
    const { state } = await desk.call('case.show', { number })
    await change({
      do: 'permit-withdraw',
      permission: state.permissions[0]?.id ?? '',
      reason: 'they changed their mind',
    })
    expect((await desk.call('draft.show', { id: view.draft.id })).verdict.verdict).toBe('stop')
  })

  it('goes against a stop with a reason and the own code, and the journal keeps both', async () => {
    await asVendor()
    const { draft } = await draftTo(desk, [orchard], { text: telling }, number)
    const wish = { id: draft.id, form: 'clipboard' } as const
    const reason = 'their line is cut and people may be hurt'
    expect(await desk.refused('draft.release', { ...wish, override: { reason, code: 'XX' } })).toBe('gate.code-wrong')
    expect(desk.copied).toEqual([])
    const { sha256 } = await desk.call('draft.release', { ...wish, override: { reason, code: 'MK' } })
    const { journal } = await (await reopenedDesk(desk)).call('case.show', { number })
    const kept = journal.find(({ kind }) => kind === 'disclosed')
    expect(kept?.said).toMatchObject({ code: 'act.disclosed-over', params: { to: 'Orchard-CERT', reason } })
    expect(sha256).toHaveLength(64)
  })
})

describe('redaction', () => {
  it('hides it in subject, text and table, tells the same names everywhere, and opens the way', async () => {
    await asVendor()
    await change({
      do: 'observe',
      observables: [
        { type: 'domain', value: 'vpn.fenland.example' },
        { type: 'ip', value: '192.0.2.7' },
      ],
      state: 'seen',
    })
    const text = { subject: 'Logins at Fenland Water', text: telling, observables: 'csv' } as const
    const view = await draftTo(desk, [orchard], { ...text, redact: kinds }, number)
    expect(view.verdict.verdict).toBe('condition')
    expect(view.redacted.map(({ as }) => as)).toEqual(
      expect.arrayContaining(['host-1', 'user-1', 'address-1', 'org-1']),
    )
    expect(view.innerSubject).toBe(`[${number}] TLP:AMBER Logins at org-1`)
    const { bytes } = await releaseTo(desk, view, 'eml', { conditionsAccepted: true })
    const opened = await openedBy(desk, orchard, bytes)
    const all = [opened.text, ...opened.attachments.map(({ bytes }) => Buffer.from(bytes).toString())].join('\n')
    for (const original of originals) expect(all.toLowerCase()).not.toContain(original)
    const { journal } = await desk.call('case.show', { number })
    expect(journal.some(({ kind }) => kind === 'disclosed')).toBe(true)
  })

  it('leaves nothing in a mail in clear, however it is encoded', async () => {
    await change({ do: 'set', field: 'tlp', value: 'GREEN', reason: 'agreed' })
    await change({ do: 'set', field: 'classes', value: 'private-user' })
    const about = { subject: 'Fenland Water', text: `${telling} ñ`, tlp: 'GREEN', protection: 'signed' } as const
    const view = await draftTo(desk, [orchard], { ...about, redact: kinds }, number)
    expect(view.verdict.verdict).toBe('allow')
    const { bytes } = await releaseTo(desk, view)
    const raw = Buffer.from(bytes).toString('latin1')
    const soft = raw.replaceAll(/=\r\n/g, '')
    const words = raw.match(/[A-Za-z0-9+/]{16,}={0,2}/g) ?? []
    const forms = [
      raw,
      soft,
      soft.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16))),
      ...words.map((one) => Buffer.from(one, 'base64').toString('utf8')),
    ]
    for (const form of forms) for (const original of originals) expect(form.toLowerCase()).not.toContain(original)
  })

  it('calls a thing the same in the next message, after a restart too', async () => {
    const first = await desk.call('redaction.preview', { number, text: 'b.example a.example', hide: ['a.example'] })
    expect(first.done).toMatchObject([{ item: 'a.example', as: 'host-1' }])
    desk = await reopenedDesk(desk)
    const next = await desk.call('redaction.preview', { number, text: 'b.example a.example', hide: ['kind:host'] })
    expect(next.text).toBe('host-2 host-1')
  })

  it('stops at a file that still holds it, and names one that cannot be read', async () => {
    const view = await draftTo(desk, [orchard], { text: telling, redact: kinds }, number)
    const { id } = view.draft
    const log = await desk.call('draft.attach', { id, file: textFile('vpn.log', 'ANA.RUIZ@fenland.example in\n') })
    expect(log.verdict.reasons[0]).toMatchObject({ said: { code: 'gate.attachment-holds' }, final: true })
    await desk.call('draft.detach', { id, blob: log.draft.files[0]?.blob ?? '' })
    const encoded = Buffer.from('x'.repeat(30) + ' ana.ruiz@fenland.example').toString('base64')
    const mail = await desk.call('draft.attach', { id, file: textFile('a.eml', `\n${encoded}\n`) })
    expect(codesOf(mail)).toContain('gate.attachment-holds')
    await desk.call('draft.detach', { id, blob: mail.draft.files[0]?.blob ?? '' })
    const zip = await desk.call('draft.attach', { id, file: { name: 'a.bin', bytes: new Uint8Array([0, 255, 1]) } })
    expect(codesOf(zip)).toContain('gate.attachment-unread')
  })
})

describe('the policy', () => {
  it('is the team’s: a new version is in force at once, and the old ones are kept', async () => {
    const { policy, history } = await desk.call('disclosure.show', {})
    expect(policy).toEqual(shippedDisclosure)
    expect(history).toMatchObject([{ version: 0 }])
    const ask = {
      number: null,
      to: ['class:csirt'],
      classes: ['intruder' as const],
      channel: 'phone' as const,
      verified: true,
    }
    expect((await desk.call('disclosure.check', ask)).verdict).toBe('allow')
    const cells = structuredClone(policy.cells)
    cells.intruder.csirt = { ...cells.intruder.csirt, rule: 'no' }
    expect(await desk.refused('disclosure.save', { policy: { ...policy, cells }, reason: ' ' })).toBe('reason-needed')
    await desk.call('disclosure.save', { policy: { ...policy, name: 'ours', cells }, reason: 'our lawyer says so' })
    const again = await reopenedDesk(desk)
    expect((await again.call('disclosure.check', ask)).verdict).toBe('stop')
    expect((await again.call('disclosure.show', {})).history).toMatchObject([
      { version: 1, code: 'MK', reason: 'our lawyer says so', name: 'ours' },
      { version: 0 },
    ])
  })
})

it('proposes what a message holds, each with why, and sets nothing', async () => {
  const view = await draftTo(desk, [orchard], { text: `${telling} CVE-2026-12345`, classes: ['contact'] }, number)
  expect(view.draft.classes).toEqual(['contact'])
  expect(view.classesProposed.map((one) => one.class)).toEqual([
    'private-user',
    'private-site',
    'vulnerability',
    'embarrassing',
  ])
})

it('a message that leaves the draft alone keeps its classes', async () => {
  const view = await draftTo(desk, [orchard], {}, number)
  expect((await desk.call('draft.save', saving(view, { text: 'x' }))).draft.classes).toEqual(view.draft.classes)
})
