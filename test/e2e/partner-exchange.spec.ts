/** Messages with a partner that is real gpg: numbered ones that get lost, repeated and late; keys that are locked or come too late; a split. */
import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { call } from './bridge-calls.ts'
import {
  cardsDesk,
  drop,
  expectSound,
  file,
  given,
  material,
  openCard,
  patience,
  scratch,
  shot,
  visit,
} from './cards-walk.ts'
import type { LaunchedDesk } from './launch-desk.ts'
import { gpgPartner, hasGpg, type GpgTeam } from './partners.ts'
import { importKey, press } from './walk.ts'

const files = scratch()
let desk: LaunchedDesk
let orchard: GpgTeam
let teamKey: string
/** Of the case that all messages are about. */
let number: string

// Thrown here: hooks of a file whose tests are all skipped do not run.
if (process.env['SIGNET_REQUIRE_PEERS'] === '1' && !hasGpg()) throw new Error('gpg is required and not installed')
test.skip(!hasGpg(), 'skipped: gpg is not installed')
test.afterAll(() => files.end())
test.beforeEach(async () => {
  test.setTimeout(180_000)
  orchard = gpgPartner()
  desk = await cardsDesk()
  await ready(desk.page())
})
test.afterEach(async () => {
  await shot(desk.page(), 'exchange-last').catch(() => undefined)
  await desk?.close()
  orchard?.end()
})

/** Our team with its key, and Orchard on file with a verified one. */
async function ready(page: Page): Promise<void> {
  const name = 'Harrow-CERT'
  const zone = { zone: 'Europe/Madrid', hours: 'Mo-Fr 09:00-17:00', phone: '+34 910 000 001' }
  await call(page, 'card.own', { name, address: 'cert@harrow.example', ...zone })
  const { fingerprint } = await call(page, 'key.generate', { name, email: 'cert@harrow.example', role: 'team' })
  teamKey = (await call(page, 'key.export', { fingerprint })).armored
  const { id } = await given(page, material('demo', 'orchard-cert.txt'))
  await known(page, orchard.keyFile, id)
  number = (await call(page, 'case.create', { title: 'Our case' })).state.number
}

/** Its key imported, and verified by a person. */
async function known(page: Page, keyFile: string, ofCard: string): Promise<void> {
  const { keys } = await call(page, 'key.import', { file: file(keyFile), card: ofCard })
  const fingerprint = keys[0]?.fingerprint ?? ''
  await call(page, 'key.trust', { fingerprint, trust: 'verified', how: 'in-person', note: 'met them' })
}

const numbered = (count: number, received: string, words = `What we know, part ${count}.`): string =>
  `Hello,\n\n${words}\n\nMessage ${count} from us to you. ${received}\n`

const nothingYet = 'No numbered message received from you yet.'

/** Dropped on the window, and put to the case. */
async function takeIn(page: Page, path: string): Promise<void> {
  await visit(page, 'Queue', 'Queue')
  await drop(page, [path])
  await expect(page.getByText('What Signet proposes')).toBeVisible(patience)
  const [newest] = await call(page, 'intake.list', {})
  if (newest !== undefined) await call(page, 'intake.attach', { exchange: newest.id, numbers: [number] })
}

async function openExchange(page: Page, subject: string | RegExp): Promise<void> {
  await visit(page, 'Exchanges', 'Exchanges')
  await page.getByRole('button', { name: subject }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: /^Message (?:from|to)/ })).toBeVisible(patience)
}

