/** Finds an installed Chromium, Chrome or Edge; for tests and headless runs the one that comes as an npm package will do. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

const linux = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/usr/bin/microsoft-edge',
  '/usr/bin/microsoft-edge-stable',
] as const

const mac = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
] as const

const windowsEnds = [
  ['Chromium', 'Application', 'chrome.exe'],
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
] as const

function windows(env: Environment): readonly string[] {
  const roots = [env['LOCALAPPDATA'], env['PROGRAMFILES'], env['PROGRAMFILES(X86)']]
  return windowsEnds.flatMap((end) => roots.flatMap((root) => (root === undefined ? [] : [join(root, ...end)])))
}

function usualPlaces(platform: NodeJS.Platform, env: Environment): readonly string[] {
  if (platform === 'win32') return windows(env)
  return platform === 'darwin' ? mac.flatMap((path) => [path, `${env['HOME'] ?? ''}${path}`]) : linux
}

/** The variable CHROMIUM comes first: it names an executable. */
export function findInstalledBrowser(
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
  exists: (path: string) => boolean = existsSync,
): string | null {
  const places = env['CHROMIUM'] ? [env['CHROMIUM']] : usualPlaces(platform, env)
  return places.find((path) => exists(path)) ?? null
}

/** Linux x64 only. Brings its own libraries if told, before it is loaded, that it runs where there are none. */
export async function unpackPackagedBrowser(): Promise<string | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x'
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    return await chromium.executablePath()
  } catch {
    return null
  }
}
