/** What was read and waits for a person's word: held in memory alone under a token, and gone when the vault is locked. */
export interface Held<T> {
  readonly hold: (token: string, item: T) => void
  readonly held: (token: string) => T | null
  readonly drop: (token: string) => void
}

/** A person looks at one or a few; beyond `most` the oldest go first. */
export function holdMost<T>(most: number): Held<T> {
  const items = new Map<string, T>()
  return {
    hold: (token, item) => {
      const [oldest] = items.keys()
      if (items.size >= most && oldest !== undefined) items.delete(oldest)
      items.set(token, item)
    },
    held: (token) => items.get(token) ?? null,
    drop: (token) => {
      items.delete(token)
    },
  }
}
