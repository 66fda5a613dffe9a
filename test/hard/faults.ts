/** Disks that fail, write half or turn read-only under every write path: see failing-disk.c. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { failingDisk } from './failing-disk.ts'
import type { FaultJob, FaultSaid } from './fault-child.ts'
import type { Outcome, Row } from './tally.ts'
import { makeTemplate } from './template.ts'

const program = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? './fault-child.ts' : './fault-child.js', import.meta.url),
)

export interface FaultRun {
  readonly library: string | null
  readonly seed: number
  readonly places: number
  readonly kinds?: readonly string[]
  readonly tell: (line: string) => void
}

export async function faultRuns({ library, seed, places, kinds, tell }: FaultRun): Promise<readonly Row[]> {
  if (library === null) return [{ what: 'failing disk', outcomes: [], missing: 'skipped: no C compiler' }]
  const folder = mkdtempSync(join(tmpdir(), 'signet-faults-'))
  const disk = failingDisk(library)
  try {
    const template = await makeTemplate(join(folder, 'template'))
    const job: FaultJob = { template, seed, places, kinds: kinds ?? null }
    const child = spawn(process.execPath, [program, JSON.stringify(job)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...disk.env },
    })
    const found = new Map<string, Outcome[]>()
    for await (const line of createInterface({ input: child.stdout })) {
      const { what, outcome } = JSON.parse(line) as FaultSaid
      found.set(what, [...(found.get(what) ?? []), outcome])
      for (const fault of [...outcome.lost, ...outcome.bad]) tell(`${what}: ${fault}`)
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'close')
    const rows: Row[] = [...found].map(([what, outcomes]) => ({
      what: `failing disk: ${what}`,
      outcomes,
      missing: null,
    }))
    if (child.exitCode === 0) return rows
    const ended = `its process ended with ${child.exitCode ?? child.signalCode}`
    return [...rows, { what: 'failing disk', outcomes: [{ lost: [], bad: [ended] }], missing: null }]
  } finally {
    disk.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}
