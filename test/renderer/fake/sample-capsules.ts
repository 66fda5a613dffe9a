/** Capsules by the name of their file: a handover, a receipt, field copies with and without questions, and those that are refused. */
import type { FieldValue, FieldName } from '../../../shared/domain/case/vocabulary.ts'
import type { CapsuleKind, CapsuleView, MergeQuestion, MergeSide } from '../../../shared/ipc/handover-views.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import type { FakeCases } from './fake-cases.ts'

export interface SampleCapsule {
  readonly view: CapsuleView
}

const minute = 60_000
const ago = (minutes: number): string => new Date(Date.now() - minutes * minute).toISOString()
const signer = 'C40D91E2A7736B58F01C2D94E6B8A03571F9D2C6'

const refused: readonly (readonly [word: string, problem: Saying])[] = [
  ['stranger', saying('capsule-stranger')],
  ['other', saying('capsule-for-another')],
  ['broken', saying('capsule-tampered')],
  ['older', saying('capsule-older', { from: 'JV', at: '2026-11-20T08:00Z', taken: '2026-11-22T08:00Z' })],
  ['newer', saying('capsule-newer', { format: 2 })],
]

/** As a person would drop them; `field` has three questions, `many` two hundred, `large` 900 cases, `three` one between three copies. */
export function sampleCapsule(name: string, cases: FakeCases): Result<SampleCapsule, Saying> {
  const has = (word: string): boolean => name.toLowerCase().includes(word)
  const refusal = refused.find(([word]) => has(word))
  if (refusal !== undefined) return fail(refusal[1])
  if (has('shift')) return ok({ view: capsule('handover', cases, []) })
  if (has('receipt')) return ok({ view: capsule('receipt', cases, []) })
  if (has('plain')) return ok({ view: capsule('back', cases, []) })
  if (has('large')) return ok({ view: { ...capsule('back', cases, []), id: 'capsule-large', cases: 900 } })
  if (has('three')) return ok({ view: capsule('back', cases, [ofThree(cases)]) })
  if (has('many'))
    return ok({
      view: capsule(
        'back',
        cases,
        Array.from({ length: 200 }, (_, at) => ({ ...questions(cases)[at % 3]!, id: `q-${String(at)}` })),
      ),
    })
  return ok({ view: capsule('back', cases, questions(cases)) })
}

const numberAt = (cases: FakeCases, at: number): string => cases.numbers[at] ?? cases.numbers[0] ?? ''
const titleAt = (cases: FakeCases, at: number): string => cases.state(numberAt(cases, at))?.title ?? ''

function capsule(kind: CapsuleKind, cases: FakeCases, asked: readonly MergeQuestion[]): CapsuleView {
  const each = Array.from({ length: Math.min(12, cases.numbers.length) }, (_, at) => ({
    number: numberAt(cases, at),
    title: titleAt(cases, at),
    added: at === 11 ? 0 : 1 + ((at * 5) % 7),
    isNew: at === 3,
  }))
  return {
    id: `capsule-${kind}-${String(asked.length)}`,
    kind,
    from: 'JV',
    copy: 'copy-jv',
    madeAt: ago(20),
    partedAt: kind === 'receipt' ? null : ago(395),
    signedBy: signer,
    cases: each.length,
    conflicts: asked.length,
    questions: asked,
    merged:
      kind === 'receipt'
        ? []
        : [
            { kind: 'note.added', count: 23 },
            { kind: 'check.set', count: 9 },
            { kind: 'observable.set', count: 6 },
            { kind: 'exchange.added', count: 2 },
          ],
    each: kind === 'receipt' ? [] : each,
    evidence: kind === 'receipt' ? 0 : 1,
    beside: { cards: kind === 'receipt' ? 0 : 1, keys: 0, exchanges: 0 },
  }
}

interface Sample {
  readonly id: string
  readonly at: number
  readonly field: FieldName
  readonly before: FieldValue
  readonly here: FieldValue
  readonly there: FieldValue
  readonly why: readonly [here: string | null, there: string | null]
}

function question(cases: FakeCases, sample: Sample): MergeQuestion {
  const { id, at, field, before, here, there, why } = sample
  const sides: readonly MergeSide[] = [
    side(field, { here: true, value: here, by: 'MK', minutes: 9, reason: why[0], due: -200, position: 5 }),
    side(field, { here: false, value: there, by: 'JV', minutes: 60, reason: why[1], due: -120, position: 2 }),
  ]
  return {
    id,
    number: numberAt(cases, at),
    title: titleAt(cases, at),
    conflict: {
      field,
      on: 'field',
      values: sides.map(({ value, by, tier, at: when }) => ({
        value,
        actor: { code: by, tier, role: 'analyst' },
        at: when,
      })),
    },
    before,
    sides,
    since: [
      done(true, 45, 'MK', saying('act.exchange.in', { partner: 'CERT-Harrow', subject: 'the three accounts' })),
      done(false, 69, 'JV', saying('act.evidence.added', { name: 'screen-0991-4.png', source: 'the administrator' })),
      done(false, 60, 'JV', saying('act.field.set', { field, value: String(there) })),
      done(false, 42, 'JV', saying('act.note.added', { text: 'Told the administrator to keep the mailbox' })),
      done(true, 28, 'MK', saying('act.exchange.out', { partner: 'CERT-Harrow', subject: 'Request for logs' })),
      done(true, 9, 'MK', saying('act.field.set', { field, value: String(here) })),
    ].toSorted((a, b) => a.at.localeCompare(b.at)),
  }
}

const done = (here: boolean, minutes: number, by: string, said: Saying) => ({ here, at: ago(minutes), by, said })

interface SampleSide {
  readonly here: boolean
  readonly value: FieldValue
  readonly by: string
  readonly minutes: number
  readonly reason: string | null
  readonly due: number | null
  readonly position: number
}

const side = (field: FieldName, { here, value, by, minutes, reason, due, position }: SampleSide): MergeSide => ({
  here,
  value,
  by,
  tier: 'N2',
  at: ago(minutes),
  reason,
  due: due === null ? null : ago(due),
  position: { at: position, of: 412 },
  settle: [{ do: 'set', field, value, reason: '' }],
})

const questions = (cases: FakeCases): readonly MergeQuestion[] => [
  question(cases, {
    id: 'q-rung',
    at: 0,
    field: 'rung',
    before: 9,
    here: 7,
    there: 4,
    why: [
      'Three accounts confirmed by CERT-Harrow; the same kit was sent to the whole hospital.',
      'One of the three is the account of the patient record system. Seen on site, with the administrator.',
    ],
  }),
  question(cases, {
    id: 'q-tlp',
    at: 1,
    field: 'tlp',
    before: 'AMBER',
    here: 'RED',
    there: 'AMBER+STRICT',
    why: ['Asked by the ministry', null],
  }),
  question(cases, {
    id: 'q-owner',
    at: 2,
    field: 'owner',
    before: null,
    here: 'MK',
    there: 'JV',
    why: [null, 'I was there today'],
  }),
]

function ofThree(cases: FakeCases): MergeQuestion {
  const two = questions(cases)[0]!
  const third = side('rung', {
    here: false,
    value: 2,
    by: 'OT',
    minutes: 30,
    reason: 'The backbone router is reached from the same account.',
    due: 10,
    position: 1,
  })
  return { ...two, id: 'q-three', sides: [...two.sides, third] }
}
