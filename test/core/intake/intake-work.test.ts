/** What is done with reports beyond one mail, one case: several constituents, a telephone, a log, what is missing, many at once. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Input } from '../../../shared/ipc/contract.ts'
import type { Intake } from '../../../shared/ipc/views.ts'
import { copiedDesk, reopenedDesk, textFile, type TestDesk } from '../desk-fixture.ts'

let desk: TestDesk
beforeEach(async () => {
  desk = await copiedDesk()
})

async function constituent(name: string, cidr: string, domain: string): Promise<string> {
  const { id } = await desk.call('card.create', { name, role: 'constituent' })
  const value = { cidrs: [cidr], domains: [domain], asns: [] }
  await desk.call('card.edit', { card: id, edits: [{ field: 'networks', value }], reason: 'contract' })
  return id
}

const mail = (subject: string, lines: readonly string[]): ReturnType<typeof textFile> =>
  textFile(
    'report.eml',
    [
      'From: Abuse Desk <abuse@upstream.example>',
      'To: cert@harrow.example',
      `Subject: ${subject}`,
      'Message-ID: <r1@upstream.example>',
      'Date: Sun, 22 Nov 2026 07:00:00 +0000',
      '',
      ...lines,
      '',
    ].join('\r\n'),
  )

const digest = mail('Hosts that attack us', [
  'These hosts of yours attacked our SSH service:',
  '',
  '2026-11-22T05:10:00Z source 198.51.100.10 port 40001 destination 192.0.2.7 port 22 tcp',
  '2026-11-22T05:20:00Z source 203.0.113.20 port 40002 destination 192.0.2.7 port 22 tcp',
  '2026-11-22T05:30:00Z source 198.51.100.11 port 40003 destination 192.0.2.7 port 22 tcp',
])

/** Every guess as it was proposed. */
const asProposed = ({ exchange, proposal }: Intake): Input<'intake.case'> => ({
  exchange: exchange.id,
  title: proposal.title.value,
  kind: proposal.kind.value,
  rung: proposal.rung.value,
  severity: proposal.severity.value,
  tlp: proposal.tlp.value,
  urgent: proposal.urgent.value,
  rsit: proposal.rsit.value,
  constituent: proposal.constituent.value,
  owner: proposal.owner.value,
  classes: [...proposal.classes.value],
  affected: proposal.affected.value.map(({ id }) => id),
})

describe('a report that concerns two constituents', () => {
  let bank: string
  let port: string
  let intake: Intake
  beforeEach(async () => {
    bank = await constituent('Harbour Bank', '198.51.100.0/24', 'bank.example')
    port = await constituent('Port Authority', '203.0.113.0/24', 'port.example')
    intake = await desk.call('intake.open', { file: digest })
  })

  test('names both, the one with more events first, and why', () => {
    expect(intake.proposal.affected).toMatchObject({
      value: [
        { id: bank, name: 'Harbour Bank', events: 2 },
        { id: port, name: 'Port Authority', events: 1 },
      ],
      because: { code: 'because.affected' },
    })
    expect(intake.proposal.constituent).toMatchObject({
      value: 'Harbour Bank',
      because: { code: 'because.constituent-network' },
    })
  })

  test('as one case keeps all events and puts both on the board', async () => {
    const { state } = await desk.call('intake.case', asProposed(intake))
    expect(state.parties.map(({ name, role }) => [name, role])).toEqual([
      ['Harbour Bank', 'constituent'],
      ['Port Authority', 'constituent'],
    ])
    expect(state.events.map(({ at }) => at)).toEqual([
      '2026-11-22T05:10:00.000Z',
      '2026-11-22T05:20:00.000Z',
      '2026-11-22T05:30:00.000Z',
    ])
  })

  test('split, makes a case for each that knows nothing of the other, and the message is in both', async () => {
    const cases = await desk.call('intake.split', asProposed(intake))
    expect(cases.map(({ state }) => state.constituent)).toEqual(['Harbour Bank', 'Port Authority'])
    const values = cases.map(({ state }) => state.observables.map(({ value }) => value))
    expect(values[0]).toContain('198.51.100.10')
    expect(values[0]).not.toContain('203.0.113.20')
    expect(values[1]).toContain('203.0.113.20')
    expect(values[1]).not.toContain('198.51.100.11')
    const again = await reopenedDesk(desk)
    const numbers = cases.map(({ state }) => state.number)
    expect((await again.call('exchange.show', { exchange: intake.exchange.id })).cases).toEqual(numbers)
  })

  test('that falls to one only is not split', async () => {
    const one = await desk.call('intake.open', {
      file: mail('One host', ['2026-11-22T05:10:00Z source 198.51.100.10 port 40001']),
    })
    expect(await desk.refused('intake.split', asProposed(one))).toBe('split-nothing')
  })
})

