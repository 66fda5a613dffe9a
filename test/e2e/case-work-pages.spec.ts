/** Working a case by the team's own rules, by keys: parties, clocks, times, permissions, evidence, links, taking back, conflicts. */
import { join } from 'node:path'
import { expect, test, type Browser, type Locator, type Page } from '@playwright/test'
import { expectClean, openPage, startPreview } from './pages-b-preview.ts'

let browser: Browser
test.beforeAll(async () => {
  browser = await startPreview()
})
test.afterAll(() => browser.close())

const openCase = (number = '2026-MK-0004', theme?: string): Promise<Page> =>
  openPage(browser, `page=case&number=${number}`, theme)

const dialog = (page: Page): Locator => page.getByRole('dialog')
const nextStep = (page: Page): Locator => page.getByRole('region', { name: 'Next step' })
const journal = (page: Page): Locator => page.locator('.journal')

/** Says yes to the question that is open, and waits until it is gone. */
async function confirm(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page)).toBeHidden()
}

/** Keys of the page count again once a layer is gone. */
async function press(page: Page, key: string): Promise<void> {
  await expect(dialog(page)).toBeHidden()
  await page.keyboard.press(key)
}

test('an overdue answer comes before the checklist, and the call is one key', async () => {
  const page = await openCase()
  await expect(nextStep(page)).toContainText('Call CERT-Orchard about: Keep the logs')
  await expect(nextStep(page).locator('.button-filled')).toHaveCount(1)
  await expect(page.locator('.button-filled')).toHaveCount(1)
  await press(page, 'h')
  await expect(dialog(page)).toContainText('+351 21 055 0142')
  await page.keyboard.insertText('They keep them for 72 h.')
  await confirm(page)
  await expect(nextStep(page)).not.toContainText('Call CERT-Orchard')
  await expect(nextStep(page)).toContainText('Contact other affected sites')
  await expect(journal(page).locator('li').first()).toContainText('CERT-Orchard answered: They keep them for 72 h.')
})

test('the board stands in the order of whom we wait for', async () => {
  const page = await openCase()
  await press(page, 'Alt+3')
  await expect(page.locator('.board tbody th button')).toHaveText([
    'CERT-Orchard',
    'Harrow Bank',
    'City of Westmere',
    'CERT-Harrow',
  ])
  await expect(page.locator('.board')).toContainText('overdue')
  await page.getByRole('button', { name: 'City of Westmere' }).click()
  await press(page, 'q')
  await page.keyboard.insertText('Same source in your VPN log?')
  await confirm(page)
  await expect(page.getByRole('row', { name: /City of Westmere/ })).toContainText('waiting')
})

test('a party is added from a card, changed and taken off with a reason', async () => {
  const page = await openCase()
  await press(page, 'Alt+3')
  await press(page, 'Shift+A')
  await dialog(page).getByLabel('Card').selectOption({ label: 'Delta Rail CERT' })
  await expect(dialog(page).getByLabel('Name')).toHaveValue('Delta Rail CERT')
  await confirm(page)
  await page.getByRole('button', { name: 'Delta Rail CERT' }).first().click()
  await press(page, 'Shift+X')
  await page.keyboard.insertText('Named by mistake')
  await confirm(page)
  await expect(page.locator('.board')).not.toContainText('Delta Rail CERT')
})

test('a vulnerability asks for its vendor first, and shows its embargo as a clock', async () => {
  const page = await openCase('2026-MK-0005')
  await expect(nextStep(page)).toContainText('Tell Delta Rail CERT first')
  await expect(page.locator('.phase-strip')).toContainText('Embargo')
  await expect(page.locator('.phase-strip')).toContainText('Analysis')
  await expect(page.locator('.board tbody th button').first()).toHaveText('Delta Rail CERT')
  await press(page, 'q')
  await page.keyboard.insertText('All technical details')
  await confirm(page)
  await expect(nextStep(page)).toContainText('Did it occur?')
})

test('what was done is taken back and given back, and both are said', async () => {
  const page = await openCase()
  const item = page.getByRole('checkbox', { name: /Notify other CSIRTs/ })
  await item.click()
  await expect(item).toBeChecked()
  await press(page, 'u')
  await expect(page.getByText(/Taken back: Done: Notify other CSIRTs/).first()).toBeVisible()
  await expect(item).not.toBeChecked()
  await press(page, 'Control+Shift+Z')
  await expect(page.getByText(/Given back: Done: Notify other CSIRTs/).first()).toBeVisible()
  await expect(item).toBeChecked()
  await press(page, 'Control+z')
  await expect(item).not.toBeChecked()
  await press(page, 'Alt+8')
  await expect(page.getByRole('region', { name: 'What can be taken back' }).locator('.steps li').first()).toBeVisible()
})

