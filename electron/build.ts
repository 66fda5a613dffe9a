/**
 * Builds what a desk runs into dist/: shell, preload, vault process, workers, renderer. `--smoke` builds the same shell and
 * preload around the small page and the echoing vault process of test/host/smoke-page into dist/smoke.
 */
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type InlineConfig } from 'vite'
import { contract, feedNames } from '../shared/ipc/contract.ts'

const project = fileURLToPath(new URL('..', import.meta.url))
const smoke = process.argv.includes('--smoke')
const out = join(project, 'dist', ...(smoke ? ['smoke'] : []))
const rendererRoot = join(project, smoke ? 'test/host/smoke-page' : 'renderer')
const vaultProcess = join(project, smoke ? 'test/host/smoke-page/echo-vault-process.ts' : 'electron/vault-process.ts')

const quiet: InlineConfig = { configFile: false, envDir: false, logLevel: 'warn', publicDir: false, root: project }

/** For Node: packages stay outside, our own files become one file, so that `import.meta.url` is where the file lies. */
const nodeBundle = (
  entry: string,
  name: string,
  format: 'es' | 'cjs',
  define: Record<string, string> = {},
): InlineConfig => ({
  ...quiet,
  define,
  build: {
    ssr: entry,
    outDir: join(out, name, '..'),
    emptyOutDir: false,
    minify: false,
    target: 'node22',
    rolldownOptions: {
      output: { format, entryFileNames: basename(name), codeSplitting: false },
    },
  },
})

const page: InlineConfig = {
  ...quiet,
  root: rendererRoot,
  build: {
    outDir: join(out, 'renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    /** Everything is a file of its own: the page's policy allows nothing inline. */
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 5_000,
    rolldownOptions: {
      // "use client" of component libraries means nothing here.
      onLog: (level, log, handle) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : handle(level, log)),
    },
  },
}

const callsBy = (who: 'core' | 'shell'): string =>
  JSON.stringify(Object.entries(contract).flatMap(([name, call]) => (call.by === who ? [name] : [])))

const preloadNames = {
  SHELL_CALLS: callsBy('shell'),
  CORE_CALLS: callsBy('core'),
  FEEDS: JSON.stringify(feedNames),
}

const workers = smoke ? [] : globSync('electron/core/workers/*-worker.ts', { cwd: project })

/** What the page handler may give out, and nothing else. */
function listRenderer(): void {
  const files = globSync('**/*', { cwd: join(out, 'renderer'), withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(join(out, 'renderer'), join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
  writeFileSync(join(out, 'renderer-files.json'), JSON.stringify(files))
}

/** Name, size and time of every source: when it is the same as at the last build, nothing is built. */
function stamp(): string {
  const sources = globSync(
    ['electron/**/*.ts', 'shared/**/*.ts', 'renderer/**/*', 'test/host/smoke-page/*', 'package-lock.json'],
    { cwd: project },
  ).sort()
  const hash = createHash('sha256')
  for (const source of sources) {
    const { mtimeMs, size } = statSync(join(project, source))
    hash.update(`${source} ${mtimeMs} ${size}\n`)
  }
  return hash.digest('hex')
}

async function buildAll(): Promise<void> {
  rmSync(join(out, 'build-stamp'), { force: true })
  mkdirSync(out, { recursive: true })
  await build(nodeBundle(join(project, 'electron/shell/main.ts'), 'shell/main.js', 'es'))
  await build(nodeBundle(join(project, 'electron/preload.ts'), 'shell/preload.cjs', 'cjs', preloadNames))
  await build(nodeBundle(vaultProcess, 'vault-process.js', 'es'))
  for (const worker of workers) {
    await build(nodeBundle(join(project, worker), basename(worker).replace(/\.ts$/, '.js'), 'es'))
  }
  await build(page)
  listRenderer()
}

const now = stamp()
const stampFile = join(out, 'build-stamp')
if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== now) {
  const began = Date.now()
  await buildAll()
  writeFileSync(stampFile, now)
  console.log(`Built ${relative(project, out)} in ${((Date.now() - began) / 1_000).toFixed(1)} s.`)
}
