/** The directory: what was pasted and what was found for it, how each team is reached, and lists that are being taken in. */
import { create } from 'zustand'
import type { LookupAnswer } from '../../shared/domain/directory/lookup-answer.ts'
import type { Reach } from '../../shared/domain/reach/reach.ts'
import type { DirectoryPreview, Job } from '../../shared/ipc/card-views.ts'
import type { Input } from '../../shared/ipc/contract.ts'
import type { Saying } from '../../shared/words/say.ts'
import { client, type Answer } from '../bridge/client.ts'
import { createKeyedMirror, createMirror } from './mirror.ts'

interface Lookup {
  readonly text: string
  readonly answer: LookupAnswer | null
  readonly problem: Saying | null
}

const nothing: Lookup = { text: '', answer: null, problem: null }
const useStore = create<Lookup>()(() => nothing)
let turn = 0

/** Stays while one goes to a card and back. */
export const useLookup = (): Lookup => useStore()
export const setPasted = (text: string): void => useStore.setState({ text })
export const clearLookup = (): void => useStore.setState(nothing)

export async function lookUp(): Promise<void> {
  const mine = ++turn
  const answer = await client['card.lookup']({ text: useStore.getState().text })
  if (mine !== turn) return
  useStore.setState(answer.ok ? { answer: answer.value, problem: null } : { problem: answer.problem })
}

/** How to reach a team now with an incident, by the id of its card. */
export const reachNow = createKeyedMirror<Reach, 'card.changed' | 'key.changed'>(
  (card) => client['card.reach']({ card }),
  [{ feed: 'card.changed' }, { feed: 'key.changed' }],
)

export const jobs = createMirror<readonly Job[]>(() => client['job.list']({}), ['job.changed'])

export const cancelJob = (id: string): Promise<Answer<Job>> => client['job.cancel']({ id })

export const previewDirectory = (file: Input<'directory.preview'>['file']): Promise<Answer<DirectoryPreview>> =>
  client['directory.preview']({ file })

/** The same file under another mapping of its columns. */
export const mapDirectory = (
  token: string,
  mapping: Readonly<Record<string, string | null>>,
): Promise<Answer<DirectoryPreview>> => client['directory.map']({ token, mapping: { ...mapping } })

export async function importDirectory(token: string): Promise<Answer<Job>> {
  const answer = await client['directory.import']({ token })
  await jobs.refresh()
  return answer
}

/** Gives a card one more range or name of its own. */
export async function addRange(card: string, value: string, reason: string): Promise<Answer<null>> {
  const shown = await client['card.show']({ id: card })
  if (!shown.ok) return shown
  const { cidrs, domains, asns } = shown.value.reading.networks
  const asn = /^AS(\d{1,10})$/i.exec(value)?.[1]
  const isRange = /^[\d.]+(?:\/\d+)?$|:/.test(value)
  const networks = {
    cidrs: asn === undefined && isRange ? [...cidrs, value] : [...cidrs],
    domains: asn === undefined && !isRange ? [...domains, value] : [...domains],
    asns: asn === undefined ? [...asns] : [...asns, Number(asn)],
  }
  const done = await client['card.edit']({ card, edits: [{ field: 'networks', value: networks }], reason })
  return done.ok ? { ok: true, value: null } : done
}
