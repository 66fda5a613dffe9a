/** Capsules that came, over the fake door: refused in words, taken in without a question, merged one question at a time by keys. */
import { expect, test, type Browser } from '@playwright/test'
import { shot } from './cards-walk.ts'
import { cutTexts, lengthen } from './long-words.ts'
import { cards, dialog, done, drop, expectSound, giver, lines, merge, pane, reason } from './handover-walk.ts'
import { expectClean, openPage, startPreview } from './pages-b-preview.ts'

let browser: Browser
test.beforeAll(async () => {
  browser = await startPreview()
})
test.afterAll(() => browser.close())

for (const theme of ['dark', 'light'])
  test(`no state of a merge has a fault that axe finds, or a cut word at any size (${theme})`, async () => {
    test.setTimeout(300_000)
    const page = await merge(browser, 'field-jv.signet', theme)
    await page.keyboard.press('2')
    await expect(reason(page)).toBeFocused()
    await page.keyboard.type('JV saw the record system on site')
    await expectSound(page, `merge-${theme}`)
    await page.keyboard.press('Enter')
    await page.keyboard.press('W')
    await expectSound(page, `merge-decided-${theme}`)
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('button', { name: 'To the handover' })).toBeVisible()
    await expectSound(page, `merge-result-${theme}`)
    await expectSound(await merge(browser, 'three-jv.signet', theme), `merge-three-${theme}`)
    await expectSound(await merge(browser, 'plain-jv.signet', theme), `merge-plain-${theme}`)
  })

test('words as long as other languages have them are cut nowhere', async () => {
  for (const page of [await merge(browser, 'field-jv.signet'), await merge(browser, 'plain-jv.signet')]) {
    await page.setViewportSize({ width: 1280, height: 800 })
    await lengthen(page)
    expect(await cutTexts(page)).toEqual([])
  }
})

test.describe('a file that came', () => {
  for (const [name, words, code] of [
    ['stranger.signet', 'not signed by a desk key that was verified here', 'capsule-stranger'],
    ['for-other.signet', 'sealed for another desk', 'capsule-for-another'],
    ['broken.signet', 'was changed after it was sealed', 'capsule-tampered'],
    ['older.signet', 'is older than one that was taken here', 'capsule-older'],
    ['newer.signet', 'written by a newer Signet', 'capsule-newer'],
  ] as const)
    test(`is refused in words where it is no capsule for here: ${code}`, async () => {
      const page = await giver(browser)
      await drop(page, name)
      const alert = pane(page).getByRole('alert')
      await expect(alert).toContainText(`${name} was not taken in`)
      await expect(alert).toContainText(words)
      await expect(alert).toContainText('Nothing was changed here.')
      await expect(alert).toContainText(code)
      await expect(page.getByRole('heading', { name: 'Duty is with MK' })).toBeVisible()
      await alert.getByRole('button', { name: 'Dismiss' }).click()
      await expect(alert).toHaveCount(0)
    })

  test('is known by its name on every page', async () => {
    const page = await openPage(browser, 'page=queue')
    await expect(page.locator('.queue-row').first()).toBeVisible()
    await drop(page, 'field-jv.signet')
    await expect(page.getByRole('heading', { name: 'Merge field copy of JV' })).toBeVisible()
    await expect(page.getByRole('navigation').getByRole('button', { name: /Handover/ })).toContainText('1')
  })

  test('waits on the page of the handover, opens again by m, and can be put away', async () => {
    const page = await merge(browser, 'field-jv.signet')
    await page.keyboard.press('Escape')
    await expect(pane(page)).toContainText('Field copy of JV is back, 3 questions')
    await expectClean(page)
    await page.keyboard.press('m')
    await expect(page.getByRole('heading', { name: 'Which rung stands?' })).toBeVisible()
    await page.keyboard.press('D')
    await done(page, 'Put away. Nothing was changed here')
    await expect(pane(page)).toContainText('None waits.')
  })

  test('without a question is taken in by one act, and says what it added', async () => {
    const page = await merge(browser, 'plain-jv.signet')
    await expect(page.getByRole('list', { name: 'Cases' })).toContainText('new here')
    await expect(page.getByRole('region', { name: 'Merged without a question' })).toContainText('23')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('Merged.', { exact: true })).toBeVisible()
    await expect(page.locator('.merge-done')).toContainText(/entries were added in 11 cases/)
    await expect(page.locator('.merge-done')).toContainText('journal notes, in order of time')
  })

  test('a copy for the field is made to one person, without secret keys unless somebody says so', async () => {
    const page = await giver(browser)
    await page.keyboard.press('f')
    await expect(dialog(page)).toContainText('Make a field copy')
    await expect(dialog(page).getByRole('checkbox', { name: 'With the secret keys of the team' })).not.toBeChecked()
    await expect(dialog(page).getByRole('button', { name: /Make a field copy/ })).toBeDisabled()
    await dialog(page).getByLabel('To whom').selectOption('JV')
    await expectClean(page)
    await page.keyboard.press('Control+Enter')
    await expect(dialog(page)).toContainText('The field copy is written')
    await expect(dialog(page)).toContainText('field-20261122-1852.signet')
  })
})

