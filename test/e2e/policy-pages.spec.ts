/** The policy page by keys alone: the ladder and its scales, what a change would do, putting it in force. */
import { expect, test, type Browser, type Page } from '@playwright/test'
import { cutTexts, lengthen, shot } from './long-words.ts'
import { expectClean, openPage, startPreview } from './pages-b-preview.ts'

let browser: Browser
test.beforeAll(async () => {
  browser = await startPreview()
})
test.afterAll(() => browser.close())

const selected = (page: Page) => page.locator('.queue-row[aria-selected=true]')
const done = (page: Page, words: string | RegExp) => expect(page.locator('.toasts')).toContainText(words)

async function openPolicy(theme = 'dark'): Promise<Page> {
  const page = await openPage(browser, 'page=policy', theme)
  await expect(page.getByRole('option').first()).toBeVisible()
  return page
}

const rungs = (page: Page) => page.getByRole('listbox', { name: 'Rungs' }).getByRole('option')

for (const theme of ['dark', 'light']) {
  test(`the policy page has no fault that axe finds in any of its parts (${theme})`, async () => {
    const page = await openPolicy(theme)
    await page.keyboard.press('j')
    await page.keyboard.press('Alt+ArrowDown')
    await expect(page.getByText(/cases? would move/)).toBeVisible()
    await shot(page, `policy-${theme}`)
    await expectClean(page)
    await page.setViewportSize({ width: 1280, height: 800 })
    await shot(page, `policy-${theme}-1280`)
    for (const [at, name] of ['scales', 'escalation', 'versions'].entries()) {
      await page.keyboard.press(`Alt+${String(at + 2)}`)
      await shot(page, `policy-${theme}-${name}`)
      await expectClean(page)
    }
    await page.keyboard.press('i')
    await shot(page, `policy-${theme}-import`)
    await expectClean(page)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('dialog')).toContainText('Put this order in force?')
    await shot(page, `policy-${theme}-enforce`)
    await expectClean(page)
  })
}

