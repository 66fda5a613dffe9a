import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import { commandSchema, type Command } from '../../../shared/domain/case/command.ts'
import { decide, type Around } from '../../../shared/domain/case/decide.ts'
import { fold } from '../../../shared/domain/case/fold.ts'
import { laterClock, nextClock, noClock } from '../../../shared/domain/case/hybrid-clock.ts'
import { caseNumber, codeForm, readCaseNumber } from '../../../shared/domain/case/number.ts'
import { noon, opened, write } from './journal.ts'

const around: Around = { newId: () => 'task-1', now: '2026-11-23T12:00:00.000Z', steps: { undo: [], redo: [] } }

function state(): CaseState {
  const folded = fold(opened)
  if (folded === null) throw new Error('no case')
  return folded
}

/** The case after a command that must be accepted. */
function after(of: CaseState, command: Command): CaseState {
  const decision = decide(of, command, around)
  if (!decision.ok) throw new Error(decision.problem.code)
  const journal = decision.value.reduce((so, act) => write(so, 'MK', act, noon), opened)
  return fold(journal) ?? of
}

const refusal = (of: CaseState, command: Command): string | null => {
  const decision = decide(of, command, around)
  return decision.ok ? null : decision.problem.code
}

/** A case whose marking somebody has stated. */
const marked = (): CaseState => after(state(), { do: 'set', field: 'tlp', value: 'AMBER' })

test('stating another marking than the assumed one is no loosening', () => {
  expect(refusal(state(), { do: 'set', field: 'tlp', value: 'GREEN' })).toBeNull()
})

describe('refused', () => {
  test.each([
    ['an empty note', { do: 'note', text: '  ' }, 'note-empty'],
    ['an empty title', { do: 'set', field: 'title', value: '' }, 'title-empty'],
    ['a rung that is none', { do: 'set', field: 'rung', value: 100 }, 'field-invalid'],
    ['a severity that is none', { do: 'set', field: 'severity', value: 'huge' }, 'field-invalid'],
    ['an RSIT class that is none', { do: 'set', field: 'rsit', value: 'Fraud Phishing' }, 'field-invalid'],
    ['a time of awareness that is none', { do: 'set', field: 'aware', value: 'soon' }, 'field-invalid'],
    ['a looser marking without a reason', { do: 'set', field: 'tlp', value: 'GREEN' }, 'tlp-reason'],
    ['a looser marking with an empty reason', { do: 'set', field: 'tlp', value: 'GREEN', reason: ' ' }, 'tlp-reason'],
    ['a checklist item that is none', { do: 'check', item: 'triage.coffee', state: 'done' }, 'item-unknown'],
    ['not applicable without a reason', { do: 'check', item: 'triage.extent', state: 'na' }, 'reason-needed'],
    ['the next phase with open steps and no reason', { do: 'phase', phase: 'coordination' }, 'steps-open'],
    ['the phase it is in', { do: 'phase', phase: 'triage' }, 'phase-same'],
    ['closing without a note', { do: 'close', code: 'resolved', note: '' }, 'note-empty'],
    ['opening again what is open', { do: 'reopen', reason: 'r' }, 'case-not-closed'],
    ['a task that is not there', { do: 'task-done', task: 'x', done: true }, 'task-unknown'],
    ['an empty task', { do: 'task', text: '' }, 'note-empty'],
  ] satisfies readonly (readonly [string, Command, string])[])('%s', (_, command, code) => {
    expect(refusal(marked(), command)).toBe(code)
  })

  test('everything but opening again, on a closed case', () => {
    const closed = { ...state(), phase: 'closed' } as const
    for (const command of [
      { do: 'note', text: 'x' },
      { do: 'set', field: 'owner', value: 'MK' },
      { do: 'phase', phase: 'triage' },
      { do: 'wake', at: null },
    ] satisfies Command[]) {
      expect(refusal(closed, command)).toBe('case-closed')
    }
    expect(refusal(closed, { do: 'reopen', reason: '' })).toBe('reason-needed')
    expect(refusal(closed, { do: 'reopen', reason: 'it came back' })).toBeNull()
  })
})

