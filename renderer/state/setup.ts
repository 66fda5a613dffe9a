/** Whether the first run is going on: it outlasts the moment in which the new vault opens, and ends when the person says so. */
import { create } from 'zustand'

const useStore = create<{ readonly running: boolean }>()(() => ({ running: false }))

export const useSetup = (): boolean => useStore(({ running }) => running)
export const startSetup = (): void => useStore.setState({ running: true })
export const endSetup = (): void => useStore.setState({ running: false })
