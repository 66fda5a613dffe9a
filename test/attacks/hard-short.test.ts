/** The hard tests, each once or twice: a kill in most kinds of work, a disk that fails or runs full. `npm run test:hard` does them by the thousand. */
import { afterAll, expect, test } from 'vitest'
import { buildFailingDisk, removeBuilt } from '../hard/failing-disk.ts'
import { faultRuns } from '../hard/faults.ts'
import { fullRuns } from '../hard/full.ts'
import { killRuns } from '../hard/kill.ts'
import { faultsOf, type Row } from '../hard/tally.ts'

/** Another one each day, so that days add up; a failure prints it, and the long form repeats it. */
const seed = Number(process.env['SIGNET_HARD_SEED'] ?? Math.floor(Date.now() / 86_400_000))
const library = buildFailingDisk()
if (library === null) console.log('skipped: no C compiler (failing disk): kills come by the clock alone')
afterAll(() => removeBuilt(library))

/** Of writes there are more in store-kill.test.ts. */
const kinds = ['intake', 'blob write', 'migration', 'backup', 'rewrap', 'capsule merge']
const patience = 300_000
const tell = (line: string): void => {
  if (!/: \d+ of \d+$/.test(line)) console.log(`seed ${seed}: ${line}`)
}

function expectNoFault(rows: readonly Row[]): void {
  for (const { missing } of rows) if (missing !== null) console.log(missing)
  expect(faultsOf(rows)).toEqual([])
}

test('nothing that was acknowledged is lost to a kill, whatever was being done', { timeout: patience }, async () => {
  expectNoFault(await killRuns({ count: kinds.length, kinds, seed, library, tell }))
})

test('a disk that fails is told in clear words, and the desk goes on', { timeout: patience }, async () => {
  expectNoFault(await faultRuns({ library, seed, places: 1, kinds: ['change'], tell }))
})

test('so is one that is full, and one that takes no writes', { timeout: patience }, async () => {
  expectNoFault(await fullRuns({ seed, places: 1, kinds: ['typed note', 'read-only'], tell }))
})
