/** The queue by position: core keeps the order, this keeps the rows that were looked at, and asks a screen ahead. */
import { useEffect } from 'react'
import { create } from 'zustand'
import type { QueueViews, SavedFilter } from '../../shared/ipc/case-views.ts'
import type { QueueRow, QueueWindow } from '../../shared/ipc/views.ts'
import type { Saying } from '../../shared/words/say.ts'
import { client, onFeed, type Answer } from '../bridge/client.ts'
import { createMirror } from './mirror.ts'
import { queuePlace, selectInQueue, type QueueOrder } from './queue-place.ts'

/** Rows asked for at once; positions are rounded to it, so that scrolling asks for each part once. */
const chunk = 100

export interface QueueState {
  readonly filter: string
  readonly order: QueueOrder
  /** null: not answered yet. */
  readonly total: number | null
  readonly allOpen: number
  readonly rows: ReadonlyMap<number, QueueRow>
  /** What of the filter could not be read. */
  readonly hints: readonly Saying[]
  readonly problem: Saying | null
}

const empty: QueueState = {
  filter: '',
  order: 'policy',
  total: null,
  allOpen: 0,
  rows: new Map(),
  hints: [],
  problem: null,
}
const useStore = create<QueueState>()(() => empty)

/** Answers to an older filter or an older state of the vault are thrown away. */
let age = 0
let asked = new Set<number>()
let seen: readonly [from: number, to: number] = [0, chunk]
let reading = false
let readAgain = false
let countAgain = false
let listening = false

export const useQueue = (): QueueState => useStore()

const chunksOf = (from: number, to: number): readonly number[] => {
  const first = Math.max(0, Math.floor(from / chunk))
  return Array.from({ length: Math.max(1, Math.ceil(to / chunk) - first) }, (_, at) => (first + at) * chunk)
}

function ask(from: number, count = chunk): Promise<Answer<QueueWindow>> {
  const { order, filter } = useStore.getState()
  return client['queue.window']({ order, filter, from, count })
}

const numbered = ({ from, rows }: QueueWindow): readonly (readonly [number, QueueRow])[] =>
  rows.map((row, at) => [from + at, row] as const)

/** One more part of the order that is known already. */
async function addPart(from: number): Promise<void> {
  const mine = age
  asked.add(from)
  const answer = await ask(from)
  if (mine !== age) return
  if (!answer.ok) return useStore.setState({ problem: answer.problem })
  const { total, allOpen, hints } = answer.value
  const rows = new Map([...useStore.getState().rows, ...numbered(answer.value)])
  useStore.setState({ total, allOpen, hints, problem: null, rows })
}

/** Says which positions are on the screen; what is missing there, and a screen around it, is asked for. */
export function lookAtQueue(from: number, to: number): void {
  listen()
  const ahead = to - from
  seen = [Math.max(0, from - ahead), to + ahead]
  for (const start of chunksOf(...seen)) if (!asked.has(start)) void addPart(start)
}

/** Asks again for what is on the screen. News that come while it is being read lead to one more reading, not to many. */
export function refreshQueue(): void {
  age += 1
  readAgain = true
  if (reading) return
  reading = true
  void (async () => {
    while (readAgain) {
      readAgain = false
      const counts = countAgain
      countAgain = false
      await Promise.all([readAll(), counts ? queueViews.refresh() : null])
    }
    reading = false
  })()
}

/** All parts and the new place of the selected case come in one: nothing blinks, and the selection never stands on another case. */
async function readAll(): Promise<void> {
  const mine = age
  const starts = chunksOf(...seen)
  asked = new Set(starts)
  const answers = await Promise.all(starts.map((start) => ask(start)))
  const windows = answers.flatMap((answer) => (answer.ok ? [answer.value] : []))
  const [first] = windows
  if (mine !== age) return
  if (first === undefined) {
    useStore.setState({ problem: answers.flatMap((answer) => (answer.ok ? [] : [answer.problem]))[0] ?? null })
    return
  }
  const rows = new Map(windows.flatMap(numbered))
  const followed = await follow(rows, first.total)
  if (mine !== age) return
  const { total, allOpen, hints } = first
  useStore.setState({ total, allOpen, hints, problem: null, rows: new Map([...rows, ...followed.rows]) })
  if (followed.at !== null) selectInQueue(followed.at, queuePlace().number)
  else selectInQueue(Math.max(0, Math.min(queuePlace().selected, total - 1)), null)
}

interface Followed {
  readonly at: number | null
  readonly rows: readonly (readonly [number, QueueRow])[]
}

const lost: Followed = { at: null, rows: [] }
/** Rows that are looked through for a case under a filter: nobody works further down than that. */
const farthest = 5_000

/** Where the selected case stands in the new order, with the rows around it; `at` null: it is not in this view any more. */
async function follow(rows: ReadonlyMap<number, QueueRow>, total: number): Promise<Followed> {
  const { number } = queuePlace()
  if (number === null) return lost
  for (const [at, row] of rows) if (row.number === number) return { at, rows: [] }
  const { filter, order } = useStore.getState()
  const at = filter === '' && order === 'policy' ? await positionOf(number) : await lookThrough(number, total)
  if (at === null) return lost
  const start = Math.floor(at / chunk) * chunk
  const part = await ask(start)
  if (!part.ok || part.value.rows[at - start]?.number !== number) return lost
  asked.add(start)
  return { at, rows: numbered(part.value) }
}

async function positionOf(number: string): Promise<number | null> {
  const answer = await client['case.show']({ number })
  return answer.ok && answer.value.position !== null ? answer.value.position.at - 1 : null
}

async function lookThrough(number: string, total: number): Promise<number | null> {
  for (let from = 0; from < Math.min(total, farthest); from += 500) {
    const answer = await ask(from, 500)
    const at = answer.ok ? answer.value.rows.findIndex((row) => row.number === number) : -1
    if (at >= 0) return from + at
  }
  return null
}

/** Keeps the queue in this order, filtered by these words, while the page is shown. */
export function useQueueFilter(filter: string, order: QueueOrder): void {
  useEffect(() => {
    const now = useStore.getState()
    if (filter === now.filter && order === now.order) return
    useStore.setState({ filter, order })
    seen = [0, chunk]
    refreshQueue()
  }, [filter, order])
}

function listen(): void {
  if (listening) return
  listening = true
  onFeed('queue.changed', changed)
  onFeed('policy.changed', changed)
}

function changed(): void {
  countAgain = true
  refreshQueue()
}

/** Views with their counts; the old counts stay until the new ones are there. Counted once for many changes in a row. */
export const queueViews = createMirror<QueueViews>(() => client['queue.views']({}), [])

export async function saveFilter(name: string, filter: string, id: string | null = null): Promise<Answer<SavedFilter>> {
  const answer = await client['filter.save']({ id, name, filter })
  await queueViews.refresh()
  return answer
}

export async function dropFilter(id: string): Promise<Answer<null>> {
  const answer = await client['filter.drop']({ id })
  await queueViews.refresh()
  return answer
}

/** The first open cases in policy order, for a choice of one of them. */
export const openCaseChoices = createMirror<readonly QueueRow[]>(async () => {
  const answer = await client['queue.window']({ order: 'policy', filter: '', from: 0, count: chunk })
  return answer.ok ? { ok: true, value: answer.value.rows } : answer
}, ['queue.changed'])
