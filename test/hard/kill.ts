/** kill -9 in the middle of everything: what was acknowledged is there, the vault is whole, and it opens as fast as ever. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chanceOf, seedOf, type Chance } from './chance.ts'
import type { Aim, Blow } from './failing-disk.ts'
import { passphrase, plainDesk, type PlainDesk } from './plain-desk.ts'
import { killKinds } from './kill-kinds/all.ts'
import {
  nothingWrong,
  type After,
  type Faults,
  type KillKind,
  type Opened,
  type Place,
  type Said,
} from './kill-kind.ts'
import { startVictim, type Victim } from './victim.ts'
import type { Outcome, Row } from './tally.ts'
import { makeTemplate, type Template } from './template.ts'

/** Milliseconds that an unlock after a kill may take more than a clean one. */
const slowest = 1_000
/** A child that neither ends nor meets its blow is killed all the same. */
const longest = 15_000

export interface KillRun {
  /** Over all kinds. */
  readonly count: number
  readonly seed: number
  /** Of failing-disk.c; null: kills by time alone. */
  readonly library: string | null
  readonly kinds?: readonly string[]
  readonly tell: (line: string) => void
}

export async function killRuns({ count, seed, library, kinds, tell }: KillRun): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'signet-kill-'))
  try {
    const template = await makeTemplate(join(folder, 'template'))
    const chosen = killKinds.filter(({ name }) => kinds === undefined || kinds.includes(name))
    const missing = await missingOf(chosen, template, folder)
    const running = chosen.filter(({ name }) => missing.get(name) === null)
    const runs = await run({ running, count, seed, library, tell, template, folder })
    return chosen.map(({ name }) => ({
      what: `kill: ${name}`,
      outcomes: runs.get(name) ?? [],
      missing: missing.get(name) ?? null,
    }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function missingOf(
  kinds: readonly KillKind[],
  { dir, known }: Template,
  folder: string,
): Promise<ReadonlyMap<string, string | null>> {
  const probe = join(folder, 'probe')
  const missing = new Map<string, string | null>()
  for (const { name, missing: ask } of kinds) {
    if (ask === undefined) {
      missing.set(name, null)
      continue
    }
    cpSync(dir, probe, { recursive: true })
    const desk = plainDesk(probe)
    await desk.call('vault.unlock', { passphrase: known['passphrase'] ?? passphrase })
    missing.set(name, await ask(desk))
    desk.close()
    rmSync(probe, { recursive: true })
  }
  return missing
}

interface Running {
  readonly running: readonly KillKind[]
  readonly count: number
  readonly seed: number
  readonly library: string | null
  readonly tell: (line: string) => void
  readonly template: Template
  readonly folder: string
}

async function run(run: Running): Promise<ReadonlyMap<string, readonly Outcome[]>> {
  const outcomes = new Map<string, Outcome[]>()
  let next = startVictim(run.library)
  try {
    for (const [at, kind] of run.running.entries()) {
      const share = Math.floor((run.count + at) / run.running.length)
      const place = placeFor(run.folder, at)
      let said: Said[] = []
      const found: Outcome[] = []
      outcomes.set(kind.name, found)
      for (let round = 0; round < share; round++) {
        if (round % kind.killsEach === 0) {
          await makeFresh(place, run.template, kind)
          said = []
        }
        const victim = next
        // Loads its modules while this one works.
        next = startVictim(run.library)
        const seed = seedOf(run.seed, kind.name, round)
        said.push(...(await killed(victim, { kind, place, round, seed })))
        const outcome = await judged(kind, { ...place, said })
        found.push({ ...outcome, acts: said.filter(({ said: word }) => word === 'done').length })
        const faults = [...outcome.lost, ...outcome.bad]
        for (const fault of faults) run.tell(`${kind.name}, round ${round}, seed ${seed}: ${fault}`)
        // What one kill broke would be found again after each further one.
        if (faults.length > 0) {
          await makeFresh(place, run.template, kind)
          said = []
        }
        if (round % 25 === 24) run.tell(`${kind.name}: ${round + 1} of ${share}`)
      }
    }
    return outcomes
  } finally {
    next.end()
  }
}

function placeFor(folder: string, at: number): Place {
  const own = join(folder, String(at))
  return { dir: join(own, 'vault'), scratch: join(own, 'beside'), known: {} }
}

async function makeFresh(place: Place, template: Template, kind: KillKind): Promise<void> {
  rmSync(join(place.dir, '..'), { recursive: true, force: true })
  mkdirSync(place.scratch, { recursive: true })
  cpSync(template.dir, place.dir, { recursive: true })
  for (const name of Object.keys(place.known)) delete place.known[name]
  Object.assign(place.known, template.known)
  await kind.prepare?.(place)
}

interface Blown {
  readonly kind: KillKind
  readonly place: Place
  readonly round: number
  readonly seed: number
}

/** Every second kill comes by the clock, the others at a call on the disk: before it, after it, or with half of it written. */
async function killed(victim: Victim, { kind, place, round, seed }: Blown): Promise<readonly Said[]> {
  const chance = chanceOf(seed)
  const aim = victim.canAim && chance.below(2) === 1 ? drawn(chance, kind.calls) : null
  const wait = chance.below(kind.span)
  victim.begin({ ...place, kind: kind.name, round, seed, aim })
  await victim.ready
  await (aim === null ? Promise.race([sleep(wait), victim.ended]) : Promise.race([victim.ended, sleep(longest)]))
  return victim.kill()
}

/** The first calls of an act are those that matter: half of the draws fall on the first eighth. */
function drawn(chance: Chance, calls: number): Aim {
  const blow = chance.pick<Blow>(['kill-before', 'kill-torn', 'kill-after'])
  return { blow, at: 1 + chance.below(chance.below(2) === 0 ? Math.ceil(calls / 8) : calls) }
}

/** Reopened and checked as a person would find it. */
async function judged(kind: KillKind, after: After): Promise<Outcome> {
  const failed = after.said.find(({ said, what }) => said === 'end' && what === 'failed')
  if (failed !== undefined) return { lost: [], bad: [`the work itself failed: ${failed.ref}`] }
  const left = join(after.dir, '..', 'left')
  try {
    if (existsSync(after.dir)) cpSync(after.dir, left, { recursive: true })
    const opened = await (kind.open ?? openKnown)(after)
    if (opened.desk === null) return { lost: opened.lost, bad: opened.bad }
    const soundness = await soundnessOf(opened.desk)
    const { lost, bad } = await kind.verify(opened.desk, after)
    opened.desk.close()
    const { reopenMs, cleanMs } = await timesOf(opened.ms, left, after)
    const slow =
      reopenMs > cleanMs + slowest && !isOverloaded() ? [`unlock took ${reopenMs} ms, a clean one ${cleanMs}`] : []
    return {
      lost: [...opened.lost, ...lost],
      bad: [...opened.bad, ...soundness, ...bad, ...slow],
      reopenMs,
      cleanMs,
    }
  } catch (error) {
    return { lost: [], bad: [error instanceof Error ? (error.stack ?? error.message) : String(error)] }
  } finally {
    rmSync(left, { recursive: true, force: true })
  }
}

const triesAtMost = 4

/** What else the machine does at that moment is no part of it: where one is slow, the same files are opened again, and the fastest counts. */
async function timesOf(first: number, left: string, after: After): Promise<{ reopenMs: number; cleanMs: number }> {
  let [reopenMs, cleanMs] = [first, await unlockMs(after.dir, after)]
  const again = join(left, '..', 'again')
  for (let tries = 1; tries < triesAtMost && reopenMs > cleanMs + slowest && hasVault(left); tries++) {
    cpSync(left, again, { recursive: true })
    reopenMs = Math.min(reopenMs, await unlockMs(again, after))
    cleanMs = Math.min(cleanMs, await unlockMs(again, after))
    rmSync(again, { recursive: true })
  }
  return { reopenMs: Math.round(reopenMs), cleanMs: Math.round(cleanMs) }
}

const hasVault = (dir: string): boolean => existsSync(join(dir, 'vault.json'))

/** With three times as much to do as it has processors the machine tells nothing about one second: the table shows it all the same. */
const isOverloaded = (): boolean => (loadavg()[0] ?? 0) > 3 * availableParallelism()

async function openKnown({ dir, known }: After): Promise<Opened> {
  const desk = plainDesk(dir)
  const began = performance.now()
  await desk.call('vault.unlock', { passphrase: known['passphrase'] ?? passphrase })
  return { desk, ms: performance.now() - began, ...nothingWrong }
}

async function soundnessOf(desk: PlainDesk): Promise<Faults['bad']> {
  const { findings } = await desk.call('me.show', {})
  const check = await desk.call('vault.check', {})
  return [...findings, ...check.findings].map(({ code, params }) => `found ${code} ${JSON.stringify(params)}`)
}

async function unlockMs(dir: string, { known }: After): Promise<number> {
  const desk = plainDesk(dir)
  const began = performance.now()
  await desk.call('vault.unlock', { passphrase: known['passphrase'] ?? passphrase })
  const ms = performance.now() - began
  desk.close()
  return ms
}
