/**
 * One damaged backup, made and judged from a number: noticed before anything is replaced, nothing of it left, the words true. The
 * short form is backup-damage.test.ts; the long one asks for a thousand.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RestoreReport } from '../../shared/ipc/vault-views.ts'
import { fail, type Result } from '../../shared/kit/result.ts'
import { say, saying, type Saying } from '../../shared/words/say.ts'
import { openBackupFile } from '../../electron/core/backup/backup-file.ts'
import { proveBackup } from '../../electron/core/backup/prove-backup.ts'
import { newWatch } from '../../electron/core/backup/watch.ts'
import { openKeyFile } from '../../electron/core/vault/key-wraps.ts'
import { restoreBackup, verifyBackup } from '../../electron/core/backup/backup.ts'
import { chanceOf, seedOf, type Chance } from '../hard/chance.ts'
import { passphrase, plainDesk, type PlainDesk } from '../hard/plain-desk.ts'

export interface BackupTemplate {
  /** Of one vault, an older one and the one that is damaged; and one of another vault with the same passphrase. */
  readonly older: Buffer
  readonly whole: Buffer
  readonly stranger: Buffer
  readonly entries: { readonly older: number; readonly whole: number }
}

export interface JudgedBackup {
  readonly kind: string
  /** What was done, for the line of a miss. */
  readonly what: string
  /** What verifying said; null: that it is whole. */
  readonly code: string | null
  /** What should not be. */
  readonly bad: readonly string[]
}

/** In a folder of its own, which is left to the caller. `makeVault` makes one that opens with the passphrase of plain-desk.ts. */
export async function backupTemplate(
  folder: string,
  makeVault: (dir: string) => Promise<unknown>,
): Promise<BackupTemplate> {
  const [first, second] = [join(folder, 'first'), join(folder, 'second')]
  await makeVault(first)
  await makeVault(second)
  const desk = await opened(first)
  await work(desk, 'older')
  const older = await backedUp(desk, folder)
  await work(desk, 'newer')
  const whole = await backedUp(desk, folder)
  desk.close()
  const other = await opened(second)
  await work(other, 'other')
  const stranger = await backedUp(other, folder)
  other.close()
  for (const dir of [first, second]) rmSync(dir, { recursive: true })
  const entries = { older: older.entries, whole: whole.entries }
  return { older: older.bytes, whole: whole.bytes, stranger: stranger.bytes, entries }
}

async function opened(dir: string): Promise<PlainDesk> {
  const desk = plainDesk(dir)
  await desk.call('vault.unlock', { passphrase })
  return desk
}

/** Enough for several chunks. */
async function work(desk: PlainDesk, word: string): Promise<void> {
  const { state } = await desk.call('case.create', { title: word })
  const bytes = Buffer.from(chanceOf(word.length).bytes(4_096).toString('hex').repeat(180))
  await desk.call('case.evidence', { number: state.number, file: { name: `${word}.bin`, bytes }, source: 'the gate' })
}

async function backedUp(
  desk: PlainDesk,
  folder: string,
): Promise<{ readonly bytes: Buffer; readonly entries: number }> {
  const path = join(folder, 'made.sgb')
  const { entries } = await desk.call('vault.backup', { to: { grant: desk.grant(path, 'write') } })
  const bytes = readFileSync(path)
  rmSync(path)
  return { bytes, entries }
}

const magicLength = 16
const saltLength = 16
const sealedLength = 1_048_576 + 16

/** Where the sealed chunks begin: behind what it is, the length of vault.json, vault.json, the salt. */
const bodyOf = (file: Buffer): number => magicLength + 4 + file.readUInt32BE(magicLength) + saltLength

function chunksOf(file: Buffer): readonly Buffer[] {
  const body = file.subarray(bodyOf(file))
  return Array.from({ length: Math.ceil(body.length / sealedLength) }, (_, at) =>
    body.subarray(at * sealedLength, (at + 1) * sealedLength),
  )
}

const headOf = (file: Buffer): Buffer => file.subarray(0, bodyOf(file))

interface Damage {
  readonly what: string
  readonly bytes: Buffer
}

interface Kind {
  readonly name: string
  readonly damage: (template: BackupTemplate, chance: Chance) => Damage
  /** Whole, but of an earlier day: nothing can notice that, and the report must say which day. */
  readonly isOlder?: boolean
}

