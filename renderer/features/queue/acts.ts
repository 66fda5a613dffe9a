/** What can be done to cases from the queue: to one or to all that are marked, each as if alone, the result said once. */
import type { CaseView, QueueRow } from '../../../shared/ipc/views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { newDraft } from '../../state/drafts.ts'
import { changeCase, createCase, openCases, type Command } from '../../state/open-case.ts'
import { go } from '../../state/route.ts'
import { showDone, showProblem, told } from '../../state/toasts.ts'
import { sentence, t } from '../../ui/t.ts'

/** The cases that an act is about: one, or those that are marked. */
export type Targets = readonly [first: string, ...rest: string[]]

export interface Several {
  readonly n: number
  /** "2026-MK-0413", or "3 cases". */
  readonly cases: string
}

interface Refused {
  readonly number: string
  readonly why: Saying
}

/** Where a step of one case can be taken back to. */
interface Step {
  readonly number: string
  /** When it was written; undo takes back nothing else. */
  readonly at: string | null
}

/** One command for each of them; true when at least one has changed. `said` is told of those that have. */
export async function actOn(targets: Targets, command: Command, said: (done: Several) => Saying): Promise<boolean> {
  const steps: Step[] = []
  const refused: Refused[] = []
  for (const number of targets) {
    // Marked cases are not on the screen, so what is known of them may be old.
    if (targets.length > 1) await openCases.refresh(number)
    const answer = await changeCase(number, command)
    if (answer.ok) steps.push({ number, at: answer.value.undo[0]?.at ?? null })
    else refused.push({ number, why: answer.problem })
  }
  tell(steps, refused, said)
  return steps.length > 0
}

function tell(steps: readonly Step[], refused: readonly Refused[], said: (done: Several) => Saying): void {
  const [first] = steps
  const [problem] = refused
  if (first !== undefined) {
    const cases = steps.length === 1 ? first.number : t('queue.cases', { n: steps.length })
    showDone(said({ n: steps.length, cases }), () => void takeAllBack(steps))
  }
  if (problem === undefined) return
  if (steps.length + refused.length === 1) {
    if (problem.why.code === 'case-stale') void openCases.refresh(problem.number)
    return showProblem(problem.why.code === 'case-stale' ? saying('page.stale') : problem.why)
  }
  showProblem(saying('queue.some', { n: refused.length, number: problem.number, why: sentence(problem.why) }))
}

async function takeAllBack(steps: readonly Step[]): Promise<void> {
  for (const { number, at } of steps) {
    await openCases.refresh(number)
    if (openCases.get(number).value?.undo[0]?.at !== at) showProblem(saying('queue.undo-other', { number }))
    else told(await changeCase(number, { do: 'undo' }))
  }
}

/** Takes back the last step of a case, and says which it was. */
export async function undoIn(number: string): Promise<void> {
  const last = openCases.get(number).value?.undo[0]
  if (told(await changeCase(number, { do: 'undo' })) === null || last === undefined) return
  showDone(saying('queue.undone', { number, what: sentence(last.said) }), () => void redoIn(number))
}

async function redoIn(number: string): Promise<void> {
  told(await changeCase(number, { do: 'redo' }))
}

export const classify = (targets: Targets, rung: { readonly id: number; readonly at: number }): Promise<boolean> =>
  actOn(targets, { do: 'set', field: 'rung', value: rung.id }, (done) =>
    saying('queue.classified', { ...done, rung: rung.at }),
  )

/** `code` null: nobody has it. */
export const assign = (targets: Targets, code: string | null): Promise<boolean> =>
  actOn(targets, { do: 'set', field: 'owner', value: code }, (done) =>
    code === null ? saying('queue.freed', { ...done }) : saying('queue.assigned', { ...done, code }),
  )

export const checkOff = (number: string, item: string): Promise<boolean> =>
  actOn([number], { do: 'check', item, state: 'done' }, () => saying('queue.checked', { number }))

export async function compose(number: string): Promise<void> {
  const view = told(await newDraft({ case: number, to: [], inReplyTo: null }))
  if (view !== null) go({ page: 'composer', params: { draft: view.draft.id } })
}

export async function openNewCase(title: string): Promise<boolean> {
  const view = told(await createCase(title))
  if (view !== null) go({ page: 'case', params: { number: view.state.number } })
  return view !== null
}

/** Which rung of the picker is offered first: the one that it stands on, else the one whose classes name the case's class. */
export function proposedRung<R extends { readonly id: number; readonly rsit: readonly string[] }>(
  rungs: readonly R[],
  row: Pick<QueueRow, 'rung'>,
  view: CaseView | null,
): R | null {
  const own = rungs.find(({ id }) => id === row.rung)
  if (own !== undefined) return own
  const rsit = view?.state.rsit ?? null
  if (rsit === null) return null
  const named = (word: string): boolean => word === rsit || rsit.startsWith(`${word}/`)
  return rungs.find((rung) => rung.rsit.includes(rsit)) ?? rungs.find((rung) => rung.rsit.some(named)) ?? null
}
