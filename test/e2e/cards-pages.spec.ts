/** The pages of contacts by keys: the list, how to reach a team at a moment, the ledger, PINs, edits, merges, imports. */
import { expect, test, type Browser, type Page } from '@playwright/test'
import { expectClean, openPage, startPreview } from './pages-b-preview.ts'

let browser: Browser
test.beforeAll(async () => {
  browser = await startPreview()
})
test.afterAll(() => browser.close())

/** Its keys are there once the way to reach the team is: that answer comes after the page. */
async function openCard(id = 'card-harrow', theme?: string): Promise<Page> {
  const page = await openPage(browser, `page=card&id=${id}`, theme)
  await expect(page.getByRole('region', { name: 'Reach them now' }).getByRole('button').first()).toBeVisible()
  return page
}

async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
}

test('a moment on their clock changes how they are reached', async () => {
  const page = await openCard()
  const now = page.getByRole('region', { name: 'Reach them now' })
  await page.keyboard.press('Alt+u')
  await page.keyboard.press('w')
  await page.keyboard.type('2026-11-28 22:00')
  await page.keyboard.press('Enter')
  await expect(now).toContainText('Sat 22:00 there')
  await expect(now).toContainText('Call +351 21 055 0178')
  await page.getByLabel('At (their time)').fill('2026-11-24 10:00')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Alt+u')
  await expect(now).toContainText('Tue 10:00 there')
  await expect(now).toContainText('Open, closes')
  await expect(now).toContainText('cert@harrow.example')
  await page.getByLabel('At (their time)').fill('some day')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('2026-11-28 22:00')
})

test('why this way, and what is forbidden for it, is one key away with its lines', async () => {
  const page = await openCard()
  await page.keyboard.press('r')
  const refused = page.getByRole('region', { name: 'Not for this' })
  await expect(refused).toContainText('press@harrow.example')
  await refused.getByRole('button', { name: 'L42' }).click()
  await expect(page.locator('.document .here')).toContainText('press@harrow.example')
})

test('a check is recorded with a number of the card, and withdrawn with a reason', async () => {
  const page = await openCard()
  await page.keyboard.press('b')
  await page.keyboard.type('the duty analyst')
  await page.getByRole('button', { name: '90 days' }).click()
  await expect(page.getByLabel('Number or address that was used')).toHaveValue('+351210550142')
  await save(page)
  const ledger = page.getByRole('region', { name: 'Bona fide ledger' })
  await expect(ledger).toContainText('Call-back to a number of the card')
  await expect(ledger).toContainText('same source')
  await ledger.getByRole('button', { name: /Withdraw/ }).click()
  await page.keyboard.type('Somebody else answered')
  await save(page)
  await expect(ledger).toContainText('withdrawn')
})

test('a lapsed check is shown as lapsed, and the missing ones are named', async () => {
  const page = await openCard('card-delta')
  const ledger = page.getByRole('region', { name: 'Bona fide ledger' })
  await expect(ledger).toContainText('lapsed')
  await expect(ledger).toContainText('A check that does not rest on what the card itself says')
})

test('a PIN is agreed, checked right and wrong, and dropped', async () => {
  const page = await openCard()
  await page.keyboard.press('P')
  await page.keyboard.type('Night shift')
  await page.getByLabel('The PIN, at least 4 digits').fill('4711')
  await page.getByLabel('The same once more').fill('4711')
  await save(page)
  const pins = page.getByRole('region', { name: 'Client PINs' })
  await pins.getByRole('button', { name: 'Check the PIN of Night shift' }).click()
  await page.keyboard.type('0815')
  await page.keyboard.press('Enter')
  await expect(page.getByText('It is wrong.')).toBeVisible()
  await page.keyboard.type('4711')
  await page.keyboard.press('Enter')
  await expect(page.getByText('It is right.')).toBeVisible()
  await page.keyboard.press('Escape')
  await pins.getByRole('button', { name: 'Drop the PIN of Night shift' }).click()
  await expect(pins).toContainText('No PIN is agreed')
})

test('what is written by hand stands above the source until it is given up', async () => {
  const page = await openCard()
  await page.keyboard.press('E')
  await page.getByRole('textbox', { name: 'Hours', exact: true }).fill('Mo-Su 07:00-22:00')
  await expect(page.getByText('Mon to Sun 07:00 to 22:00')).toBeVisible()
  await page.getByRole('textbox', { name: 'E-mail' }).fill('no address')
  await expect(page.getByText('Line 1 cannot be read: no address')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Save/ })).toBeDisabled()
  await page.getByRole('textbox', { name: 'E-mail' }).fill('duty@harrow.example: incidents')
  await page.getByLabel('How you know (may stay empty)').fill('They called')
  await save(page)
  await expect(page.getByRole('region', { name: 'E-mail' })).toContainText('duty@harrow.example')
  await expect(page.getByRole('region', { name: 'Where each field comes from' })).toContainText('our entry, MK')
  await page.keyboard.press('E')
  await page.getByRole('button', { name: 'Give up our entry: E-mail' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: 'E-mail' })).toContainText('cert@harrow.example')
})

