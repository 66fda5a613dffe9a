/**
 * A value that copies may set without knowing of each other. What a later entry has seen, it replaces; what it has not seen
 * stays beside it until a person's entry, written on both, settles it.
 */
import type { Entry } from './entry.ts'
import type { Seen } from './graph.ts'

export interface Candidate<T> {
  readonly value: T
  readonly reason: string | null
  readonly by: Pick<Entry, 'hash' | 'copy' | 'seq' | 'at' | 'actor'>
}

export type Registers<T> = Map<string, readonly Candidate<T>[]>

export function setRegister<T>(
  registers: Registers<T>,
  key: string,
  set: { readonly value: T; readonly reason: string | null; readonly entry: Entry; readonly seen: Seen },
): void {
  const { value, reason, entry, seen } = set
  const unseen = (registers.get(key) ?? []).filter(({ by }) => (seen.get(by.copy) ?? 0) < by.seq)
  registers.set(key, [...unseen, { value, reason, by: entry }])
}

/** The value to show: the last in reading order. */
export const current = <T>(candidates: readonly Candidate<T>[] | undefined): Candidate<T> | undefined =>
  candidates?.at(-1)
