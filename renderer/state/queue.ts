/** The queue by position: core keeps the order, this keeps the rows that were looked at, and asks a screen ahead. */
import { useEffect } from 'react'
import { create } from 'zustand'
import type { QueueRow, QueueWindow } from '../../shared/ipc/views.ts'
import type { Saying } from '../../shared/words/say.ts'
import { client, onFeed } from '../bridge/client.ts'
import { createMirror } from './mirror.ts'

/** Rows asked for at once; positions are rounded to it, so that scrolling asks for each part once. */
const chunk = 100

export interface QueueState {
  readonly filter: string
  /** null: not answered yet. */
  readonly total: number | null
  readonly allOpen: number
  readonly rows: ReadonlyMap<number, QueueRow>
  readonly problem: Saying | null
}

const empty: QueueState = { filter: '', total: null, allOpen: 0, rows: new Map(), problem: null }
const useStore = create<QueueState>()(() => empty)

/** Answers to an older filter or an older state of the vault are thrown away. */
let age = 0
let asked = new Set<number>()
let seen: readonly [from: number, to: number] = [0, chunk]
let stale = false
let listening = false

export const useQueue = (): QueueState => useStore()

const chunksOf = (from: number, to: number): readonly number[] => {
  const first = Math.max(0, Math.floor(from / chunk))
  return Array.from({ length: Math.max(1, Math.ceil(to / chunk) - first) }, (_, at) => (first + at) * chunk)
}

async function ask(from: number): Promise<void> {
  const mine = age
  asked.add(from)
  const answer = await client['queue.window']({
    order: 'policy',
    filter: useStore.getState().filter,
    from,
    count: chunk,
  })
  if (mine !== age) return
  if (answer.ok) put(answer.value)
  else useStore.setState({ problem: answer.problem })
}

/** The rows of an older state of the vault go when the first answer of the newer one comes: nothing blinks. */
function put({ total, allOpen, from, rows }: QueueWindow): void {
  const old = stale ? new Map<number, QueueRow>() : useStore.getState().rows
  stale = false
  useStore.setState({
    total,
    allOpen,
    problem: null,
    rows: new Map([...old, ...rows.map((row, at) => [from + at, row] as const)]),
  })
}

/** Says which positions are on the screen; what is missing there, and a screen around it, is asked for. */
export function lookAtQueue(from: number, to: number): void {
  listen()
  const ahead = to - from
  seen = [Math.max(0, from - ahead), to + ahead]
  for (const start of chunksOf(...seen)) if (!asked.has(start)) void ask(start)
}

/** Asks again for what is on the screen. */
export function refreshQueue(): void {
  age += 1
  stale = true
  asked = new Set()
  for (const start of chunksOf(...seen)) void ask(start)
}

/** Keeps the queue filtered by these words while the page is shown. */
export function useQueueFilter(filter: string): void {
  useEffect(() => filterQueue(filter), [filter])
}

function filterQueue(filter: string): void {
  if (filter === useStore.getState().filter) return
  useStore.setState({ filter })
  seen = [0, chunk]
  refreshQueue()
}

function listen(): void {
  if (listening) return
  listening = true
  onFeed('queue.changed', refreshQueue)
}

/** The first open cases in policy order, for a choice of one of them. */
export const openCaseChoices = createMirror<readonly QueueRow[]>(async () => {
  const answer = await client['queue.window']({ order: 'policy', filter: '', from: 0, count: chunk })
  return answer.ok ? { ok: true, value: answer.value.rows } : answer
}, ['queue.changed'])
