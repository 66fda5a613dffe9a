/** What a backup held, and what looking into a damaged one shows of it: as it was, not at all, or (which must never be) otherwise. */
import type { CaseId } from '../../../shared/domain/case/entry.ts'
import { say, type Saying } from '../../../shared/words/say.ts'
import { entriesOf } from '../../../electron/core/journal/journal.ts'
import { readWholeBlob } from '../../../electron/core/store/blobs.ts'
import { sha256 } from '../../../electron/core/store/canonical.ts'
import type { Store } from '../../../electron/core/store/store.ts'
import { passphrase, plainDesk, storeOf, type PlainDesk } from '../../hard/plain-desk.ts'

export interface Content {
  /** By number. */
  readonly cases: ReadonlyMap<string, Kept>
  /** Hashes by id. */
  readonly blobs: ReadonlyMap<string, string>
}

interface Kept {
  readonly id: string
  readonly title: string
  /** Hashes. */
  readonly entries: readonly string[]
}

export interface LeftOf {
  /** Why it did not open; null where it did. */
  readonly refused: Saying | null
  readonly findings: readonly Saying[]
  /** UTC ISO: of which day it is shown to be. */
  readonly at: string | null
  /** Numbers of those that are listed, and of those whose journal reads as it was. */
  readonly listed: readonly string[]
  readonly whole: readonly string[]
  /** Ids of the sealed files that open. */
  readonly blobs: readonly string[]
  /** What reads otherwise than it was written, and words that are none. */
  readonly bad: readonly string[]
}

/** Of a backup that is whole. @param dir where a vault could be; nothing is left beside it. */
export async function contentIn(path: string, dir: string): Promise<Content> {
  const desk = plainDesk(dir)
  try {
    await desk.call('vault.look', looking(desk, path))
    const { store, titles } = { store: storeOf(desk), titles: await titlesIn(desk) }
    const rows = store.db.prepare('SELECT id, number FROM cases').all<{ id: string; number: string }>()
    const ids = store.db.prepare('SELECT id FROM blobs', { pluck: true }).all<string>()
    return {
      cases: new Map(
        rows.map(({ id, number }) => [
          number,
          { id, title: titles.get(number) ?? '', entries: entriesIn(store, id) ?? [] },
        ]),
      ),
      blobs: new Map(ids.map((id) => [id, sha256(readWholeBlob(store, id) ?? '')])),
    }
  } finally {
    desk.close()
  }
}

export async function leftOf(path: string, dir: string, content: Content): Promise<LeftOf> {
  const desk = plainDesk(dir)
  try {
    const answer = await desk.reply('vault.look', looking(desk, path))
    if (!answer.ok) return { ...nothing, refused: answer.problem, bad: unsaid(answer.problem) }
    const { findings, readOnly } = answer.value
    const seen = await seenIn(desk, content)
    const bad = [...seen.bad, ...findings.flatMap(unsaid), ...(readOnly === null ? ['it can be written'] : [])]
    return { ...seen, bad, refused: null, findings, at: readOnly?.copyOf ?? null }
  } finally {
    desk.close()
  }
}

const nothing: LeftOf = { refused: null, findings: [], at: null, listed: [], whole: [], blobs: [], bad: [] }

const looking = (desk: PlainDesk, path: string) => ({
  from: { grant: desk.grant(path, 'read'), name: 'b' },
  passphrase,
})

const unsaid = (finding: Saying): readonly string[] =>
  /[{}]/.test(say('en', finding)) ? [`unsaid: ${finding.code}`] : []

/** As the desk shows them. */
async function titlesIn(desk: PlainDesk): Promise<ReadonlyMap<string, string>> {
  const answer = await desk.reply('queue.window', { order: 'policy', filter: 'is:any', from: 0, count: 500 })
  return new Map(answer.ok ? answer.value.rows.map(({ number, title }) => [number, title]) : [])
}

type Seen = Pick<LeftOf, 'listed' | 'whole' | 'blobs' | 'bad'>

async function seenIn(desk: PlainDesk, { cases, blobs }: Content): Promise<Seen> {
  const store = storeOf(desk)
  const titles = await titlesIn(desk)
  const bad: string[] = []
  for (const [number, title] of titles)
    if (cases.get(number)?.title !== title) bad.push(`lists ${number} as "${title.slice(0, 40)}"`)
  const whole = [...cases].flatMap(([number, { id, entries }]) => {
    const there = entriesIn(store, id)
    if (there?.some((hash) => !entries.includes(hash)) === true) bad.push(`shows in ${number} what was never written`)
    return there?.join() === entries.join() ? [number] : []
  })
  const open = [...blobs].flatMap(([id, hash]) => {
    const there = fileIn(store, id)
    if (there !== null && sha256(there) !== hash) bad.push(`gives another content of ${id}`)
    return there === null ? [] : [id]
  })
  return { listed: [...titles.keys()], whole, blobs: open, bad }
}

/** null where they do not read. */
function entriesIn(store: Store, id: string): readonly string[] | null {
  try {
    return entriesOf(store, id as CaseId).map((entry) => sha256(JSON.stringify(entry)))
  } catch {
    return null
  }
}

function fileIn(store: Store, id: string): Buffer | null {
  try {
    return readWholeBlob(store, id)
  } catch {
    return null
  }
}
