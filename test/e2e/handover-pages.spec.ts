/** Handing over a shift, over the fake door: given, withdrawn, read, taken and given back by keys; what is said where it cannot be. */
import { expect, test, type Browser } from '@playwright/test'
import { cutTexts, lengthen, shot } from './long-words.ts'
import {
  chosen,
  dialog,
  done,
  drop,
  expectSound,
  giveAway,
  given,
  giver,
  lines,
  pane,
  passTime,
  readAll,
  takeIn,
  taker,
  top,
} from './handover-walk.ts'
import { expectClean, openPage, startPreview } from './pages-b-preview.ts'

let browser: Browser
test.beforeAll(async () => {
  browser = await startPreview()
})
test.afterAll(() => browser.close())

for (const theme of ['dark', 'light']) {
  test(`no state of a handover has a fault that axe finds, or a cut word at any size (${theme})`, async () => {
    test.setTimeout(300_000)
    const page = await giver(browser, theme)
    await expectSound(page, `handover-open-${theme}`)
    await page.keyboard.press('Control+Enter')
    await expect(dialog(page)).toBeVisible()
    await expectSound(page, `handover-give-${theme}`)
    await page.keyboard.press('Control+Enter')
    await expect(dialog(page)).toContainText('Given to JV')
    await expectSound(page, `handover-made-${theme}`)
    await page.keyboard.press('Enter')
    await expectSound(page, `handover-given-${theme}`)
    await drop(page, 'receipt-jv.signet')
    await takeIn(page)
    await expectSound(page, `handover-receipt-${theme}`)
    const other = await taker(browser, theme)
    await expectSound(other, `handover-taker-${theme}`)
    await readAll(other)
    await other.keyboard.press('Control+Enter')
    await expect(other.getByRole('heading', { name: 'MK has the duty' })).toBeVisible()
    await expectSound(other, `handover-taken-${theme}`)
    await drop(other, 'stranger.signet')
    await expect(pane(other).getByRole('alert')).toBeVisible()
    await expectSound(other, `handover-refused-${theme}`)
  })
}

test('words as long as other languages have them are cut nowhere', async () => {
  for (const page of [await giver(browser), await taker(browser)]) {
    await page.setViewportSize({ width: 1280, height: 800 })
    await lengthen(page)
    expect(await cutTexts(page)).toEqual([])
  }
})

