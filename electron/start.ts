/** `npm start`: builds what has changed and opens the desk in Electron, or on the Chromium host where Electron is not. */
import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { findInstalledBrowser } from '../test/host/find-browser.ts'
import { chooseHost, missing, type Choice } from './choose-host.ts'
import { fetchElectron, findElectron } from './electron-binary.ts'

const project = fileURLToPath(new URL('..', import.meta.url))
const downloadMs = 15_000
const args = process.argv.slice(2)

function give(up: string): never {
  console.error(up)
  process.exit(1)
}

function command(choice: Exclude<Choice, { kind: 'neither' }>): readonly string[] {
  if (choice.kind === 'electron') return [choice.path, project, ...args]
  return [
    process.execPath,
    '--import',
    new URL('../test/host/register.ts', import.meta.url).href,
    `${project}dist/shell/main.js`,
    ...args,
  ]
}

const lack = missing(process.env, process.platform, process.getuid?.() === 0)
if (lack !== null) give(lack)
const present = findElectron()
const choice = chooseHost(present.path === null ? await fetchElectron(downloadMs) : present, findInstalledBrowser())
if (choice.kind === 'neither') give(choice.sentence)
console.log(choice.sentence)

const built = spawnSync(process.execPath, [fileURLToPath(new URL('build.ts', import.meta.url))], { stdio: 'inherit' })
if (built.status !== 0) process.exit(1)

const [program = '', ...rest] = command(choice)
const desk = spawn(program, rest, { stdio: 'inherit' })
desk.once('exit', (code) => process.exit(code ?? 1))
/** Ctrl-C reaches the desk too, which ends in order; this process waits for it. */
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => desk.kill('SIGTERM'))