test.describe('the order', () => {
  test('a rung that moves says where it was, and the simulation says who moves with it', async () => {
    const page = await openPolicy()
    await expect(page.locator('.policy-sim')).toContainText('No draft')
    for (let press = 0; press < 6; press += 1) await page.keyboard.press('j')
    for (const at of [6, 5]) {
      await page.keyboard.press('Alt+ArrowUp')
      await expect(rungs(page).nth(at - 1)).toHaveAttribute('aria-selected', 'true')
    }
    await expect(rungs(page).nth(4)).toContainText('was 7')
    await expect(rungs(page).nth(5)).toContainText('was 5')
    await expect(page.locator('.policy-sim')).toContainText(/would move/)
    await expect(page.locator('.policy-move').first()).toContainText('→')
    await page.keyboard.press('D')
    await expect(page.locator('.policy-sim')).toContainText('No draft')
    await expect(page.getByText('was 7')).toHaveCount(0)
    await page.keyboard.press('Control+z')
    await expect(rungs(page).nth(4)).toContainText('was 7')
  })

  test('the draft is there again when one comes back to it', async () => {
    const page = await openPolicy()
    await page.keyboard.press('Alt+ArrowDown')
    await expect(page.locator('.page-head')).toContainText('Draft')
    await page.keyboard.press('g')
    await page.keyboard.press('q')
    await expect(selected(page)).toContainText('P1')
    await page.keyboard.press('Alt+ArrowLeft')
    await expect(rungs(page).nth(1)).toContainText('was 1')
  })

  test('band, name, a new rung, one removed: each is kept at once and taken back step by step', async () => {
    const page = await openPolicy()
    await page.keyboard.press('4')
    await expect(rungs(page).first()).toContainText('was P1')
    await page.keyboard.press('u')
    await expect(page.locator('.page-head')).not.toContainText('Draft')
    await page.keyboard.press('n')
    await expect(rungs(page).nth(1)).toContainText('New rung')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Attack on the election')
    await expect(rungs(page).nth(1)).toContainText('Attack on the election')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Delete')
    await done(page, 'Attack on the election, is removed from the draft')
    await expect(rungs(page).nth(1)).not.toContainText('Attack on the election')
    await page.keyboard.press('u')
    await expect(rungs(page).nth(1)).toContainText('Attack on the election')
  })

  test('a rung is moved by its grip', async () => {
    const page = await openPolicy()
    await rungs(page).nth(3).dragTo(rungs(page).nth(1))
    await expect(rungs(page).nth(1)).toContainText('was 4')
    await expect(rungs(page).nth(1)).toContainText('restricted accounts')
  })

  test('what has no rung goes by its severity, in the last row, which has no number', async () => {
    const page = await openPolicy()
    await page.keyboard.press('End')
    await expect(rungs(page).last()).toContainText('Any other type')
    await expect(rungs(page).last()).toHaveAttribute('aria-selected', 'true')
    await page.getByLabel('high').selectOption('P1')
    await expect(rungs(page).last()).toContainText('high P1')
    await expect(page.locator('.page-head')).toContainText('Draft')
  })

  test('a preset becomes the draft and says in one sentence what it orders by', async () => {
    const page = await openPolicy()
    await page.getByRole('button', { name: 'Impact × urgency' }).click()
    await expect(page.getByText('By two questions: how bad is it, and how soon does it matter.')).toBeVisible()
    await expect(page.locator('.policy-sim')).toContainText(/would move/)
    await page.keyboard.press('Control+z')
    await expect(page.locator('.page-head')).not.toContainText('Draft')
  })

  test('the list of a card becomes rungs, with what is wrong with it said there', async () => {
    const page = await openPolicy()
    await page.keyboard.press('i')
    await page.getByLabel('Card').selectOption('card-own')
    await page.keyboard.press('Control+Enter')
    await expect(rungs(page).first()).toContainText('Threats to the physical safety of human beings')
    await expect(rungs(page).nth(5)).toContainText('XYZ University')
    await expect(rungs(page).nth(5)).toContainText('left over from a template')
    await expect(rungs(page).nth(4)).toContainText('three')
    await shot(page, 'policy-from-card')
  })

  test('tie-breakers are put in another order by keys, and switched off', async () => {
    const page = await openPolicy()
    await page.keyboard.press('Alt+2')
    const ties = page.locator('.policy-ties li')
    await ties.nth(2).getByRole('checkbox').focus()
    await page.keyboard.press('Alt+ArrowUp')
    await expect(ties.nth(1)).toContainText('the least time left')
    await ties.first().getByText('a broken promise').click()
    await expect(ties.last()).toContainText('a broken promise')
    await expect(page.locator('.policy-sim')).toContainText('settled in another order')
  })

  test('a constituent is weighed, from its card', async () => {
    const page = await openPolicy()
    await page.keyboard.press('Alt+2')
    await page.keyboard.press('w')
    await page.keyboard.type('har')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Weight of CERT-Harrow')).toHaveValue('4')
    await page.getByLabel('Weight of CERT-Harrow').selectOption('5')
    await expect(page.locator('.page-head')).toContainText('Draft')
  })

  test('a step of the escalation is added, set and removed', async () => {
    const page = await openPolicy()
    await page.keyboard.press('Alt+3')
    await page.keyboard.press('n')
    const step = page.locator('.policy-step').last()
    await step.getByLabel('Goes to').selectOption('N3')
    await step.getByLabel('For minutes').fill('90')
    await expect(page.locator('.policy-sim')).toContainText('they change who is called')
    await step.getByRole('button', { name: /Remove step/ }).click()
    await expect(page.locator('.page-head')).not.toContainText('Draft')
  })

  test('is put in force with a reason; the job is shown, the version kept, the queue follows', async () => {
    const page = await openPolicy()
    await page.keyboard.press('j')
    await page.keyboard.press('Alt+ArrowUp')
    await expect(rungs(page).first()).toContainText('was 2')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('button', { name: /^Put in force Ctrl/ })).toBeDisabled()
    await page.keyboard.type('Decided in the meeting of 20 November')
    await page.keyboard.press('Control+Enter')
    await expect(page.locator('.policy-job')).toContainText('of 60')
    await done(page, 'is in force.')
    await expect(page.locator('.page-head')).toContainText('version 1 since')
    await expect(page.getByText('was 2')).toHaveCount(0)
    await page.keyboard.press('Alt+4')
    await expect(page.getByRole('row').nth(1)).toContainText('Decided in the meeting of 20 November')
    await page.keyboard.press('g')
    await page.keyboard.press('q')
    await expect(selected(page).locator('.band-rung')).toHaveText('1')
  })
})

test('with words half as long again nothing of the order is cut', async () => {
  const page = await openPolicy()
  await page.setViewportSize({ width: 1280, height: 800 })
  for (const key of ['Alt+1', 'Alt+2', 'Alt+3', 'Alt+4']) {
    await page.keyboard.press(key)
    await lengthen(page)
    await shot(page, `policy-long-${key}`)
    expect(await cutTexts(page)).toEqual([])
  }
})
