/** The queue by keys alone: views, filter words, acts on one case and on many, and a selection that follows its case. */
import { expect, test, type Browser, type Page } from '@playwright/test'
import { cutTexts, lengthen, shot } from './long-words.ts'
import { expectClean, openPage, startPreview } from './pages-b-preview.ts'

let browser: Browser
test.beforeAll(async () => {
  browser = await startPreview()
})
test.afterAll(() => browser.close())

const selected = (page: Page) => page.locator('.queue-row[aria-selected=true]')
const numberOf = async (page: Page): Promise<string> =>
  (await selected(page).innerText()).match(/2026-MK-\d{4}/)?.[0] ?? ''
const done = (page: Page, words: string | RegExp) => expect(page.locator('.toasts')).toContainText(words)

async function openQueue(theme = 'dark'): Promise<Page> {
  const page = await openPage(browser, 'page=queue', theme)
  await expect(selected(page)).toContainText('P1')
  return page
}

const questions = [
  ['a', 'assign'],
  ['w', 'wait'],
  ['t', 'tlp'],
  ['e', 'close'],
  ['l', 'link'],
  ['O', 'place'],
  ['v', 'views'],
  ['W', 'words'],
  ['n', 'new'],
  ['2', 'rung'],
] as const

for (const theme of ['dark', 'light']) {
  test(`the queue and all its questions have no fault that axe finds (${theme})`, async () => {
    const page = await openQueue(theme)
    await page.keyboard.press('x')
    await page.keyboard.press('J')
    await expect(page.locator('.queue-foot')).toContainText('2 cases are marked')
    await shot(page, `queue-${theme}`)
    await expectClean(page)
    await page.setViewportSize({ width: 1280, height: 800 })
    await shot(page, `queue-${theme}-1280`)
    for (const [key, name] of questions) {
      await page.keyboard.press('Escape')
      await page.keyboard.press(key)
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectClean(page)
      await shot(page, `queue-${theme}-${name}`)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
  })
}

test.describe('views and filters', () => {
  test('each view says how many cases it holds, and shows as many', async () => {
    const page = await openQueue()
    const mine = page.getByRole('button', { name: /^Mine \d+$/ })
    const count = /\d+/.exec(await mine.innerText())?.[0] ?? ''
    await mine.click()
    await expect(page.locator('.page-head')).toContainText(`${count} of 60 open cases`)
    for (const row of await page.locator('.queue-row').all()) await expect(row).toContainText('MK')
  })

  test('a constituent is chosen by typing, and stands among the chips while it is', async () => {
    const page = await openQueue()
    await page.keyboard.press('v')
    await page.keyboard.type('fen')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: /^Fenland Water/ })).toHaveAttribute('aria-pressed', 'true')
    await expect(page.locator('.queue-row').first()).toContainText('Fenland Water')
  })

  test('the filter that is set is saved under a name, chosen again, deleted, and brought back', async () => {
    const page = await openQueue()
    await page.keyboard.press('/')
    await page.keyboard.type('p2 is:unassigned')
    await page.keyboard.press('Enter')
    await page.keyboard.press('S')
    await page.keyboard.type('Nobody has it')
    await page.keyboard.press('Control+Enter')
    const chip = page.getByRole('button', { name: /^Nobody has it \d+$/ })
    await expect(chip).toHaveAttribute('aria-pressed', 'true')
    await expect(page.locator('#page-search')).toHaveValue('')
    await expect(page.getByRole('button', { name: 'Delete this filter' })).toBeVisible()
    await page.keyboard.press('Delete')
    await done(page, 'The filter “Nobody has it” is deleted.')
    await expect(chip).toHaveCount(0)
    await page.keyboard.press('Control+z')
    await expect(chip).toBeVisible()
  })

  test('a filter word that cannot be read is said, with what it could be; ? explains all of them', async () => {
    const page = await openQueue()
    await page.keyboard.press('/')
    await page.keyboard.type('tlp:purple')
    await expect(page.locator('.queue-hints')).toContainText('"tlp:purple" cannot be read as a filter')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('?')
    await expect(page.getByRole('dialog')).toContainText('What the filter line understands')
    await page.getByRole('button', { name: 'owner:me' }).click()
    await expect(page.locator('#page-search')).toHaveValue('owner:me')
    await expect(page.locator('.queue-row').first()).toContainText('MK')
  })

  test('what is typed and chosen is there again after a look into a case', async () => {
    const page = await openQueue()
    await page.keyboard.press('/')
    await page.keyboard.type('p3')
    await page.keyboard.press('Enter')
    await expect(selected(page)).toContainText('P3')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await expect(page.locator('.queue-row').nth(2)).toHaveAttribute('aria-selected', 'true')
    const number = await numberOf(page)
    await page.keyboard.press('Enter')
    await expect(page.locator('.queue-grid')).toHaveCount(0)
    await page.keyboard.press('Alt+ArrowLeft')
    await expect(page.locator('#page-search')).toHaveValue('p3')
    await expect(selected(page)).toContainText(number)
  })

  test('a filter that finds nothing says that it hides the rest', async () => {
    const page = await openQueue()
    await page.keyboard.press('/')
    await page.keyboard.type('no-case-has-this')
    await expect(page.getByText('The filter hides all 60 open cases.')).toBeVisible()
    await page.getByRole('button', { name: 'Show all open cases' }).click()
    await expect(selected(page)).toBeVisible()
  })

  test('the other order is by what is due next', async () => {
    const page = await openQueue()
    await page.keyboard.press('s')
    await expect(page.getByRole('columnheader', { name: 'Time left' })).toHaveAttribute('aria-sort', 'ascending')
    await expect(page.locator('.page-head')).toContainText('by what is due next')
    await expect(selected(page).locator('.due')).toHaveClass(/late/)
  })
})