const changed = (file: Buffer, change: (copy: Buffer) => void): Buffer => {
  const copy = Buffer.from(file)
  change(copy)
  return copy
}

const flipAt = (file: Buffer, at: number, bit: number): Damage => ({
  what: `bit ${bit} of byte ${at}`,
  bytes: changed(file, (copy) => void (copy[at] = (copy[at] ?? 0) ^ (1 << bit))),
})

function overwritten(file: Buffer, at: number, content: Buffer): Damage {
  const bytes = changed(file, (copy) => void content.copy(copy, at))
  return bytes.equals(file) ? flipAt(file, at, 0) : { what: `${content.length} bytes at ${at}`, bytes }
}

const rechunked = ({ whole }: BackupTemplate, what: string, chunks: readonly Buffer[]): Damage => ({
  what,
  bytes: Buffer.concat([headOf(whole), ...chunks]),
})

export const backupDamages: readonly Kind[] = [
  { name: 'cut', damage: ({ whole }, chance) => cutAt(whole, chance.below(whole.length)) },
  {
    name: 'cut between chunks',
    damage: ({ whole }, chance) => cutAt(whole, bodyOf(whole) + sealedLength * chance.below(chunksOf(whole).length)),
  },
  { name: 'cut in the header', damage: ({ whole }, chance) => cutAt(whole, chance.below(bodyOf(whole))) },
  { name: 'flipped', damage: ({ whole }, chance) => flipAt(whole, chance.below(whole.length), chance.below(8)) },
  {
    name: 'flipped in the header',
    damage: ({ whole }, chance) => flipAt(whole, chance.below(bodyOf(whole)), chance.below(8)),
  },
  {
    name: 'zeroed',
    damage: ({ whole }, chance) =>
      overwritten(whole, chance.below(whole.length), Buffer.alloc(1 + chance.below(9_000))),
  },
  {
    name: 'overwritten',
    damage: ({ whole }, chance) => overwritten(whole, chance.below(whole.length), chance.bytes(1 + chance.below(64))),
  },
  {
    name: 'chunks swapped',
    damage: (template, chance) => {
      const chunks = [...chunksOf(template.whole)]
      const at = chance.below(chunks.length - 1)
      const [one, other] = [chunks[at], chunks[at + 1]]
      if (one !== undefined && other !== undefined) chunks.splice(at, 2, other, one)
      return rechunked(template, `chunk ${at} and the next`, chunks)
    },
  },
  {
    name: 'chunk twice',
    damage: (template, chance) => {
      const chunks = [...chunksOf(template.whole)]
      const at = chance.below(chunks.length)
      return rechunked(template, `chunk ${at}`, [...chunks.slice(0, at + 1), ...chunks.slice(at)])
    },
  },
  {
    name: 'chunk missing',
    damage: (template, chance) => {
      const chunks = chunksOf(template.whole)
      const at = chance.below(chunks.length)
      return rechunked(
        template,
        `chunk ${at}`,
        chunks.filter((_, other) => other !== at),
      )
    },
  },
  {
    name: 'chunk rolled back',
    damage: (template, chance) => {
      const [chunks, before] = [chunksOf(template.whole), chunksOf(template.older)]
      const at = chance.below(before.length)
      return rechunked(
        template,
        `chunk ${at} of the older one`,
        chunks.map((chunk, other) => (other === at ? (before[at] ?? chunk) : chunk)),
      )
    },
  },
  {
    name: 'appended',
    damage: ({ whole }, chance) => {
      const more = chance.bytes(1 + chance.below(200))
      return { what: `${more.length} bytes`, bytes: Buffer.concat([whole, more]) }
    },
  },
  {
    name: 'header of the older one',
    damage: ({ whole, older }) => ({ what: '', bytes: Buffer.concat([headOf(older), ...chunksOf(whole)]) }),
  },
  {
    name: 'header of another vault',
    damage: ({ whole, stranger }) => ({ what: '', bytes: Buffer.concat([headOf(stranger), ...chunksOf(whole)]) }),
  },
  {
    name: 'rolled back',
    damage: ({ whole, older }) => ({ what: '', bytes: Buffer.concat([headOf(whole), ...chunksOf(older)]) }),
  },
  { name: 'an older one in its place', isOlder: true, damage: ({ older }) => ({ what: '', bytes: older }) },
]

