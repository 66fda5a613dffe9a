/** The work on cases as its users do it, on the desk that users run: from a pasted report by keys alone, a call with a wrong PIN, a thing undone over a restart, a message that the gate stops. */
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { call } from './bridge-calls.ts'
import { firstRun } from './first-run.ts'
import { launchDesk, type LaunchedDesk } from './launch-desk.ts'
import { signetPartner, type PartnerTeam } from './partners.ts'
import { goTo, importKey, lockAndUnlock, press } from './walk.ts'

const material = (name: string): string => join(import.meta.dirname, '..', 'material', 'demo', name)
const shots = process.env['SIGNET_SHOTS']

let desk: LaunchedDesk
let partner: PartnerTeam

test.beforeAll(async () => {
  partner = await signetPartner()
})
test.afterAll(() => partner.end())
test.afterEach(async () => {
  await desk.close()
})

const shot = async (name: string): Promise<void> => {
  if (shots !== undefined) await desk.page().screenshot({ path: join(shots, `${name}.png`) })
}

async function readyDesk(): Promise<Page> {
  test.setTimeout(180_000)
  desk = await launchDesk()
  await desk.page().setViewportSize({ width: 1440, height: 900 })
  await firstRun(
    desk,
    { ownCard: material('harrow-cert.txt'), partnerCards: [material('orchard-cert.txt')] },
    async () => undefined,
  )
  await goTo(desk.page(), 'g k', 'Keyring')
  await importKey(desk.page(), partner.keyFile)
  return desk.page()
}

/** The armour of an encrypted report, as it stands on a clipboard. */
async function encryptedReport(page: Page): Promise<string> {
  const { teamKey } = await call(page, 'me.show', {})
  const { armored } = await call(page, 'key.export', { fingerprint: teamKey ?? '' })
  const mail = readFileSync(await partner.report(armored), 'utf8')
  return /-----BEGIN PGP MESSAGE-----[\s\S]*?-----END PGP MESSAGE-----/.exec(mail)?.[0] ?? ''
}

/** What Ctrl V does outside a text field. */
const paste = (page: Page, text: string): Promise<void> =>
  page.evaluate((pasted) => {
    const data = new DataTransfer()
    data.setData('text/plain', pasted)
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    document.body.dispatchEvent(event)
  }, text)

const numberOf = async (page: Page): Promise<string> =>
  /20\d\d-MK-\d{4}/.exec(await page.locator('.case-head').innerText())?.[0] ?? ''

test('six key presses lead from a pasted encrypted report to a triaged, ordered, owned case', async () => {
  const page = await readyDesk()
  const report = await encryptedReport(page)
  await goTo(page, 'g q', 'Queue')
  await paste(page, report) // 1
  await expect(page.locator('.intake-start')).toBeFocused()
  await page.keyboard.press('Tab') // 2: the rungs
  await page.keyboard.press('4') // 3
  await page.keyboard.press('Tab') // 4: the marking
  await page.keyboard.press('a') // 5
  await page.keyboard.press('Control+Enter') // 6
  await expect(page.locator('.case-head')).toContainText('TLP:AMBER')
  const { state, band, position } = await call(page, 'case.show', { number: await numberOf(page) })
  expect(state).toMatchObject({ rung: 4, tlp: 'AMBER', owner: 'MK', phase: 'triage' })
  expect(state.exchanges).toHaveLength(1)
  expect([band, position]).toEqual(['P2', { at: 1, of: 1 }])
  await shot('work-six-keys')
  expect(await desk.violations()).toEqual([])
})

test('twelve are enough where every guess has to be corrected', async () => {
  const page = await readyDesk()
  const report = await encryptedReport(page)
  await goTo(page, 'g q', 'Queue')
  await paste(page, report) // 1
  await expect(page.locator('.intake-start')).toBeFocused()
  await page.keyboard.press('Tab') // 2
  await page.keyboard.press('2') // 3
  await page.keyboard.press('Tab') // 4
  await page.keyboard.press('r') // 5
  await page.keyboard.press('Tab') // 6
  await page.keyboard.type('intrusions/sys')
  await page.keyboard.press('Tab') // 7
  await page.keyboard.type('jv')
  await page.keyboard.press('Tab') // 8
  await page.keyboard.type('Stolen logins')
  await page.keyboard.press('Tab') // 9
  await page.keyboard.press('Space') // 10: urgent
  await page.keyboard.press('Control+Enter') // 11
  await expect(page.locator('.case-head')).toContainText('TLP:RED')
  const { state } = await call(page, 'case.show', { number: await numberOf(page) })
  expect(state).toMatchObject({
    rung: 2,
    tlp: 'RED',
    rsit: 'intrusions/system-compromise',
    owner: 'JV',
    title: 'Stolen logins',
  })
})

