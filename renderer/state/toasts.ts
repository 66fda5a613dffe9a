/** Short news at the edge of the window: what was done, with its undo; what was refused, with its code. */
import { create } from 'zustand'
import type { Saying } from '../../shared/words/say.ts'
import type { Answer } from '../bridge/client.ts'

export interface Toast {
  readonly id: number
  readonly text: Saying
  readonly tone: 'done' | 'problem'
  readonly undo: (() => void) | null
}

const doneMs = 8_000
const problemMs = 20_000
const most = 4
let last = 0

const useStore = create<{ readonly toasts: readonly Toast[] }>()(() => ({ toasts: [] }))

export const useToasts = (): readonly Toast[] => useStore(({ toasts }) => toasts)

export const dismissToast = (id: number): void =>
  useStore.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))

function show(text: Saying, tone: Toast['tone'], undo: Toast['undo']): void {
  const id = ++last
  useStore.setState(({ toasts }) => ({ toasts: [...toasts, { id, text, tone, undo }].slice(-most) }))
  setTimeout(() => dismissToast(id), tone === 'done' ? doneMs : problemMs)
}

/** `showDone(saying('ui.assigned', { number }), undo)`. */
export const showDone = (text: Saying, undo: (() => void) | null = null): void => show(text, 'done', undo)

export const showProblem = (problem: Saying): void => show(problem, 'problem', null)

/** Shows the problem of a refused answer and passes the value of a good one on: `const view = told(await changeCase(…))`. */
export function told<T>(answer: Answer<T>): T | null {
  if (answer.ok) return answer.value
  showProblem(answer.problem)
  return null
}

/** What Ctrl Z takes back where no toast offers anything: the page's own last step. */
let ofPage: (() => void) | null = null

/** Until the function that it gives is called. */
export function offerUndo(run: () => void): () => void {
  ofPage = run
  return () => {
    if (ofPage === run) ofPage = null
  }
}

/** Ctrl Z: takes back what the newest toast offers to take back, else what the page offers. */
export function undoLast(): void {
  const toast = useStore.getState().toasts.findLast(({ undo }) => undo !== null)
  if (toast === undefined) return ofPage?.()
  dismissToast(toast.id)
  toast.undo?.()
}
