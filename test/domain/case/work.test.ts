import { describe, expect, test } from 'vitest'
import type { Act } from '../../../shared/domain/case/act.ts'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import type { Command } from '../../../shared/domain/case/command.ts'
import { decide } from '../../../shared/domain/case/decide.ts'
import type { Entry } from '../../../shared/domain/case/entry.ts'
import { fold } from '../../../shared/domain/case/fold.ts'
import { merge, noon, opened, write } from './journal.ts'

let made = 0
const around = { newId: () => `id-${(made += 1)}`, now: '2026-11-23T13:00:00.000Z', steps: { undo: [], redo: [] } }

function folded(journal: readonly Entry[]): CaseState {
  const state = fold(journal)
  if (state === null) throw new Error('no case')
  return state
}

/** The journal after commands that must all be accepted, a minute apart. */
function after(commands: readonly Command[], from: readonly Entry[] = opened): readonly Entry[] {
  return commands.reduce((journal, command, at) => {
    const decision = decide(folded(journal), command, around)
    if (!decision.ok) throw new Error(`${command.do}: ${decision.problem.code}`)
    return decision.value.reduce((so, act) => write(so, 'MK', act, noon + (at + 1) * 60_000), journal)
  }, from)
}

const refusal = (journal: readonly Entry[], command: Command): string | null => {
  const decision = decide(folded(journal), command, around)
  return decision.ok ? null : decision.problem.code
}

const bank: Command = { do: 'party', party: null, name: 'Harbour Bank', card: null, role: 'affected' }

describe('the parties of a case', () => {
  const journal = after([bank])
  const party = folded(journal).parties[0]?.id ?? ''
  const asked = after(
    [
      { do: 'ask', party, what: 'Logs of Friday', channel: 'phone', due: '2026-11-24T12:00:00Z' },
      { do: 'ask', party, what: 'Who has the account?', channel: 'email', due: null },
      { do: 'answered', party, note: 'A contractor' },
    ],
    journal,
  )

  test('an answer belongs to the last question that has none', () => {
    expect(folded(asked).parties[0]?.asked).toMatchObject([
      { what: 'Logs of Friday', channel: 'phone', due: '2026-11-24T12:00:00.000Z', answer: null },
      { what: 'Who has the account?', answer: { note: 'A contractor' } },
    ])
  })

  test('one that is dropped is gone from the board, with its reason in the journal', () => {
    const dropped = after([{ do: 'party-drop', party, reason: 'not hit' }], asked)
    expect(folded(dropped).parties).toEqual([])
    expect(refusal(dropped, { do: 'answered', party, note: 'x' })).toBe('party-unknown')
    expect(refusal(asked, { do: 'party-drop', party, reason: ' ' })).toBe('reason-needed')
  })
})

test('an account found compromised makes the task to tell its user, once', () => {
  const observe: Command = {
    do: 'observe',
    observables: [{ type: 'email', value: 'ana@bank.example' }],
    state: 'compromised',
  }
  const journal = after([observe, observe])
  expect(folded(journal).tasks.map(({ text }) => text)).toEqual([
    'Tell the user of ana@bank.example that the account is believed compromised',
  ])
})

test('whether it occurred or threatens, remote or on site, and who asked for it are what a person said, from a fixed list where there is one', () => {
  const set = (field: 'occurred' | 'mode' | 'requestedBy', value: string): Command => ({ do: 'set', field, value })
  const journal = after([set('occurred', 'threatened'), set('mode', 'on-site'), set('requestedBy', 'Harbour Bank')])
  expect(folded(journal)).toMatchObject({ occurred: 'threatened', mode: 'on-site', requestedBy: 'Harbour Bank' })
  expect(refusal(opened, set('occurred', 'perhaps'))).toBe('field-invalid')
  expect(refusal(opened, set('mode', 'by letter'))).toBe('field-invalid')
})

describe('a clock', () => {
  const pause: Command = { do: 'pause', clock: 'resolution', reason: 'vendor has it', until: null }

  test('pauses with a reason, once at a time, and runs again', () => {
    const paused = after([pause])
    expect(folded(paused).pauses).toMatchObject([{ clock: 'resolution', to: null, reason: 'vendor has it' }])
    expect(refusal(paused, pause)).toBe('clock-paused-already')
    expect(refusal(opened, { ...pause, reason: '' })).toBe('reason-needed')
    const ended = after([{ ...pause, until: '2026-11-23T12:30:00Z' }])
    expect(refusal(ended, pause)).toBeNull()
    const resumed = after([{ do: 'resume', clock: 'resolution' }], paused)
    expect(folded(resumed).pauses[0]?.to).toBe('2026-11-23T12:01:00.000Z')
    expect(refusal(resumed, { do: 'resume', clock: 'resolution' })).toBe('clock-not-paused')
  })
})

test('a case set against its rung says by whom and why, and can be set back', () => {
  const placed = after([{ do: 'place', rung: 2, reason: 'minister calls' }])
  expect(folded(placed).place).toEqual({ rung: 2, reason: 'minister calls', by: 'MK' })
  expect(folded(after([{ do: 'place', rung: null, reason: 'calm again' }], placed)).place).toBeNull()
})

test('a time without a zone stands on the timeline with its text and no instant', () => {
  const command: Command = {
    do: 'event',
    at: null,
    atText: '03/11 4 pm',
    zoneKnown: false,
    what: 'first mail',
    source: 'call',
  }
  expect(folded(after([command])).events).toMatchObject([{ at: null, atText: '03/11 4 pm', zoneKnown: false }])
})

