/** An encrypted report becomes a resolved case, on the desk that users run: shell, preload, core and pages, nothing replaced. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { passphrase } from './first-run.ts'
import { launchDesk, type LaunchedDesk } from './launch-desk.ts'
import { gpgPartner, hasGpg, signetPartner, type PartnerTeam } from './partners.ts'
import { answerText, lockAndUnlock, note, press, walkCase } from './walk.ts'

const project = join(import.meta.dirname, '..', '..')
const material = (name: string): string => join(project, 'test', 'material', 'demo', name)
const seed = (name: string): string => join(project, '..', 'shared', 'seeds', name)

let desk: LaunchedDesk
let partner: PartnerTeam
let out: string

test.beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'signet-out-'))
})
test.afterEach(async () => {
  if (process.env['SIGNET_SHOTS'] !== undefined)
    await desk
      ?.page()
      .screenshot({ path: join(process.env['SIGNET_SHOTS'], 'zz-last.png'), timeout: 5000 })
      .catch(() => undefined)
  await desk?.close()
  partner?.end()
  rmSync(out, { recursive: true, force: true })
})

async function wholeCase(partnerCards: readonly string[]): Promise<void> {
  test.setTimeout(180_000)
  desk = await launchDesk()
  await desk.page().setViewportSize({ width: 1440, height: 900 })
  const files = { answer: join(out, 'answer.eml'), report: join(out, 'report.html') }
  const shots = process.env['SIGNET_SHOTS']
  const shot = async (name: string): Promise<void> => {
    if (shots !== undefined) await desk.page().screenshot({ path: join(shots, `${name}.png`) })
  }
  const walk = { desk, partner, ownCard: material('harrow-cert.txt'), partnerCards, out: files, shot }
  const { number, teamKey } = await walkCase(walk)

  const read = await partner.read(files.answer, teamKey)
  expect(read.text).toContain(answerText)
  expect(read.good).toBe(true)
  expect(readFileSync(files.report, 'utf8')).toContain('TLP:AMBER')
  expect(await desk.violations()).toEqual([])

  await lockAndUnlock(desk, shot)
  const page = desk.page()
  await press(page, '/')
  await page.keyboard.type('is:closed')
  await page.keyboard.press('Enter')
  await page.getByText(number).first().click()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/This case is closed/).first()).toBeVisible()
  await page.keyboard.press('Alt+8')
  await expect(page.getByText(note).first()).toBeVisible()
  await shot('case-history')
  expect(await desk.violations()).toEqual([])
  for (const secret of [note, answerText, passphrase, 'PRIVATE KEY']) {
    expect(desk.mainMessages()?.filter((message) => message.includes(secret)) ?? []).toEqual([])
  }
}

test('with our own material and without gpg', async () => {
  partner = await signetPartner()
  await wholeCase(['p3-cert.txt', 'oneseq-cert.txt', 'mycd-cert.txt', 'orchard-cert.txt'].map(material))
})

test('with the three real documents and a partner that is gpg', async () => {
  const missing = [...(hasGpg() ? [] : ['gpg']), ...(existsSync(seed('p3-cert.txt')) ? [] : ['../shared/seeds'])]
  expect(process.env['SIGNET_REQUIRE_PEERS'] === '1' ? missing.filter((name) => name === 'gpg') : []).toEqual([])
  test.skip(missing.length > 0, `skipped: no ${missing.join(', no ')}`)
  partner = gpgPartner()
  await wholeCase([seed('p3-cert.txt'), seed('oneseq-cert.txt'), seed('mycd-cert.txt'), material('orchard-cert.txt')])
})
