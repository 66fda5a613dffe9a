/** A shift that goes from one real desk to another by a file, is read, taken and worked on there, and comes back: one question, decided by a person, and nothing lost. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import type { Command } from '../../shared/domain/case/command.ts'
import type { CaseView } from '../../shared/ipc/views.ts'
import { call } from './bridge-calls.ts'
import { drop, expectSound, patience, visit } from './cards-walk.ts'
import { passphrase } from './first-run.ts'
import { launchDesk, type LaunchedDesk } from './launch-desk.ts'
import { press } from './walk.ts'

interface Mate {
  readonly code: string
  readonly desk: LaunchedDesk
  readonly page: Page
  readonly key: string
}

let place: string
let mk: Mate
let jv: Mate

test.beforeEach(async () => {
  test.setTimeout(300_000)
  place = mkdtempSync(join(tmpdir(), 'signet-handover-'))
  mk = await mate('MK', 'Mika Kallio')
  jv = await mate('JV', 'Jun Vale')
  await acquaint(mk, jv)
  await acquaint(jv, mk)
})
test.afterEach(async () => {
  await mk?.desk.close()
  await jv?.desk.close()
  rmSync(place, { recursive: true, force: true, maxRetries: 5 })
})

async function mate(code: string, name: string): Promise<Mate> {
  const desk = await launchDesk()
  const page = desk.page()
  await page.setViewportSize({ width: 1440, height: 900 })
  await call(page, 'desk.choose', { place: 'default' })
  const analyst = { code, name, tier: 'N2' } as const
  const { deskKey } = await call(page, 'vault.create', { passphrase, analyst, zone: 'Europe/Madrid', trial: true })
  await expect(page.getByRole('heading', { name: 'Queue', exact: true })).toBeVisible(patience)
  return { code, desk, page, key: deskKey }
}

/** As if they had read each other's desk key in one room. */
async function acquaint({ page }: Mate, other: Mate): Promise<void> {
  const { armored } = await call(other.page, 'key.export', { fingerprint: other.key })
  const bytes = new TextEncoder().encode(armored)
  await call(page, 'key.import', { file: { name: `${other.code}.asc`, bytes } })
  const wish = { fingerprint: other.key, trust: 'verified', how: 'in-person', note: 'read aloud' } as const
  await call(page, 'key.trust', wish)
}

const show = ({ page }: Mate, number: string): Promise<CaseView> => call(page, 'case.show', { number })

async function change(by: Mate, number: string, command: Command): Promise<void> {
  const { heads } = await show(by, number)
  await call(by.page, 'case.change', { number, heads: [...heads], command })
}

const top = ({ page }: Mate) => page.locator('header.top-bar')
const lines = ({ page }: Mate) => page.getByRole('grid', { name: 'Lines of the handover' })
const dialog = ({ page }: Mate) => page.getByRole('dialog')
const heading = ({ page }: Mate, name: string | RegExp) => page.getByRole('heading', { name })

/** Two cases of MK's, of which one waits for an answer; MK has the duty for some hours more. */
async function aShift(): Promise<readonly [string, string]> {
  const hour = 3_600_000
  const [from, to] = [-2 * hour, 4 * hour].map((ms) => new Date(Date.now() + ms).toISOString())
  await call(mk.page, 'duty.save', { turns: [{ code: 'MK', from: from ?? '', to: to ?? '' }] })
  const numbers: string[] = []
  for (const title of ['Canary kit on a hospital server', 'Canary mules at Harbour Bank']) {
    const { number } = (await call(mk.page, 'case.create', { title })).state
    await change(mk, number, { do: 'set', field: 'owner', value: 'MK', reason: '' })
    numbers.push(number)
  }
  const [kit = '', mules = ''] = numbers
  await change(mk, kit, { do: 'set', field: 'tlp', value: 'AMBER', reason: 'as the reporter asked' })
  await change(mk, mules, { do: 'party', party: null, name: 'Harbour Bank', card: null, role: 'affected' })
  const party = (await show(mk, mules)).state.parties[0]?.id ?? ''
  const due = new Date(Date.now() + hour).toISOString()
  await change(mk, mules, { do: 'ask', party, what: 'their logs', channel: 'phone', due })
  return [kit, mules]
}

/** By the dialog of the page; gives where the file is. */
async function give(): Promise<string> {
  const { page, desk } = mk
  await visit(page, 'Handover', 'Handover')
  await expect(heading(mk, 'Duty is with MK')).toBeVisible(patience)
  await press(page, 'A')
  await expect(dialog(mk).getByLabel('The line')).toBeFocused(patience)
  await page.keyboard.type('The badge is in the drawer')
  await page.keyboard.press('Control+Enter')
  await expect(lines(mk)).toContainText('The badge is in the drawer', patience)
  await expect(lines(mk)).toContainText('Harbour Bank: their logs')
  await expectSound(desk, 'handover-desk-open')
  const file = join(place, 'shift.signet')
  await desk.answerDialog([file])
  await page.keyboard.press('Control+Enter')
  await expect(dialog(mk)).toBeVisible(patience)
  await dialog(mk).getByLabel('To whom').selectOption('JV')
  await expect(dialog(mk)).toContainText('which is verified')
  await page.keyboard.press('Control+Enter')
  await expect(dialog(mk)).toContainText('Given to JV', patience)
  const hash = createHash('sha256').update(readFileSync(file)).digest('hex')
  expect((await dialog(mk).innerText()).replaceAll(/\s/g, '')).toContain(hash)
  await page.keyboard.press('Enter')
  return file
}