test.describe('acts on a case', () => {
  test('a case that goes to another rung keeps the selection', async () => {
    const page = await openQueue()
    const number = await numberOf(page)
    await page.keyboard.press('4')
    await page.keyboard.press('1')
    await done(page, `${number} stands on rung 10 now.`)
    await expect(selected(page)).toContainText('P4')
    await expect(selected(page)).toContainText(number)
    await expect(selected(page)).toBeInViewport()
    await page.keyboard.press('Control+z')
    await expect(selected(page)).toContainText('P1')
    await expect(selected(page)).toContainText(number)
  })

  test('the rung that the class of a case names is offered first', async () => {
    const page = await openQueue()
    await page.keyboard.press('/')
    await page.keyboard.type('class:availability/ddos')
    await page.keyboard.press('Enter')
    await expect(page.locator('.queue-row')).toHaveCount(2)
    await page.keyboard.press('2')
    await expect(page.getByRole('dialog')).toContainText('proposed')
    await expect(page.getByRole('menuitemradio', { name: /denial of service/ })).toBeFocused()
  })

  test('is mine in two keys, nobody’s in two', async () => {
    const page = await openQueue()
    const number = await numberOf(page)
    await page.keyboard.press('a')
    await page.keyboard.press('m')
    await done(page, `${number} belongs to MK now.`)
    await expect(selected(page)).toContainText('MK')
    await page.keyboard.press('a')
    await page.keyboard.press('n')
    await expect(selected(page)).toContainText('unassigned')
  })

  test('sleeps until a day, and says for whom it waits', async () => {
    const page = await openQueue()
    await page.keyboard.press('w')
    await page.keyboard.type('CERT-Harrow')
    await page.keyboard.press('Control+Enter')
    await done(page, /sleeps until/)
    await expect(selected(page).getByRole('img', { name: /Waits until/ })).toBeVisible()
    await expect(page.locator('.pane')).toContainText('waiting for CERT-Harrow')
  })

  test('a clock is paused only with a reason, which the pane shows, and goes on again', async () => {
    const page = await openQueue()
    await page.keyboard.press('w')
    await page.getByText('Pause a clock').click()
    await page.getByText('Silence', { exact: true }).click()
    await expect(page.getByRole('button', { name: /Pause the clock/ })).toBeDisabled()
    await page.getByLabel('Reason').fill('The site is closed until Monday')
    await page.keyboard.press('Control+Enter')
    await done(page, /The clock of .* stands still/)
    await expect(selected(page)).toContainText('paused')
    await expect(page.locator('.pane')).toContainText('The site is closed until Monday')
    await shot(page, 'queue-paused')
    await page.keyboard.press('w')
    await page.keyboard.press('Control+Enter')
    await expect(selected(page)).not.toContainText('paused')
  })

  test('a marking is loosened only with a reason', async () => {
    const page = await openQueue()
    await page.keyboard.press('/')
    await page.keyboard.type('tlp:red')
    await page.keyboard.press('Enter')
    await page.keyboard.press('t')
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('button', { name: /^Mark/ })).toBeDisabled()
    await page.getByLabel('Reason').fill('Published by the site')
    await page.keyboard.press('Control+Enter')
    await done(page, 'is TLP:GREEN now.')
  })

  test('goes on to its next phase; where steps are open a reason is asked', async () => {
    const page = await openQueue()
    await page.keyboard.press('/')
    await page.keyboard.type('phase:triage p3')
    await page.keyboard.press('Enter')
    await expect(selected(page)).toContainText('P3')
    await expect(page.locator('.pane .phase[aria-current]')).toContainText('Triage')
    await page.keyboard.press('p')
    await expect(page.getByRole('dialog')).toContainText('steps are still open')
    await page.keyboard.type('The extent is known from the report')
    await page.keyboard.press('Control+Enter')
    await done(page, 'is in Coordination now.')
  })

  test('is placed against its rung with a reason, and the row and the sentence say so', async () => {
    const page = await openQueue()
    await page.keyboard.press('End')
    const number = await numberOf(page)
    await page.keyboard.press('O')
    await page.getByLabel('As if on').selectOption({ index: 1 })
    await expect(page.getByRole('button', { name: /Place it there/ })).toBeDisabled()
    await page.getByLabel('Reason').fill('The minister asked twice')
    await page.keyboard.press('Control+Enter')
    await done(page, `${number} stands where rung 1 stands now.`)
    await expect(selected(page)).toContainText(number)
    await expect(selected(page)).toHaveAttribute('aria-rowindex', '2')
    await expect(selected(page).getByRole('img', { name: /Placed against its rung/ })).toBeVisible()
    await expect(page.locator('.pane')).toContainText('The minister asked twice')
    await shot(page, 'queue-placed')
  })

  test('is closed with a note, and the next case is selected', async () => {
    const page = await openQueue()
    const [first, second] = await page.locator('.queue-row').allInnerTexts()
    await page.keyboard.press('e')
    await page.keyboard.type('Cleaned, confirmed by the site')
    await page.keyboard.press('Control+Enter')
    await done(page, 'is closed.')
    const next = /2026-MK-\d{4}/.exec(second ?? '')?.[0] ?? ''
    await expect(selected(page)).toContainText(next)
    await expect(page.locator('.queue-row', { hasText: /2026-MK-\d{4}/.exec(first ?? '')?.[0] ?? '' })).toHaveCount(0)
    await expect(page.getByRole('button', { name: /^All open 59$/ })).toBeVisible()
  })

  test('is linked to another that is found by its title', async () => {
    const page = await openQueue()
    const number = await numberOf(page)
    await page.keyboard.press('l')
    await page.keyboard.type('web shell')
    await page.keyboard.press('Control+Enter')
    await done(page, `${number} is linked to 2026-MK-`)
  })

  test('the last step is taken back by u, which says what it was', async () => {
    const page = await openQueue()
    await page.keyboard.press('a')
    await page.keyboard.press('m')
    await expect(selected(page)).toContainText('MK')
    await page.keyboard.press('u')
    await done(page, /taken back:/)
  })

  test('the pane goes and comes; without it the reason stands below the list', async () => {
    const page = await openQueue()
    await page.keyboard.press('o')
    await expect(page.locator('.pane')).toHaveCount(0)
    await expect(page.locator('.queue-foot')).toContainText('Rung 2')
    await shot(page, 'queue-no-pane')
    await page.keyboard.press('j')
    await page.keyboard.press('o')
    await expect(page.locator('.pane')).toBeVisible()
  })

  test('a report by telephone is two keys away', async () => {
    const page = await openQueue()
    await page.keyboard.press('n')
    await page.keyboard.press('p')
    await expect(page.locator('.queue-grid')).toHaveCount(0)
  })
})

