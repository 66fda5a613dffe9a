/** The tray of the fake desk: messages taken in, reports that are told, and what a person does with each. */
import { giveZone } from '../../../shared/domain/intake/give-zone.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { CallFacts, CaseView, ExchangeRow, Intake } from '../../../shared/ipc/views.ts'
import { fail, ok } from '../../../shared/kit/result.ts'
import { saying } from '../../../shared/words/say.ts'
import type { FakeCases } from './fake-cases.ts'
import { intakeOf, sampleExchanges } from './sample-exchanges.ts'

interface Around {
  readonly rows: () => readonly ExchangeRow[]
  readonly find: (id: string) => ExchangeRow
  readonly change: (id: string, change: Partial<ExchangeRow>) => ExchangeRow
  readonly add: (row: ExchangeRow) => void
  readonly newId: () => string
  readonly newCase: (title: string) => { readonly number: string; readonly heads: readonly string[] }
  readonly cases: FakeCases
  readonly attach: (number: string, row: ExchangeRow) => void
}

type Calls = Pick<Handlers<'core'>, Extract<keyof Handlers<'core'>, `intake.${string}` | 'call.take'>>

export function fakeIntake({ rows, find, change, add, newId, newCase, cases, attach }: Around): Calls {
  const told = new Map<string, CallFacts>()
  const zones = new Map<string, string>()
  const show = (id: string): Intake => {
    const intake = intakeOf(find(id))
    const call = told.get(id) ?? null
    const zone = zones.get(id)
    const given =
      zone === undefined || intake.report === null ? null : giveZone(intake.report, { zone, order: null, code: 'MK' })
    const report = given?.ok === true ? given.value : intake.report
    const message = call === null ? intake.exchange.message : null
    return { ...intake, report, exchange: { ...intake.exchange, message, call } }
  }
  const make = (
    id: string,
    title: string,
    fields: Readonly<Record<string, string | number | boolean | null>>,
  ): CaseView[] => {
    const { number, heads } = newCase(title)
    let now = heads
    for (const [field, value] of Object.entries(fields)) {
      const changed = cases.change(number, now, { do: 'set', field: field as 'rung', value })
      if (changed.ok) now = changed.value.heads
    }
    attach(number, find(id))
    const view = cases.view(number)
    return view.ok ? [view.value] : []
  }
  return {
    'intake.open': async ({ file }) => {
      const sample = sampleExchanges()[0]!
      const partner = file.name.includes('@') ? file.name : sample.partner
      const one = { ...sample, id: newId(), at: new Date().toISOString(), partner }
      add(one)
      return ok(show(one.id))
    },
    'intake.list': async () => ok(rows().filter(({ state }) => state === 'tray' || state === 'set-aside')),
    'intake.show': async ({ exchange }) => ok(show(exchange)),
    'intake.case': async ({ exchange, title, rung, severity, tlp, urgent, rsit, constituent, owner, kind }) => {
      const [view] = make(exchange, title, { rung, severity, tlp, urgent, rsit, constituent, owner, kind })
      return view === undefined ? fail(saying('title-empty')) : ok(view)
    },
    'intake.split': async ({ exchange, title, tlp }) => {
      const { affected } = intakeOf(find(exchange)).proposal
      return ok(affected.value.flatMap(({ name }) => make(exchange, `${title} (${name})`, { tlp, constituent: name })))
    },
    'intake.attach': async ({ exchange, numbers }) => {
      for (const number of numbers) attach(number, find(exchange))
      return ok(numbers.flatMap((number) => viewsOf(cases, number)))
    },
    'intake.setAside': async ({ exchange }) => ok(change(exchange, { state: 'set-aside' })),
    'intake.many': async ({ exchanges, to }) =>
      ok(
        exchanges.map((id) => {
          if ('reason' in to) return change(id, { state: 'set-aside' })
          attach(to.number, find(id))
          return find(id)
        }),
      ),
    'intake.zone': async ({ exchange, zone }) => {
      const { report } = intakeOf(find(exchange))
      const given = report === null ? null : giveZone(report, { zone, order: null, code: 'MK' })
      if (given?.ok !== true) return fail(saying('zone-not-read', { zone }))
      zones.set(exchange, zone)
      return ok(show(exchange))
    },
    'intake.complete': async () => fail(saying('complete-nothing')),
    'call.take': async ({ channel, from, card, number, pin, subject, text }) => {
      const right = pin === null ? 'none' : pin.said === '7391' ? 'right' : 'wrong'
      const id = newId()
      const named = card === null ? null : { id: card, name: 'CERT-Harrow' }
      told.set(id, { channel, from, card: named, number, pin: right, takenBy: 'MK', text })
      const sample = sampleExchanges()[0]!
      add({ ...sample, id, at: new Date().toISOString(), partner: from, subject, told: channel, encrypted: false })
      return ok(show(id))
    },
  }
}

function viewsOf(cases: FakeCases, number: string): readonly CaseView[] {
  const view = cases.view(number)
  return view.ok ? [view.value] : []
}