/** Looked at, taken in, and each line ticked. */
async function readAll(file: string): Promise<void> {
  const { page, desk } = jv
  await visit(page, 'Handover', 'Handover')
  await expect(heading(jv, 'Duty is with JV')).toBeVisible(patience)
  await desk.answerDialog([file])
  await press(page, 'o')
  await expect(heading(jv, 'Handover of MK')).toBeVisible(patience)
  await expect(page.getByRole('list', { name: 'Cases' })).toContainText('new here')
  await expectSound(desk, 'handover-desk-look')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Read it line by line, then take over.')).toBeVisible(patience)
  await page.getByRole('button', { name: 'To the handover' }).click()
  await expect(heading(jv, 'Duty stays with MK until JV takes it')).toBeVisible(patience)
  const unread = lines(jv).getByRole('checkbox', { checked: false })
  await expect(unread.first()).toBeVisible()
  for (let left = await unread.count(); left > 0; left -= 1) {
    await press(page, 'Space')
    await expect(unread).toHaveCount(left - 1, patience)
  }
}

test('a shift goes over by a file, is worked on at both desks, and comes back with one question', async () => {
  const [kit, mules] = await aShift()
  const file = await give()
  const sealed = readFileSync(file).toString('latin1')
  expect(sealed).not.toContain('Canary')
  await expect(top(mk)).toContainText('Given to JV, not taken · duty: MK', patience)

  await readAll(file)
  await expect(top(jv)).toContainText('Given to JV, not taken · duty: MK')
  expect((await show(jv, kit)).state.owner).toBe('MK')
  await expectSound(jv.desk, 'handover-desk-read')
  // Still MK's duty: MK goes on working.
  await change(mk, kit, { do: 'note', text: 'They called at noon' })
  await change(mk, kit, { do: 'set', field: 'tlp', value: 'RED', reason: 'asked by the ministry' })

  await jv.page.keyboard.press('Control+Enter')
  await expect(heading(jv, 'JV has the duty')).toBeVisible(patience)
  await expect(top(jv)).toContainText('On duty: JV', patience)
  for (const number of [kit, mules]) expect((await show(jv, number)).state.owner).toBe('JV')
  await change(jv, kit, { do: 'note', text: 'Host taken off the net' })
  await change(jv, kit, { do: 'set', field: 'tlp', value: 'GREEN', reason: 'it is in the papers' })

  const receipt = join(place, 'receipt.signet')
  await jv.desk.answerDialog([receipt])
  await jv.page.keyboard.press('Control+Enter')
  await expect(dialog(jv)).toContainText('The receipt is written', patience)

  const { page } = mk
  await drop(page, [receipt])
  await expect(heading(mk, 'Which TLP stands?')).toBeVisible(patience)
  const cards = page.locator('.merge-card')
  await expect(cards.nth(0)).toContainText('asked by the ministry')
  await expect(cards.nth(1)).toContainText('it is in the papers')
  await expect(page.locator('main')).toContainText('Before both: TLP:AMBER')
  await expectSound(mk.desk, 'handover-desk-merge')
  await press(page, '1')
  await expect(page.getByLabel('Why, in a line')).toBeFocused()
  await page.keyboard.type('the ministry has not seen the papers')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^Finish merge/ })).toBeEnabled()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('The receipt is in: the duty has changed hands.')).toBeVisible(patience)
  await expectSound(mk.desk, 'handover-desk-merged')
  await page.keyboard.press('Enter')
  await expect(heading(mk, 'JV has the duty')).toBeVisible(patience)
  await expect(top(mk)).toContainText('On duty: JV', patience)

  const [ours, theirs] = [await show(mk, kit), await show(jv, kit)]
  expect(ours.state).toMatchObject({ tlp: 'RED', owner: 'JV', conflicts: [] })
  for (const text of ['They called at noon', 'Host taken off the net', 'it is in the papers', 'asked by the ministry'])
    expect(JSON.stringify(ours.journal), text).toContain(text)
  const here = new Set(ours.journal.map(({ hash }) => hash))
  // Only that the receipt left stands in JV's journal alone: it was written after the receipt was.
  const lost = theirs.journal.filter(({ hash, kind }) => !here.has(hash) && kind !== 'disclosed')
  expect(lost).toEqual([])
})

test('given back within half an hour, the giver has the owners and the duty again', async () => {
  const [kit] = await aShift()
  await readAll(await give())
  await jv.page.keyboard.press('Control+Enter')
  await expect(heading(jv, 'JV has the duty')).toBeVisible(patience)
  expect((await show(jv, kit)).state.owner).toBe('JV')
  await jv.page.keyboard.press('Control+z')
  await expect(heading(jv, 'Duty stays with MK until JV takes it')).toBeVisible(patience)
  await expect(top(jv)).toContainText('duty: MK')
  expect((await show(jv, kit)).state.owner).toBe('MK')
})

test('a capsule that is for somebody else, or was changed, is refused on the page in words', async () => {
  await aShift()
  const file = await give()
  const alert = (of: Mate) => of.page.getByRole('complementary').getByRole('alert')
  await drop(mk.page, [file])
  await expect(alert(mk)).toContainText('sealed for another desk', patience)
  await expect(heading(mk, 'Duty stays with MK until JV takes it')).toBeVisible()

  const bytes = new Uint8Array(readFileSync(file))
  const middle = Math.floor(bytes.length / 2)
  bytes[middle] = (bytes[middle] ?? 0) ^ 1
  await visit(jv.page, 'Handover', 'Handover')
  await expect(call(jv.page, 'capsule.open', { file: { name: 'shift.signet', bytes } })).rejects.toThrow(/capsule-/)
  expect((await call(jv.page, 'case.list', {})).total).toBe(0)
})