test('a link goes to another case, never to itself', () => {
  expect(refusal(opened, { do: 'link', to: '2026-mk-0001', relation: 'related', on: true })).toBe('link-self')
  const linked = after([{ do: 'link', to: '2026-jv-0007', relation: 'duplicate-of', on: true }])
  expect(folded(linked).links).toEqual([{ to: '2026-JV-0007', relation: 'duplicate-of' }])
  expect(
    folded(after([{ do: 'link', to: '2026-JV-0007', relation: 'duplicate-of', on: false }], linked)).links,
  ).toEqual([])
})

test('a permission says who, what, to whom and until when; withdrawn, it is gone', () => {
  const permit: Command = {
    do: 'permit',
    party: 'Harbour Bank',
    classes: ['private-site'],
    to: ['csirt'],
    until: '2026-12-24T00:00:00Z',
    how: 'by telephone, call-back',
  }
  const given = after([permit])
  const [permission] = folded(given).permissions
  expect(permission).toMatchObject({ party: 'Harbour Bank', classes: ['private-site'], by: 'MK' })
  expect(refusal(given, { ...permit, how: '' })).toBe('reason-needed')
  const withdrawn = after([{ do: 'permit-withdraw', permission: permission?.id ?? '', reason: 'asked so' }], given)
  expect(folded(withdrawn).permissions).toEqual([])
})

describe('analysis as a step of its own', () => {
  const act: Act = { kind: 'case.opened', number: '2026-MK-0002', title: 'x', caseKind: 'incident', analysis: true }
  const withAnalysis = write([], 'MK', act, noon)

  test('is there where the case was opened so, with its own items, between coordination and resolution', () => {
    expect(folded(withAnalysis).phases).toEqual(['triage', 'coordination', 'analysis', 'resolution'])
    expect(folded(withAnalysis).checklist).toHaveLength(16)
    expect(refusal(withAnalysis, { do: 'phase', phase: 'analysis', reason: 'r' })).toBeNull()
  })

  test('is not there in others, and cannot be entered', () => {
    expect(folded(opened).checklist).toHaveLength(12)
    expect(refusal(opened, { do: 'phase', phase: 'analysis', reason: 'r' })).toBe('phase-not-used')
  })
})

describe('two copies', () => {
  const check = (state: 'done' | 'na'): Act => ({ kind: 'check.set', item: 'triage.extent', state, reason: 'r' })

  test.each([
    ['an item of the checklist', check('done'), check('na'), 'check', 'triage.extent'],
    [
      'the phase',
      { kind: 'phase.set', phase: 'coordination', reason: null, left: [] },
      { kind: 'case.closed', code: 'resolved', note: 'n' },
      'phase',
      'phase',
    ],
    [
      'an observable',
      { kind: 'observable.set', type: 'ip', value: '192.0.2.1', state: 'benign', source: null },
      { kind: 'observable.set', type: 'ip', value: '192.0.2.1', state: 'confirmed', source: null },
      'observable',
      'ip:192.0.2.1',
    ],
  ] satisfies readonly (readonly [string, Act, Act, string, string])[])(
    'that set %s differently keep both until somebody settles it',
    (_, ours, theirs, on, field) => {
      const both = merge(write(opened, 'MK', ours, noon), write(opened, 'JV', theirs, noon + 1))
      const [conflict] = folded(both).conflicts
      expect(conflict).toMatchObject({ on, field })
      expect(conflict?.values).toHaveLength(2)
      expect(folded(write(both, 'MK', ours, noon + 2)).conflicts).toEqual([])
    },
  )
})

test('a conflict of two copies is settled by either side, also by the one that is shown', () => {
  const phase = (name: 'coordination' | 'resolution'): Act => ({
    kind: 'phase.set',
    phase: name,
    reason: null,
    left: [],
  })
  const seen = (state: 'benign' | 'confirmed'): Act => ({
    kind: 'observable.set',
    type: 'ip',
    value: '192.0.2.1',
    state,
    source: null,
  })
  const ours = write(write(opened, 'MK', phase('coordination'), noon), 'MK', seen('benign'), noon)
  const theirs = write(write(opened, 'JV', phase('resolution'), noon + 1), 'JV', seen('confirmed'), noon + 1)
  const both = merge(ours, theirs)
  expect(folded(both)).toMatchObject({ phase: 'resolution', conflicts: [{ on: 'phase' }, { on: 'observable' }] })
  const observables = [{ type: 'ip' as const, value: '192.0.2.1' }]
  const settled = after(
    [
      { do: 'phase', phase: 'resolution', reason: 'theirs is right' },
      { do: 'observe', observables, state: 'confirmed' },
    ],
    both,
  )
  expect(folded(settled)).toMatchObject({ phase: 'resolution', conflicts: [] })
})

test('what is purged keeps its number and that it is closed, and nothing of what it said', () => {
  const journal = after([
    { do: 'note', text: 'secret' },
    { do: 'close', code: 'resolved', note: 'done' },
  ])
  const skeleton = journal.map((entry) => ({ ...entry, payload: null }))
  const purged: Act = {
    kind: 'purged',
    number: '2026-MK-0001',
    by: 'MK',
    second: 'JV',
    reason: 'r',
    entries: 3,
    blobs: 0,
  }
  const state = folded(write(skeleton, 'MK', purged, noon))
  expect(state).toMatchObject({ number: '2026-MK-0001', phase: 'closed', title: '', purged: { second: 'JV' } })
})
