import { expect, test } from 'vitest'
import { caseShape } from '../../../electron/cli/shapes/case-shape.ts'
import { fold } from '../../../shared/domain/case/fold.ts'
import type { CaseView } from '../../../shared/ipc/views.ts'
import { saying } from '../../../shared/words/say.ts'
import { journalLines } from '../../../electron/core/cases/case-view.ts'
import { fixedPorts, journalled, newVault, note, opening, tempFolder } from '../vault-fixture.ts'

/** The fields that scripts rely on. */
const contract =
  'schema number id title kind phase rung band tlp owner reports observables tasks checklist journal'.split(' ')

test('a case has every field of its contract, and its whole journal as sentences', async () => {
  const ports = fixedPorts()
  const { store } = await newVault(tempFolder(), ports)
  const entries = journalled(store, ports, [opening, note('Called them.')])
  store.close()
  const state = fold(entries)
  if (state === null) throw new Error('no case')
  const view: CaseView = {
    state,
    band: 'P3',
    heads: [],
    journal: journalLines(entries),
    why: saying('order.unplaced', { band: 'P3', lift: 'none', due: 'none', up: 'none' }),
    position: null,
    clocks: [],
    savedAt: state.openedAt,
    seenElsewhere: [],
    undo: [],
    redo: [],
    linked: [],
    escalate: [],
  }
  const shape = caseShape(view, 'en')
  expect(Object.keys(shape)).toEqual(expect.arrayContaining(contract))
  expect(shape.journal.map(({ kind, actor, text }) => [kind, actor, text])).toEqual([
    ['case.opened', 'MK', 'Opened: Phishing page'],
    ['note.added', 'MK', 'Called them.'],
  ])
  expect(shape.checklist[0]).toMatchObject({ item: 'triage.occurred', state: 'open', reason: null })
})
