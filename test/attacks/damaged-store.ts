/**
 * One damaged vault, made and judged from a number: noticed, the good part still readable, the words true. The short form is
 * damaged-stores.test.ts; the long one asks for a thousand.
 */
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { CaseId } from '../../shared/domain/case/entry.ts'
import type { CheckView } from '../../shared/ipc/vault-views.ts'
import { say, type Saying } from '../../shared/words/say.ts'
import { entriesOf } from '../../electron/core/journal/journal.ts'
import { isDamage } from '../../electron/core/store/connection.ts'
import { readWholeBlob } from '../../electron/core/store/blobs.ts'
import { sha256 } from '../../electron/core/store/canonical.ts'
import type { Store } from '../../electron/core/store/store.ts'
import { chanceOf, seedOf } from '../hard/chance.ts'
import { passphrase, plainDesk, type PlainDesk } from '../hard/plain-desk.ts'
import { damageKinds, type DamageKind, type Done, type Moments } from './damage-kinds.ts'

/** What stands in the vault: hashes of the entries by case, of the content by sealed file. */
interface Content {
  readonly cases: ReadonlyMap<string, { readonly number: string; readonly entries: readonly string[] }>
  readonly blobs: ReadonlyMap<string, string>
  readonly seq: number
}

export interface DamageTemplate extends Moments {
  readonly content: Readonly<Record<DamageKind['of'], Content>>
}

export interface Judged {
  readonly kind: string
  /** What was done, for the line of a miss. */
  readonly what: string
  /** Codes, in the order in which they were said. */
  readonly codes: readonly string[]
  /** The desk did not open. */
  readonly refused: boolean
  /** Cases that read as they were, of how many. */
  readonly readable: readonly [number, number]
  /** What should not be: not noticed, a good part that does not read, untrue words. */
  readonly bad: readonly string[]
}

/** In a folder of its own, which is left to the caller. */
export async function damageTemplate(
  folder: string,
  makeVault: (dir: string) => Promise<unknown>,
): Promise<DamageTemplate> {
  const at = (name: string): string => join(folder, name)
  await makeVault(at('older'))
  cpSync(at('older'), at('closed'), { recursive: true })
  const desk = await opened(at('closed'))
  await work(desk, 'later')
  const closed = contentOf(storeOf(desk))
  desk.close()
  cpSync(at('closed'), at('open'), { recursive: true })
  const killed = await opened(at('open'))
  await work(killed, 'latest')
  const left = contentOf(storeOf(killed))
  cpSync(at('open'), at('killed'), { recursive: true })
  rmSync(join(at('killed'), 'lock'), { force: true })
  killed.close()
  return { older: at('older'), closed: at('closed'), killed: at('killed'), content: { closed, killed: left } }
}

async function opened(dir: string): Promise<PlainDesk> {
  const desk = plainDesk(dir)
  await desk.call('vault.unlock', { passphrase })
  return desk
}

/** Something of everything: new cases and notes, fields, a sealed file, drafts, which make no row in the log. */
async function work(desk: PlainDesk, word: string): Promise<void> {
  const { cases } = await desk.call('case.list', { from: 0, count: 100 })
  for (const { number } of cases.filter((_, at) => at % 2 === 0))
    await note(desk, number, `${word} ${'more. '.repeat(30)}`)
  for (let n = 0; n < 4; n++) {
    const { state } = await desk.call('case.create', { title: `${word} ${n}` })
    const file = { name: `${word}-${n}.txt`, bytes: Buffer.alloc(3_000 + n, word) }
    if (n === 0) await desk.call('case.evidence', { number: state.number, file, source: 'the gate' })
    await note(desk, state.number, `${word} first`)
    await desk.call('draft.new', { case: state.number, to: [], inReplyTo: null })
  }
}

async function note(desk: PlainDesk, number: string, text: string): Promise<void> {
  const { heads } = await desk.call('case.show', { number })
  await desk.call('case.change', { number, heads: [...heads], command: { do: 'note', text } })
}

