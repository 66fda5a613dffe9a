/** Stores that hold what core last said and ask again when a feed says that it changed; nothing is kept beside that. */
import { useEffect } from 'react'
import { create } from 'zustand'
import type { FeedName, Feeds } from '../../shared/ipc/contract.ts'
import type { Saying } from '../../shared/words/say.ts'
import { onFeed, type Answer } from '../bridge/client.ts'

/** `value` stays while a newer one is asked for; both null: not answered yet. */
export interface Asked<T> {
  readonly value: T | null
  readonly problem: Saying | null
}

const nothing: Asked<never> = { value: null, problem: null }

const asked = <T>(answer: Answer<T>): Asked<T> =>
  answer.ok ? { value: answer.value, problem: null } : { value: null, problem: answer.problem }

export interface Mirror<T> {
  /** Asks once when first used, and again on its feeds. */
  readonly use: () => Asked<T>
  readonly get: () => Asked<T>
  readonly refresh: () => Promise<void>
  /** Takes what a verb was answered. */
  readonly take: (value: T) => void
}

export function createMirror<T>(ask: () => Promise<Answer<T>>, feeds: readonly FeedName[]): Mirror<T> {
  const useStore = create<Asked<T>>()(() => nothing)
  let turn = 0
  let listening = false
  const refresh = async (): Promise<void> => {
    const mine = ++turn
    const answer = await ask()
    if (mine === turn) useStore.setState(asked(answer), true)
  }
  const listen = (): void => {
    if (listening) return
    listening = true
    for (const feed of feeds) onFeed(feed, () => void refresh())
    void refresh()
  }
  return {
    use: () => {
      useEffect(listen, [])
      return useStore()
    },
    get: () => useStore.getState(),
    refresh,
    take: (value) => {
      turn += 1
      useStore.setState({ value, problem: null }, true)
    },
  }
}

export interface KeyedMirror<T> {
  /** Asks when a new key is shown, and again on its feeds while it is shown; null asks nothing. */
  readonly use: (key: string | null) => Asked<T>
  readonly get: (key: string) => Asked<T>
  readonly refresh: (key: string) => Promise<void>
  readonly take: (key: string, value: T) => void
}

interface KeyedFeed<F extends FeedName> {
  readonly feed: F
  /** Whether this news is about that key; left out: always. */
  readonly about?: (payload: Feeds[F], key: string) => boolean
}

const kept = 30

export function createKeyedMirror<T, F extends FeedName>(
  ask: (key: string) => Promise<Answer<T>>,
  feeds: readonly KeyedFeed<F>[],
): KeyedMirror<T> {
  const useStore = create<Readonly<Record<string, Asked<T>>>>()(() => ({}))
  const turns = new Map<string, number>()
  const put = (key: string, value: Asked<T>): void => {
    const others = Object.entries(useStore.getState()).filter(([other]) => other !== key)
    useStore.setState(Object.fromEntries([...others.slice(-kept), [key, value]]), true)
  }
  const refresh = async (key: string): Promise<void> => {
    const mine = (turns.get(key) ?? 0) + 1
    turns.set(key, mine)
    const answer = await ask(key)
    if (mine === turns.get(key)) put(key, asked(answer))
  }
  const watch = (key: string): (() => void) => {
    void refresh(key)
    const stops = feeds.map(({ feed, about }) =>
      onFeed(feed, (payload) => ((about?.(payload, key) ?? true) ? void refresh(key) : undefined)),
    )
    return () => {
      for (const stop of stops) stop()
    }
  }
  return {
    use: (key) => {
      useEffect(() => (key === null ? undefined : watch(key)), [key])
      return useStore((all) => (key === null ? nothing : (all[key] ?? nothing)))
    },
    get: (key) => useStore.getState()[key] ?? nothing,
    refresh,
    take: (key, value) => {
      turns.set(key, (turns.get(key) ?? 0) + 1)
      put(key, { value, problem: null })
    },
  }
}