test('of five numbered messages one is lost, one late and one repeated: each says so, and the answer names what is missing', async () => {
  const page = desk.page()
  const send = (count: number, id: string, words?: string): string =>
    orchard.write(teamKey, id, numbered(count, nothingYet, words))
  // The fourth never comes.
  for (const [count, id] of [
    [1, 'one'],
    [3, 'three'],
    [2, 'two'],
    [5, 'five'],
  ] as const)
    await takeIn(page, send(count, id))
  await takeIn(page, send(2, 'two-again', 'Something else under the same number.'))

  await openExchange(page, /\[three\]/)
  await expect(page.getByText('No. 3')).toBeVisible()
  await openExchange(page, /\[two\]/)
  await expect(page.getByText(/Message 2 came after later ones/)).toBeVisible()
  await openExchange(page, /\[five\]/)
  await expect(page.getByText(/This is message 5; 4 did not come/)).toBeVisible()
  await expectSound(desk, 'exchange-gap')
  await openExchange(page, /\[two-again\]/)
  await expect(page.getByText(/Another message with other content has number 2/)).toBeVisible()
  await visit(page, 'Exchanges', 'Exchanges')
  await page.getByRole('tab', { name: /Partners/ }).click()
  await expect(page.getByRole('row', { name: /Orchard/ })).toContainText('4')
  await expectSound(desk, 'exchange-partners')

  await compose(page)
  await page.getByLabel('Text', { exact: true }).fill('Thank you. Please send what is missing.')
  await expect(page.locator('.compose-preview')).toContainText('Received from you: 1-3, 5; missing: 4.')
  const answer = files.write('answer.eml', '')
  await desk.answerDialog([answer])
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Signed, encrypted and written' })).toBeVisible(patience)
  const read = await orchard.read(answer, teamKey)
  expect(read.good).toBe(true)
  expect(read.text.replaceAll('=\r\n', '')).toContain(
    'Message 1 from us to you. Received from you: 1-3, 5; missing: 4.',
  )

  const receipt = orchard.write(teamKey, 'six', numbered(6, 'Received from you: 1.'))
  await takeIn(page, receipt)
  const [numbers] = await call(page, 'exchange.partners', {})
  expect(numbers).toMatchObject({ sent: 1, unconfirmed: [], received: 6, missing: [4], repeated: [2] })
})

/** A new message to Orchard, as one writes it from their card. */
async function compose(page: Page): Promise<void> {
  await openCard(page, 'Orchard-CERT')
  await expect(page.getByRole('region', { name: 'Reach them now' }).getByRole('button').first()).toBeVisible(patience)
  await press(page, 'c')
  await expect(page.getByRole('heading', { name: 'New message' })).toBeVisible(patience)
}

test('a message to a key of ours that is locked opens where it is read, once the passphrase is given', async () => {
  const page = desk.page()
  const second = gpgPartner('Harrow second <second@harrow.example>', 'a lock of its own')
  try {
    await call(page, 'key.import', { file: file(second.secretKeyFile()), role: 'team' })
    const path = orchard.write(readFileSync(second.keyFile, 'utf8'), 'locked', 'Only for the second key.\n')
    await visit(page, 'Queue', 'Queue')
    await drop(page, [path])
    await expect(page.getByText('It could not be opened')).toBeVisible(patience)
    await expectSound(desk, 'exchange-locked')
    await press(page, 'u')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(/Passphrase/).fill('wrong words')
    await page.keyboard.press('Enter')
    await expect(dialog).toContainText('does not unlock the key', patience)
    await dialog.getByLabel(/Passphrase/).fill('a lock of its own')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Only for the second key.')).toBeVisible(patience)
    await expectSound(desk, 'exchange-unlocked')
  } finally {
    second.end()
  }
})

test('a key that comes after the message: the signature is checked again by itself', async () => {
  const page = desk.page()
  const elm = gpgPartner('Elm-CERT <cert@elm.example>')
  try {
    await takeIn(page, elm.write(teamKey, 'early', 'Before you knew us.\n'))
    await openExchange(page, /\[early\]/)
    await expect(page.getByText('Signed by a key we do not have').first()).toBeVisible()
    await visit(page, 'Keys', 'Keyring')
    await importKey(page, elm.keyFile, /checked only now/)
    await openExchange(page, /\[early\]/)
    await expect(page.getByText(/Good, by Elm-CERT/).first()).toBeVisible()
    await expect(page.getByRole('button', { name: /Verify the key/ })).toBeVisible()
  } finally {
    elm.end()
  }
})

test('one recipient without a key blocks the message, until it is split', async () => {
  const page = desk.page()
  await given(page, material('demo', 'p3-cert.txt'))
  await compose(page)
  await press(page, 'Alt+r')
  await page.keyboard.type('P3')
  await expect(page.getByRole('option', { name: /P3-CERT/ })).toBeVisible(patience)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.getByLabel('Text', { exact: true }).fill('For both of you.')
  await expect(page.getByRole('button', { name: /Encrypt and save/ })).toBeDisabled()
  await expectSound(desk, 'compose-blocked')
  await press(page, 'Alt+s')
  await expect(page.getByText(/The rest is in a draft of its own/)).toBeVisible(patience)
  await expect(page.getByRole('button', { name: /Encrypt and save/ })).toBeEnabled(patience)
  await expectSound(desk, 'compose-split')
  const message = files.write('split.eml', '')
  await desk.answerDialog([message])
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Signed, encrypted and written' })).toBeVisible(patience)
  expect((await orchard.read(message, teamKey)).text).toContain('For both of you.')
})
