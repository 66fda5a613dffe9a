/** `npm run peers`: runs the whole table against the installed programs and writes docs/peers.md. `--only ROW` runs one row and writes nothing. */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { hasPeer } from '../peer.ts'
import { peerNames } from './cell.ts'
import { pageOf, type Run } from './page.ts'
import type { Section } from './row.ts'
import { sections } from './rows.ts'
import { openLab, runRow, type Lab, type RowResult } from './run-rows.ts'

const { only } = parseArgs({ options: { only: { type: 'string' } } }).values

function versionsOf({ programs }: Lab): readonly string[] {
  const packageOf = (path: string): { version: string } =>
    JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as { version: string }
  const library = packageOf('../../../node_modules/openpgp/package.json').version
  const own = `Signet ${packageOf('../../../package.json').version} with OpenPGP.js ${library} on Node ${process.versions.node}`
  return [own, ...peerNames.map((name) => `${name}: ${programs[name].version()}`)]
}

function tell({ row, cells, seconds }: RowResult): void {
  const marks = cells.map(({ failure, outcome }) => (failure ? 'FAILED' : (outcome?.mark ?? '–')))
  console.log(`${row.name.padEnd(26)}${marks.map((mark) => mark.padEnd(8)).join('')}${seconds.toFixed(1)} s`)
  for (const { way, peer, failure, outcome } of cells) {
    if (failure) console.log(`  ${peer ?? 'Signet'}, ${way}: ${failure}`)
    else if (only && outcome?.mark === 'refused') console.log(`  ${peer ?? 'Signet'}, ${way}: ${outcome.said}`)
  }
}

async function runSection(lab: Lab, section: Section): Promise<Run['sections'][number]> {
  const results: RowResult[] = []
  for (const row of section.rows.filter(({ name }) => only === undefined || name === only)) {
    results.push(await runRow(lab, row))
    results.slice(-1).forEach(tell)
  }
  return { section, results }
}

async function run(): Promise<boolean> {
  const lab = openLab()
  try {
    const done: Run['sections'][number][] = []
    for (const section of sections) done.push(await runSection(lab, section))
    const cells = done.flatMap(({ results }) => results).flatMap((result) => result.cells)
    if (cells.length === 0) console.log(`There is no row "${only ?? ''}".`)
    const run: Run = { date: new Date().toISOString().slice(0, 10), versions: versionsOf(lab), sections: done }
    if (only === undefined) writeFileSync(new URL('../../../docs/peers.md', import.meta.url), await pageOf(run))
    return cells.length > 0 && cells.every(({ failure }) => failure === null)
  } finally {
    lab.close()
  }
}

const missing = peerNames.filter((name) => !hasPeer(name))
if (missing.length > 0) console.log('The table needs all three programs. Nothing was written.')
process.exitCode = missing.length === 0 && (await run()) ? 0 : 1
