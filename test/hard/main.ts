/** Reads what shall be run, runs it, prints one table; fails on any loss. */
import { parseArgs } from 'node:util'
import { damagedBackups, damagedStores } from './damages.ts'
import { buildFailingDisk, removeBuilt } from './failing-disk.ts'
import { faultRuns } from './faults.ts'
import { fullRuns } from './full.ts'
import { killRuns } from './kill.ts'
import { mergeRuns } from './merges.ts'
import { faultsOf, table, type Row } from './tally.ts'

const usage = `npm run test:hard -- kill [1000] | full [24] | faults [24] | damage-store [1000] | damage-backup [1000] | merge [10000] | all [1000]
  full and faults: so many places for each write path, and all where there are fewer
  --seed N    what chance is drawn from (printed; the moment of a kill by the clock is not in it)
  --only A,B  kinds by name
  --number N  only this damage`

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, only: { type: 'string' }, number: { type: 'string' } },
})
const [what = 'all', count] = positionals
const seed = Number(values.seed ?? Date.now() % 1_000_000_000)
const tell = (line: string): void => void process.stderr.write(`${line}\n`)
const many = (usual: number): number => Number(count ?? usual)
const around = { seed, tell, ...(values.only === undefined ? {} : { kinds: values.only.split(',') }) }

const library = buildFailingDisk()
if (library === null) tell('skipped: no C compiler (failing disk): kills come by the clock alone')

type Part = () => Promise<readonly Row[]>
const only = values.number === undefined ? {} : { number: Number(values.number) }
const kill: Part = () => killRuns({ ...around, library, count: many(1_000) })
const damages = () => ({ seed, tell, count: many(1_000), ...only })
const places = (asked: number) => ({ ...around, places: asked })

const parts: Readonly<Record<string, Part>> = {
  kill,
  full: () => fullRuns(places(many(24))),
  faults: () => faultRuns({ ...places(many(24)), library }),
  'damage-store': () => damagedStores(damages()),
  'damage-backup': () => damagedBackups(damages()),
  merge: async () => mergeRuns(many(10_000)),
  all: async () => [
    ...(await kill()),
    ...(await fullRuns(places(24))),
    ...(await faultRuns({ ...places(24), library })),
    ...(await damagedStores(damages())),
    ...(await damagedBackups(damages())),
    ...mergeRuns(many(1_000) * 10),
  ],
}

const run = parts[what]
if (run === undefined) {
  console.log(usage)
  process.exitCode = 2
} else {
  tell(`seed ${seed}`)
  const began = Date.now()
  const rows = await run()
  const faults = faultsOf(rows)
  console.log(`${table(rows)}\n\nseed ${seed}, ${Math.round((Date.now() - began) / 1_000)} s`)
  for (const fault of faults) console.log(fault)
  if (faults.length > 0) process.exitCode = 1
}
removeBuilt(library)
// Threads that the core left waiting for work.
process.exit()
