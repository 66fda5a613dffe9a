import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('..'),
  resolve: { alias: [{ find: /^.*\/worker-url\.ts$/, replacement: here('worker-url.ts') }] },
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
