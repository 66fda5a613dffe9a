/** Settings, Clocks and law, and Duty and roster, over the fake door: every change by keys, with reason, undo and history. */
import { expect, test, type Browser, type Page } from '@playwright/test'
import { expectClean, openPage, startPreview } from './pages-b-preview.ts'

let browser: Browser
test.beforeAll(async () => {
  browser = await startPreview()
})
test.afterAll(() => browser.close())

const clocks = 'page=settings&section=clocks'
const duty = 'page=settings&section=duty'
const head = (page: Page) => page.locator('header.top-bar')

async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env['SIGNET_SHOTS']
  if (folder !== undefined) await page.screenshot({ path: `${folder}/clocks-${name}.png` })
}

test.describe('clocks and law', () => {
  test('says by which hours it counts, what is promised, and which version is in force', async () => {
    const page = await openPage(browser, clocks)
    await expect(page.getByText('Mo-Su 08:00-20:00')).toBeVisible()
    await expect(page.getByText(/Version 1 is in force, since .*, by MK: The council asked/)).toBeVisible()
    await expect(page.getByRole('row', { name: /^NIS2 early warning/ })).toContainText('24 hours from awareness')
    await expect(page.getByRole('row', { name: /NIS2 final report/ })).toContainText(
      '1 month after: NIS2 incident notification',
    )
    await expect(page.getByRole('row', { name: /^DORA initial/ })).toContainText(
      'at the latest 24 hours from awareness',
    )
  })

  test('a promise is changed with a reason, becomes a version, and is taken back', async () => {
    const page = await openPage(browser, clocks)
    await page.keyboard.press('p')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('First response, working days').fill('3')
    await expect(dialog.getByRole('button', { name: /Put in force/ })).toBeDisabled()
    await dialog.getByLabel('Why, for the history').fill('Two of us are away')
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toHaveCount(0)
    await expect(page.getByText('3 working days')).toBeVisible()
    await expect(page.getByRole('row', { name: /Version 2/ })).toContainText('in force')
    await page.keyboard.press('Control+z')
    await expect(page.getByRole('row', { name: /Version 3/ })).toContainText('Taken back')
    await expect(page.getByRole('row', { name: /Version 2/ })).toContainText('First response: 1 → 3 working days')
  })

  test('a number out of range is refused where it is typed', async () => {
    const page = await openPage(browser, clocks)
    await page.keyboard.press('p')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Why, for the history').fill('because')
    await dialog.getByLabel('Silence, working days').fill('900')
    await expect(dialog.getByText('A whole number from 1 to 60.')).toBeVisible()
    await expect(dialog.getByRole('button', { name: /Put in force/ })).toBeDisabled()
    await dialog.getByLabel('Silence, working days').fill('')
    await expect(dialog.getByRole('button', { name: /Put in force/ })).toBeEnabled()
  })

  test('rows of the legal table are reached by arrows, changed, added and taken out', async () => {
    const page = await openPage(browser, clocks)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('button', { name: /NIS2 incident notification/ })).toBeFocused()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Last looked at: when, by whom').fill('2026-11-23, MK')
    await dialog.getByLabel('Why, for the history').fill('Read the text again')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('row', { name: /NIS2 incident notification Dir/ })).toContainText('2026-11-23, MK')

    await page.keyboard.press('n')
    await dialog.getByLabel('Duty', { exact: true }).fill('Regional notice')
    await dialog.getByLabel('Source: law and article').fill('Regional order 7')
    await dialog.getByLabel('Runs from').selectOption({ label: 'the moment this is met: NIS2 early warning' })
    await dialog.getByLabel('Why, for the history').fill('New order')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('row', { name: /Regional notice/ })).toContainText('24 hours after: NIS2 early warning')

    await page.getByRole('button', { name: /^NIS2 early warning/ }).click()
    await dialog.getByText('Take out of the table').click()
    await dialog.getByLabel('Why, for the history').fill('Not us')
    await page.keyboard.press('Control+Enter')
    await expect(dialog.getByRole('alert')).toContainText('is to run after a row that is not in the table')
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: /Regional notice/ }).click()
    await dialog.getByText('Take out of the table').click()
    await dialog.getByLabel('Why, for the history').fill('The order was withdrawn')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('button', { name: /Regional notice/ })).toHaveCount(0)
  })

  test('an older version is put in force again, and says before what that changes', async () => {
    const page = await openPage(browser, clocks)
    await page.getByRole('button', { name: 'As shipped' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('Resolution P1: 2 → – working days')
    await dialog.getByLabel('Why, for the history').fill('Nothing is promised any more')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('row', { name: /Version 2/ })).toContainText('in force')
    await expect(page.getByText('nothing promised')).toHaveCount(4)
  })

  test('times of keeping and reasons for a pause are edited', async () => {
    const page = await openPage(browser, clocks)
    const dialog = page.getByRole('dialog')
    await page.keyboard.press('m')
    await dialog.getByLabel('Class').fill('fraud/phishing')
    await dialog.getByLabel('Months after closing').nth(1).fill('24')
    await dialog.getByLabel('Why, for the history').fill('As the archive asks')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('24 months')).toBeVisible()
    await page.keyboard.press('u')
    await dialog.getByLabel('One reason a line').fill('Waiting for the court')
    await dialog.getByLabel('Why, for the history').fill('One is enough')
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toHaveCount(0)
    await expect(page.getByText('Waiting for the court')).toBeVisible()
    await expect(page.getByText('Waiting for the vendor')).toHaveCount(0)
  })
})