test.describe('the giver', () => {
  test('gives in three strokes beside "g h": duty stays with the giver and every page says so, until it is withdrawn', async () => {
    const page = await openPage(browser, 'page=queue')
    await expect(page.locator('.queue-row').first()).toBeVisible()
    await page.keyboard.press('g')
    await page.keyboard.press('h')
    await expect(page.getByRole('heading', { name: 'Duty is with MK' })).toBeVisible()
    await expect(top(page)).toContainText('On duty: MK')
    await giveAway(page)
    await expect(dialog(page)).toContainText('Until they take it, the duty stays yours.')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Duty stays with MK until JV takes it' })).toBeVisible()
    await expect(pane(page)).toContainText('shift-20261122-2000.signet')
    await page.keyboard.press('g')
    await page.keyboard.press('k')
    await expect(page.getByRole('heading', { name: 'Keyring', level: 1 })).toBeVisible()
    await expect(top(page).getByRole('status')).toContainText('Given to JV, not taken · duty: MK')
    await page.keyboard.press('g')
    await page.keyboard.press('o')
    await expect(page.getByText('A handover was given to JV and is not taken')).toBeVisible()
    await expect(page.getByRole('button', { name: /^Hand over\s*h$/ })).toBeDisabled()
    await page.keyboard.press('g')
    await page.keyboard.press('h')
    await expect(pane(page).getByText('given, not taken')).toBeVisible()
    await page.keyboard.press('Control+z')
    await done(page, 'Withdrawn: the duty stayed with MK.')
    await expect(top(page)).toContainText('On duty: MK')
    await expect(page.getByRole('heading', { name: 'Duty is with MK' })).toBeVisible()
  })

  test('is reminded on every page, and loudly, once nobody took it in time', async () => {
    const page = await given(browser)
    await passTime(page, 6 * 60)
    await page.keyboard.press('g')
    await page.keyboard.press('q')
    await expect(page.locator('.queue-row').first()).toBeVisible()
    await expect(top(page).getByRole('alert')).toContainText('nobody took it · duty: MK', { timeout: 30_000 })
    await page.keyboard.press('g')
    await page.keyboard.press('h')
    await expect(pane(page)).toContainText('Call JV: did the file arrive?')
  })

  test('reads the lines by keys: down and up, to a list, into a case and back', async () => {
    const page = await giver(browser)
    await expect(chosen(page)).toContainText('Delta Rail')
    await expect(lines(page).getByRole('columnheader', { name: 'Read' })).toHaveCount(0)
    await page.keyboard.press('j')
    await expect(chosen(page)).toContainText('CERT-Orchard is drafted')
    await expect(pane(page)).toContainText('Report to CERT-Orchard is drafted, not sent')
    await page.keyboard.press('ArrowUp')
    await expect(chosen(page)).toContainText('Delta Rail')
    await page.keyboard.press('2')
    await expect(chosen(page)).toContainText('CERT-Orchard: mail logs')
    await page.keyboard.press('3')
    await expect(chosen(page)).toContainText('Rung 9')
    await page.keyboard.press('1')
    const number = await chosen(page).locator('.mono').nth(1).innerText()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Handover')
    await expect(page.locator('main')).toContainText(number)
    await page.keyboard.press('Alt+ArrowLeft')
    await expect(lines(page)).toBeVisible()
  })

  test('writes to a line, adds one, takes it out again, gives a case to somebody else', async () => {
    const page = await giver(browser)
    await page.keyboard.press('n')
    await expect(dialog(page)).toContainText('Note on the line')
    await expect(dialog(page).getByRole('textbox')).toBeFocused()
    await page.keyboard.type('They ring first')
    await page.keyboard.press('Control+Enter')
    await expect(lines(page)).toContainText('They ring first')
    await expect(page.getByRole('grid').locator('.line-said')).toHaveCount(1)
    await page.keyboard.press('A')
    await expect(dialog(page)).toContainText('Add a line of your own')
    await expect(dialog(page).getByLabel('The line')).toBeFocused()
    await page.keyboard.type('The badge is in the drawer')
    await page.keyboard.press('Control+Enter')
    await expect(lines(page)).toContainText('The badge is in the drawer')
    await lines(page).getByText('The badge is in the drawer').click()
    await page.keyboard.press('n')
    await expect(dialog(page).getByLabel('The line')).toHaveValue('The badge is in the drawer')
    await page.keyboard.press('Alt+d')
    await expect(lines(page)).not.toContainText('The badge')
    await page.keyboard.press('Control+z')
    await expect(lines(page)).toContainText('The badge is in the drawer')
    await page.keyboard.press('1')
    await page.keyboard.press('a')
    await expect(dialog(page)).toContainText(/^Who has /)
    await dialog(page).getByLabel('Owner').selectOption('OT')
    await page.keyboard.press('Control+Enter')
    await done(page, / is with OT\./)
  })

  test('has notes that save by themselves, and none of their keys is taken for a shortcut', async () => {
    const page = await giver(browser)
    await page.keyboard.press('4')
    await expect(page.getByLabel('4 Notes')).toBeFocused()
    await page.keyboard.type('n and A and 3: the second number')
    await expect(pane(page).getByText(/^Saved \d\d:\d\dZ/)).toBeVisible()
    await expect(dialog(page)).toHaveCount(0)
    await page.keyboard.press('Escape')
    await giveAway(page)
    await page.keyboard.press('Enter')
    await expect(pane(page)).toContainText('n and A and 3: the second number')
    await expect(page.getByLabel('4 Notes')).toHaveCount(0)
  })

  test('cannot give to who has no verified key, and is led to it; gives some cases only, with evidence', async () => {
    const page = await giver(browser)
    await page.keyboard.press('Control+Enter')
    const go = dialog(page).getByRole('button', { name: /Choose a place and give/ })
    await dialog(page).getByLabel('To whom').selectOption('AL')
    await expect(dialog(page)).toContainText('No desk key of AL is on file')
    await expect(go).toBeDisabled()
    await dialog(page).getByLabel('To whom').selectOption('BR')
    await expect(dialog(page)).toContainText('The desk key of BR is not verified')
    await expect(go).toBeDisabled()
    await expectClean(page)
    await dialog(page).getByLabel('To whom').selectOption('JV')
    await expect(dialog(page)).toContainText('C40D 91E2')
    await expect(go).toBeEnabled()
    await dialog(page).getByText('Only these').click()
    await expect(go).toBeDisabled()
    const cases = dialog(page).getByRole('group', { name: 'Cases found' })
    await cases.locator('label').nth(1).click()
    await expect(dialog(page)).toContainText('One case chosen')
    await dialog(page).getByText('With the evidence files').click()
    await expectClean(page)
    await page.keyboard.press('Control+Enter')
    await expect(dialog(page)).toContainText('Given to JV')
    await expect(dialog(page).locator('.facts')).toContainText('Cases1')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('heading', { name: 'Duty stays with MK until JV takes it' })).toBeVisible()
  })

  test('is led to verify the key of the one who shall take over', async () => {
    const page = await giver(browser)
    await page.keyboard.press('Control+Enter')
    await dialog(page).getByLabel('To whom').selectOption('BR')
    await page.keyboard.press('Alt+k')
    await expect(page.getByRole('heading', { name: 'Keyring', level: 1 })).toBeVisible()
    await expect(dialog(page)).toBeVisible()
  })

  test('learns by the receipt what was read and said, and begins the next one', async () => {
    const page = await given(browser)
    await drop(page, 'receipt-jv.signet')
    await takeIn(page)
    await expect(page.getByRole('heading', { name: 'JV has the duty' })).toBeVisible()
    await expect(top(page)).toContainText('On duty: JV')
    await expect(lines(page).getByRole('img', { name: 'read', exact: true }).first()).toBeVisible()
    await page.keyboard.press('N')
    await expect(page.getByRole('heading', { name: 'Duty is with MK' })).toBeVisible()
  })

  test('with nothing open says so, and hands over', async () => {
    const page = await openPage(browser, 'page=handover&cases=0')
    await expect(page.getByText('Nothing open. Say so and hand over.')).toBeVisible()
    await expectClean(page)
    await giveAway(page)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Duty stays with MK until JV takes it' })).toBeVisible()
  })

  test('of a long shift only what is on the screen is drawn, and the last line can be reached', async () => {
    const page = await giver(browser, 'dark', '&cases=400')
    await expect(lines(page)).toHaveAttribute('aria-rowcount', '336')
    expect(await lines(page).getByRole('row').count()).toBeLessThan(80)
    await page.keyboard.press('End')
    await expect(chosen(page)).toBeVisible()
    await expect(chosen(page)).toHaveAttribute('aria-rowindex', '336')
    await page.keyboard.press('Home')
    await expect(chosen(page)).toContainText('Delta Rail')
  })

  test('prints a receipt that has numbers and codes, and no title of a case', async () => {
    const page = await given(browser)
    const title = await chosen(page).locator('.strong').innerText()
    await page.emulateMedia({ media: 'print' })
    const paper = page.locator('.receipt-print')
    await expect(paper).toBeVisible()
    await expect(lines(page)).toBeHidden()
    await expect(paper).toContainText('5be140c7')
    await expect(paper).toContainText(/2026-MK-\d{4}/)
    expect(await paper.innerText()).not.toContain(title)
    await shot(page, 'receipt-print')
    await page.emulateMedia({ media: null })
  })
})

