/** Vaults and backups damaged by chance, each made and judged from its number: see test/attacks/damaged-store.ts and damaged-backup.ts. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { backupTemplate, damagedBackup } from '../attacks/damaged-backup.ts'
import { damageTemplate, damagedStore, type Judged } from '../attacks/damaged-store.ts'
import type { Row } from './tally.ts'
import { makeTemplate } from './template.ts'

export interface DamageRun {
  readonly count: number
  readonly seed: number
  /** Only this one, to have a miss again. */
  readonly number?: number
  readonly tell: (line: string) => void
}

type One = Pick<Judged, 'kind' | 'what' | 'bad'> & Partial<Pick<Judged, 'readable' | 'refused'>>

export const damagedStores = (run: DamageRun): Promise<readonly Row[]> =>
  inFolder(async (folder, place) => {
    const template = await damageTemplate(join(folder, 'template'), makeTemplate)
    return judgedAll('damaged vault', run, (number) => damagedStore(template, run.seed, number, place))
  })

export const damagedBackups = (run: DamageRun): Promise<readonly Row[]> =>
  inFolder(async (folder, place) => {
    const template = await backupTemplate(join(folder, 'template'), makeTemplate)
    return judgedAll('damaged backup', run, (number) => damagedBackup(template, run.seed, number, place))
  })

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
  const counts = all.flatMap(({ readable }) => (readable === undefined ? [] : [readable]))
  const [read, of] = [0, 1].map((at) => counts.reduce((sum, pair) => sum + (pair[at] ?? 0), 0))
  const refused = all.filter((one) => one.refused === true).length
  const note = `${read} of ${of} cases read as they were, ${refused} of ${all.length} refused`
  return { what, outcomes, missing: null, notes: counts.length === 0 ? [] : [note] }
}