test.describe('duty and roster', () => {
  test('the top of every page says who is on until when, and leads there', async () => {
    const page = await openPage(browser, 'page=queue')
    await expect(head(page).getByRole('button', { name: /On duty: MK until \d\d:00Z/ })).toBeVisible()
    await page.keyboard.press('g')
    await page.keyboard.press('o')
    await expect(page.getByText(/MK, Mara Kestrel until/)).toBeVisible()
    await expect(page.getByText(/Next: JV, Jun Vale from/)).toBeVisible()
    await expect(page.getByText('Oda Tern').last()).toBeVisible()
  })

  test('duty is handed over in one question and one key back', async () => {
    const page = await openPage(browser, duty)
    await page.keyboard.press('h')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Who takes over').selectOption('OT')
    await page.keyboard.press('Control+Enter')
    await expect(head(page).getByRole('button', { name: /On duty: OT/ })).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(head(page).getByRole('button', { name: /On duty: MK/ })).toBeVisible()
  })

  test('turns are added for several days, and removed', async () => {
    const page = await openPage(browser, duty)
    const rows = page.getByRole('table', { name: 'Turns' }).getByRole('row')
    await expect(rows).toHaveCount(5)
    await page.keyboard.press('n')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Who').selectOption('AL')
    await dialog.getByLabel('From (UTC)').fill('2031-01-05 08:00')
    await dialog.getByLabel('To (UTC)').fill('2031-01-05 07:00')
    await expect(dialog.getByText('The end is not after the beginning.')).toBeVisible()
    await dialog.getByLabel('To (UTC)').fill('2031-01-05 20:00')
    await dialog.getByLabel('Also on the days after').fill('2')
    await page.keyboard.press('Control+Enter')
    await expect(rows).toHaveCount(8)
    await rows.last().getByRole('button').click()
    await dialog.getByText('Remove the turn').click()
    await page.keyboard.press('Control+Enter')
    await expect(rows).toHaveCount(7)
  })
})

for (const theme of ['dark', 'light']) {
  test(`clocks, duty and their dialogs have no fault that axe finds (${theme})`, async () => {
    test.setTimeout(180_000)
    const page = await openPage(browser, clocks, theme)
    await expectClean(page)
    await shot(page, `page-${theme}`)
    await page.getByRole('heading', { name: 'Legal duties' }).scrollIntoViewIfNeeded()
    for (const [key, name] of [
      ['p', 'promises'],
      ['u', 'pauses'],
      ['m', 'retention'],
      ['n', 'rule'],
    ] as const) {
      await page.keyboard.press(key)
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectClean(page)
      await shot(page, `${name}-${theme}`)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
    await page.getByRole('heading', { name: 'Versions' }).scrollIntoViewIfNeeded()
    await shot(page, `law-${theme}`)
    const roster = await openPage(browser, duty, theme)
    await expectClean(roster)
    await shot(roster, `duty-${theme}`)
    for (const key of ['h', 'n']) {
      await roster.keyboard.press(key)
      await expect(roster.getByRole('dialog')).toBeVisible()
      await expectClean(roster)
      await shot(roster, `duty-${key}-${theme}`)
      await roster.keyboard.press('Escape')
      await expect(roster.getByRole('dialog')).toHaveCount(0)
    }
  })
}
