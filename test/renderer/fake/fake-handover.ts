/** The handover of a shift and capsules in memory, for the renderer's tests: both ends of one, and what merges after a day in the field. */
import type { DutyView } from '../../../shared/ipc/case-views.ts'
import type { FeedName, Handlers } from '../../../shared/ipc/contract.ts'
import type { CapsuleMade, CapsuleView, HandoverView, OwnLine } from '../../../shared/ipc/handover-views.ts'
import { fail, ok } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { fakeTaking, type FakeTaking } from './fake-taking.ts'
import type { FakeCases } from './fake-cases.ts'
import { sampleCapsule, type SampleCapsule } from './sample-capsules.ts'
import { lookalikeKey } from './sample-keys.ts'

type Calls = Pick<Handlers<'core'>, Extract<keyof Handlers<'core'>, `handover.${string}` | `capsule.${string}`>>

interface Around {
  readonly cases: FakeCases
  readonly tell: (feed: FeedName) => void
  readonly passDutyTo: (code: string) => void
}

interface FakeHandover extends Pick<FakeTaking, 'jobs' | 'cancel'> {
  readonly calls: Calls
  /** What the top bar says while nobody has taken it. */
  readonly given: () => DutyView['given']
}

const minute = 60_000
const hour = 60 * minute
const at = (ms: number): string => new Date(Date.now() + ms).toISOString()
const hash = '5be140c7d2a91f08c7e3b95d264f70d8a6be1c3952708e14dbf6a2c95d3e7d39'
const sizeOfCapsule = 214_016

export const jvDesk = 'C40D91E2A7736B58F01C2D94E6B8A03571F9D2C6'

const takers: HandoverView['takers'] = [
  { code: 'AL', name: 'Anselm Lark', tier: 'N1', key: null, verified: false },
  { code: 'BR', name: 'Brida Rook', tier: 'N1', key: lookalikeKey, verified: false },
  { code: 'JV', name: 'Jun Vale', tier: 'N2', key: jvDesk, verified: true },
  { code: 'OT', name: 'Oda Tern', tier: 'N3', key: null, verified: false },
]

const said = (text: string): Saying => saying('act.note.added', { text })

const needed = [
  'Delta Rail wants the block list before its call',
  'Report to CERT-Orchard is drafted, not sent',
  'Call the ministry; it will give its PIN',
  'Ask the owner whether the keys are revoked',
  'Our answer to the early warning is owed',
]
const waits = [
  ['CERT-Orchard', 'mail logs of two days', -0.4],
  ['Harrow Bank', 'consent to tell the vendor', 1.4],
  ['City of Westmere', 'maintenance window', 25],
  ['Northgate Grid', 'list of infected hosts', 30],
  ['The vendor', 'patch date, call awaited', 50],
] as const
const changes = [
  'Rung 9 → 7: three accounts confirmed',
  'Request for logs sent to CERT-Harrow, encrypted',
  'TLP:AMBER → TLP:RED, asked by the ministry',
  'Opened from pasted mail, reporter told',
  'Closed: resolved, notice sent',
  'Paused: waits for the maintenance window',
  'Evidence file added, hash recorded',
]

type Lines = Pick<HandoverView, 'needs' | 'waiting' | 'changed'>

/** A long shift where the desk has many cases. */
function linesFrom(cases: FakeCases): Lines {
  const open = cases.ordered(new Date().toISOString()).map(({ state }) => state)
  const [n, w, c] = open.length > 200 ? [100, 120, 110] : [5, 8, 12]
  const line = (list: string, place: number) => {
    const { number, title, owner } = open[(place * 3 + list.length) % open.length]!
    return { id: `${list}-${String(place)}`, number, title, owner, read: false, note: '', answer: '' }
  }
  if (open.length === 0) return { needs: [], waiting: [], changed: [] }
  return {
    needs: Array.from({ length: n }, (_, place) => ({
      ...line('need', place),
      due: at((place - 2) * 41 * minute + 12 * minute),
      needed: said(needed[place % needed.length]!),
    })),
    waiting: Array.from({ length: w }, (_, place) => {
      const [whom, what, chase] = waits[place % waits.length]!
      const when = place % 7 === 6 ? null : at(chase * hour)
      return { ...line('waits', place), since: at(-(place * place * 2.5 + 5.7) * hour), whom, what, chase: when }
    }),
    changed: Array.from({ length: c }, (_, place) => {
      const { number, title } = line('changed', place)
      const by = place % 3 === 1 ? 'JV' : 'MK'
      return { at: at(-(place * 26 + 9) * minute), number, title, said: said(changes[place % changes.length]!), by }
    }),
  }
}

