/** The way of a whole case through the windows, as a person goes it: the spec asserts on it, the demo draws it. */
import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { firstRun, passphrase } from './first-run.ts'
import type { LaunchedDesk } from './launch-desk.ts'
import type { PartnerTeam } from './partners.ts'

export interface Walk {
  readonly desk: LaunchedDesk
  readonly partner: PartnerTeam
  readonly ownCard: string
  readonly partnerCards: readonly string[]
  /** Where the answer and the report of the case are written. */
  readonly out: { readonly answer: string; readonly report: string }
  readonly shot: (name: string) => Promise<void>
}

export const note = 'Called the duty officer: accounts are reset, canary-note-7c1e.'
export const answerText = 'The accounts are reset, thank you. canary-answer-20d4'

/** Keys as a person presses them; a chord such as "g k" is two. */
export async function press(page: Page, keys: string): Promise<void> {
  for (const key of keys.split(' ')) await page.keyboard.press(key)
}

/** A page is there when its head is: keys pressed earlier would still go to the page before. */
export async function goTo(page: Page, keys: string, heading: string): Promise<void> {
  await press(page, keys)
  await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible()
}

export interface Walked {
  readonly number: string
  readonly teamKey: string
}

export async function walkCase(walk: Walk): Promise<Walked> {
  const { desk, partner, shot } = walk
  await firstRun(desk, walk, shot)
  await importPartnerKey(walk)
  const teamKey = await copyTeamKey(desk)
  await takeReport(desk.page(), await partner.report(teamKey))
  await shot('intake')
  const number = await createCase(desk.page())
  await shot('case-new')
  await triage(desk.page(), shot)
  await answer(walk)
  await close(walk)
  return { number, teamKey }
}

/** The key is imported from a file and verified group by group, by call-back to the number on the card. */
async function importPartnerKey({ desk, partner, shot }: Walk): Promise<void> {
  const page = desk.page()
  await goTo(page, 'g k', 'Keyring')
  await importKey(page, partner.keyFile)
  await page.getByRole('row', { name: /Orchard-CERT/ }).click()
  await press(page, 'v')
  const dialog = page.getByRole('dialog')
  for (let group = 0; group < 10; group++) await page.keyboard.press('Space')
  await dialog.getByLabel('Who read it?').fill('the duty officer, by call-back')
  await shot('keyring-verify')
  await dialog.getByRole('button', { name: 'Verified' }).click()
  await expect(page.getByText(/The key of .* is verified\./)).toBeVisible()
  await shot('keyring')
}

/** Looked at first, then taken in; the dialog says what became of it. */
export async function importKey(page: Page, keyFile: string, told: RegExp = /1 added/): Promise<void> {
  await press(page, 'n')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('textbox')).toBeFocused()
  await page.locator('input[type=file]').setInputFiles(keyFile)
  await expect(dialog.getByText('Nothing is stored yet.')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  const done = page.getByRole('dialog', { name: 'What became of each key' })
  await expect(done).toContainText(told)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
}

async function copyTeamKey(desk: LaunchedDesk): Promise<string> {
  const page = desk.page()
  await page.getByRole('row', { name: /Harrow-CERT/ }).click()
  await press(page, 'y')
  await expect.poll(() => desk.clipboard()).toContain('BEGIN PGP PUBLIC KEY BLOCK')
  return desk.clipboard()
}

/** Dropped on the window, as from a mail program. */
export async function takeReport(page: Page, file: string): Promise<void> {
  const bytes = readFileSync(file).toString('base64')
  await goTo(page, 'g q', 'Queue')
  await page.evaluate((base64) => {
    const data = new DataTransfer()
    data.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], 'report.eml'))
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true, bubbles: true }))
  }, bytes)
  await expect(page.getByText('What Signet proposes')).toBeVisible()
}

/** All guesses are right: one chord makes the case. */
async function createCase(page: Page): Promise<string> {
  await expect(page.getByText('Good, by Orchard-CERT')).toBeVisible()
  await expect(page.getByText('Key verified by us')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('tab', { name: /Overview/ })).toBeVisible()
  const number =
    (
      await page
        .getByText(/20\d\d-MK-\d{4}/)
        .first()
        .innerText()
    ).match(/20\d\d-MK-\d{4}/)?.[0] ?? ''
  expect(number).toMatch(/^20\d\d-MK-0001$/)
  return number
}

async function triage(page: Page, shot: Walk['shot']): Promise<void> {
  for (const step of ['Did it occur?', 'Find the extent', 'Which constituents are affected?']) {
    await expect(page.locator('.case-next, .next-step').getByText(step).first()).toBeVisible()
    await press(page, 'd')
  }
  await press(page, 'i')
  await page.keyboard.type(note)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/Saved, on disk/)).toBeVisible()
  await page.keyboard.press('Escape')
  await shot('case-triage')
  await press(page, 'p')
  await page.getByRole('button', { name: /Move to Coordination/ }).click()
  await expect(page.getByText('Find the initial cause').first()).toBeVisible()
  await goTo(page, 'g q', 'Queue')
  await expect(page.getByText(/first response/i).first()).toBeVisible()
  await shot('queue')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: /Overview/ })).toBeVisible()
}

async function answer({ desk, out, shot }: Walk): Promise<void> {
  const page = desk.page()
  await press(page, 'c')
  await page.getByLabel('Text', { exact: true }).fill(answerText)
  await expect(page.getByText('It may go', { exact: true })).toBeVisible()
  await expect(page.getByText(/draft on disk/)).toBeVisible()
  await shot('composer')
  await desk.answerDialog([out.answer])
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Signed, encrypted and written')).toBeVisible()
  await shot('composer-released')
  await page.getByRole('button', { name: /Back to/ }).click()
}

async function close({ desk, out, shot }: Walk): Promise<void> {
  const page = desk.page()
  await press(page, 'p')
  await page.getByLabel('Reason').fill('cause is known to the partner')
  await page.getByRole('button', { name: /Move to Resolution/ }).click()
  await expect(page.getByText('Remove the vulnerability').first()).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Control+p')
  await expect(page.getByText('It may go on a condition')).toBeVisible()
  await page.keyboard.press('Alt+y')
  await desk.answerDialog([out.report])
  await page.getByRole('button', { name: 'Choose a place and write it' }).click()
  await expect(page.getByText(/The report is in/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await press(page, 'e')
  await page.getByLabel('Closing note').fill('Accounts reset, partner informed.')
  await shot('case-closing')
  await page.getByRole('dialog').getByRole('button', { name: 'Close the case' }).click()
  await expect(page.getByText(/This case is closed/).first()).toBeVisible()
  await shot('case-closed')
}

/** Locks, sees the lock page in the new window, unlocks. */
export async function lockAndUnlock(desk: LaunchedDesk, shot: Walk['shot']): Promise<void> {
  const next = desk.nextPage()
  // The window goes while the key is still down.
  await desk
    .page()
    .keyboard.press('Control+l')
    .catch(() => undefined)
  const page = await next
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible()
  await shot('locked')
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Queue', exact: true })).toBeVisible({ timeout: 20_000 })
}