describe('accepted', () => {
  test('a looser marking with its reason, a stricter one without', () => {
    expect(after(state(), { do: 'set', field: 'tlp', value: 'tlp:white', reason: 'the source agrees' }).tlp).toBe(
      'CLEAR',
    )
    expect(after(state(), { do: 'set', field: 'tlp', value: 'AMBER+STRICT' }).tlp).toBe('AMBER+STRICT')
  })

  test('the next phase with open steps and a reason, which names what was left', () => {
    expect(decide(state(), { do: 'phase', phase: 'coordination', reason: 'clear already' }, around)).toMatchObject({
      ok: true,
      value: [{ kind: 'phase.set', left: ['triage.occurred', 'triage.extent', 'triage.constituents'] }],
    })
  })

  test('text of a command line: numbers, yes and no', () => {
    expect(after(state(), { do: 'set', field: 'rung', value: '4' }).rung).toBe(4)
    expect(after(state(), { do: 'set', field: 'urgent', value: 'yes' }).urgent).toBe(true)
  })

  test('an observable that is there in that state makes no entry', () => {
    const observe: Command = { do: 'observe', observables: [{ type: 'ip', value: '192.0.2.1' }], state: 'seen' }
    expect(decide(after(state(), observe), observe, around)).toEqual({ ok: true, value: [] })
  })

  test('a time with an offset is kept as UTC', () => {
    expect(decide(state(), { do: 'wake', at: '2026-11-24T09:00:00Z' }, around)).toMatchObject({
      ok: true,
      value: [{ at: '2026-11-24T09:00:00.000Z' }],
    })
  })

  test('no command that passes its schema makes decide throw', () => {
    const anyCommand = fc.oneof(
      fc.record({
        do: fc.constant('set'),
        field: fc.constantFrom('title', 'rung', 'tlp', 'aware', 'rsit', 'urgent', 'owner'),
        value: fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null)),
      }),
      fc.record({ do: fc.constant('check'), item: fc.string(), state: fc.constantFrom('done', 'na', 'open') }),
      fc.record({ do: fc.constant('task'), text: fc.string() }),
    )
    fc.assert(
      fc.property(anyCommand, (command) => {
        const parsed = commandSchema.safeParse(command)
        const decision = parsed.success ? decide(state(), parsed.data, around) : null
        expect(decision === null || typeof decision.ok === 'boolean').toBe(true)
      }),
    )
  })
})

describe('the hybrid clock', () => {
  test('follows the wall where that moves on, and counts where it does not', () => {
    const first = nextClock(1_000, noClock)
    expect(nextClock(2_000, first) > first).toBe(true)
    expect(nextClock(1_000, first) > first).toBe(true)
    expect(nextClock(-5, first) > first).toBe(true)
  })

  test('only ever goes forward, and compares as text', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4_102_444_800_000 })), (walls) => {
        let clock = noClock
        for (const wall of walls) {
          const next = nextClock(wall, clock)
          expect(next > clock).toBe(true)
          expect(laterClock(clock, next)).toBe(next)
          clock = next
        }
      }),
    )
  })
})

describe('case numbers', () => {
  test('are read back from a subject', () => {
    expect(caseNumber(2026, 'MK', 413)).toBe('2026-MK-0413')
    expect(readCaseNumber(`Re: [${caseNumber(2026, 'MK2', 12_345)}] your report`)).toBe('2026-MK2-12345')
    expect(readCaseNumber('no number 2026-mk-0413')).toBeNull()
  })

  test('carry a personal code of 2 to 6 letters and digits', () => {
    expect(['MK', 'MK2', 'ABCDEF'].every((code) => codeForm.test(code))).toBe(true)
    expect(['M', '2MK', 'mk', 'ABCDEFG', 'M K'].some((code) => codeForm.test(code))).toBe(false)
  })
})