test('what core refuses is told at its field', async () => {
  const page = await openCard()
  await page.keyboard.press('E')
  await page.getByLabel('Address ranges').fill('192.0.2.1/24')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('"192.0.2.1/24" is no network.')).toBeVisible()
  await expect(page.getByRole('dialog')).toBeVisible()
})

test('two cards become one, field by field', async () => {
  const page = await openCard()
  await page.keyboard.press('M')
  await page.keyboard.type('orchard')
  await expect(page.getByRole('combobox', { name: 'The other card' })).toHaveValue('card-orchard')
  await page.getByRole('group', { name: 'E-mail' }).getByRole('radio').nth(1).check()
  await expect(page.getByText('1 from CERT-Orchard')).toBeVisible()
  await save(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('CERT-Harrow')
  await expect(page.getByRole('region', { name: 'E-mail' })).toContainText('cert@orchard.example')
})

test('a card is removed only with a reason', async () => {
  const page = await openCard()
  await page.keyboard.press('D')
  const go = page.getByRole('button', { name: /Remove CERT-Harrow/ })
  await expect(go).toBeDisabled()
  await page.keyboard.type('They closed')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Contacts')
  await expect(page.getByText('The card of CERT-Harrow is removed.')).toBeVisible()
})

test('a newer document is held against the card before anything is stored', async () => {
  const page = await openCard()
  await page.evaluate(() => {
    const { signet } = window
    if (signet === undefined) return
    const call = signet.call
    Object.assign(signet, {
      call: (name: string, input: unknown) =>
        name === 'desk.pick'
          ? Promise.resolve({ ok: true, value: [{ grant: 'g', name: 'harrow-2.txt' }] })
          : call(name, input),
    })
  })
  await page.keyboard.press('u')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Read into a card')
  await expect(page.locator('.page-head')).toContainText('held against the card of CERT-Harrow')
})

test('a card is made by hand', async () => {
  const page = await openPage(browser, 'page=contacts')
  await page.keyboard.press('N')
  await page.keyboard.type('Fenland Net')
  await page.getByRole('combobox', { name: 'What they are to us' }).selectOption('provider')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Fenland Net')
  await expect(page.getByRole('region', { name: 'Not known' })).toContainText('hours')
})

test('contacts are filtered by what they are to us, and found as one types', async () => {
  const page = await openPage(browser, 'page=contacts')
  await expect(page.locator('[data-row]')).toHaveCount(5)
  await page.getByRole('button', { name: 'Constituents' }).click()
  await expect(page.locator('[data-row]')).toHaveCount(1)
  await page.getByRole('button', { name: 'All', exact: true }).click()
  await page.keyboard.press('/')
  await page.keyboard.type('westmere')
  await expect(page.locator('[data-row]')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('CSIRT-Westmere')
})

test('of 5,000 contacts only those on the screen are drawn, and the last is one key away', async () => {
  const page = await openPage(browser, 'page=queue')
  await page.evaluate(() => {
    const { signet } = window
    if (signet === undefined) return
    const call = signet.call
    const many = async (input: { readonly from: number; readonly count: number }): Promise<unknown> => {
      const reply = (await call('card.window', { search: '', roles: [], from: 0, count: 1 })) as {
        readonly value: { readonly rows: readonly object[] }
      }
      const rows = Array.from({ length: Math.min(input.count, 5000 - input.from) }, (_, at) => ({
        ...reply.value.rows[0],
        id: `card-${String(input.from + at)}`,
        name: `Team ${String(input.from + at)}`,
      }))
      return { ok: true, value: { total: 5000, found: 5000, rows } }
    }
    Object.assign(signet, {
      call: (name: string, input: { readonly from: number; readonly count: number }) =>
        name === 'card.window' ? many(input) : call(name, input),
    })
  })
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await expect(page.getByText('Team 0', { exact: true })).toBeVisible()
  expect(await page.locator('[data-row]').count()).toBeLessThan(40)
  await page.keyboard.press('End')
  await expect(page.getByText('Team 4999', { exact: true })).toBeVisible()
  await expectClean(page)
})

for (const theme of ['dark', 'light']) {
  test(`no page and no dialog of contacts has a fault that axe finds (${theme})`, async () => {
    test.setTimeout(300_000)
    const list = await openPage(browser, 'page=contacts', theme)
    await list.keyboard.press('j')
    await expectClean(list)
    for (const key of ['n', 'N']) await dialogIsClean(list, key)
    const page = await openCard('card-delta', theme)
    await page.keyboard.press('r')
    await expectClean(page)
    for (const key of ['o', 'E', 'M', 'D', 'b', 'P']) await dialogIsClean(page, key)
    await page.getByRole('button', { name: 'Check the PIN of Night shift' }).click()
    await expectClean(page)
  })
}

async function dialogIsClean(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key)
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectClean(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
}
