/** Contact cards on the desk that users run: read, found, reached, brought up to date, taken in by thousands, checked, and watched. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { bytesOf, firstList, madeTeams, trustedIntroducerList } from '../material/directories/made-directories.ts'
import { fernhillKey, firstEdition, secondEdition } from '../demo/fernhill.ts'
import { call } from './bridge-calls.ts'
import {
  ask,
  cardsDesk,
  contactRow,
  dayFromNow,
  documents,
  drop,
  expectSound,
  given,
  material,
  openCard,
  patience,
  saturday,
  scratch,
  searchContacts,
  shot,
  tuesday,
  visit,
} from './cards-walk.ts'
import { passphrase } from './first-run.ts'
import type { LaunchedDesk } from './launch-desk.ts'
import { press } from './walk.ts'

// One desk for all; each test brings the cards that it needs, so that it can also run alone.
let desk: LaunchedDesk
const files = scratch()
test.beforeAll(async () => {
  desk = await cardsDesk()
})
test.afterAll(async () => {
  await desk?.close()
  files.end()
})
test.afterEach(async () => {
  const { status, title } = test.info()
  if (status !== 'passed') await shot(desk.page(), `zz-${title.replaceAll(/\W+/g, '-')}`)
})

for (const { what, paths, lack, ours } of documents) {
  test(`${what} are dropped, become cards, and are found by name, address and network`, async () => {
    test.skip(lack !== null, lack ?? '')
    test.setTimeout(120_000)
    const page = desk.page()
    await visit(page, 'Contacts', 'Contacts')
    const dropped = [...paths, material('cards', 'larkspur-clean.txt')]
    await drop(page, dropped)
    // By their bytes: cards of the same teams may be here already.
    await expect
      .poll(() => sourcesOnFile(page), { timeout: 60_000 })
      .toEqual(expect.arrayContaining(dropped.map(sha256)))
    for (const name of [/^Larkspur CERT/, /^MYCD-CERT/, /^OneseQ_CERT/, /^P3-CERT/]) {
      await expect(contactRow(page, name)).toBeVisible(patience)
    }
    if (ours) await expectSound(desk, 'contacts')
    for (const [words, name] of [
      ['perseus', /^P3-CERT/],
      ['soc@oneseq.es', /^OneseQ_CERT/],
      ['192.0.2.0/24', /^Larkspur CERT/],
      ['as64500', /^Larkspur CERT/],
    ] as const) {
      await searchContacts(page, words)
      await expect(page.getByRole('grid').getByRole('row')).toHaveCount(2, patience)
      await expect(contactRow(page, name)).toBeVisible()
    }
    await searchContacts(page, '')
  })
}

for (const { what, paths, lack, ours } of documents) {
  test(`${what}: who is reached how on Saturday at 22:00 and on Tuesday at 10:00, on their clock`, async () => {
    test.skip(lack !== null, lack ?? '')
    test.setTimeout(120_000)
    const page = desk.page()
    for (const path of paths) await given(page, path)
    const now = page.getByRole('region', { name: 'Reach them now' })
    const then = page.getByRole('region', { name: 'Then, if silent' })

    await openCard(page, 'P3-CERT')
    await ask(page, { at: saturday, urgent: false })
    await expect(now).toContainText('Their form https://www.pers.eus/emergencias')
    await expect(now).toContainText('Closed then, opens Mon 30 Nov 07:00Z')
    await expect(then).toContainText(/Call \+34 944 360 504.*After 2026-11-30 07:00Z, when they open/s)
    await press(page, 'r')
    await expect(page.getByRole('region', { name: 'Not for this' })).toContainText(
      'cert@pers.eus must not be used to report incidents: the document says so.',
    )
    if (ours) await expectSound(desk, 'card-reach')
    await ask(page, { at: tuesday, urgent: false })
    await expect(now).toContainText('Open, closes Tue 24 Nov 17:00Z')
    await expect(now).toContainText('Call +34 944 360 504')
    await expect(then).toContainText('Their form https://www.pers.eus/emergencias')

    await openCard(page, 'OneseQ_CERT')
    for (const at of [saturday, tuesday] as const) {
      await ask(page, { at, urgent: false })
      await expect(now).toContainText('Hours unknown')
      await expect(now).not.toContainText('Closed')
      await expect(page.locator('.reach-band')).toContainText('Encrypted e-mail to soc@oneseq.es')
    }

    await openCard(page, 'MYCD-CERT')
    await ask(page, { at: saturday, urgent: true })
    await expect(now).toContainText('Encrypted e-mail to cybersec@myclouddoor.com, “urgent” in the subject')
    await expect(then).toContainText(/Call \+34 910.558.845.*After 2026-11-30 08:00Z, when they open/s)
    await shot(page, 'card-reach-mycd')
    await ask(page, { at: tuesday, urgent: false })
    await expect(now).toContainText('Open, closes Tue 24 Nov 18:00Z')
    await expect(page.locator('.reach-band')).toContainText(/Call \+34 910.558.845/)
    await expect(then).not.toContainText('when they open')
  })
}

test('a newer document with another key shows every change, and takes the key only on an explicit yes', async () => {
  test.setTimeout(120_000)
  const page = desk.page()
  const [old, next] = [(await firstKey).fingerprint, (await secondKey).fingerprint]
  await given(page, await fernhillFirst())
  await call(page, 'key.trust', { fingerprint: old, trust: 'verified', how: 'call-back', note: 'all ten groups' })

  await openCard(page, 'Fernhill-CERT')
  await press(page, 'E')
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('textbox', { name: /^Hours(?! by)/ }).fill('Mo-Fr 07:00-19:30')
  await expectSound(desk, 'card-edit')
  await sheet.getByRole('button', { name: /^Save one field/ }).click()
  await expect(sheet).toBeHidden(patience)

  await desk.answerDialog([await fernhillSecond()])
  await press(page, 'u')
  await expect(page.getByRole('heading', { name: 'Read into a card', level: 1 })).toBeVisible(patience)
  await expect(page.getByText('held against the card of Fernhill-CERT')).toBeVisible()
  const fields = page.getByRole('listbox', { name: 'The card' }).getByRole('option')
  const field = (name: string) => fields.filter({ has: page.getByText(name, { exact: true }) })
  await expect(field('Telephone')).toContainText(/\+44 20 7946 0150.*\+44 20 7946 0161.*the new value is taken/s)
  await expect(field('Document')).toContainText(/1\.0.*2\.0/s)
  await expect(field('Hours')).toContainText(/07:00-19:30.*08:00-18:00.*You wrote the old one by hand/s)
  await expect(field('Hours')).toContainText('the old value stays')
  const changed = page.getByRole('region', { name: 'The key has changed' })
  const digits = async (): Promise<string> => (await changed.innerText()).replaceAll(/\s/g, '')
  for (const fingerprint of [old, next]) {
    for (const group of fingerprint.match(/.{4}/g) ?? []) expect(await digits()).toContain(group)
  }
  await expect(changed).toContainText('verified')
  const save = page.getByRole('button', { name: 'Bring the card up to date' })
  await expect(save).toBeDisabled()
  await expect(page.getByText('Waits for your word on the changed key.')).toBeVisible()
  await field('Telephone').click()
  await press(page, 'Space')
  await expect(field('Telephone')).toContainText('the old value stays')
  await expectSound(desk, 'card-import')
  await changed.getByText('I have seen that this key is new').click()
  await expect(save).toBeEnabled()
  await page.keyboard.press('Control+Enter')

  await expect(page.getByRole('heading', { name: 'Fernhill-CERT', level: 1 })).toBeVisible(patience)
  const card = page.getByRole('group', { name: 'Fernhill-CERT' })
  await expect(card).toContainText('+44 20 7946 0150')
  await expect(card).not.toContainText('+44 20 7946 0161')
  await expect(card).toContainText('07:00 to 19:30')
  await visit(page, 'Keys', 'Keyring')
  await expect(page.getByRole('row', { name: new RegExp(`Fernhill-CERT.*${spaced(old)}`) })).toContainText(/^Verified/i)
  await expect(page.getByRole('row', { name: new RegExp(`Fernhill-CERT.*${spaced(next)}`) })).toContainText(
    /^Undecided/i,
  )
  await shot(page, 'keyring-both')
})

test('200 defanged indicators are grouped by whom to contact', async () => {
  test.setTimeout(90_000)
  const page = desk.page()
  await given(page, material('cards', 'larkspur-clean.txt'))
  await given(page, await fernhillFirst())
  await visit(page, 'Directory', 'Who is responsible?')
  const indicators = [
    ...Array.from({ length: 90 }, (_, at) => `192[.]0[.]2[.]${String(at)}`),
    ...Array.from({ length: 60 }, (_, at) => `hxxps://h${String(at)}[.]fernhill[.]example/a`),
    ...Array.from({ length: 46 }, (_, at) => `203[.]0[.]113[.]${String(at)}`),
    '192[.]0[.]2[.]1',
    '300.1.1.1',
    '10[.]0[.]0[.]7',
    'AS64500',
  ]
  await page.getByLabel('Pasted').fill(indicators.join('\n'))
  await page.keyboard.press('Enter')
  const groups = page.getByRole('list', { name: 'By whom to contact' })
  await expect(groups.getByRole('button', { name: /^Larkspur CERT.* 91 / })).toBeVisible(patience)
  await expect(groups.getByRole('button', { name: /^Fernhill-CERT.* 60 / })).toBeVisible()
  await expect(groups.getByRole('button', { name: /^No one on file.*47/ })).toBeVisible()
  const aside = page.getByRole('list', { name: 'What was set aside, and why' })
  await expect(aside).toContainText('Line 198: 300.1.1.1 is not an address')
  await expect(aside).toContainText('Line 197 repeats line 2.')
  await expect(aside).toContainText('Line 199 is a private address')
  await expect(page.getByLabel('Pasted')).not.toBeFocused()
  await press(page, 'j')
  const second = groups.locator('.group').nth(1)
  await expect(second).toHaveAttribute('aria-current', 'true')
  // Who can be reached now comes first, which of the two depends on the hour.
  if (!((await second.textContent()) ?? '').includes('Fernhill-CERT')) await press(page, 'k')
  await expect(groups.locator('[aria-current=true]')).toContainText('Fernhill-CERT')
  await expect(page.getByRole('complementary', { name: 'Fernhill-CERT' })).toContainText('cert@fernhill.example')
  await expectSound(desk, 'directory')
})

test('a list of 5,000 teams is taken in while the desk stays usable, and a second one is stopped', async () => {
  test.setTimeout(180_000)
  const page = desk.page()
  await given(page, material('cards', 'larkspur-clean.txt'))
  const before = await countCards(page)
  await chooseList(page, files.write('teams.json', bytesOf(trustedIntroducerList(madeTeams(5000)))))
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Trusted Introducer list, 5000 entries, 5000 new', { timeout: 60_000 })
  await expectSound(desk, 'list-preview')
  await dialog.getByRole('button', { name: /^Import/ }).click()
  const strip = page.getByRole('status').filter({ hasText: 'teams.json' })
  await expect(strip.getByRole('progressbar')).toBeVisible()
  await expect(strip).toContainText(/[1-9]\d* of 5000/, patience)
  await shot(page, 'list-running')

  const started = Date.now()
  await visit(page, 'Queue', 'Queue')
  await openCard(page, 'Larkspur CERT')
  // Slower than a person would like, but this is on a machine that runs other suites too.
  expect(Date.now() - started).toBeLessThan(15_000)
  await visit(page, 'Directory', 'Who is responsible?')
  await expect(strip).toContainText('Done, 5000 of 5000. 5000 new, 0 brought up to date, 0 as they were, 0 refused.', {
    timeout: 90_000,
  })
  expect(await countCards(page)).toBe(before + 5000)

  await chooseList(page, files.write('first.json', bytesOf(firstList(madeTeams(5000, 2)))))
  await expect(dialog).toContainText('FIRST list, 5000 entries', { timeout: 60_000 })
  await dialog.getByRole('button', { name: /^Import/ }).click()
  const second = page.getByRole('status').filter({ hasText: 'first.json' })
  await second.getByRole('button', { name: 'Stop' }).click()
  await expect(second).toContainText(/Stopped at \d+ of 5000; what was taken in stays\./, patience)
  const [, done, added, updated, unchanged, refused] = (
    /Stopped at (\d+) of 5000; .* (\d+) new, (\d+) brought up to date, (\d+) as they were, (\d+) refused/.exec(
      (await second.innerText()).replaceAll('\n', ' '),
    ) ?? []
  ).map(Number)
  expect(done).toBeLessThan(5000)
  expect([added, updated, unchanged, refused].reduce((sum, one) => (sum ?? 0) + (one ?? 0))).toBe(done)
  expect(await countCards(page)).toBe(before + 5000 + (added ?? 0))
})

test('what lapses soon stands on the horizon, and its badge counts what presses', async () => {
  test.setTimeout(90_000)
  const page = desk.page()
  const { id } = await given(page, await fernhillFirst())
  await call(page, 'check.add', {
    card: id,
    method: 'call-back',
    who: 'the duty officer',
    channel: '+44 20 7946 0150',
    note: 'canary-ledger-5d20',
    lapses: dayFromNow(5),
  })
  await visit(page, 'Horizon', 'Horizon')
  const list = page.getByRole('grid', { name: 'Horizon' })
  await expect(list.getByRole('row', { name: /Fernhill-CERT: the check of who they are lapses/ })).toBeVisible(patience)
  await list.getByRole('row', { name: /Fernhill-CERT: key ends/ }).click()
  await expect(page.getByRole('complementary', { name: 'Fernhill-CERT: key ends' })).toContainText(
    'nothing can be encrypted to Fernhill-CERT',
  )
  const { pressing } = await call(page, 'horizon.show', {})
  expect(pressing).toBeGreaterThan(0)
  await expect(page.getByRole('navigation').getByRole('button', { name: /^Horizon/ })).toContainText(String(pressing))
  await expectSound(desk, 'horizon')
})

test('a call-back and a client PIN are kept with the card, over a lock', async () => {
  test.setTimeout(120_000)
  const page = desk.page()
  await given(page, material('cards', 'larkspur-clean.txt'))
  await openCard(page, 'Larkspur CERT')
  await press(page, 'b')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Number or address that was used')).toContainText('+44 20 7946 0123')
  await dialog.getByLabel('Who answered, or who vouched').fill('Ada Quillfeather')
  await dialog.getByRole('button', { name: '90 days' }).click()
  await dialog.getByLabel('Note (may stay empty)').fill('canary-ledger-77b1')
  await expectSound(desk, 'check')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('The check is recorded.')).toBeVisible(patience)

  await press(page, 'P')
  await dialog.getByLabel('Whose PIN it is').fill('Harbour desk')
  for (const label of [/^The PIN/, 'The same once more']) await dialog.getByLabel(label).fill('730 184')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden(patience)
  await page.getByRole('button', { name: 'Check the PIN of Harbour desk' }).click()
  for (const left of ['4 tries', '3 tries', '2 tries', 'One try']) {
    await dialog.getByLabel('What the caller says').fill('111 111')
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('status')).toContainText(`${left} left`, patience)
  }
  await dialog.getByLabel('What the caller says').fill('111 111')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('timer')).toContainText(/The next try is taken in (?:2 seconds|one second)/, patience)
  await shot(page, 'pin-wait')
  await page.keyboard.press('Escape')

  await lockAndUnlock()
  await openCard(desk.page(), 'Larkspur CERT')
  const ledger = desk.page().getByRole('group', { name: 'Larkspur CERT' })
  await expect(ledger).toContainText('Call-back to a number of the card')
  await expect(ledger).toContainText(/Ada Quillfeather.*canary-ledger-77b1/)
  await expect(ledger).toContainText(dayFromNow(90))
  await expect(ledger.getByRole('button', { name: 'Check the PIN of Harbour desk' })).toBeVisible()
  await shot(desk.page(), 'card-checked')
  expect(desk.mainMessages()?.filter((message) => /canary-ledger|730 184/.test(message)) ?? []).toEqual([])
})

async function lockAndUnlock(): Promise<void> {
  const next = desk.nextPage()
  // The window goes while it is asked.
  await call(desk.page(), 'desk.lock', {}).catch(() => undefined)
  const page = await next
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Queue', exact: true })).toBeVisible(patience)
}

const spaced = (fingerprint: string): string => (fingerprint.match(/.{4}/g) ?? []).join(' ?')

const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

async function sourcesOnFile(page: Page): Promise<readonly string[]> {
  const rows = await call(page, 'card.list', { search: '' })
  const cards = await Promise.all(rows.map(({ id }) => call(page, 'card.show', { id })))
  return cards.flatMap(({ sources }) => sources.map((source) => source.sha256))
}

const countCards = async (page: Page): Promise<number> =>
  (await call(page, 'card.window', { search: '', roles: [], from: 0, count: 1 })).total

async function chooseList(page: Page, path: string): Promise<void> {
  await visit(page, 'Directory', 'Who is responsible?')
  await page.getByRole('button', { name: 'Import a list' }).click()
  await desk.answerDialog([path])
  await page.getByRole('dialog').getByRole('button', { name: 'Choose the file' }).click()
}

const firstKey = fernhillKey(300, 20)
const secondKey = fernhillKey(1, 700)

const fernhillFirst = async (): Promise<string> => files.write('fernhill-1.0.txt', firstEdition(await firstKey))
const fernhillSecond = async (): Promise<string> => files.write('fernhill-2.0.txt', secondEdition(await secondKey))