describe('a report by telephone', () => {
  const told = {
    channel: 'phone',
    from: 'Ana Ruiz',
    number: '+34 910 000 099',
    subject: 'Logins from abroad',
    text: '2026-11-22 06:30 +0100: logins to vpn.bank.example (198.51.100.5) from 192.0.2.99, port 443/tcp',
  } as const

  async function withPin(): Promise<{ card: string; pin: string }> {
    const card = await constituent('Harbour Bank', '198.51.100.0/24', 'bank.example')
    const { pins } = await desk.call('pin.set', { card, holder: 'Ana Ruiz', pin: '7391' })
    return { card, pin: pins[0]?.id ?? '' }
  }

  test('with the right PIN says so, is read like a mail, and becomes a case of the channel "phone"', async () => {
    const { card, pin } = await withPin()
    const intake = await desk.call('call.take', { ...told, card, pin: { pin, said: '7391' } })
    expect(intake.exchange.call).toMatchObject({ pin: 'right', takenBy: 'MK', card: { name: 'Harbour Bank' } })
    expect(intake.sender?.because.code).toBe('because.caller-pin')
    expect(intake.report?.events[0]).toMatchObject({ at: '2026-11-22T05:30:00.000Z' })
    const { state } = await desk.call('intake.case', asProposed(intake))
    expect(state.exchanges).toMatchObject([{ direction: 'in', channel: 'phone' }])
  })

  test('with a wrong PIN loses nothing, and says that nobody knows who called', async () => {
    const { card, pin } = await withPin()
    const { exchange, sender } = await desk.call('call.take', { ...told, card, pin: { pin, said: '0000' } })
    expect(exchange.call).toMatchObject({ pin: 'wrong', text: told.text })
    expect(sender?.because.code).toBe('because.caller-card')
    const again = await reopenedDesk(desk)
    expect((await again.call('intake.show', { exchange: exchange.id })).exchange.call?.pin).toBe('wrong')
  })

  test('without a word of what happened is not kept', async () => {
    expect(await desk.refused('call.take', { ...told, card: null, pin: null, text: ' ' })).toBe('call-text-empty')
    expect(await desk.call('intake.list', {})).toEqual([])
  })
})

test('a log that somebody saw is a report too', async () => {
  const { exchange, report } = await desk.call('call.take', {
    channel: 'log',
    from: 'ids-2',
    card: null,
    pin: null,
    subject: 'Threshold reached',
    text: '2026-11-22T05:10:00Z ET SCAN SSH 192.0.2.99:40001 -> 198.51.100.5:22 tcp',
  })
  expect(exchange.call).toMatchObject({ channel: 'log', from: 'ids-2', pin: 'none' })
  expect(report?.events[0]?.sourceIps).toEqual(['192.0.2.99'])
})

test('what a report lacks is asked for in a reply that names each field', async () => {
  const { exchange } = await desk.call('intake.open', {
    file: mail('Scan', ['Host 198.51.100.10 scanned us yesterday.']),
  })
  const { draft } = await desk.call('intake.complete', { exchange: exchange.id })
  expect(draft).toMatchObject({ inReplyTo: exchange.id, case: null })
  expect(draft.text).toMatch(/time/i)
  expect(draft.text).toMatch(/port/i)
})

test('many at once go where a person sends them, each as if alone', async () => {
  const taken = [
    await desk.call('intake.open', { file: mail('Scan one', ['198.51.100.10 scanned us']) }),
    await desk.call('intake.open', { file: mail('Scan two', ['198.51.100.11 scanned us']) }),
    await desk.call('intake.open', { file: mail('Newsletter', ['Buy our product']) }),
  ].map(({ exchange }) => exchange.id)
  const [one = '', two = '', three = ''] = taken
  const { state } = await desk.call('case.create', { title: 'Scans' })
  const rows = await desk.call('intake.many', { exchanges: [one, two], to: { number: state.number } })
  expect(rows.map(({ state: is, cases }) => [is, cases])).toEqual([
    ['in-case', [state.number]],
    ['in-case', [state.number]],
  ])
  await desk.call('intake.many', { exchanges: [three], to: { reason: 'advertising' } })
  expect((await desk.call('exchange.show', { exchange: three })).setAsideReason).toBe('advertising')
})