function storeOf(desk: PlainDesk): Store {
  const session = desk.core.session()
  if (session === null) throw new Error('the desk is locked')
  return session.store
}

function contentOf(store: Store): Content {
  const cases = store.db.prepare('SELECT id, number FROM cases').all<{ id: string; number: string }>()
  const blobs = store.db.prepare('SELECT id FROM blobs', { pluck: true }).all<string>()
  return {
    cases: new Map(cases.map(({ id, number }) => [id, { number, entries: entriesIn(store, id) ?? [] }])),
    blobs: new Map(blobs.map((id) => [id, sha256(readWholeBlob(store, id) ?? '')])),
    seq: store.head().seq,
  }
}

/** null where they do not read. */
function entriesIn(store: Store, id: string): readonly string[] | null {
  try {
    return entriesOf(store, id as CaseId).map((entry) => sha256(JSON.stringify(entry)))
  } catch (error) {
    if (isDamage(error)) return null
    throw error
  }
}

/** Kind, place and extent follow from seed and number alone. `folder` is empty, and empty again afterwards. */
export async function damagedStore(
  template: DamageTemplate,
  seed: number,
  number: number,
  folder: string,
): Promise<Judged> {
  const kind = damageKinds[number % damageKinds.length] as DamageKind
  const dir = join(folder, `damaged-${seed}-${number}`)
  cpSync(template[kind.of], dir, { recursive: true })
  const done = kind.damage(dir, chanceOf(seedOf(seed, kind.name, number)), template)
  const desk = plainDesk(dir)
  try {
    return { kind: kind.name, what: done.what, ...(await judged(desk, kind, done, template.content[kind.of])) }
  } finally {
    desk.close()
    rmSync(dir, { recursive: true, force: true })
  }
}

type Judgement = Omit<Judged, 'kind' | 'what'>

async function judged(desk: PlainDesk, kind: DamageKind, done: Done, content: Content): Promise<Judgement> {
  const unlocked = await desk.reply('vault.unlock', { passphrase })
  if (!unlocked.ok) return refused(unlocked.problem, content)
  const store = storeOf(desk)
  const atOnce = unlocked.value.findings
  const told = await checked(desk)
  const whole = (await desk.call('vault.check', {})).findings
  const all = [...atOnce, ...told, ...whole]
  const read = casesRead(store, content)
  const bad = [
    ...(atOnce.length + told.length === 0 ? ['not noticed by the check beside the work'] : []),
    ...(whole.length === 0 ? ['not noticed by the check at once'] : []),
    ...(kind.opens === 'never' ? ['it opened'] : []),
    ...all.flatMap(unsaid),
    ...untrueOf(all, told, done, store, content),
    ...untoldOf(read, all, kind, content),
    ...(await actOn(desk, store)),
  ]
  const codes = [...new Set(all.map(({ code }) => code))]
  return { codes, refused: false, readable: [read.same.size, content.cases.size], bad: [...new Set(bad)] }
}

/** Nothing can be read of a database without its first page, or without the pages in which the desk itself stands. */
function refused(problem: Saying, content: Content): Judgement {
  const bad = problem.code === 'vault-damaged' ? unsaid(problem) : [`refused as ${problem.code}`]
  return { codes: [problem.code], refused: true, readable: [0, content.cases.size], bad }
}

/** The check that runs beside the work, to its end. */
async function checked(desk: PlainDesk): Promise<readonly Saying[]> {
  let view: CheckView = await desk.call('soundness.check', {})
  while (view.job?.state === 'running') {
    await setImmediate()
    view = await desk.call('soundness.show', {})
  }
  const { findings } = await desk.call('me.show', {})
  return [...view.parts.flatMap((part) => part.findings), ...findings]
}

const unsaid = (finding: Saying): readonly string[] =>
  /[{}]/.test(say('en', finding)) ? [`unsaid: ${finding.code}`] : []