test.describe('acts on many', () => {
  test('marked cases are assigned as one, the result is said once and taken back as one', async () => {
    const page = await openQueue()
    const before = await page.locator('.queue-row').nth(1).innerText()
    for (const key of ['J', 'J']) await page.keyboard.press(key)
    await expect(page.locator('.queue-foot')).toContainText('3 cases are marked')
    await page.keyboard.press('a')
    await expect(page.getByRole('dialog')).toContainText('3 marked cases')
    await page.keyboard.press('m')
    await done(page, '3 cases belong to MK now.')
    await expect(page.locator('.toast')).toHaveCount(1)
    for (const at of [0, 1, 2]) await expect(page.locator('.queue-row').nth(at)).toContainText('MK')
    await page.keyboard.press('Control+z')
    await expect(page.locator('.queue-row').nth(1)).toHaveText(before, { useInnerText: true })
  })

  test('one that is refused is named, the others are done', async () => {
    const page = await openQueue()
    const number = await numberOf(page)
    const pause = async (): Promise<void> => {
      await page.keyboard.press('w')
      await page.getByText('Pause a clock').click()
      await page.getByLabel('Reason').fill('Waiting for the provider')
      await page.keyboard.press('Control+Enter')
    }
    await pause()
    await done(page, `The clock of ${number} stands still.`)
    await page.keyboard.press('J')
    await expect(page.locator('.queue-foot')).toContainText('2 cases are marked')
    await pause()
    await done(page, `One case was refused and did not change. The first, ${number}:`)
    await expect(page.locator('.queue-row', { hasText: 'paused' })).toHaveCount(3)
  })
})

test('keys that repeat faster than the screen move by their sum, and never past an end', async () => {
  const page = await openQueue()
  for (let press = 0; press < 40; press += 1) void page.keyboard.press('j')
  await page.keyboard.press('End')
  await expect(page.locator('.queue-row[aria-rowindex="61"]')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('PageUp')
  await page.keyboard.press('Home')
  await expect(page.locator('.queue-row[aria-rowindex="2"]')).toHaveAttribute('aria-selected', 'true')
})

test('with words half as long again nothing of the queue is cut', async () => {
  const page = await openQueue()
  await page.setViewportSize({ width: 1280, height: 800 })
  await lengthen(page)
  await shot(page, 'queue-long')
  expect(await cutTexts(page)).toEqual([])
})
