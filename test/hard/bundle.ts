/**
 * Bundles the long runs and the processes that they kill: each loads in half the time, and what is edited meanwhile changes nothing
 * under a run that takes an hour.
 */
import { globSync, rmSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const sources = ['test/hard/main.ts', 'test/hard/kill-child.ts', 'test/hard/fault-child.ts']

export interface Bundled {
  readonly main: URL
  readonly remove: () => void
}

/** In node_modules, so that the packages, which stay outside, are found from there. */
export async function bundled(): Promise<Bundled> {
  const folder = resolve('node_modules/.cache', `signet-hard-${process.pid}`)
  for (const source of [...sources, ...globSync('electron/core/workers/*-worker.ts')]) {
    await build({
      configFile: false,
      envDir: false,
      logLevel: 'warn',
      publicDir: false,
      build: {
        ssr: resolve(source),
        outDir: folder,
        emptyOutDir: false,
        minify: false,
        target: 'node22',
        rolldownOptions: {
          output: { format: 'es', entryFileNames: basename(source).replace(/\.ts$/, '.js'), codeSplitting: false },
        },
      },
    })
  }
  return {
    main: pathToFileURL(join(folder, 'main.js')),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
