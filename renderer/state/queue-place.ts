/** Where one was in the queue: view, filter line, order, selected case and marks, so that coming back from a case finds all of it. */
import { create } from 'zustand'

export type QueueOrder = 'policy' | 'due'

interface Place {
  /** Filter words of the chosen view; empty: all open cases. */
  readonly view: string
  /** What stands in the filter line. */
  readonly typed: string
  readonly order: QueueOrder
  /** Position of the selected row, from 0. */
  readonly selected: number
  /** The case that is selected there; null: whichever stands there. The selection follows it when the order changes. */
  readonly number: string | null
  readonly pane: boolean
  /** Numbers of the cases that are marked for one act on all of them. */
  readonly marks: ReadonlySet<string>
}

const useStore = create<Place>()(() => ({
  view: '',
  typed: '',
  order: 'policy',
  selected: 0,
  number: null,
  pane: true,
  marks: new Set(),
}))

const top = { selected: 0, number: null }

export const useQueuePlace = (): Place => useStore()
export const queuePlace = (): Place => useStore.getState()

export const selectInQueue = (selected: number, number: string | null): void => useStore.setState({ selected, number })
export const chooseView = (view: string): void => useStore.setState({ view, ...top })
export const typeFilter = (typed: string): void => {
  if (typed !== useStore.getState().typed) useStore.setState({ typed, ...top })
}
export const orderQueue = (order: QueueOrder): void => useStore.setState({ order, ...top })
export const togglePane = (): void => useStore.setState(({ pane }) => ({ pane: !pane }))

export function setMark(number: string, on: boolean): void {
  const { marks } = useStore.getState()
  if (marks.has(number) === on) return
  useStore.setState({
    marks: on ? new Set([...marks, number]) : new Set([...marks].filter((other) => other !== number)),
  })
}
export const clearMarks = (): void => useStore.setState({ marks: new Set() })