test('a large capsule shows how far it is taken, can be stopped, and goes on when it is taken once more', async () => {
  const page = await merge(browser, 'large-jv.signet')
  const strip = page.locator('.merge-taking')
  await page.keyboard.press('Control+Enter')
  await expect(strip).toContainText('of 900 cases')
  await shot(page, 'merge-taking')
  await page.keyboard.press('Control+.')
  await expect(page.getByText(/Of the 900 cases of the capsule \d+ were taken/)).toBeVisible()
  await expect(strip).toHaveCount(0)
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.merge-done')).toBeVisible()
  await page.close()
})

test.describe('the merge', () => {
  test('asks one question at a time, by keys; a side needs a reason; nothing is finished before all is decided', async () => {
    const page = await merge(browser, 'field-jv.signet')
    await expect(page.getByRole('heading', { name: 'Which rung stands?' })).toBeVisible()
    await expect(cards(page)).toHaveCount(2)
    const [ours, theirs] = [cards(page).nth(0), cards(page).nth(1)]
    await expect(ours).toContainText('Three accounts confirmed')
    await expect(theirs).toContainText('Seen on site')
    await expect(page.locator('main')).toContainText('Before both: Rung 9')
    const finish = page.getByRole('button', { name: /^Finish merge/ })
    await expect(finish).toBeDisabled()
    await page.keyboard.press('2')
    await expect(theirs).toContainText('Chosen')
    await expect(reason(page)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Which rung stands?' })).toBeVisible()
    await expect(page.getByText('A line why is needed')).toBeVisible()
    await page.keyboard.type('1 of them was seen on site')
    await expect(theirs).toContainText('Chosen')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Which TLP stands?' })).toBeFocused()
    await expect(page.getByText('1 of 3 decided').first()).toBeVisible()
    await page.keyboard.press('w')
    await expect(page.getByRole('heading', { name: 'Which owner stands?' })).toBeFocused()
    await expect(finish).toBeDisabled()
    await page.keyboard.press('1')
    await expect(reason(page)).toBeFocused()
    await page.keyboard.type('MK stays')
    await page.keyboard.press('Enter')
    await expect(page.getByText('3 of 3 decided').first()).toBeVisible()
    await expect(finish).toBeEnabled()
    await page.keyboard.press('Control+Enter')
    await expect(page.locator('.merge-done')).toContainText('One question stays open on its case')
    await expect(page.locator('.merge-done')).toContainText('TLP: RED here, AMBER+STRICT there')
    await page.keyboard.press('Enter')
    await expect(pane(page)).toContainText('None waits.')
  })

  test('can be left and come back to: what was decided is there, and can be taken back', async () => {
    const page = await merge(browser, 'field-jv.signet')
    await page.keyboard.press('1')
    await expect(reason(page)).toBeFocused()
    await page.keyboard.type('we asked them')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Which TLP stands?' })).toBeVisible()
    await page.keyboard.press('Escape')
    await done(page, 'Stopped. Nothing was changed')
    await page.keyboard.press('m')
    await expect(page.getByText('1 of 3 decided').first()).toBeVisible()
    await page.keyboard.press('[')
    await expect(page.getByRole('heading', { name: 'Which rung stands?' })).toBeVisible()
    await expect(cards(page).nth(0)).toContainText('Chosen')
    await expect(reason(page)).toHaveValue('we asked them')
    await page.keyboard.press('Control+z')
    await expect(page.getByText('0 of 3 decided').first()).toBeVisible()
    await expect(cards(page).nth(0)).not.toContainText('Chosen')
    await page.keyboard.press(']')
    await expect(page.getByRole('heading', { name: 'Which TLP stands?' })).toBeVisible()
  })

  test('Escape leaves the reason first, and only then the page', async () => {
    const page = await merge(browser, 'field-jv.signet')
    await page.keyboard.press('2')
    await expect(reason(page)).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(reason(page)).not.toBeFocused()
    await page.keyboard.press('1')
    await expect(cards(page).nth(0)).toContainText('Chosen')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(lines(page)).toBeVisible()
  })

  test('all the rest can be left open at once, and what was just chosen counts', async () => {
    const page = await merge(browser, 'field-jv.signet')
    await page.keyboard.press('2')
    await expect(reason(page)).toBeFocused()
    await page.keyboard.type('seen on site')
    await page.keyboard.press('Escape')
    await page.keyboard.press('W')
    await expect(page.getByText('3 of 3 decided').first()).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(page.locator('.merge-done')).toContainText('2 questions stay open on their case')
  })

  test('three copies are three sides of one question', async () => {
    const page = await merge(browser, 'three-jv.signet')
    await expect(cards(page)).toHaveCount(3)
    await expect(page.locator('main')).toContainText('3 sides changed it')
    await page.keyboard.press('3')
    await expect(cards(page).nth(2)).toContainText('Chosen')
  })

  test('of hundreds of questions only those on the screen are drawn', async () => {
    const page = await merge(browser, 'many-jv.signet')
    const list = page.getByRole('listbox', { name: 'Needs a person' })
    await expect(list.getByRole('option').first()).toHaveAttribute('aria-setsize', '200')
    expect(await list.getByRole('option').count()).toBeLessThan(40)
    await page.keyboard.press('W')
    await expect(page.getByText('200 of 200 decided').first()).toBeVisible()
  })
})
