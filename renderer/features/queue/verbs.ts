/** What can be done to the selected case from the queue; each is one change of core, with a way to take it back. */
import type { Band } from '../../../shared/domain/order/ladder.ts'
import { saying } from '../../../shared/words/say.ts'
import type { QueueRow } from '../../../shared/ipc/views.ts'
import { newDraft } from '../../state/drafts.ts'
import { changeCase, createCase } from '../../state/open-case.ts'
import { go } from '../../state/route.ts'
import { showDone, told } from '../../state/toasts.ts'

/** The ladder: rungs 1 and 2 are P1, 3 to 6 P2, 7 to 9 P3, 10 to 12 P4. */
export const rungsOf = {
  P1: [1, 2],
  P2: [3, 4, 5, 6],
  P3: [7, 8, 9],
  P4: [10, 11, 12],
} as const satisfies Readonly<Record<Band, readonly number[]>>

export type Rung = (typeof rungsOf)[Band][number]

type Field = 'rung' | 'owner'

async function set(number: string, field: Field, value: string | number | null): Promise<boolean> {
  return told(await changeCase(number, { do: 'set', field, value })) !== null
}

export async function classify({ number, rung: before }: QueueRow, rung: Rung): Promise<void> {
  if (!(await set(number, 'rung', rung))) return
  showDone(saying('queue.classified', { number, rung }), () => void set(number, 'rung', before))
}

/** `code` null: nobody has it. */
export async function assign({ number, owner: before }: QueueRow, code: string | null): Promise<void> {
  if (!(await set(number, 'owner', code))) return
  const news = code === null ? saying('queue.freed', { number }) : saying('queue.assigned', { number, code })
  showDone(news, () => void set(number, 'owner', before))
}

export async function checkOff(number: string, item: string): Promise<void> {
  const changed = told(await changeCase(number, { do: 'check', item, state: 'done' }))
  if (changed !== null)
    showDone(
      saying('queue.checked', { number }),
      () => void changeCase(number, { do: 'check', item, state: 'open' }).then(told),
    )
}

export async function compose(number: string): Promise<void> {
  const view = told(await newDraft({ case: number, to: [], inReplyTo: null }))
  if (view !== null) go({ page: 'composer', params: { draft: view.draft.id } })
}

export async function openNewCase(title: string): Promise<boolean> {
  const view = told(await createCase(title))
  if (view !== null) go({ page: 'case', params: { number: view.state.number } })
  return view !== null
}