test.describe('the taker', () => {
  test('reads each line by Space, which goes on to the next, and takes over with the last', async () => {
    const page = await taker(browser)
    await expect(top(page)).toContainText('Given to MK, not taken · duty: JV')
    const take = page.getByRole('button', { name: /^Take over, as MK/ })
    await expect(take).toBeDisabled()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { name: 'Duty stays with JV until MK takes it' })).toBeVisible()
    await expect(chosen(page)).toContainText('Delta Rail')
    await expect(pane(page)).toContainText('They ring first; let them')
    await page.keyboard.press('Space')
    await expect(chosen(page)).toContainText('CERT-Orchard is drafted')
    await expect(lines(page)).toContainText('1 of 5 read by MK')
    await readAll(page)
    await expect(pane(page)).toContainText('13 of 13 lines read.')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { name: 'MK has the duty' })).toBeVisible()
    await done(page, 'You have the duty. 7 owners changed.')
    await expect(top(page)).toContainText('On duty: MK')
    await expect(lines(page).getByRole('checkbox')).toHaveCount(0)
  })

  test('says something to a line, which counts as read and goes back with the receipt', async () => {
    const page = await taker(browser)
    await page.keyboard.press('n')
    await expect(dialog(page)).toContainText('They ring first; let them')
    await expect(dialog(page).getByRole('textbox')).toBeFocused()
    await page.keyboard.type('I was there today')
    await page.keyboard.press('Control+Enter')
    await expect(lines(page).getByRole('checkbox').first()).toBeChecked()
    await expect(lines(page).locator('.line-said').nth(1)).toContainText('MK I was there today')
    await lines(page).getByRole('checkbox').first().click()
    await expect(lines(page).getByRole('checkbox').first()).not.toBeChecked()
    await expect(lines(page)).toContainText('I was there today')
    await readAll(page)
    await page.keyboard.press('Control+Enter')
    await expect(pane(page)).toContainText('MK said on taking over')
    await page.keyboard.press('Control+Enter')
    await expect(dialog(page)).toContainText('The receipt is written')
    await expect(dialog(page)).toContainText('Bring the file back to JV.')
    await expectClean(page)
  })

  test('gives back by one undo within half an hour, and not later', async () => {
    const page = await taker(browser)
    await readAll(page)
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('button', { name: /Give it back/ })).toBeVisible()
    await page.keyboard.press('Control+z')
    await done(page, 'Given back: owners and duty are as they were.')
    await expect(page.getByRole('heading', { name: 'Duty stays with JV until MK takes it' })).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { name: 'MK has the duty' })).toBeVisible()
    await passTime(page, 31)
    await page.keyboard.press('g')
    await page.keyboard.press('q')
    await expect(page.locator('.queue-row').first()).toBeVisible()
    await page.keyboard.press('g')
    await page.keyboard.press('h')
    await expect(page.getByRole('heading', { name: 'MK has the duty' })).toBeVisible()
    // The moment of the window moves every 15 seconds.
    await expect(page.getByRole('button', { name: /Give it back/ })).toHaveCount(0, { timeout: 30_000 })
  })

  test('lays aside what is not to be taken, and the duty stays with the giver', async () => {
    const page = await taker(browser)
    await page.keyboard.press('L')
    await done(page, 'Laid aside: the duty stays with JV')
    await expect(page.getByRole('heading', { name: 'Duty is with MK' })).toBeVisible()
    await expect(top(page)).not.toContainText('not taken')
  })
})
