/**
 * Looks for Electron's binary without importing its npm package, which in plain Node would start a download,
 * and fetches it the package's own way when there is time for that.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../node_modules/electron', import.meta.url))

export interface ElectronBinary {
  readonly path: string | null
  /** Half a sentence that says why, or why not. */
  readonly reason: string
}

/** The package writes path.txt last, so a broken download is not taken for a binary. */
export function findElectron(inFolder: string = folder): ElectronBinary {
  const pathFile = join(inFolder, 'path.txt')
  if (!existsSync(pathFile)) return { path: null, reason: 'its binary is not installed' }
  const path = join(inFolder, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(path)
    ? { path, reason: 'its binary is installed' }
    : { path: null, reason: 'its binary is missing' }
}

/** Runs the package's installer for at most so many milliseconds. */
export async function fetchElectron(limitMs: number): Promise<ElectronBinary> {
  const installer = join(folder, 'install.js')
  if (!existsSync(installer)) return { path: null, reason: 'its npm package is not installed' }
  const child = spawn(process.execPath, [installer], { stdio: 'ignore', timeout: limitMs, killSignal: 'SIGKILL' })
  await once(child, 'exit')
  const { exitCode: code, signalCode: signal } = child
  const found = findElectron()
  if (found.path !== null) return { ...found, reason: 'its binary was just downloaded' }
  const why =
    signal === null ? `its download failed (exit code ${String(code)})` : `its download took over ${limitMs / 1_000} s`
  return { path: null, reason: why }
}
