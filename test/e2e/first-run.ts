/** What specs and the demo do in the first run: every field by its label, as a person would. */
import { expect, type Page } from '@playwright/test'
import type { LaunchedDesk } from './launch-desk.ts'

export const passphrase = 'five quiet herons over the orchard'

export interface FirstRun {
  readonly ownCard: string
  readonly partnerCards: readonly string[]
}

/** From the first page to the queue. Gives the recovery key that the sheet showed. */
export async function firstRun(
  desk: LaunchedDesk,
  { ownCard, partnerCards }: FirstRun,
  shot: (name: string) => Promise<void>,
): Promise<string> {
  const page = desk.page()
  await page.getByRole('button', { name: 'Make a new vault' }).click()
  await page.getByLabel('Personal code').fill('MK')
  await page.getByLabel('Full name').fill('Mika Kallio')
  await page.getByLabel('Time zone of this desk').fill('Europe/Madrid')
  await shot('first-run-you')
  await page.getByRole('button', { name: 'Next: passphrase' }).click()
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await page.getByLabel('The same again').fill(passphrase)
  await shot('first-run-passphrase')
  await page.getByRole('button', { name: 'Make the vault' }).click()
  const recoveryKey = await proveSheet(page)
  await shot('first-run-sheet')
  await page.getByRole('button', { name: 'Next: your keys' }).click()
  await page.getByLabel('Name on the key').fill('Harrow-CERT')
  await page.getByLabel('Address for incident reports').fill('cert@harrow.example')
  await page.getByRole('button', { name: 'Make the key' }).click()
  await expect(page.getByText('The team key is in the vault.')).toBeVisible()
  await shot('first-run-keys')
  await page.getByRole('button', { name: 'Next: contacts' }).click()
  await desk.answerDialog([ownCard])
  await page.getByRole('button', { name: 'Choose the document' }).click()
  await expect(page.getByText('cert@harrow.example')).toBeVisible()
  await desk.answerDialog(partnerCards)
  await page.getByRole('button', { name: 'Choose documents' }).click()
  await expect(page.locator('.setup-cards li')).toHaveCount(1 + partnerCards.length, { timeout: 60_000 })
  await shot('first-run-contacts')
  await page.getByRole('button', { name: 'Go to the queue' }).click()
  await expect(page.getByText('The queue is clear.')).toBeVisible()
  return recoveryKey
}

/** Shows the sheet, reads the groups off it and types the two that are asked for. */
async function proveSheet(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Show it' }).click()
  const sheet = page.locator('.sheet').first()
  const text = await sheet.innerText()
  const groups = [...text.matchAll(/^[0-9A-HJKMNP-TV-Z]{5}$/gm)].map(([group]) => group)
  expect(groups).toHaveLength(8)
  for (const label of await page.locator('label', { hasText: /^Group \d$/ }).allInnerTexts()) {
    await page.getByLabel(label).fill(groups[Number(label.slice(-1)) - 1] ?? '')
  }
  return groups.join('-')
}
