/** Vaults and backups damaged by chance, each made and judged from its number: see test/attacks/damaged-store.ts and damaged-backup.ts. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fillVault } from '../../electron/core/cases/fill.ts'
import { backupDamages, backupTemplate, damagedBackup, type BackupTemplate } from '../attacks/damaged-backup.ts'
import { damageTemplate, damagedStore, type Judged } from '../attacks/damaged-store.ts'
import { contentIn, leftOf, type Content, type LeftOf } from '../core/backup/left-backup.ts'
import { chanceOf, seedOf } from './chance.ts'
import { analyst, passphrase, plainDesk } from './plain-desk.ts'
import type { Row } from './tally.ts'
import { makeTemplate } from './template.ts'

export interface DamageRun {
  readonly count: number
  readonly seed: number
  /** Only this one, to have a miss again. */
  readonly number?: number
  readonly tell: (line: string) => void
}

type One = Pick<Judged, 'kind' | 'what' | 'bad'> &
  Partial<Pick<Judged, 'readable' | 'refused'>> & { readonly look?: Look }

/** What looking into a damaged backup showed, and how much there was. */
interface Look {
  readonly left: LeftOf
  readonly content: Content
}

export const damagedStores = (run: DamageRun): Promise<readonly Row[]> =>
  inFolder(async (folder, place) => {
    const template = await damageTemplate(join(folder, 'template'), makeTemplate)
    return judgedAll('damaged vault', run, (number) => damagedStore(template, run.seed, number, place))
  })

export const damagedBackups = (run: DamageRun): Promise<readonly Row[]> =>
  inFolder(async (folder, place) => {
    const template = await backupTemplate(join(folder, 'template'), makeLarge)
    const beside = join(folder, 'looked')
    mkdirSync(beside)
    const held = (bytes: Buffer): Promise<Content> => contentIn(placed(beside, bytes), join(beside, 'vault'))
    const contents = { whole: await held(template.whole), older: await held(template.older) }
    return judgedAll('damaged backup', run, async (number) => {
      const judged = await damagedBackup(template, run.seed, number, place)
      const look = await lookedInto(template, contents, run.seed, number, beside)
      return { ...judged, look, bad: [...judged.bad, ...look.bad] }
    })
  })

/** A database of several chunks: most damage comes behind the first. */
async function makeLarge(dir: string): Promise<void> {
  const desk = plainDesk(dir)
  await desk.call('vault.create', { passphrase, analyst, zone: 'Europe/Madrid', trial: true })
  const session = desk.core.session()
  if (session !== null)
    await fillVault(session, { cases: 240, entries: 2_400, seed: 7, progress: async () => undefined })
  desk.close()
}

function placed(folder: string, bytes: Buffer): string {
  const path = join(folder, 'b.sgb')
  writeFileSync(path, bytes)
  return path
}

interface Contents {
  readonly whole: Content
  readonly older: Content
}

const chunkOnDisk = 1_048_576 + 16

/** The same damage once more, looked into: what is whole up to the end of its first chunk must open. */
async function lookedInto(
  template: BackupTemplate,
  contents: Contents,
  seed: number,
  number: number,
  folder: string,
): Promise<Look & { readonly bad: readonly string[] }> {
  const kind = backupDamages[number % backupDamages.length]
  if (kind === undefined) throw new Error('no such kind')
  const { bytes } = kind.damage(template, chanceOf(seedOf(seed, kind.name, number)))
  const isOlder = kind.isOlder === true
  const content = isOlder ? contents.older : contents.whole
  const left = await leftOf(placed(folder, bytes), join(folder, 'vault'), content)
  const first = 16 + 4 + template.whole.readUInt32BE(16) + 16 + chunkOnDisk
  const mustOpen = isOlder || bytes.subarray(0, first).equals(template.whole.subarray(0, first))
  const bad = [
    ...left.bad,
    ...(mustOpen && left.refused !== null ? [`does not open: ${left.refused.code}`] : []),
    ...(left.refused === null && !isOlder && left.findings.length === 0 ? ['shows it as whole'] : []),
    ...(left.refused !== null && !refusals.includes(left.refused.code) ? [`refused as ${left.refused.code}`] : []),
  ]
  return { left, content, bad: bad.map((text) => `looked into: ${text}`) }
}

const refusals: readonly string[] = [
  'backup-none-left',
  'backup-damaged',
  'backup-none',
  'vault-newer',
  'backup-left-closed',
]

async function inFolder<T>(work: (folder: string, place: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'signet-damaged-'))
  const place = join(folder, 'one')
  try {
    mkdirSync(place)
    mkdirSync(join(folder, 'template'))
    return await work(folder, place)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function judgedAll(
  name: string,
  { count, number, tell }: DamageRun,
  judge: (number: number) => Promise<One>,
): Promise<readonly Row[]> {
  const found = new Map<string, One[]>()
  const numbers = number === undefined ? Array.from({ length: count }, (_, at) => at) : [number]
  for (const at of numbers) {
    const one = await judge(at)
    found.set(one.kind, [...(found.get(one.kind) ?? []), one])
    for (const fault of one.bad) tell(`${name} ${at}, ${one.kind}, ${one.what}: ${fault}`)
    if (at % 100 === 99) tell(`${name}: ${at + 1} of ${count}`)
  }
  return [...found].map(([kind, all]) => rowOf(`${name}: ${kind}`, all))
}

function rowOf(what: string, all: readonly One[]): Row {
  const outcomes = all.map((one) => ({ lost: [], bad: one.bad.map((text) => `${one.what}: ${text}`) }))
  return { what, outcomes, missing: null, notes: [...readNote(all), ...lookNote(all)] }
}

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0)

function readNote(all: readonly One[]): readonly string[] {
  const counts = all.flatMap(({ readable }) => (readable === undefined ? [] : [readable]))
  const refused = all.filter((one) => one.refused === true).length
  const [read, of] = [sum(counts, ([same]) => same), sum(counts, ([, total]) => total)]
  return counts.length === 0 ? [] : [`${read} of ${of} cases read as they were, ${refused} of ${all.length} refused`]
}

function lookNote(all: readonly One[]): readonly string[] {
  const looks = all.flatMap(({ look }) => (look === undefined ? [] : [look]))
  if (looks.length === 0) return []
  const opened = looks.filter(({ left }) => left.refused === null)
  const [cases, files] = [
    sum(opened, ({ content }) => content.cases.size),
    sum(opened, ({ content }) => content.blobs.size),
  ]
  const [whole, listed] = [sum(opened, ({ left }) => left.whole.length), sum(opened, ({ left }) => left.listed.length)]
  const open = sum(opened, ({ left }) => left.blobs.length)
  return [
    `looked into: ${opened.length} of ${looks.length} open; of ${cases} cases ${listed} listed, ${whole} (${Math.round((100 * whole) / cases) || 0} %) whole as they were; ${open} of ${files} files`,
  ]
}