test('a paused clock says why, and runs again', async () => {
  const page = await openCase('2026-MK-0005')
  await press(page, 'w')
  await dialog(page).getByLabel('Pause', { exact: true }).selectOption('first-response')
  await dialog(page).getByLabel('Reason of the pause').fill('Waiting for the authorities')
  await confirm(page)
  await press(page, 'w')
  await expect(dialog(page)).toContainText('First response stands still: Waiting for the authorities')
  await dialog(page).getByRole('button', { name: 'Run again' }).click()
  await expect(dialog(page)).not.toContainText('stands still: Waiting')
})

test('a place against the rung needs a reason, and the reason is shown', async () => {
  const page = await openCase()
  await press(page, 'Shift+L')
  await dialog(page).getByLabel('Stand as if on').selectOption('2')
  await expect(dialog(page).getByRole('button', { name: /Move it/ })).toBeDisabled()
  await dialog(page).getByLabel('Reason').fill('The minister asks')
  await confirm(page)
  await expect(page.locator('.case-why')).toContainText('Set by MK to stand as on rung 2: The minister asks')
})

test('the rung is chosen on the ladder without a reason', async () => {
  const page = await openCase()
  await press(page, 'l')
  await dialog(page).getByRole('radio', { name: /^9\./ }).check({ force: true })
  await confirm(page)
  await expect(page.locator('.case-marks')).toContainText('Rung 9 of 12')
})

test('a note starts from a template, is kept while it is typed, and survives leaving the page', async () => {
  const page = await openCase()
  const box = page.getByLabel('Write a note')
  await press(page, 'Shift+I')
  await page.keyboard.press('1')
  await expect(box).toHaveValue(/Call with \[who\]/)
  await expect
    .poll(() => box.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd)))
    .toBe('[who]')
  await page.keyboard.insertText('the duty officer')
  await page.keyboard.press('Alt+b')
  await page.keyboard.insertText('+351 21 055 0142')
  await expect(page.locator('.note-line')).toContainText('what you type is kept')
  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  await page.keyboard.press('x')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Exchanges')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(box).toHaveValue(/Call with the duty officer at \+351 21 055 0142/)
})

test('an event without a zone is flagged and asked for; told later, it takes its place in time', async () => {
  const page = await openCase()
  await press(page, 'Alt+5')
  const line = page.locator('.timeline li', { hasText: 'Alarm at the operator desk' })
  await expect(line).toContainText('no zone')
  await line.getByRole('button', { name: 'Ask for the zone' }).click()
  await expect(dialog(page)).toContainText('Ask Harrow Bank')
  await expect(dialog(page).getByLabel('What is asked, or told')).toHaveValue('In which time zone is “21/11 19:47”?')
  await confirm(page)
  await line.getByRole('button', { name: 'Zone was told' }).click()
  await dialog(page).getByLabel('When, as it was told').fill('2026-11-21 19:47')
  await dialog(page).getByLabel(/^Zone/).fill('Europe/Madrid')
  await expect(dialog(page)).toContainText('That is Sat 21 Nov 18:47Z.')
  await confirm(page)
  await expect(page.locator('.timeline li', { hasText: 'Alarm at the operator desk' })).toHaveCount(1)
  await expect(line).toContainText('21 Nov 18:47:00Z')
})

test('an event of a report is put on the timeline once', async () => {
  const page = await openCase()
  await press(page, 'Alt+5')
  const panel = page.getByRole('region', { name: 'Report of CERT-Harrow' })
  await panel.getByRole('button', { name: 'Put on the timeline' }).first().click()
  await expect(panel.getByText('On the timeline', { exact: true })).toHaveCount(1)
  await expect(page.getByRole('tab', { name: /Timeline/ })).toContainText('4')
})

test('an account that is compromised makes the task to tell its user', async () => {
  const page = await openCase()
  await press(page, 'b')
  await page.getByRole('textbox', { name: 'Observables' }).fill('svc-backup@harrow.example 2001:db8:10::41')
  await expect(dialog(page)).toContainText('2 recognised')
  await dialog(page).getByText('compromised', { exact: true }).click()
  await expect(dialog(page)).toContainText('tell the user of the account')
  await confirm(page)
  await press(page, 'Alt+2')
  await expect(page.locator('.tasks')).toContainText('Tell the user of svc-backup@harrow.example')
})

