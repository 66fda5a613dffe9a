/** In the tests a desk that closes leaves its idle threads to the next desk of the same file; each takes a third of a second to start. */
import { afterAll } from 'vitest'
import { endIdleThreads as endAll } from '../electron/core/workers/run-job.ts'

/** Stands in for that of electron/core/workers/run-job.ts, for create-core.ts alone (test/vitest.config.ts). */
export const endIdleThreads = (): void => undefined

// With the file they go as they go at a lock.
afterAll(endAll)
