/** Verbs about a case beside its changes: evidence, notes being typed, copies, checks of the journal, purge; and what the team decided. */
import type { Input, Output } from '../../shared/ipc/contract.ts'
import type { Verdict } from '../../shared/domain/disclosure/verdict.ts'
import type { ClocksView, DutyView, OutputPreview, PolicyView } from '../../shared/ipc/case-views.ts'
import type { CaseView } from '../../shared/ipc/views.ts'
import { client, type Answer } from '../bridge/client.ts'
import { createKeyedMirror, createMirror } from './mirror.ts'
import { openCases } from './open-case.ts'

export const teamClocks = createMirror<ClocksView>(() => client['clocks.show']({}), ['policy.changed'])
export const teamPolicy = createMirror<PolicyView>(() => client['policy.show']({}), ['policy.changed'])
export const roster = createMirror<DutyView>(() => client['duty.show']({}), ['policy.changed'])

/** Empty where it is not known. */
export const useRoster = (): DutyView['roster'] => roster.use().value?.roster ?? []

/** `caseSearches.use(words)`: the first 50 cases that match. */
export const caseSearches = createKeyedMirror<Output<'case.list'>, 'case.changed'>(
  (search) => client['case.list']({ search, count: 50 }),
  [{ feed: 'case.changed' }],
)

async function taking(asking: Promise<Answer<CaseView>>): Promise<Answer<CaseView>> {
  const answer = await asking
  if (answer.ok) openCases.take(answer.value.state.number, answer.value)
  return answer
}

export const addEvidence = (wish: Input<'case.evidence'>): Promise<Answer<CaseView>> =>
  taking(client['case.evidence'](wish))

export const verifyEvidence = (wish: Input<'evidence.verify'>): Promise<Answer<CaseView>> =>
  taking(client['evidence.verify'](wish))

export const noteHandling = (wish: Input<'evidence.note'>): Promise<Answer<CaseView>> =>
  taking(client['evidence.note'](wish))

/** Looking is handling: the case is read again. */
export async function lookAtEvidence(wish: Input<'evidence.look'>): Promise<Answer<Output<'evidence.look'>>> {
  const answer = await client['evidence.look'](wish)
  await openCases.refresh(wish.number)
  return answer
}

export async function exportEvidence(wish: Input<'evidence.export'>): Promise<Answer<Output<'evidence.export'>>> {
  const answer = await client['evidence.export'](wish)
  await openCases.refresh(wish.number)
  return answer
}

export const keepNote = (number: string, text: string): Promise<Answer<null>> => client['note.keep']({ number, text })

export const keptNote = (number: string): Promise<Answer<Output<'note.kept'>>> => client['note.kept']({ number })

export const copyObservables = (wish: Input<'case.copy'>): Promise<Answer<Output<'case.copy'>>> =>
  client['case.copy'](wish)

export const checkJournal = (number: string): Promise<Answer<Output<'journal.check'>>> =>
  client['journal.check']({ number })

export async function purgeCase(wish: Input<'case.purge'>): Promise<Answer<Output<'case.purge'>>> {
  const answer = await client['case.purge'](wish)
  if (answer.ok) await openCases.refresh(wish.number)
  return answer
}

/** What a verdict or a preview is asked about, as the key of its mirror. */
export const asKey = (question: object): string => JSON.stringify(question)

/** `verdicts.use(asKey({ number, to, classes, channel }))`: the gate asked beforehand. */
export const verdicts = createKeyedMirror<Verdict, 'policy.changed' | 'card.changed'>(
  (key) => client['disclosure.check'](JSON.parse(key) as Input<'disclosure.check'>),
  [{ feed: 'policy.changed' }, { feed: 'card.changed' }],
)

/** `reportPreviews.use(asKey({ number, audience, form }))`. */
export const reportPreviews = createKeyedMirror<OutputPreview, 'case.changed' | 'policy.changed'>(
  (key) => client['report.preview'](JSON.parse(key) as Input<'report.preview'>),
  [{ feed: 'case.changed' }, { feed: 'policy.changed' }],
)

/** `exportPreviews.use(asKey({ number, format, recipient }))`. */
export const exportPreviews = createKeyedMirror<OutputPreview, 'case.changed' | 'policy.changed'>(
  (key) => client['export.preview'](JSON.parse(key) as Input<'export.preview'>),
  [{ feed: 'case.changed' }, { feed: 'policy.changed' }],
)

export const writeReport = (wish: Input<'case.report'>): Promise<Answer<Output<'case.report'>>> =>
  client['case.report'](wish)

export const writeExport = (wish: Input<'case.export'>): Promise<Answer<Output<'case.export'>>> =>
  client['case.export'](wish)
