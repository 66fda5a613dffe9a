/** The contacts by position: core searches and keeps the order, this keeps the rows that were looked at. */
import { useEffect } from 'react'
import { create } from 'zustand'
import type { CardRole } from '../../shared/domain/card/fields.ts'
import type { CardList, CardRow } from '../../shared/ipc/card-views.ts'
import type { Saying } from '../../shared/words/say.ts'
import { client, onFeed } from '../bridge/client.ts'

/** Rows asked for at once; positions are rounded to it, so that scrolling asks for each part once. */
const chunk = 100
/** A list that is being taken in changes cards many times a second. */
const restMs = 300

export interface CardListState {
  readonly search: string
  readonly role: CardRole | null
  /** null: not answered yet. */
  readonly found: number | null
  readonly total: number
  readonly rows: ReadonlyMap<number, CardRow>
  readonly problem: Saying | null
  /** The row that is chosen; -1: none yet. It stays while one goes to a card and back. */
  readonly selected: number
}

const empty: CardListState = {
  search: '',
  role: null,
  found: null,
  total: 0,
  rows: new Map(),
  problem: null,
  selected: -1,
}
const useStore = create<CardListState>()(() => empty)

/** Answers to an older search or an older state of the vault are thrown away. */
let age = 0
let asked = new Set<number>()
let seen: readonly [from: number, to: number] = [0, chunk]
let stale = false
let listening = false
let resting: ReturnType<typeof setTimeout> | null = null

export const useCardList = (): CardListState => useStore()
export const selectCard = (selected: number): void => useStore.setState({ selected })

function chunksOf(from: number, to: number): readonly number[] {
  const first = Math.max(0, Math.floor(from / chunk))
  return Array.from({ length: Math.max(1, Math.ceil(to / chunk) - first) }, (_, at) => (first + at) * chunk)
}

async function ask(from: number): Promise<void> {
  const mine = age
  asked.add(from)
  const { search, role } = useStore.getState()
  const answer = await client['card.window']({ search, roles: role === null ? [] : [role], from, count: chunk })
  if (mine !== age) return
  if (answer.ok) put(from, answer.value)
  else useStore.setState({ problem: answer.problem })
}

/** The rows of an older state go when the first answer of the newer one comes: nothing blinks. */
function put(from: number, { total, found, rows }: CardList): void {
  const old = stale ? new Map<number, CardRow>() : useStore.getState().rows
  stale = false
  const fresh = rows.map((row, at) => [from + at, row] as const)
  useStore.setState({ total, found, problem: null, rows: new Map([...old, ...fresh]) })
}

/** Says which positions are on the screen; what is missing there, and a screen around it, is asked for. */
export function lookAtCards(from: number, to: number): void {
  listen()
  const ahead = to - from
  seen = [Math.max(0, from - ahead), to + ahead]
  for (const start of chunksOf(...seen)) if (!asked.has(start)) void ask(start)
}

function refresh(): void {
  age += 1
  stale = true
  asked = new Set()
  for (const start of chunksOf(...seen)) void ask(start)
}

/** Keeps the list filtered by these words and this role while the page is shown. */
export function useCardFilter(search: string, role: CardRole | null): void {
  useEffect(() => {
    const now = useStore.getState()
    if (search === now.search && role === now.role) return
    useStore.setState({ search, role, selected: -1 })
    seen = [0, chunk]
    refresh()
  }, [search, role])
}

function listen(): void {
  if (listening) return
  listening = true
  const soon = (): void => {
    resting ??= setTimeout(() => {
      resting = null
      refresh()
    }, restMs)
  }
  onFeed('card.changed', soon)
  onFeed('key.changed', soon)
}
