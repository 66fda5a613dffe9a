/** The property of test/domain/handover/merge.test.ts as often as asked; where it fails, fast-check prints its seed. */
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import type { Row } from './tally.ts'

const property = 'test/domain/handover/merge.test.ts'

export function mergeRuns(count: number): readonly Row[] {
  const vitest = resolve('node_modules/vitest/vitest.mjs')
  const { status } = spawnSync(
    process.execPath,
    [vitest, 'run', '--config', 'test/vitest.config.ts', '--testTimeout', '7200000', property],
    { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, SIGNET_MERGE_RUNS: String(count) } },
  )
  const bad = status === 0 ? [] : [`the property fails, see above (${status})`]
  return [{ what: `merge: ${count} runs of each property`, outcomes: [{ lost: [], bad }], missing: null }]
}
