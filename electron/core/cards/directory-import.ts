/** Takes a list of teams into the directory, a few entries a step, so that the desk goes on meanwhile and can stop it. */
import { unsigned } from '../../../shared/domain/card/document-signature.ts'
import { nameOf } from '../../../shared/domain/card/contact-name.ts'
import type { DirectoryPreview, Job } from '../../../shared/ipc/card-views.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import type { Step } from '../jobs.ts'
import { nowOf, type Session } from '../session.ts'
import { canonical, sha256 } from '../store/canonical.ts'
import type { Tx } from '../store/store.ts'
import type { CardLayer } from './card-records.ts'
import type { CsvMapping } from './directories/csv-entries.ts'
import type { DirectoryEntry, DirectoryFile, DirectoryReading } from './directories/directory-reading.ts'
import { putCardIn, tellOfCards } from './keep-card.ts'
import { sameTeam } from './same-team.ts'
import type { Shelved } from './shelf.ts'
import { planOf } from './take-in.ts'
import { readDirectoryApart } from '../workers/read-job.ts'

const entriesAStep = 25
/** Windows ask anew each time. */
const stepsBetweenNews = 20
const shownSample = 6

/** A list that was read and waits for a person; the file stays with it, since another mapping reads it again. */
export interface HeldDirectory {
  readonly file: DirectoryFile
  readonly reading: DirectoryReading
}

export async function readList(
  session: Session,
  file: DirectoryFile,
  mapping?: CsvMapping,
): Promise<Result<DirectoryPreview, Saying>> {
  const read = await readDirectoryApart(file, mapping)
  if (!read.ok) return read
  const token = session.ports.newId()
  session.directories.hold(token, { file, reading: read.value })
  return ok(previewOf(session, token, file.name, read.value))
}

export async function readListAgain(
  session: Session,
  { token, mapping }: { readonly token: string; readonly mapping: CsvMapping },
): Promise<Result<DirectoryPreview, Saying>> {
  const held = session.directories.held(token)
  return held === null ? fail(saying('card-preview-gone')) : readList(session, held.file, mapping)
}

function previewOf(session: Session, token: string, name: string, reading: DirectoryReading): DirectoryPreview {
  const { kind, updated, entries, refused, columns = [] } = reading
  const known = entries.filter((entry) => knownCard(session, kind, entry) !== null).length
  return {
    token,
    kind,
    name,
    updated,
    entries: entries.length,
    fresh: entries.length - known,
    known,
    refused,
    sample: entries.slice(0, shownSample).map(({ reading: card }) => ({
      name: nameOf(card),
      country: card.country,
      address: card.emails[0]?.address ?? null,
    })),
    columns,
  }
}

export function importList(session: Session, { token }: { readonly token: string }): Result<Job, Saying> {
  const held = session.directories.held(token)
  if (held === null) return fail(saying('card-preview-gone'))
  session.directories.drop(token)
  const { file, reading } = held
  const job = { id: session.ports.newId(), kind: 'directory', name: file.name, total: reading.entries.length } as const
  return ok(session.jobs.start(job, () => stepsOf(session, file.name, reading)))
}

function* stepsOf(
  session: Session,
  name: string,
  { kind, entries }: DirectoryReading,
): Generator<Result<Step, Saying>, void> {
  for (let at = 0; at < entries.length; at += entriesAStep) {
    const part = entries.slice(at, at + entriesAStep)
    yield session.store.commit((tx) =>
      ok(part.map((entry, more) => takeEntry(tx, session, { name, kind, entry, at: at + more + 1 })).reduce(sum)),
    )
    if (at % (entriesAStep * stepsBetweenNews) === 0) session.news('card.changed', null)
  }
  tellOfCards(session)
}

const nothing: Step = { done: 1, added: 0, updated: 0, unchanged: 0, refused: [] }

const sum = (a: Step, b: Step): Step => ({
  done: a.done + b.done,
  added: a.added + b.added,
  updated: a.updated + b.updated,
  unchanged: a.unchanged + b.unchanged,
  refused: [...a.refused, ...b.refused],
})

interface Entry {
  readonly name: string
  readonly kind: DirectoryReading['kind']
  readonly entry: DirectoryEntry
  /** 1-based place in the list. */
  readonly at: number
}

/** A list is a copy of what a team says of itself: it never changes a key, and never speaks over what people of ours wrote. */
function takeEntry(tx: Tx, session: Session, { name, kind, entry, at }: Entry): Step {
  const card = knownCard(session, kind, entry)
  const layer = layerOf(session, { name, kind, entry, at })
  const { known, keyChanged, next } = planOf(card, layer, session.ports.newId())
  if (known) return { ...nothing, unchanged: 1 }
  if (keyChanged) {
    const fingerprints = entry.reading.keys.flatMap(({ fingerprint }) => fingerprint ?? []).join(', ')
    const problem = saying('card-key-changed', { name: card?.name ?? nameOf(entry.reading), fingerprints })
    return { ...nothing, refused: [{ at, problem }] }
  }
  const others = next.layers.filter((one) => one === layer || one.kind !== kind || one.entry !== entry.key)
  const isNew = card === null
  putCardIn(tx, session, { ...next, layers: others, roles: isNew && kind !== 'csv' ? ['csirt'] : next.roles }, {})
  return { ...nothing, ...(isNew ? { added: 1 } : { updated: 1 }) }
}

/** The card that this entry of this list made or went into before, else that of the same team. */
function knownCard(session: Session, kind: DirectoryReading['kind'], { key, reading }: DirectoryEntry): Shelved | null {
  const before = session.shelf.entry(kind, key)
  if (before !== null) return before
  return sameTeam(session, { card: reading, sha256: '', signature: unsigned }).against
}

const layerOf = (session: Session, { name, kind, entry }: Entry): CardLayer => ({
  id: session.ports.newId(),
  kind,
  name,
  sha256: sha256(canonical(entry.reading)),
  readAt: nowOf(session),
  entry: entry.key,
  reading: entry.reading,
  text: null,
  signature: unsigned,
})
