/** The search box of the top bar: a page that can be searched says so with `usePageSearch`, elsewhere it opens the palette. */
import { useEffect } from 'react'
import { create } from 'zustand'

interface SearchState {
  /** null: the page on the screen has nothing to search. */
  readonly placeholder: string | null
  readonly text: string
}

const none: SearchState = { placeholder: null, text: '' }
const useStore = create<SearchState>()(() => none)

export const useSearchBox = (): SearchState => useStore()
export const setSearch = (text: string): void => useStore.setState({ text })

/** What is typed in the top bar, while this page is shown. */
export function usePageSearch(placeholder: string): string {
  useEffect(() => {
    useStore.setState({ placeholder, text: '' })
    return () => useStore.setState(none)
  }, [placeholder])
  return useStore(({ text }) => text)
}
