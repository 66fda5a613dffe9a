/** Finds what entries called the things that later entries name by an id or a hash: tasks, parties, events, evidence, entries. */
import { say } from '../../words/say.ts'
import type { Entry } from './entry.ts'
import { sayAct, type Names } from './say-act.ts'

export function namesIn(entries: readonly Entry[]): Names {
  const names = new Map<string, string>()
  for (const { payload } of entries) {
    if (payload?.kind === 'task.added') names.set(payload.task, payload.text)
    if (payload?.kind === 'party.set') names.set(payload.party, payload.name)
    if (payload?.kind === 'event.added') names.set(payload.event, payload.what)
    if (payload?.kind === 'evidence.added') names.set(payload.blob, payload.name)
  }
  const byHash = new Map<string, Entry>(entries.map((entry) => [entry.hash, entry]))
  const name = (id: string): string => names.get(id) ?? id
  const found = { task: name, party: name, event: name, evidence: name, entry: () => null }
  const textOf = (hash: string): string => say('en', sayAct(byHash.get(hash)?.payload ?? null, found))
  return {
    ...found,
    entry: (hash) => {
      const entry = byHash.get(hash)
      const payload = entry?.payload ?? null
      if (entry === undefined) return null
      // What a redo gives back is what the undo had named.
      const [first = hash] = payload?.kind === 'undone' ? payload.entries : [hash]
      return { text: textOf(first), back: payload?.kind === 'undone' }
    },
  }
}
