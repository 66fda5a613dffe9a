/** Every write path on a disk that has room for just so many pages more, for every number of pages at which it could stop. */
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chanceOf, seedOf } from './chance.ts'
import { firstCase } from './kill-kinds/taken-in.ts'
import { notesOf } from './kill-kinds/writes.ts'
import { analyst, passphrase, plainDesk } from './plain-desk.ts'
import { cannotMount, page, smallDisk, type SmallDisk } from './small-disk.ts'
import type { Outcome, Row } from './tally.ts'
import { makeTemplate, type Template } from './template.ts'
import { clearCodes, tried, type Disk } from './trial.ts'
import { writePaths, type WritePath } from './write-paths.ts'

export interface FullRun {
  readonly seed: number
  /** Places tried for each write path; all where there are fewer pages. */
  readonly places: number
  readonly kinds?: readonly string[]
  readonly tell: (line: string) => void
}

/** Room for a new data key, which wants 64 MB to spare, and too little for a ballast beside it. */
const megabytes = 110

export async function fullRuns({ seed, places, kinds, tell }: FullRun): Promise<readonly Row[]> {
  const missing = cannotMount()
  if (missing !== null) return [{ what: 'full disk', outcomes: [], missing }]
  const folder = mkdtempSync(join(tmpdir(), 'signet-full-'))
  const disk = smallDisk(megabytes)
  try {
    const template = await makeTemplate(join(folder, 'template'))
    const rows: Row[] = []
    for (const path of writePaths.filter(({ name }) => kinds === undefined || kinds.includes(name))) {
      const { outcomes, pages } = await onFullDisk(path, { template, disk, places, seed })
      for (const fault of outcomes.flatMap(({ lost, bad }) => [...lost, ...bad])) tell(`${path.name}: ${fault}`)
      rows.push({ what: `full disk: ${path.name}, ${pages} pages`, outcomes, missing: null })
    }
    if (kinds === undefined || kinds.includes('read-only'))
      rows.push({ what: 'read-only folder', outcomes: [await readOnlyFolder(template, disk)], missing: null })
    return rows
  } finally {
    disk.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Filling {
  readonly template: Template
  readonly disk: SmallDisk
  readonly places: number
  readonly seed: number
}

async function onFullDisk(
  path: WritePath,
  { template, disk, places, seed }: Filling,
): Promise<{ readonly outcomes: readonly Outcome[]; readonly pages: number }> {
  const outcomes: Outcome[] = []
  const tryWith = async (pages: number): Promise<boolean> => {
    let refused = false
    const on: Disk = {
      folder: join(disk.folder, 'trial'),
      fail: () => disk.fill(pages * page),
      mend: () => disk.empty(),
    }
    const heard = (code: string | null): void => void (refused ||= code !== null)
    outcomes.push(await tried(path, template, on, `${pages} pages free`, heard))
    return !refused
  }
  // What it needs: twice as much until it is done at once.
  let enough = 0
  while (!(await tryWith(enough)) && enough * page < disk.free()) enough = Math.max(1, enough * 2)
  const chance = chanceOf(seedOf(seed, path.name, 0))
  const between = Math.max(0, enough - 1)
  for (let at = 0; at < Math.min(places, between); at++) {
    const [from, to] = [0, 1].map((more) => 1 + Math.floor(((at + more) * between) / Math.min(places, between)))
    await tryWith((from ?? 1) + chance.below(Math.max(1, (to ?? 1) - (from ?? 1))))
  }
  return { outcomes, pages: enough }
}

/** A vault in a folder that takes no writes: said clearly, opened to be read, not one byte changed; nothing is left where nothing may be written. */
async function readOnlyFolder(template: Template, disk: SmallDisk): Promise<Outcome> {
  const [bad, lost]: [string[], string[]] = [[], []]
  const vault = join(disk.folder, 'vault')
  cpSync(template.dir, vault, { recursive: true })
  mkdirSync(join(disk.folder, 'empty'))
  const before = hashesIn(vault)
  const place = disk.readOnly()
  const there = await notesOnOpening(template.dir, false)
  const desk = plainDesk(join(place, 'vault'))
  const plain = await desk.reply('vault.unlock', { passphrase })
  if (!plain.ok && !clearCodes.has(plain.problem.code))
    bad.push(`unlocking says ${plain.problem.code} ${desk.bugs().join(' ')}`)
  desk.close()
  const read = await notesOnOpening(join(place, 'vault'), true)
  if (typeof read === 'string') bad.push(`opening to read says ${read}`)
  else if (typeof there !== 'string')
    for (const text of there) if (!read.has(text)) lost.push(`note ${text.slice(0, 20)}`)
  bad.push(...(await refusedTargets(template, join(place, 'empty'))))
  if (hashesIn(vault) !== before) bad.push('something in the folder changed')
  const again = await notesOnOpening(vault, false)
  if (typeof again === 'string') bad.push(`afterwards unlocking says ${again}`)
  rmSync(vault, { recursive: true })
  return { bad, lost, acts: 0 }
}

async function notesOnOpening(dir: string, readOnly: boolean): Promise<ReadonlySet<string> | string> {
  const desk = plainDesk(dir)
  try {
    const opened = await desk.reply('vault.unlock', { passphrase, readOnly })
    if (!opened.ok) return `${opened.problem.code} ${desk.bugs().join(' ')}`
    if (opened.value.findings.length > 0) return opened.value.findings.map(({ code }) => code).join()
    return await notesOf(desk, await firstCase(desk))
  } finally {
    desk.close()
  }
}

/** Backup, report and export to where nothing may be written, and a vault made or restored there. */
async function refusedTargets(template: Template, place: string): Promise<readonly string[]> {
  const bad: string[] = []
  const dir = mkdtempSync(join(tmpdir(), 'signet-full-'))
  cpSync(template.dir, join(dir, 'vault'), { recursive: true })
  const desk = plainDesk(join(dir, 'vault'))
  await desk.call('vault.unlock', { passphrase })
  for (const path of writePaths.filter(
    ({ target, prepare, source }) => target !== undefined && (prepare ?? source) === undefined,
  )) {
    const trial = { desk, scratch: place, mark: 'read-only', known: { ...template.known } }
    const done = await path.act(trial)
    if (done.ok) bad.push(`${path.name} says that it is done`)
    else if (!clearCodes.has(done.problem.code))
      bad.push(`${path.name} says ${done.problem.code} ${desk.bugs().join(' ')}`)
  }
  if (!(await desk.reply('case.create', { title: 'and on' })).ok) bad.push('the desk does not go on')
  const backup = join(dir, 'backup')
  await desk.call('vault.backup', { to: { grant: desk.grant(backup, 'write') } })
  desk.close()
  const other = plainDesk(join(place, 'vault'))
  const from = { grant: other.grant(backup, 'read'), name: 'backup' }
  const made = [
    await other.reply('vault.create', { passphrase, analyst, zone: 'Europe/Madrid', trial: true }),
    await other.reply('vault.restore', { from, passphrase }),
  ].map((reply) => (reply.ok ? 'done' : reply.problem.code))
  for (const code of made) if (!clearCodes.has(code)) bad.push(`a vault there: ${code}`)
  other.close()
  rmSync(dir, { recursive: true, force: true })
  return bad
}

const hashesIn = (dir: string): string =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted()
    .map((path) => `${path} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`)
    .join('\n')