interface CasesRead {
  /** Numbers of those that read as they were. */
  readonly same: ReadonlySet<string>
  readonly other: readonly string[]
  /** With an entry that was never written. */
  readonly forged: readonly string[]
}

function casesRead(store: Store, { cases }: Content): CasesRead {
  const [same, other, forged] = [new Set<string>(), [] as string[], [] as string[]]
  for (const [id, { number, entries }] of cases) {
    const there = entriesIn(store, id)
    if (there?.join() === entries.join()) same.add(number)
    else other.push(number)
    if (there?.some((hash) => !entries.includes(hash)) === true) forged.push(number)
  }
  return { same, other, forged }
}

/** What names something must name what was damaged, and nothing else. */
function untrueOf(
  all: readonly Saying[],
  beside: readonly Saying[],
  done: Done,
  store: Store,
  { cases, blobs, seq }: Content,
): readonly string[] {
  const bad: string[] = []
  for (const { code, params } of all) {
    if (code === 'damage-blob' && done.blobs?.includes(String(params['blob'])) !== true)
      bad.push(`names ${String(params['blob'])}`)
    if (code === 'vault-tail-lost' && params['expected'] !== seq)
      bad.push(`expects ${String(params['expected'])}, not ${seq}`)
    if (code === 'damage-case-unread') {
      const found = [...cases].find(([, { number }]) => number === params['number'])
      const entries = found === undefined ? null : entriesIn(store, found[0])
      if (entries !== null && rowReads(store, found?.[0] ?? ''))
        bad.push(`says that ${String(params['number'])} does not read`)
    }
  }
  for (const page of done.pages ?? [])
    if (!beside.some(({ code, params }) => code === 'damage-page' && params['detail'] === String(page)))
      bad.push(`does not name page ${page}`)
  for (const id of done.blobs ?? []) {
    if (!all.some(({ code, params }) => code === 'damage-blob' && params['blob'] === id))
      bad.push(`does not name ${id}`)
    const content = readWholeBlob(store, id)
    if (content !== null && sha256(content) !== blobs.get(id)) bad.push(`gives another content of ${id}`)
  }
  return bad
}

function rowReads(store: Store, id: string): boolean {
  try {
    return store.db.prepare('SELECT * FROM cases WHERE id = ?').get([id]) !== undefined
  } catch {
    return false
  }
}

/** Codes that tell of a loss which no list of cases can be given for. */
const untold = new Set([
  'vault-tail-lost',
  'damage-entries-missing',
  'damage-cases-unread',
  'damage-size',
  'log-broken',
])

function untoldOf(
  { other, forged }: CasesRead,
  all: readonly Saying[],
  kind: DamageKind,
  { cases }: Content,
): readonly string[] {
  const named = new Set(all.flatMap(({ params }) => [params['number'], params['case']].map(String)))
  const unnamed = other.filter((number) => !named.has(number))
  const isTold = all.some(({ code }) => untold.has(code))
  return [
    ...forged.map((number) => `shows in ${number} what was never written`),
    ...(isTold ? [] : unnamed.map((number) => `${number} does not read and is not named`)),
    ...(kind.name.startsWith('sealed') && other.length > 0
      ? [`${other.length} of ${cases.size} cases do not read`]
      : []),
  ]
}

/** As the words say: nothing of it was saved. The last one where indexes contradict each other. */
const refusals = ['damage-met', 'vault-read-only', 'internal-error']

/** Whoever goes on working is either refused in words or keeps what was saved. */
async function actOn(desk: PlainDesk, store: Store): Promise<readonly string[]> {
  const answer = await desk.reply('case.create', { title: 'after the damage' })
  if (!answer.ok) return refusals.includes(answer.problem.code) ? [] : [`act: ${answer.problem.code}`]
  return entriesIn(store, answer.value.state.id)?.length === 0 ? ['an act is not there'] : []
}
