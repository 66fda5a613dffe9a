/**
 * A vault of 1,000, 10,000 and 100,000 cases with ten entries each: what an analyst waits for, beside the figures that were set, and what the sealing
 * costs against the same statements on a plain SQLite file. `npm run bench:store [-- CASES ...]`; SIGNET_BENCH_VAULTS=DIR keeps the filled vaults there.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { bundled } from '../bundled.ts'
import type { Figures, Spread } from './store/figures.ts'

const passphrase = 'correct horse battery staple'
const asked = process.argv
  .slice(2)
  .map(Number)
  .filter((count) => count > 0)
const sizes = asked.length > 0 ? asked : [1_000, 10_000, 100_000]
const kept = process.env['SIGNET_BENCH_VAULTS']
const place = kept ?? mkdtempSync(join(tmpdir(), 'signet-bench-'))
mkdirSync(place, { recursive: true })

const bundle = await bundled(['test/bench/store/fill-vault.ts', 'test/bench/store/measure.ts'])

const run = (script: string, args: readonly string[]): string =>
  execFileSync(process.execPath, [bundle.path(script), ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1e7,
  })

function figuresOf(cases: number): Figures {
  const dir = join(place, String(cases), 'vault')
  mkdirSync(dirname(dir), { recursive: true })
  if (!existsSync(dir)) run('fill-vault', [dir, passphrase, String(cases), String(cases * 10)])
  return JSON.parse(run('measure', [dir, passphrase])) as Figures
}

const ms = (value: number): string => (value < 10 ? value.toFixed(1) : String(Math.round(value)))
const mb = (bytes: number): string => String(Math.round(bytes / 1e6))
const median = ({ median: one, worst }: Spread): string => `${ms(one)} (worst ${ms(worst)})`
const p95 = ({ median: one, p95: high }: Spread): string => `${ms(high)} (median ${ms(one)})`

const rows: readonly (readonly [what: string, bar: string, of: (figures: Figures) => string])[] = [
  ['unlock without key derivation, ms', '200', ({ unlock }) => median(unlock)],
  ['the same with the first window of the queue, ms', '', ({ first }) => median(first)],
  ['every case in memory, ms', '', ({ loaded }) => median(loaded)],
  ['lock, ms', '', ({ lock }) => median(lock)],
  ['top of the queue, ms', '20', ({ top }) => median(top)],
  ['any page of it, ms', '50', ({ page }) => median(page)],
  ['filter, ms p95', '', ({ filter }) => p95(filter)],
  ['search, ms p95', '100', ({ search }) => p95(search)],
  ['a case shown, ms', '50', ({ show }) => median(show)],
  ['one act saved, ms p95', '20', ({ act }) => p95(act)],
  ['memory of the process at rest, MB', '300', ({ rss }) => `${mb(rss.rest)} (most ${mb(rss.peak)})`],
  ['database, MB', '', ({ bytes }) => mb(bytes)],
  ['backup made and proved, MB/s', '50 or more', ({ backup }) => ms(backup)],
  ['longest turn of the vault process meanwhile, ms', '50', ({ beside }) => ms(beside)],
  ['search statement, sealed / plain', '', ({ plain }) => ratio(plain.sealed.search, plain.plain.search)],
  ['journal of a case, sealed / plain', '', ({ plain }) => ratio(plain.sealed.journal, plain.plain.journal)],
  ['a row committed, sealed / plain', '', ({ plain }) => ratio(plain.sealed.commit, plain.plain.commit)],
]

const ratio = (one: number, other: number): string => `${(one / other).toFixed(2)} x (${one.toFixed(2)} ms)`

try {
  const all = sizes.map((cases) => ({ cases, figures: figuresOf(cases) }))
  console.log(
    `${cpus().length} processors, load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}; medians\n`,
  )
  console.log(`| | bar | ${sizes.map((cases) => `${cases.toLocaleString('en')} cases`).join(' | ')} |`)
  console.log(`| --- | --- |${' ---: |'.repeat(sizes.length)}`)
  for (const [what, bar, of] of rows)
    console.log(`| ${what} | ${bar} | ${all.map(({ figures }) => of(figures)).join(' | ')} |`)
} finally {
  bundle.remove()
  if (kept === undefined) rmSync(place, { recursive: true, force: true })
}
