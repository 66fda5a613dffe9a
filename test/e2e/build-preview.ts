/** Before the first spec: the renderer over the fake door is built, once for all workers and files. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

// Playwright calls the default export of this file, and what it gives back after the last spec.
// oxlint-disable-next-line import/no-default-export
export default async function buildPreview(): Promise<() => void> {
  const outDir = mkdtempSync(join(tmpdir(), 'signet-preview-'))
  const configFile = fileURLToPath(new URL('../renderer/preview/vite.config.ts', import.meta.url))
  await build({ configFile, logLevel: 'error', build: { outDir } })
  process.env['SIGNET_PREVIEW'] = outDir
  return () => rmSync(outDir, { recursive: true, force: true })
}
