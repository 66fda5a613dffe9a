/** Where one was in the queue, so that coming back from a case finds the same row under the same chip. */
import { create } from 'zustand'

export const queueChips = ['open', 'mine', 'unassigned', 'p1', 'p2', 'breached'] as const
export type QueueChip = (typeof queueChips)[number]

interface Place {
  readonly chip: QueueChip
  /** Position of the selected row, from 0. */
  readonly selected: number
}

const useStore = create<Place>()(() => ({ chip: 'open', selected: 0 }))

export const useQueuePlace = (): Place => useStore()
export const selectInQueue = (selected: number): void => useStore.setState({ selected })
export const chooseQueueChip = (chip: QueueChip): void => useStore.setState({ chip, selected: 0 })
