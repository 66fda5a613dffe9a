/** Who may import whom (docs/architecture.md): reads every import of the project and names each one that goes the wrong way. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

interface Rule {
  readonly may: readonly string[]
  readonly packages: 'none' | 'pure' | 'node' | 'electron' | 'renderer' | 'any'
  readonly instead: string
}

const pure = ['luxon', 'zod', 'libphonenumber-js', 'ipaddr.js', 'tldts']

/** The longest matching folder speaks. What a folder may import is itself and what `may` names. */
const rules: Readonly<Record<string, Rule>> = {
  'shared/kit': {
    may: [],
    packages: 'none',
    instead: 'kit knows nothing of incidents: move the incident-shaped part to shared/domain',
  },
  'shared/words': {
    may: ['shared/kit'],
    packages: 'none',
    instead: 'words are below the domain: pass a code and parameters',
  },
  'shared/domain': {
    may: ['shared/kit', 'shared/words'],
    packages: 'pure',
    instead: 'domain rules are pure: pass in what they need (now, ids, texts)',
  },
  'shared/ipc': {
    may: ['shared/kit', 'shared/words', 'shared/domain'],
    packages: 'pure',
    instead: 'the contract declares; it does not run',
  },
  'electron/core': {
    may: ['shared'],
    packages: 'node',
    instead: 'core is plain Node: ask for what is outside through ports.ts',
  },
  'electron/cli': {
    may: ['electron/core', 'shared'],
    packages: 'node',
    instead: 'the command line uses core and shared only',
  },
  'electron/shell': {
    may: ['shared'],
    packages: 'electron',
    instead: 'the shell never touches core: it starts the vault process and introduces it',
  },
  'electron/preload.ts': { may: ['shared'], packages: 'electron', instead: 'the preload is built from the contract' },
  'electron/vault-process.ts': {
    may: ['electron/core', 'shared'],
    packages: 'node',
    instead: 'the vault process runs core and nothing else',
  },
  'renderer/ui': {
    may: ['shared/kit', 'shared/words', 'shared/domain', 'shared/ipc/views.ts'],
    packages: 'renderer',
    instead: 'ui parts are dumb: pass data and callbacks in',
  },
  'renderer/bridge': {
    may: ['shared/ipc', 'shared/kit', 'shared/words'],
    packages: 'renderer',
    instead: 'the bridge is the only door to core, and nothing more',
  },
  'renderer/state': {
    may: ['renderer/bridge', 'shared'],
    packages: 'renderer',
    instead: 'state mirrors what core said: no views here',
  },
  'renderer/features': {
    may: ['renderer/ui', 'renderer/state', 'renderer/bridge', 'shared'],
    packages: 'renderer',
    instead: 'features meet only in renderer/app: lift what two of them share into ui or state',
  },
  'renderer/app': {
    may: ['renderer', 'shared'],
    packages: 'renderer',
    instead: 'the renderer never imports electron/',
  },
  test: { may: ['test', 'electron', 'renderer', 'shared'], packages: 'any', instead: '' },
  electron: { may: ['electron', 'shared', 'test/host'], packages: 'any', instead: '' },
}

function sources(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((item) => {
    const path = `${folder}/${item.name}`
    if (item.isDirectory()) return item.name === 'node_modules' || item.name === 'dist' ? [] : sources(path)
    return /\.(ts|tsx)$/.test(item.name) ? [path] : []
  })
}

const importForm =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g

const isUnder = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`)

function ruleOf(file: string): [string, Rule] | null {
  const names = Object.keys(rules).filter((folder) => isUnder(file, folder))
  const name = names.toSorted((a, b) => b.length - a.length)[0]
  const rule = name === undefined ? undefined : rules[name]
  return name === undefined || rule === undefined ? null : [name, rule]
}

/** A feature is a folder of its own: renderer/features/queue never imports renderer/features/case. */
const home = (file: string, folder: string): string =>
  folder === 'renderer/features' ? file.split('/').slice(0, 3).join('/') : folder

function packageAllowed(specifier: string, packages: Rule['packages']): boolean {
  if (packages === 'any') return true
  if (specifier === 'electron' || specifier.startsWith('electron/')) return packages === 'electron'
  if (packages === 'none') return false
  if (packages === 'pure') return pure.some((name) => isUnder(specifier, name))
  return packages !== 'renderer' || !specifier.startsWith('node:')
}

function faultOf(file: string, specifier: string): string | null {
  const found = ruleOf(file)
  if (found === null) return `${file}: no rule covers this folder`
  const [folder, rule] = found
  const says = (): string => `${file}: may not import ${specifier} (${rule.instead})`
  if (!specifier.startsWith('.')) return packageAllowed(specifier, rule.packages) ? null : says()
  const target = relative(root, join(root, dirname(file), specifier.replace(/\?.*$/, ''))).replaceAll('\\', '/')
  const allowed = [home(file, folder), ...rule.may].some((place) => isUnder(target, place))
  return allowed ? null : says()
}

const files = ['shared', 'electron', 'renderer', 'test'].flatMap(sources)
const faults = files.flatMap((file) => {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(importForm)].flatMap((match) => {
    const fault = faultOf(file, match[1] ?? match[2] ?? match[3] ?? '')
    return fault === null ? [] : [fault]
  })
})
for (const fault of faults) console.error(fault)
console.log(`import rules: ${files.length} files, ${faults.length} faults`)
process.exitCode = faults.length === 0 ? 0 : 1
