import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import type { Plugin } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Threads take most of the time where they start from source, or anew for each desk. */
const standIns: Plugin = {
  name: 'signet-stand-ins',
  enforce: 'pre',
  resolveId: (source, importer = '') => {
    if (source.endsWith('/worker-url.ts')) return here('worker-url.ts')
    const isCore = importer.endsWith('/electron/core/create-core.ts')
    return isCore && source.endsWith('/run-job.ts') ? here('kept-threads.ts') : null
  },
}

export default defineConfig({
  root: here('..'),
  plugins: [standIns],
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    globalSetup: here('bundle-workers.ts'),
    // Both processors of a small machine: the usual is one less.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    retry: Number(process.env['SIGNET_RETRIES'] ?? 0),
  },
})