const cutAt = (file: Buffer, at: number): Damage => ({
  what: `at ${at} of ${file.length}`,
  bytes: file.subarray(0, at),
})

/** Kind, place and extent follow from seed and number alone. `folder` is empty, and empty again afterwards. */
export async function damagedBackup(
  template: BackupTemplate,
  seed: number,
  number: number,
  folder: string,
): Promise<JudgedBackup> {
  const kind = backupDamages[number % backupDamages.length]
  if (kind === undefined) throw new Error('no such kind')
  const { what, bytes } = kind.damage(template, chanceOf(seedOf(seed, kind.name, number)))
  const [path, temp, restored] = ['damaged.sgb', 'temp', 'restored'].map((name) => join(folder, name))
  if (path === undefined || temp === undefined || restored === undefined) throw new Error('no place')
  mkdirSync(temp)
  writeFileSync(path, bytes)
  try {
    const verified = await (number % wholeWayEach === 0 ? verifyBackup(path, passphrase, temp) : proved(path, temp))
    const bad = [
      ...(verified.ok
        ? untrueReport(kind, verified.value.entries, template)
        : untrueWords(verified.problem, bytes, template)),
      ...(!verified.ok && kind.isOlder === true ? ['an older backup that is whole does not open'] : []),
      ...readdirSync(temp).map((name) => `leaves ${name}`),
      ...(await restoredBad(kind, path, restored, number)),
      ...(readFileSync(path).equals(bytes) ? [] : ['the file itself was changed']),
    ]
    return { kind: kind.name, what, code: verified.ok ? null : verified.problem.code, bad }
  } finally {
    for (const one of [path, temp, restored]) rmSync(one, { recursive: true, force: true })
  }
}

/** Through the thread that a desk uses, a new one after each refusal: seconds. */
const wholeWayEach = 10

/** What that thread does, here. */
async function proved(path: string, temp: string): Promise<Result<RestoreReport, Saying>> {
  const opened = openBackupFile(path)
  if (!opened.ok) return opened
  const { file } = opened.value
  opened.value.close()
  const vaultKey = await openKeyFile(file, passphrase)
  if (vaultKey === null) return fail(saying('backup-passphrase', { name: path }))
  const into = mkdtempSync(join(temp, 'into-'))
  try {
    return proveBackup({ path, vaultKey, copy: file.copy, into, how: 'whole', watch: newWatch() })
  } finally {
    rmSync(into, { recursive: true, force: true })
  }
}

const untrueReport = ({ isOlder }: Kind, entries: number, { entries: made }: BackupTemplate): readonly string[] => {
  if (isOlder !== true) return ['not noticed']
  return entries === made.older ? [] : [`says ${entries} entries of ${made.older}`]
}

/** The passphrase is right, and Signet has one format. */
function untrueWords(problem: Saying, bytes: Buffer, { whole }: BackupTemplate): readonly string[] {
  const { code } = problem
  const text = say('en', problem)
  const bad = /[{}]/.test(text) ? [`unsaid: ${text}`] : []
  const isOtherHead = !bytes.subarray(0, magicLength).equals(whole.subarray(0, magicLength))
  switch (code) {
    case 'backup-damaged':
      return bad
    case 'backup-none':
    case 'vault-newer':
      return isOtherHead ? bad : [...bad, `says ${code} of a file that begins as a backup`]
    default:
      return [...bad, `says ${code}`]
  }
}

/** Restoring takes the longer way, so some are tried: nothing may stand in the place where the vault was to be. */
async function restoredBad(kind: Kind, path: string, dir: string, number: number): Promise<readonly string[]> {
  if (kind.isOlder === true || number % wholeWayEach !== 0) return []
  const restored = await restoreBackup(path, dir, passphrase)
  const left = readdirSync(join(dir, '..')).filter((name) => name.startsWith('restored'))
  return [
    ...(restored.ok ? ['it was restored'] : []),
    ...left.map((name) => `restoring leaves ${name}`),
    ...(existsSync(dir) ? ['a vault stands there'] : []),
  ]
}