test('observables are found by a word, defanged or not', async () => {
  const page = await openCase()
  await press(page, 'Alt+4')
  await page.keyboard.press('Alt+f')
  await page.keyboard.insertText('portal-login[.]example')
  await expect(page.locator('.plain-table tbody tr')).toHaveCount(2)
  await expect(page.locator('.tab-actions')).toContainText('2 of 5')
})

test('a task is given an owner and a tier', async () => {
  const page = await openCase()
  await press(page, 'Alt+2')
  const line = page.locator('.task-line', { hasText: 'Compare the VPN log' })
  await expect(line).toContainText('N3')
  await expect(line).toContainText('overdue since')
  await line.getByRole('button', { name: 'Assign' }).click()
  await dialog(page).getByText('N1', { exact: true }).click()
  await confirm(page)
  await expect(line).toContainText('N1')
})

test('evidence is verified, and its moves are noted in its custody', async () => {
  const page = await openCase()
  await press(page, 'Alt+7')
  const custody = page.locator('.custody')
  await expect(custody).toContainText('Safe 2, shelf 4')
  await press(page, 'Shift+V')
  await expect(page.getByText(/portal-disk.img.zst is unchanged/)).toBeVisible()
  await expect(custody).toContainText('verified')
  await press(page, 'Shift+Y')
  await dialog(page).getByText('returned', { exact: true }).click()
  await dialog(page).getByLabel('Where to, or to whom').fill('Harrow Bank')
  await dialog(page).getByLabel('Note', { exact: true }).fill('Against signature')
  await confirm(page)
  await expect(custody).toContainText('returned, Harrow Bank, Against signature')
})

test('the decision about prosecution is recorded with its reason', async () => {
  const page = await openCase()
  await press(page, 'Alt+7')
  await press(page, 'Shift+P')
  await dialog(page).getByText('Prosecution or discipline is contemplated').click()
  await dialog(page)
    .getByLabel(/Results weighed/)
    .fill('Large loss, intruder is known')
  await confirm(page)
  await expect(page.getByRole('region', { name: 'Prosecution or discipline' })).toContainText('Large loss')
})

test('a permission is put on file and withdrawn', async () => {
  const page = await openCase()
  await press(page, 'm')
  await dialog(page).getByText('Law enforcement', { exact: true }).click()
  await dialog(page)
    .getByLabel(/How it was given/)
    .fill('Signed paper of 22 Nov')
  await confirm(page)
  const box = page.getByRole('region', { name: 'Information and permissions' })
  await expect(box).toContainText('Signed paper of 22 Nov')
  await box.getByRole('button', { name: 'Withdraw' }).last().click()
  await page.keyboard.insertText('They changed their mind')
  await confirm(page)
  await expect(box).not.toContainText('Signed paper of 22 Nov')
})

test('cases are linked by number and shown with title and phase', async () => {
  const page = await openCase()
  await press(page, 'r')
  await dialog(page).getByLabel('Find by number or title').fill('0012')
  await dialog(page).getByText('Part of', { exact: true }).click()
  await confirm(page)
  await expect(page.locator('.seen').first()).toContainText('2026-MK-0012')
  await expect(page.locator('.seen').first()).toContainText('Part of')
})

test('every kind of difference between two copies is settled by a person with a reason', async () => {
  const page = await openCase('2026-MK-0006')
  await expect(page.locator('.conflict-values')).toHaveCount(5)
  for (const what of ['Owner', 'Did it occur?', 'Call the site back', '198[.]51[.]100[.]7']) {
    const box = page.locator('.note-condition', { hasText: `“${what}”` })
    await box.getByRole('button', { name: 'This one holds' }).first().click()
    await page.keyboard.insertText('Asked both')
    await confirm(page)
    await expect(box).toHaveCount(0)
  }
  const box = page.locator('.note-condition', { hasText: '“Phase”' })
  await box.getByRole('button', { name: 'This one holds' }).first().click()
  await page.keyboard.insertText('Extent is not known')
  await confirm(page)
  await expect(box).toHaveCount(0)
  await expect(page.locator('.phase-cell.here')).toContainText('Coordination')
})

