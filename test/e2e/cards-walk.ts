/** What the spec of contact cards does again and again: a desk with an open vault, files handed over, pages looked at. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { CardView } from '../../shared/ipc/card-views.ts'
import { axeFaults } from './axe.ts'
import { call, newVault } from './bridge-calls.ts'
import { passphrase } from './first-run.ts'
import { launchDesk, type LaunchedDesk } from './launch-desk.ts'
import { press } from './walk.ts'

const project = join(import.meta.dirname, '..', '..')
export const material = (...parts: readonly string[]): string => join(project, 'test', 'material', ...parts)
const seeds = join(project, '..', 'shared', 'seeds')

/** The machine may be busy with other suites. */
export const patience = { timeout: 30_000 }
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

export interface Documents {
  readonly what: string
  readonly paths: readonly string[]
  /** Pages look the same with either: looked at once. */
  readonly ours: boolean
  /** Why they cannot be used here. */
  readonly lack: string | null
}

const three = ['p3-cert.txt', 'oneseq-cert.txt', 'mycd-cert.txt']

/** The three teams' own documents where they are at hand, and our short ones of the same kind always. */
export const documents: readonly Documents[] = [
  { what: 'our own short documents', paths: three.map((name) => material('demo', name)), ours: true, lack: null },
  {
    what: 'the three real documents',
    paths: three.map((name) => join(seeds, name)),
    ours: false,
    lack: existsSync(seeds) ? null : 'skipped: no ../shared/seeds',
  },
]

export async function cardsDesk(): Promise<LaunchedDesk> {
  const desk = await launchDesk()
  await desk.page().setViewportSize({ width: 1440, height: 900 })
  await newVault(desk, passphrase)
  await expect(desk.page().getByRole('heading', { name: 'Queue', exact: true })).toBeVisible(patience)
  return desk
}

export const file = (path: string): { name: string; bytes: Uint8Array } => ({
  name: basename(path),
  // A Buffer would not pass into the page as bytes.
  bytes: new Uint8Array(readFileSync(path)),
})

/** Taken in without a window, where the test is about something else; the same document twice is the same card. */
export const given = (page: Page, path: string): Promise<CardView> =>
  call(page, 'card.import', { file: file(path), own: false, confirmKeys: [] })

/** Dropped on the window, as from a file manager. */
export async function drop(page: Page, paths: readonly string[]): Promise<void> {
  const files = paths.map((path) => [basename(path), readFileSync(path).toString('base64')] as const)
  await page.evaluate((dropped) => {
    const data = new DataTransfer()
    for (const [name, base64] of dropped)
      data.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name))
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true, bubbles: true }))
  }, files)
}

/** By the rail: keys would be typed where a page begins in a text field. */
export async function visit(page: Page, place: string, heading: string): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`^${place}`) })
    .click()
  await expect(page.getByRole('heading', { name: heading, exact: true, level: 1 })).toBeVisible(patience)
}

export const contactRow = (page: Page, name: string | RegExp) =>
  page.getByRole('grid', { name: 'Contacts' }).getByRole('row', { name })

/** In the list of contacts; an empty search shows all. */
export async function searchContacts(page: Page, words: string): Promise<void> {
  await press(page, 'f')
  await page.getByRole('searchbox').fill(words)
}

export async function openCard(page: Page, name: string): Promise<void> {
  await visit(page, 'Contacts', 'Contacts')
  await searchContacts(page, name)
  await contactRow(page, new RegExp(name)).click(patience)
  await expect(page.getByRole('heading', { name, exact: true, level: 1 })).toBeVisible(patience)
}

export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env['SIGNET_SHOTS']
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) })
}

/** In both looks: nothing that axe finds at A or AA, nothing that the page's policy stopped; and a picture of each. */
export async function expectSound(desk: LaunchedDesk, name: string): Promise<void> {
  const page = desk.page()
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme })
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    await shot(page, `${name}-${theme}`)
    expect.soft(await axeFaults(page, rules), `${name} ${theme}`).toEqual([])
  }
  expect.soft(await desk.violations()).toEqual([])
}

/** A folder for files that a test makes; `end` removes it. */
export function scratch(): {
  readonly write: (name: string, text: string | Uint8Array) => string
  readonly end: () => void
} {
  const folder = mkdtempSync(join(tmpdir(), 'signet-cards-'))
  return {
    write: (name, text) => {
      writeFileSync(join(folder, name), text)
      return join(folder, name)
    },
    end: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  }
}

const dayMs = 86_400_000
/** YYYY-MM-DD. */
export const dayFromNow = (days: number): string => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10)

export const saturday = '2026-11-28 22:00'
export const tuesday = '2026-11-24 10:00'

interface Asked {
  /** On their clock. */
  readonly at: typeof saturday | typeof tuesday
  readonly urgent: boolean
}

/** On a card: how are they reached at that moment? Everything else as it stands. */
export async function ask(page: Page, { at, urgent }: Asked): Promise<void> {
  const chip = page.getByRole('button', { name: 'Urgent', exact: true })
  if (((await chip.getAttribute('aria-pressed')) === 'true') !== urgent) await chip.click()
  await page.getByLabel(/^At \(/).fill(at)
  await page.keyboard.press('Enter')
  const words = `${at === saturday ? 'Sat 22:00' : 'Tue 10:00'} there, ${urgent ? 'urgent' : 'not urgent'}`
  await expect(page.getByRole('region', { name: 'Reach them now' })).toContainText(words, patience)
  // Out of the field, so that single keys work again.
  await page.keyboard.press('Escape')
}
