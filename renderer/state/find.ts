/** What the palette finds beside commands: cases and cards by their words. */
import { create } from 'zustand'
import type { CardRow } from '../../shared/ipc/card-views.ts'
import { client } from '../bridge/client.ts'

interface Found {
  readonly cases: readonly { readonly number: string; readonly title: string }[]
  readonly cards: readonly CardRow[]
}

const nothing: Found = { cases: [], cards: [] }
const most = 6
const useStore = create<Found>()(() => nothing)
let turn = 0

export const useFound = (): Found => useStore()

/** Only the answer to the newest words counts. */
export async function find(text: string): Promise<void> {
  const mine = ++turn
  const search = text.trim()
  if (search.length < 2) return useStore.setState(nothing)
  const [cases, cards] = await Promise.all([
    client['case.list']({ search, count: most }),
    client['card.list']({ search }),
  ])
  if (mine !== turn) return
  useStore.setState({ cases: cases.ok ? cases.value.cases : [], cards: cards.ok ? cards.value.slice(0, most) : [] })
}