/** As the duty of the sample has it. */
function turnOfMk(): { readonly from: string; readonly until: string } {
  const start = Math.floor(Date.now() / hour) * hour
  return { from: new Date(start - 8 * hour).toISOString(), until: new Date(start + 4 * hour).toISOString() }
}

function startOf(cases: FakeCases): HandoverView {
  const lines = linesFrom(cases)
  const numbers = lines.needs.map(({ number }) => number)
  return {
    state: 'open',
    side: 'giver',
    shift: { ...turnOfMk(), by: 'MK', to: null },
    takers,
    ...lines,
    own: [],
    notes: '',
    unfinished:
      numbers.length === 0
        ? []
        : [
            { kind: 'draft', said: said('Draft to CERT-Orchard, report'), number: numbers[1] ?? null },
            { kind: 'draft', said: said('Draft to Harrow Bank, consent'), number: numbers[2] ?? null },
            { kind: 'key', said: said('Key of CERT-Orchard: 6 of 10 groups read'), number: null },
            { kind: 'call', said: said('Call awaited: vendor, patch date'), number: numbers[4] ?? null },
          ],
    prepared: null,
    given: null,
    taken: null,
    capsules: [],
  }
}

export function fakeHandover({ cases, tell, passDutyTo }: Around): FakeHandover {
  let view: HandoverView | null = null
  let held: readonly SampleCapsule[] = []
  let ids = 0
  const taking = fakeTaking(() => tell('job.changed'))
  // The sample cases are added after the door was made.
  const now = (): HandoverView => (view ??= startOf(cases))
  const set = (change: Partial<HandoverView>): Awaited<ReturnType<Calls['handover.show']>> => {
    view = { ...now(), ...change }
    tell('handover.changed')
    tell('policy.changed')
    return ok(view)
  }
  const hold = (capsules: readonly SampleCapsule[]): void => {
    held = capsules
    set({ capsules: held.map(({ view: capsule }) => rowOf(capsule)) })
  }
  const made = (file: string, to: string): CapsuleMade => ({
    file,
    bytes: sizeOfCapsule,
    sha256: hash,
    cases: cases.numbers.length,
    to,
  })
  const ticked = (): readonly { readonly read: boolean }[] => [...now().needs, ...now().waiting, ...now().own]
  const given = (to: string, file: string, when: number): HandoverView['given'] => ({
    at: at(when),
    to,
    file,
    bytes: sizeOfCapsule,
    sha256: hash,
    remindAt: at(when + 90 * minute),
  })
  const take = (by: string): Partial<HandoverView> => ({
    state: 'taken',
    taken: {
      at: at(0),
      by,
      tier: 'N2',
      read: ticked().filter(({ read }) => read).length,
      of: ticked().length,
      owners: 7,
      backUntil: at(30 * minute),
    },
  })
  const readIn = <L extends { readonly id: string; readonly read: boolean; readonly answer: string }>(
    lines: readonly L[],
    { line, read, answer }: { readonly line: string; readonly read: boolean; readonly answer?: string | undefined },
  ): readonly L[] => lines.map((one) => (one.id === line ? { ...one, read, answer: answer ?? one.answer } : one))
  /** What came from the other desk is here now; a handover waits to be read. */
  const takeIn = ({ view: capsule }: SampleCapsule): void => {
    if (capsule.kind === 'receipt') {
      const all = { needs: now().needs, waiting: now().waiting }
      const read = <L extends { readonly read: boolean }>(lines: readonly L[]): readonly L[] =>
        lines.map((one) => ({ ...one, read: true }))
      set({ needs: read(all.needs), waiting: read(all.waiting), own: read(now().own) })
      set(take(capsule.from))
      passDutyTo(capsule.from)
    }
    if (capsule.kind !== 'handover') return
    set({
      state: 'given',
      side: 'taker',
      shift: { ...now().shift, by: capsule.from, to: 'MK' },
      prepared: { at: at(-4 * minute), lines: ticked().length, promises: 8, drafts: 2 },
      notes: 'Delta Rail’s duty engineer prefers the second number. The ministry asks that nothing leaves the team.',
      needs: now().needs.map((one, place) =>
        place === 0 ? { ...one, note: 'They ring first; let them, they have no other line free.' } : one,
      ),
    })
  }
  const calls: Calls = {
    'handover.show': async () => ok(now()),
    'handover.write': async (change) => {
      // Writing to one that is over begins the next one.
      if (now().state === 'taken') view = startOf(cases)
      const { notes = now().notes, to = now().shift.to, line, add, remove } = change
      const note = <L extends { readonly id: string; readonly note: string }>(lines: readonly L[]): readonly L[] =>
        lines.map((one) => (one.id === line?.id ? { ...one, note: line.note } : one))
      const own: readonly OwnLine[] = now().own.filter(({ id }) => id !== remove)
      const added = add === undefined ? [] : [{ id: `own-${String(++ids)}`, text: add, read: false, answer: '' }]
      return set({
        notes,
        shift: { ...now().shift, to },
        needs: note(now().needs),
        waiting: note(now().waiting),
        own: [...own, ...added],
      })
    },
    'handover.give': async ({ to, cases: some, target }) => {
      const taker = takers.find(({ key }) => key === to)
      if (taker === undefined) return fail(saying('bad-request', { detail: to }))
      const file = target.grant === 'grant-1' ? 'shift-20261122-2000.signet' : target.grant
      set({
        state: 'given',
        shift: { ...now().shift, to: taker.code },
        prepared: { at: at(-5 * minute), lines: ticked().length, promises: 8, drafts: 2 },
        given: given(taker.code, file, 0),
      })
      return ok({ ...made(file, taker.code), cases: some?.length ?? cases.numbers.length })
    },
    'handover.withdraw': async () => {
      const { side } = now()
      view = side === 'taker' ? startOf(cases) : now()
      return set({ state: 'open', given: null, prepared: null })
    },
    'handover.read': async (wish) =>
      set({ needs: readIn(now().needs, wish), waiting: readIn(now().waiting, wish), own: readIn(now().own, wish) }),
    'handover.take': async () => {
      passDutyTo('MK')
      return set(take('MK'))
    },
    'handover.answer': async () => ok(made('receipt-20261122-1852.signet', now().shift.by)),
    'handover.back': async () => {
      passDutyTo(now().shift.by)
      return set({ state: 'given', taken: null })
    },
    'capsule.field': async () => ok(made('field-20261122-1852.signet', 'JV')),
    'capsule.open': async ({ file }) => {
      const capsule = sampleCapsule(file.name, cases)
      if (!capsule.ok) return capsule
      hold([...held.filter(({ view: one }) => one.id !== capsule.value.view.id), capsule.value])
      return ok(capsule.value.view)
    },
    'capsule.show': async ({ id }) => {
      const found = held.find(({ view: one }) => one.id === id)
      return found === undefined ? fail(saying('bad-request', { detail: id })) : ok(found.view)
    },
    'capsule.take': async ({ id, decisions }) => {
      const found = held.find(({ view: one }) => one.id === id)
      if (found === undefined) return fail(saying('bad-request', { detail: id }))
      const whole = await taking.take(found.view)
      if (!whole.ok) return whole
      hold(held.filter((one) => one !== found))
      takeIn(found)
      const later = found.view.questions.filter(
        (question) => (decisions.find((one) => one.question === question.id)?.side ?? null) === null,
      )
      return ok({
        kind: found.view.kind,
        cases: found.view.each.map(({ number, added }) => ({
          number,
          added,
          conflicts: later
            .filter((question) => question.number === number)
            .map(({ conflict, sides }) => ({
              field: conflict.field,
              ours: String(sides[0]?.value),
              theirs: String(sides[1]?.value),
            })),
        })),
      })
    },
    'capsule.drop': async ({ id }) => {
      hold(held.filter(({ view: one }) => one.id !== id))
      return ok(null)
    },
  }
  const onItsWay = (): DutyView['given'] => {
    const { state, shift, given: gave, prepared } = now()
    if (state !== 'given') return null
    const when = gave?.at ?? prepared?.at ?? at(0)
    return { by: shift.by, to: shift.to ?? '', at: when, remindAt: gave?.remindAt ?? at(90 * minute) }
  }
  return { calls, given: onItsWay, jobs: taking.jobs, cancel: taking.cancel }
}

const rowOf = ({ id, kind, from, madeAt, cases, conflicts }: CapsuleView): HandoverView['capsules'][number] => ({
  id,
  kind,
  from,
  madeAt,
  cases,
  conflicts,
})
