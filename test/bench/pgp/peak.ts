/** The most memory that a process takes that does one job on a file and nothing else, the threads of the job included. */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openFile, sealFile } from '../../../electron/core/pgp/stream/run-stream.ts'
import { endIdleThreads } from '../../../electron/core/workers/run-job.ts'
import type { BenchDesk } from './bench-desk.ts'

/** Megabytes, as Linux counts them for the process (VmHWM); NaN elsewhere. */
export function peakOf(job: 'seal' | 'open', { path, own, public: armoured }: BenchDesk): number {
  const file = (name: string) => ({ kind: 'file', path: path(name) })
  const now = new Date().toISOString()
  const input =
    job === 'seal'
      ? {
          recipients: [armoured],
          signWith: own,
          from: file('big'),
          to: file('peak.pgp'),
          fileName: 'big',
          armour: false,
          now,
        }
      : { from: file('big.gpg'), to: file('peak'), secretKeys: [own], publicKeys: [armoured], now }
  writeFileSync(path('job.json'), JSON.stringify({ job, input }), { mode: 0o600 })
  const { stdout } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), path('job.json')], {
    encoding: 'utf8',
  })
  return Number(/VmHWM:\s*(\d+) kB/.exec(stdout)?.[1] ?? Number.NaN) / 1000
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // The border: peakOf wrote it.
  const { job, input } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as
    { job: 'seal'; input: Parameters<typeof sealFile>[0] } | { job: 'open'; input: Parameters<typeof openFile>[0] }
  const done = await (job === 'seal' ? sealFile(input) : openFile(input))
  if (!done.ok) throw new Error(done.problem.code)
  console.log(readFileSync('/proc/self/status', 'utf8'))
  endIdleThreads()
}
