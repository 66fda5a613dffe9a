/** No file that the desk or the command line writes holds a word of a case, a key or a passphrase, outside the sealed store. */
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { call, newVault, unlock } from './bridge-calls.ts'
import { launchDesk } from './launch-desk.ts'

const project = join(import.meta.dirname, '..', '..')
const passphrase = 'canary-passphrase-88b1 over the quiet harbour'
const canaries = [
  'canary-title-51aa',
  'canary-note-0f6e',
  'canary-draft-93d2',
  'canary-evidence-7be0',
  'canary-passphrase-88b1',
  'Canary Person-2e44',
  'BEGIN PGP PRIVATE KEY',
]
const [title = '', note = '', draft = '', evidence = '', , name = ''] = canaries

let place: string
test.beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'signet-canary-'))
  for (const folder of ['home', 'tmp', 'out']) mkdirSync(join(place, folder))
})
test.afterEach(() => rmSync(place, { recursive: true, force: true, maxRetries: 5 }))

function files(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((item) => {
    const path = join(folder, item.name)
    if (item.isDirectory()) return files(path)
    return item.isFile() && lstatSync(path).size > 0 ? [path] : []
  })
}

/** Every file of the folders in which a canary stands, in UTF-8 or UTF-16. */
const holding = (folders: readonly string[]): readonly string[] =>
  folders.flatMap(files).filter((path) => {
    const bytes = readFileSync(path)
    return canaries.some((canary) => bytes.includes(canary) || bytes.includes(Buffer.from(canary, 'utf16le')))
  })

/** Private folders of the host stand in memory where the system has such a place. */
const hostFolders = (): readonly string[] =>
  ['/dev/shm', tmpdir()].filter(existsSync).flatMap((folder) =>
    readdirSync(folder)
      .filter((item) => /^(signet-host|\.?org\.chromium|playwright_)/i.test(item))
      .map((item) => join(folder, item)),
  )

test('the search finds what is there: it is no test that cannot fail', () => {
  writeFileSync(join(place, 'out', 'leak.txt'), Buffer.from(`.. ${note} ..`, 'utf16le'))
  expect(holding([place])).toHaveLength(1)
})

test('the desk writes no canary, while open and after', async () => {
  test.setTimeout(120_000)
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = join(place, 'tmp')
  const desk = await launchDesk({ userData: join(place, 'home') })
  try {
    await newVault(desk, passphrase)
    const page = desk.page()
    await call(page, 'key.generate', { name, email: 'cert@harrow.example', role: 'team' })
    const { state, heads } = await call(page, 'case.create', { title })
    await call(page, 'case.change', { number: state.number, heads: [...heads], command: { do: 'note', text: note } })
    await page.evaluate(
      ([number, text]) =>
        signet.call('case.evidence', {
          number,
          file: { name: 'e.txt', bytes: new TextEncoder().encode(text.repeat(5_000)) },
          source: text,
        }),
      [state.number, evidence] as const,
    )
    const { draft: saved } = await call(page, 'draft.new', { case: state.number, to: [], inReplyTo: null })
    await call(page, 'draft.save', {
      id: saved.id,
      to: [],
      subject: draft,
      text: draft,
      tlp: 'AMBER',
      attachOwnKey: true,
      language: 'en',
      protection: 'encrypted',
      formal: false,
      observables: 'none',
    })
    await page.getByRole('button', { name: /./ }).first().waitFor()
    expect(holding([place, ...hostFolders()])).toEqual([])
    const next = desk.nextPage()
    await call(page, 'desk.lock', {}).catch(() => undefined)
    await next
    await unlock(desk, passphrase)
    expect((await call(desk.page(), 'case.show', { number: state.number })).state.title).toBe(title)
  } finally {
    await desk.close()
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
  expect(files(join(place, 'home', 'vault')).length).toBeGreaterThan(3)
  expect(holding([place, ...hostFolders()])).toEqual([])
})

declare const signet: { readonly call: (name: string, input: unknown) => Promise<unknown> }

test("the command line writes no canary, npm's logs included", () => {
  test.setTimeout(120_000)
  const vault = join(place, 'vault')
  const home = join(place, 'home')
  const env = {
    ...process.env,
    HOME: home,
    TMPDIR: join(place, 'tmp'),
    npm_config_cache: join(home, '.npm'),
    // npm itself would ask for a newer npm.
    npm_config_update_notifier: 'false',
    SIGNET_VAULT: vault,
    SIGNET_PASSPHRASE: passphrase,
  }
  const cli = (args: readonly string[], input = ''): string =>
    execFileSync('npm', ['run', '-s', 'cli', '--', ...args], {
      cwd: project,
      env,
      input,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    })
  writeFileSync(join(place, 'title.txt'), title)
  cli(['vault', 'create', vault, '--analyst', 'MK', '--name', 'Mika Kallio', '--tier', 'N2', '--trial'])
  const made = JSON.parse(cli(['case', 'new', '--title', '-', '--json'], title)) as { number: string }
  cli(['case', 'note', made.number, '-'], note)
  cli(['key', 'generate', '--name', 'Harrow-CERT', '--email', 'cert@harrow.example', '--role', 'team'])
  rmSync(join(place, 'title.txt'))
  expect(cli(['case', 'show', made.number])).toContain(note)
  expect(holding([place])).toEqual([])
})
