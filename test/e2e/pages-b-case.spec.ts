/** Working a case by keys: steps, notes, observables, phases, and what is said when a change is refused. */
import { expect, test, type Browser, type Page } from '@playwright/test'
import { expectClean, openPage, paste, startPreview } from './pages-b-preview.ts'

let browser: Browser
test.beforeAll(async () => {
  browser = await startPreview()
})
test.afterAll(() => browser.close())

const openCase = (theme?: string): Promise<Page> => openPage(browser, 'page=case&number=2026-MK-0004', theme)

test('one key settles the next step, and the step after it comes up', async () => {
  const page = await openCase()
  const next = page.getByRole('region', { name: 'Next step' })
  await expect(next).toContainText('Contact other affected sites')
  await page.keyboard.press('d')
  await expect(next).toContainText('Notify other CSIRTs')
})

test('a step that does not apply needs a reason', async () => {
  const page = await openCase()
  await page.keyboard.press('s')
  await page.keyboard.insertText('No other site is affected')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.checklist')).toContainText('not applicable: No other site is affected')
})

test('a note is said to be saved only after core has answered', async () => {
  const page = await openPage(browser, 'page=case&number=2026-MK-0004&delay=700')
  await expect(page.locator('.next-step')).toBeVisible()
  await page.keyboard.press('i')
  await page.keyboard.insertText('They keep the log.')
  await expect(page.locator('.note-line')).toContainText(/Not saved yet|Not a note yet/)
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.note-line')).toContainText('Saving')
  await expect(page.locator('.note-line')).toContainText(/Saved, on disk \d\d:\d\d:\d\dZ/)
  await expect(page.locator('.journal li').first()).toContainText('They keep the log.')
})

test('a note that is being typed survives a change of the case and another page', async () => {
  const page = await openCase()
  await page.keyboard.press('i')
  await page.keyboard.insertText('half a sentence')
  await page.getByRole('checkbox', { name: /Contact other affected sites/ }).click()
  await expect(page.locator('.next-step')).toContainText('Notify other CSIRTs')
  await expect(page.getByLabel('Write a note')).toHaveValue('half a sentence')
  await page.keyboard.press('g')
  await page.keyboard.press('x')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Exchanges')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByLabel('Write a note')).toHaveValue('half a sentence')
})

test('many observables are pasted, previewed and added in three key presses', async () => {
  const page = await openCase()
  await page.keyboard.press('b')
  await page
    .getByRole('textbox', { name: 'Observables' })
    .fill(Array.from({ length: 20 }, (_, at) => `198[.]51[.]100[.]${String(at + 1)}`).join('\n'))
  await expect(page.getByText('20 recognised, 0 already in the case')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('tab', { name: /Observables/ })).toContainText('25')
})

test('moving on with open steps lists them and asks for a reason', async () => {
  const page = await openCase()
  await page.keyboard.press('p')
  await expect(page.locator('.open-steps')).toContainText('3 steps are still open')
  await page.keyboard.insertText('The site has no contact')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.phase-cell.here')).toContainText('Resolution')
})

test('a band key offers the rungs of that band', async () => {
  const page = await openCase()
  await page.keyboard.press('1')
  await expect(page.getByRole('menuitem')).toHaveCount(2)
  await page.keyboard.press('2')
  await expect(page.locator('.case-head')).toContainText('Rung 2 of 12')
})

test('a marking is not loosened without a reason', async () => {
  const page = await openCase()
  await page.keyboard.press('t')
  await page.getByText('TLP:CLEAR', { exact: true }).click()
  const go = page.getByRole('button', { name: 'Change' }).last()
  await expect(go).toBeDisabled()
  await page.getByLabel('Reason (needed to loosen a marking)').fill('Published by the site itself')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.case-marks')).toContainText('TLP:CLEAR')
})

test('a case is closed with a code and a note, and opened again with a reason', async () => {
  const page = await openCase()
  await page.keyboard.press('e')
  await page.keyboard.insertText('Keys changed, log kept')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.next-step')).toContainText('This case is closed: Resolved.')
  await page.keyboard.press('Shift+R')
  await page.keyboard.insertText('The old key was used again')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.phase-cell.here')).toContainText('Resolution')
})

test('a change on a case that was changed meanwhile says so and shows the case as it is', async () => {
  const page = await openCase()
  await page.evaluate(() => {
    const { signet } = window
    if (signet === undefined) return
    const call = signet.call
    let stale = true
    Object.assign(signet, {
      call: (name: string, input: unknown) => {
        if (name !== 'case.change' || !stale) return call(name, input)
        stale = false
        return Promise.resolve({ ok: false, problem: { code: 'case-stale', params: {} } })
      },
    })
  })
  await page.keyboard.press('d')
  await expect(page.getByText('Somebody changed this case meanwhile.')).toBeVisible()
  await page.keyboard.press('d')
  await expect(page.locator('.next-step')).toContainText('Notify other CSIRTs')
})

test('who to call stands beside the case with number and hours', async () => {
  const page = await openCase()
  const pane = page.getByRole('complementary', { name: 'People, and other cases' })
  await expect(pane).toContainText('CERT-Orchard')
  await expect(pane).toContainText('+351 21 055 0142')
  await expect(pane).toContainText('Open now')
})

for (const theme of ['dark', 'light']) {
  test(`no question about the course of a case has a fault that axe finds (${theme})`, async () => {
    test.setTimeout(300_000)
    const page = await openCase(theme)
    for (const key of ['b', 'p', 'e', 's', 'n', 'f', 't', 'Control+p']) {
      await page.keyboard.press(key)
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectClean(page)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toBeHidden()
    }
  })
}

test('pasting into the note is text, not a report', async () => {
  const page = await openCase()
  await page.keyboard.press('i')
  await paste(page, 'some text')
  await expect(page.locator('.case-head')).toBeVisible()
})
