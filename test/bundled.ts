/**
 * Bundles long runs and the processes that they start, as the product's own are: each loads in half the time and takes the memory that
 * the product takes, and what is edited meanwhile changes nothing under a run that takes an hour.
 */
import { globSync, rmSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { build } from 'vite'

export interface Bundled {
  /** The bundle of a source, by its name without ending. */
  readonly path: (name: string) => string
  readonly remove: () => void
}

/** In node_modules, so that the packages, which stay outside, are found from there. The product's workers lie beside. */
export async function bundled(sources: readonly string[]): Promise<Bundled> {
  const folder = resolve('node_modules/.cache', `signet-bundled-${process.pid}`)
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
    path: (name) => join(folder, `${name}.js`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
