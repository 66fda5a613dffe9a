/** One act on a disk that fails it, and what must hold afterwards: clear words, a desk that goes on, nothing lost, nothing half. */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Reply } from '../../shared/ipc/call.ts'
import { ourNumber } from './kill-kinds/capsules.ts'
import { notesOf } from './kill-kinds/writes.ts'
import { passphrase, plainDesk } from './plain-desk.ts'
import type { Outcome } from './tally.ts'
import type { Template } from './template.ts'
import type { Trial, WritePath } from './write-paths.ts'

export interface Disk {
  /** An empty folder on the disk that will fail. */
  readonly folder: string
  /** From here on it fails; and no more. */
  readonly fail: () => void
  readonly mend: () => void
}

/** What the words may be: each names the disk or the file, and says what is safe. None of them speaks of damage. */
export const clearCodes: ReadonlySet<string> = new Set([
  'disk-full',
  'disk-failed',
  'write-failed',
  'backup-no-room',
  'backup-read-only',
  'backup-medium-gone',
  'rotate-no-room',
])

let trials = 0

/** @param blow what happened to the disk, for the line of a fault. @param heard the code of the first answer; null: done at once. */
export async function tried(
  path: WritePath,
  template: Template,
  disk: Disk,
  blow: string,
  heard: (code: string | null) => void = () => undefined,
): Promise<Outcome> {
  const bad: string[] = []
  const trial = await setUp(path, template, disk.folder)
  const note = (text: string): void => void bad.push(`${blow}: ${text}`)
  const before = await notesOf(trial.desk, ourNumber)
  disk.fail()
  const replies = [await safely(() => path.act(trial))]
  heard(codeOf(replies[0]))
  const unclear = unclearOf(replies[0], trial)
  if (unclear !== null) note(unclear)
  const reads = await safely(() => trial.desk.reply('case.show', { number: ourNumber }))
  // A new data key locks the desk.
  if (trial.desk.core.session() !== null && codeOf(reads) !== null) note(`reading fails: ${codeOf(reads)}`)
  disk.mend()
  const litter = halfFiles(disk.folder)
  if (codeOf(replies[0]) !== null) {
    if (path.target !== undefined && existsSync(path.target(trial)) && !(await opens(path, trial)))
      note('half of its target is left')
    for (const file of litter) note(`left ${file}`)
    replies.push(await safely(() => path.act(trial)))
    if (codeOf(replies[1]) !== null)
      note(`afterwards it still fails: ${codeOf(replies[1])} ${trial.desk.bugs().join(' ')}`)
  }
  const isDone = replies.some((reply) => reply !== 'threw' && reply !== undefined && reply.ok)
  const lost = await lostAfter(path, trial, isDone, before, note)
  rmSync(disk.folder, { recursive: true, force: true })
  return { lost: lost.map((text) => `${blow}: ${text}`), bad, acts: isDone ? 1 : 0 }
}

async function setUp(path: WritePath, template: Template, folder: string): Promise<Trial> {
  const [dir, scratch] = [join(folder, 'vault'), join(folder, 'beside')]
  const source = await path.source?.(template.dir)
  mkdirSync(scratch, { recursive: true })
  cpSync(source?.dir ?? template.dir, dir, { recursive: true })
  if (source !== undefined) cpSync(source.beside, scratch, { recursive: true })
  const desk = plainDesk(dir)
  await desk.call('vault.unlock', { passphrase })
  const trial = { desk, scratch, mark: `mark-${++trials}`, known: { ...template.known } }
  await path.prepare?.(trial)
  return trial
}

type Tried = Reply<unknown> | 'threw' | undefined

async function safely<T>(act: () => Promise<Reply<T>>): Promise<Reply<T> | 'threw'> {
  try {
    return await act()
  } catch {
    return 'threw'
  }
}

const codeOf = (reply: Tried): string | null =>
  reply === undefined || reply === 'threw' ? 'threw' : reply.ok ? null : reply.problem.code

function unclearOf(reply: Tried, { desk }: Trial): string | null {
  const code = codeOf(reply)
  if (code === null || clearCodes.has(code)) return null
  const params = reply !== 'threw' && reply?.ok === false ? JSON.stringify(reply.problem.params) : ''
  return `says ${code} ${params} ${desk.bugs().join(' ')}`
}

const opens = async (path: WritePath, trial: Trial): Promise<boolean> => (await path.opens?.(trial)) ?? true

/** What a failed act may leave: nothing of 0 bytes, nothing beside that was to be renamed. The ballast is laid meanwhile. */
const halfFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const path = join(entry.parentPath, entry.name)
    const isOdd =
      (entry.name.endsWith('.new') && entry.name !== 'ballast.new') ||
      /restoring|^backup\.tmp$|^new-key-|\.check$/.test(entry.name)
    const isEmpty = entry.isFile() && !entry.name.startsWith('vault.db-') && statSync(path).size === 0
    return isOdd || isEmpty ? [path.slice(folder.length + 1)] : []
  })

/** As after a crash: the files as they lie while the desk is still open, opened in another place. */
async function lostAfter(
  path: WritePath,
  trial: Trial,
  isDone: boolean,
  before: ReadonlySet<string>,
  note: (text: string) => void,
): Promise<readonly string[]> {
  try {
    trial.desk.close()
  } catch (error) {
    note(`closing threw ${String(error)}`)
  }
  const again = { ...trial, desk: plainDesk(trial.desk.dir) }
  const lost: string[] = []
  try {
    const opened = await again.desk.reply('vault.unlock', { passphrase: trial.known['passphrase'] ?? '' })
    if (!opened.ok) return [`the vault does not open: ${opened.problem.code} ${again.desk.bugs().join(' ')}`]
    const check = await again.desk.call('vault.check', {})
    for (const { code, params } of [...opened.value.findings, ...check.findings])
      note(`reopened, found ${code} ${JSON.stringify(params)}`)
    const after = await notesOf(again.desk, ourNumber)
    for (const text of before) if (!after.has(text)) lost.push(`note ${text.slice(0, 20)}`)
    if (isDone && !(await path.isThere(again))) lost.push('what was acknowledged')
  } finally {
    again.desk.close()
  }
  return lost
}