test('an escalation that is due is said, and taken with one key', async () => {
  const page = await openCase('2026-MK-0006')
  const due = page.getByRole('region', { name: 'Escalation' })
  await expect(due).toContainText('a promise has been broken')
  await press(page, 'x')
  await page.keyboard.insertText('Nobody has answered them')
  await confirm(page)
  await expect(due).toBeHidden()
  await expect(journal(page).locator('li').first()).toContainText('Escalated to')
})

test('observables are copied defanged only past the gate', async () => {
  const page = await openCase()
  await press(page, 'Alt+4')
  await press(page, 'y')
  await expect(dialog(page)).toContainText('portal-login[.]example')
  await expect(dialog(page).locator('.gate-head')).toBeVisible()
  await expectClean(page)
})

test('a report and data for other programs show the verdict of the gate before they are written', async () => {
  const page = await openCase()
  await press(page, 'Control+p')
  await expect(dialog(page).locator('.gate-head')).toBeVisible()
  await dialog(page).getByText('MISP', { exact: true }).click()
  await expect(dialog(page).locator('.output-preview')).toContainText('"Event"')
  await expectClean(page)
})

test('only a closed case is purged, by two persons and by typing its number', async () => {
  const page = await openCase()
  await press(page, 'Alt+8')
  await expect(page.getByRole('button', { name: /Purge/ })).toBeDisabled()
  await press(page, 'e')
  await page.keyboard.insertText('Done')
  await confirm(page)
  await press(page, 'Shift+D')
  const go = dialog(page).getByRole('button', { name: /Remove the contents for ever/ })
  await dialog(page).getByLabel('The second person').selectOption('JV')
  await dialog(page).getByLabel('Reason').fill('Asked for by the data subject')
  await expect(go).toBeDisabled()
  await dialog(page).getByLabel('Type 2026-MK-0004').fill('2026-MK-0004')
  await go.click()
  await expect(dialog(page)).toContainText('One copy still holds the contents')
  await expect(dialog(page)).toContainText('signet-20261122.sgb')
})

test('the journal of the case is checked on demand', async () => {
  const page = await openCase()
  await press(page, 'Alt+8')
  await press(page, 'Shift+J')
  await expect(page.getByText(/It holds: \d+ entries verify/)).toBeVisible()
})

test('j and the brackets lead through rows and cases', async () => {
  const page = await openCase()
  const number = await page.locator('.case-marks .mono').first().textContent()
  await press(page, ']')
  await expect(page.locator('.case-marks .mono').first()).not.toHaveText(number ?? '')
  await press(page, '[')
  await expect(page.locator('.case-marks .mono').first()).toHaveText(number ?? '')
})

const tabs = ['overview', 'checklist', 'parties', 'observables', 'timeline', 'exchanges', 'files', 'history']

async function shot(page: Page, name: string): Promise<void> {
  const shots = process.env['SIGNET_SHOTS']
  if (shots === undefined) return
  await page.waitForTimeout(200)
  await page.screenshot({ path: join(shots, `case-${name}.png`) })
}

for (const theme of ['dark', 'light']) {
  test(`no tab of a case has a fault that axe finds, at two sizes (${theme})`, async () => {
    test.setTimeout(300_000)
    const page = await openCase(undefined, theme)
    for (const [at, tab] of tabs.entries()) {
      await page.keyboard.press(`Alt+${String(at + 1)}`)
      await shot(page, `${tab}-${theme}`)
      await expectClean(page)
      await page.setViewportSize({ width: 1280, height: 800 })
      await shot(page, `${tab}-${theme}-small`)
      await page.setViewportSize({ width: 1440, height: 900 })
    }
  })

  test(`no question of a case has a fault that axe finds (${theme})`, async () => {
    test.setTimeout(300_000)
    const page = await openCase(undefined, theme)
    for (const key of [
      'h',
      'q',
      'Shift+N',
      'Shift+A',
      'l',
      'Shift+L',
      'w',
      'Shift+W',
      'Shift+F',
      'Shift+O',
      'm',
      'r',
    ]) {
      await press(page, key)
      await expect(dialog(page)).toBeVisible()
      await shot(page, `question-${key}-${theme}`)
      await expectClean(page)
      await page.keyboard.press('Escape')
    }
  })

  test(`conflicts and an empty case have no fault that axe finds (${theme})`, async () => {
    const page = await openCase('2026-MK-0006', theme)
    await expectClean(page)
    for (const [at, tab] of tabs.entries()) {
      await page.keyboard.press(`Alt+${String(at + 1)}`)
      await shot(page, `empty-${tab}-${theme}`)
    }
    await expectClean(page)
  })
}