test('a report by telephone with a wrong PIN is kept, and nobody is told that the caller is known', async () => {
  const page = await readyDesk()
  const { id } = await call(page, 'card.create', { name: 'Harbour Bank', role: 'constituent' })
  await call(page, 'pin.set', { card: id, holder: 'Ana Ruiz', pin: '7391' })
  await goTo(page, 'g i', 'Intake tray')
  await press(page, 'p')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Report by telephone')
  await page.getByLabel('Name of the caller').fill('Ana Ruiz')
  await press(page, 'Alt+c')
  await page.keyboard.type('harbour')
  await page.getByRole('option', { name: /Harbour Bank/ }).click()
  await page.getByLabel('PIN that they say').fill('0000')
  await page.getByLabel('In one line').fill('Logins from abroad')
  await page.getByLabel('Date and time').fill('2026-11-22 06:30')
  await page.getByLabel('Time zone').fill('+01:00')
  await page.getByLabel('Source address').fill('192.0.2.99')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('PIN wrong: nobody knows who called')).toBeVisible()
  await expect(page.locator('.intake-reading')).toContainText('2026-11-22 05:30:00Z')
  await shot('work-wrong-pin')
  const [row] = await call(page, 'intake.list', {})
  expect(row).toMatchObject({ told: 'phone', state: 'tray' })
  const { exchange } = await call(page, 'intake.show', { exchange: row?.id ?? '' })
  expect(exchange.call).toMatchObject({ pin: 'wrong', takenBy: 'MK' })
  expect(await desk.violations()).toEqual([])
})

test('what was undone stays undone over a restart, and is given back after it', async () => {
  const page = await readyDesk()
  const { state } = await call(page, 'case.create', { title: 'Phishing at Harbour Bank' })
  const set = async (of: Page, value: string): Promise<void> => {
    const { heads } = await call(of, 'case.show', { number: state.number })
    const command = { do: 'set', field: 'severity', value } as const
    await call(of, 'case.change', { number: state.number, heads: [...heads], command })
  }
  await set(page, 'low')
  await set(page, 'high')
  const open = async (of: Page): Promise<void> => {
    await goTo(of, 'g q', 'Queue')
    await of.getByText('Phishing at Harbour Bank').first().click()
    await of.keyboard.press('Enter')
    await expect(of.locator('.case-head')).toContainText(state.number)
  }
  const severity = async (of: Page): Promise<string | null> =>
    (await call(of, 'case.show', { number: state.number })).state.severity
  await open(page)
  await page.keyboard.press('Control+z')
  await expect.poll(() => severity(page)).toBe('low')
  // Locked at once, before what is typed is kept by itself.
  await page.getByLabel('Write a note').fill('typed a moment ago')
  await lockAndUnlock(desk, async () => undefined)
  const after = desk.page()
  expect(await severity(after)).toBe('low')
  await open(after)
  await expect(after.getByLabel('Write a note')).toHaveValue('typed a moment ago')
  await after.keyboard.press('Control+Shift+z')
  await expect.poll(() => severity(after)).toBe('high')
  // The page knows it as well.
  await expect(after.locator('.toasts')).toContainText('Given back')
  await after.keyboard.press('Control+z')
  await expect.poll(() => severity(after)).toBe('low')
  await shot('work-undone')
  expect(await desk.violations()).toEqual([])
})

test('a message that names a user is stopped for a vendor, disguised with one key, and leaves without the name', async () => {
  const page = await readyDesk()
  const [card] = await call(page, 'card.list', { search: 'Orchard' })
  const id = card?.id ?? ''
  await call(page, 'card.edit', {
    card: id,
    edits: [{ field: 'roles', value: ['vendor'] }],
    reason: 'makes the appliance',
  })
  const key = (await call(page, 'key.list', {})).find(({ role }) => role === 'other')
  await call(page, 'key.trust', {
    fingerprint: key?.fingerprint ?? '',
    trust: 'verified',
    how: 'call-back',
    note: 'read by the duty officer',
  })
  const { state } = await call(page, 'case.create', { title: 'Stolen logins at Lakeview' })
  const { draft } = await call(page, 'draft.new', { case: state.number, to: [id], inReplyTo: null })
  await goTo(page, 'g x', 'Exchanges')
  await page.getByText('Stolen logins at Lakeview').first().click()
  await page.keyboard.press('Enter')
  await page
    .getByLabel('Text', { exact: true })
    .fill('The account ana.ortega@lakeview.example was used from 203.0.113.77.')
  await press(page, 'Alt+l')
  await page.keyboard.press('Space')
  await expect(page.locator('.gate-reason.stop').first()).toContainText('without permission')
  await shot('work-gate-stopped')
  await page.keyboard.press('Alt+1')
  await expect(page.locator('.gate-reason.stop')).toHaveCount(0)
  await expect(page.locator('.preview-inside')).not.toContainText('ana.ortega')
  await shot('work-gate-passed')
  const out = join(mkdtempSync(join(tmpdir(), 'signet-out-')), 'disguised.eml')
  await desk.answerDialog([out])
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Signed, encrypted and written')).toBeVisible()
  const { teamKey } = await call(page, 'me.show', {})
  const { armored } = await call(page, 'key.export', { fingerprint: teamKey ?? '' })
  const read = await partner.read(out, armored)
  expect(read.good).toBe(true)
  expect(read.text).toContain('was used from')
  for (const name of ['ana.ortega', 'ana[.]ortega', 'Ana Ortega']) expect(read.text).not.toContain(name)
  const { journal } = await call(page, 'case.show', { number: state.number })
  expect(journal.map(({ kind }) => kind)).toContain('disclosed')
  expect(draft.case).toBe(state.number)
  expect(await desk.violations()).toEqual([])
})
