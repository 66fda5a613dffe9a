/** The keyring and the pages of messages by keys: decide, import, own keys, what to do next, frames, a hostile mail, attachments, numbers. */
import { expect, test, type Browser, type Page } from '@playwright/test'
import { expectClean, openPage, paste, startPreview } from './pages-b-preview.ts'

let browser: Browser
test.beforeAll(async () => {
  test.setTimeout(180_000)
  browser = await startPreview()
})
test.afterAll(() => browser.close())

const block = '-----BEGIN PGP PUBLIC KEY BLOCK-----'

const keyRow = (page: Page, name: RegExp) => page.getByRole('row', { name })

async function lookAtPasted(page: Page, text: string): Promise<void> {
  await page.keyboard.press('n')
  await page.getByRole('dialog').getByRole('textbox').fill(text)
  await page.keyboard.press('Control+Enter')
}

test.describe('the keyring', () => {
  test('stands in groups by what must be done, begins at the first decision, and is walked by keys', async () => {
    const page = await openPage(browser, 'page=keyring')
    await expect(page.locator('.key-group')).toHaveText([/^Own keys/, /^To decide/, /^Verified/, /^Cannot be used/])
    await expect(page.locator('.key-row[aria-selected=true]')).toContainText('CERT-Orchard')
    await page.keyboard.press('k')
    await expect(page.locator('.key-row[aria-selected=true]')).toContainText('locked')
    await page.keyboard.press('End')
    await expect(page.locator('.key-row[aria-selected=true]')).toContainText('Lakeview')
    await page.getByRole('button', { name: /Ends in 90 d/ }).click()
    await expect(keyRow(page, /Aldermoor.* 5 d|Aldermoor.* 6 d/)).toBeVisible()
    await expect(keyRow(page, /CERT-Orchard/)).toHaveCount(0)
  })

  test('shows each fingerprint in full, and both keys where two could be mistaken for each other', async () => {
    const page = await openPage(browser, 'page=keyring')
    await keyRow(page, /1D40/).click()
    const pane = page.locator('.pane')
    await expect(pane.locator('.fingerprint-group')).toHaveCount(10)
    await expect(pane).toContainText('The card prints another fingerprint.')
    await expect(pane).toContainText('7F3A 91C2 4D06 E85B A913 7C2F 60E4 D8B1 539A B04E')
  })

  test('a group that differs leads to a rejection that says so', async () => {
    const page = await openPage(browser, 'page=keyring')
    await page.keyboard.press('v')
    await page.keyboard.press('Space')
    await expect(page.getByRole('dialog')).toContainText('1 of 10')
    await page.keyboard.press('x')
    await expect(page.getByLabel('Why?')).toHaveValue('A group of the fingerprint differed when it was read aloud.')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status')).toContainText('The key of CERT-Orchard is rejected.')
  })

  test('a key is linked to a card, and dropped only when its last digits are typed', async () => {
    const page = await openPage(browser, 'page=keyring')
    await keyRow(page, /Fenland Net abuse/).click()
    await page.keyboard.press('l')
    await page.getByLabel('Find a card').fill('harrow')
    await page
      .getByRole('radio', { name: /CERT-Harrow/ })
      .first()
      .check({ force: true })
    await page.keyboard.press('Control+Enter')
    await expect(page.locator('.pane')).toContainText('CERT-Harrow')
    await page.keyboard.press('D')
    const drop = page.getByRole('button', { name: /Take it out/ })
    await expect(drop).toBeDisabled()
    await page.getByLabel('Last four digits').fill('80d3')
    await drop.click()
    await expect(keyRow(page, /70AA/)).toHaveCount(0)
  })
})

test.describe('an import', () => {
  test('is looked at before anything is stored, and ends in what became of each key', async () => {
    const page = await openPage(browser, 'page=keyring')
    await lookAtPasted(page, block)
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('option')).toHaveCount(5)
    await expect(dialog.getByRole('option', { selected: true })).toHaveCount(2)
    await expect(dialog).toContainText('The card prints another fingerprint.')
    await expect(page.locator('.key-row', { hasText: 'Elmwood' })).toHaveCount(0)
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toContainText('1 added, 1 updated')
    await expect(dialog).toContainText('It now ends on 2028-03-17')
    await expect(dialog).toContainText('2 kept messages could be opened or checked only now')
    await dialog.getByRole('button', { name: /Delta Rail CERT/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Message from Delta Rail CERT')
  })

  test('of what was pasted on the page is two keys away: Ctrl V, Enter', async () => {
    const page = await openPage(browser, 'page=keyring')
    await expect(page.locator('.key-row').first()).toBeVisible()
    await paste(page, block)
    await expect(page.getByRole('listbox')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toContainText('What became of each key')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(keyRow(page, /Elmwood/)).toBeVisible()
  })

  test('of one key that its card prints offers the link to that card', async () => {
    const page = await openPage(browser, 'page=keyring')
    await lookAtPasted(page, block)
    await page.getByRole('listbox').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await expect(page.getByRole('dialog')).toContainText('It belongs to CSIRT-Elmwood')
  })

  test('of a ring of thousands counts first, draws only what is seen, and can be searched', async () => {
    const page = await openPage(browser, 'page=keyring')
    await page.keyboard.press('n')
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'ring.gpg', mimeType: 'application/octet-stream', buffer: Buffer.from('ring') })
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('4000 keys in ring.gpg')
    await expect(dialog.getByRole('button', { name: 'update 20' })).toBeVisible()
    await expect(dialog).toContainText('20 of 4000 ticked')
    expect(await dialog.getByRole('option').count()).toBeLessThan(20)
    await page.getByRole('listbox').focus()
    await page.keyboard.press('End')
    await expect(dialog.getByRole('option', { name: /Team 4000/ })).toBeVisible()
    await page.getByLabel(/Find in the file/).fill('team77@')
    await expect(dialog.getByRole('option')).toHaveCount(1)
  })

  test('says what is no key, and asks for the passphrase of a secret one', async () => {
    const page = await openPage(browser, 'page=keyring')
    await lookAtPasted(page, 'hello')
    await expect(page.getByRole('alert')).toContainText('There is no OpenPGP key')
    await page.getByRole('dialog').getByRole('textbox').fill('SECRET')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByLabel('Passphrase of the secret key', { exact: true })).toBeVisible()
  })
})

test.describe('own keys', () => {
  test('one is made, with a passphrase typed twice alike', async () => {
    const page = await openPage(browser, 'page=keyring')
    await page.keyboard.press('N')
    await page.getByText('A passphrase of its own').click()
    await page.getByLabel('New passphrase', { exact: true }).fill('one thing')
    await page.getByLabel('The same once more').fill('another')
    const make = page.getByRole('button', { name: /Make the key/ })
    await expect(make).toBeDisabled()
    await page.getByLabel('The same once more').fill('one thing')
    await make.click()
    await expect(page.locator('.key-row[aria-selected=true]')).toContainText('CSIRT-Northmoor')
    await expect(page.getByRole('status')).toContainText('The key is made.')
  })

  test('a locked one is unlocked in place, and forgotten again', async () => {
    const page = await openPage(browser, 'page=keyring')
    await keyRow(page, /CSIRT-Northmoor 2024/).click()
    const pane = page.locator('.pane')
    await expect(pane).toContainText('locked, asked for when needed')
    await page.keyboard.press('u')
    const field = page.getByLabel('Passphrase of the key', { exact: true })
    await field.fill('a guess')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toContainText('That passphrase does not unlock the key')
    await field.fill('a passphrase of its own')
    await page.keyboard.press('Enter')
    await expect(pane).toContainText('given, until the vault locks')
    await page.keyboard.press('u')
    await expect(pane).toContainText('locked, asked for when needed')
  })

  test('one is extended, signs other messages, is backed up, and revoked when its digits are typed', async () => {
    const page = await openPage(browser, 'page=keyring')
    await keyRow(page, /F1C2/).click()
    const pane = page.locator('.pane')
    await page.keyboard.press('e')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('status')).toContainText('The key holds longer.')
    await page.keyboard.press('s')
    await expect(page.getByRole('dialog')).toContainText('Signed by MK, CSIRT-Northmoor desk now')
    await page.getByText('personal messages').click()
    await page.keyboard.press('Control+Enter')
    await expect(pane).toContainText('personal messages')
    await page.keyboard.press('b')
    await page.getByLabel('Passphrase of the backup', { exact: true }).fill('seven77')
    await expect(page.getByRole('dialog')).toContainText('At least 8 characters.')
    await page.getByLabel('Passphrase of the backup', { exact: true }).fill('eight888')
    await page.getByLabel('The same once more').fill('eight888')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('dialog')).toContainText('The backup is written')
    await page.keyboard.press('Escape')
    await page.keyboard.press('R')
    const revoke = page.getByRole('button', { name: /Revoke the key for good/ })
    await expect(revoke).toBeDisabled()
    await page.getByLabel('Last four digits').fill('9D12')
    await revoke.click()
    await expect(pane).toContainText('This key is revoked.')
  })
})

test.describe('what to do next about a message', () => {
  test('a locked key is unlocked in place, and the message opens', async () => {
    const page = await openPage(browser, 'page=exchange&id=x-3')
    await page.keyboard.press('u')
    await page.getByLabel('Passphrase of the key', { exact: true }).fill('a passphrase of its own')
    await page.keyboard.press('Enter')
    await expect(page.locator('.message-text').first()).toContainText('Dear colleagues')
    await expect(page.locator('.to-do')).toHaveCount(0)
  })

  test('a missing key leads to the import, with the ID that is asked for', async () => {
    const page = await openPage(browser, 'page=exchange&id=x-8')
    await page.keyboard.press('i')
    await expect(page.getByRole('dialog')).toContainText('22D9E4470B1C86FA')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Message from Delta Rail CERT')
  })

  test('keys that came inside are looked at, not taken in', async () => {
    const page = await openPage(browser, 'page=exchange&id=x-8')
    await page.keyboard.press('K')
    await expect(page.getByRole('dialog')).toContainText('Nothing is stored yet.')
    await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(5)
  })

  test('an unverified signer leads to the reading of the fingerprint, and back', async () => {
    const page = await openPage(browser, 'page=exchange&id=x-13')
    await page.keyboard.press('v')
    await expect(page.getByRole('dialog')).toContainText('Verify the key of CERT-Orchard')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Message from CERT-Orchard')
  })

  test('what only the sender can mend becomes an answer that says it', async () => {
    const page = await openPage(browser, 'page=exchange&id=x-11')
    await page.keyboard.press('w')
    await expect(page.getByLabel('Text', { exact: true })).toHaveValue(/without integrity protection/)
  })
})

test.describe('one message', () => {
  test('has a frame of ours around exactly the signed text, and the rest outside it', async () => {
    const page = await openPage(browser, 'page=exchange&id=x-4')
    const frame = page.locator('.frame-verified')
    await expect(frame.locator('.frame-head')).toContainText('Signed by CERT-Harrow')
    await expect(frame.locator('.frame-content')).toContainText('Dear colleagues')
    await expect(frame.locator('.frame-content')).not.toContainText('Signed by')
    await expect(frame).not.toContainText('list server')
    await expect(page.locator('.frame-outside')).toContainText('list server')
    await expect(page.locator('.signature')).toHaveCount(2)
    await expect(page.locator('.signature').nth(1)).toContainText('Signed by an expired key')
    await expect(page.locator('.page-head')).toContainText('No. 9')
    await expect(page.locator('.exchange-main')).toContainText('This is message 9; 6, 7 did not come.')
  })

  test('cannot draw over the frame, whatever its text is made of', async () => {
    const page = await openPage(browser, 'page=exchange&id=x-4')
    await page.locator('.frame-verified .message-text').evaluate((text) => {
      text.textContent = `${'\u0301'.repeat(4_000)}${'x'.repeat(9_000)}\n${'\u202E'.repeat(50)}Signed by nobody`
    })
    const hit = await page
      .locator('.frame-head')
      .first()
      .evaluate((head) => {
        const { left, top, width, height } = head.getBoundingClientRect()
        return head.contains(document.elementFromPoint(left + width / 2, top + height / 2))
      })
    expect(hit).toBe(true)
    const [content, frame] = await Promise.all([
      page.locator('.frame-verified .frame-content').boundingBox(),
      page.locator('.frame-verified').boundingBox(),
    ])
    expect(content!.x).toBeGreaterThan(frame!.x)
    expect(content!.x + content!.width).toBeLessThan(frame!.x + frame!.width)
  })

  test('shows HTML only when asked, and nothing of it fetches or runs', async () => {
    const page = await openPage(browser, 'page=exchange&id=x-12')
    const asked: string[] = []
    const failed: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('pageerror', (error) => failed.push(String(error)))
    await expect(page.locator('iframe')).toHaveCount(0)
    await page.keyboard.press('h')
    const mail = page.frameLocator('iframe.mail-html')
    await expect(mail.getByText('The words of the mail are still here.')).toBeVisible()
    await expect(
      mail.locator('script, img, svg, style, link, form, input, iframe, object, video, audio, base, a'),
    ).toHaveCount(0)
    await expect(mail.getByText('hxxps://canary[.]example/link')).toBeVisible()
    await expect(page.locator('iframe.mail-html')).toHaveAttribute('sandbox', '')
    await page.waitForTimeout(1_500)
    expect(asked.filter((url) => !url.startsWith('about:'))).toEqual([])
    expect(failed).toEqual([])
    expect(await page.evaluate(() => 'hit' in window)).toBe(false)
    expect(await page.title()).not.toBe('ran')
    await expect(page.locator('.frame-head').first()).toContainText('Not signed')
    await expectClean(page)
  })

  test('its attachments are looked at in place: text, archive, message, and an image when asked once more', async () => {
    const page = await openPage(browser, 'page=exchange&id=x-4')
    await page.keyboard.press('o')
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('POST /login')
    await expect(dialog).toContainText('Only the beginning is shown.')
    await page.keyboard.press('Escape')
    const look = (name: string) =>
      page.locator('.attachment', { hasText: name }).getByRole('button', { name: 'Look' }).click()
    await look('samples.zip')
    await expect(dialog.locator('tbody tr').first()).toContainText('../../etc/cron.d/x')
    await expect(dialog).toContainText('encrypted')
    await page.keyboard.press('Escape')
    await look('original.eml')
    await expect(dialog).toContainText('Your mailbox is full')
    await page.keyboard.press('Escape')
    await look('screen.png')
    await expect(dialog.getByRole('img')).toHaveCount(0)
    await page.keyboard.press('i')
    await expect(dialog.getByRole('img')).toBeVisible()
    await page.keyboard.press('s')
    await expect(page.getByRole('status')).toContainText('Saved as screen.png')
  })

  test('that was written here is marked as sent by a person', async () => {
    const page = await openPage(browser, 'page=exchange&id=x-5')
    await expect(page.locator('.page-head')).toContainText('not sent yet')
    await page.keyboard.press('S')
    await expect(page.locator('.page-head')).toContainText(/sent \d+ \w+ \d\d:\d\dZ/)
    await expect(page.getByRole('button', { name: /I have sent it/ })).toHaveCount(0)
  })
})

test.describe('all messages', () => {
  test('are searched, with direction, number and protection in words', async () => {
    const page = await openPage(browser, 'page=exchanges')
    await expect(page.getByRole('button', { name: /in 9 CERT-Orchard.*signature good/ })).toBeVisible()
    await expect(page.getByRole('button', { name: /out 12 CERT-Orchard.*not sent yet/ })).toBeVisible()
    await page.keyboard.press('f')
    await page.keyboard.type('delta')
    await expect(page.locator('[data-row]')).toHaveCount(1)
  })

  test('by partner say what never came and what came twice', async () => {
    const page = await openPage(browser, 'page=exchanges')
    await expect(page.locator('.page-head')).toContainText('2 partners with gaps or repeats')
    await page.keyboard.press(']')
    await expect(page.getByRole('row', { name: /CERT-Orchard/ })).toContainText('6, 7')
    await page.getByRole('button', { name: 'CERT-Orchard' }).click()
    await expect(page.locator('[data-row]')).toHaveCount(3)
  })

  test('a message and its signature file that are dropped together are one', async () => {
    const page = await openPage(browser, 'page=exchanges')
    const opened = await page.evaluate(async () => {
      const calls: string[] = []
      const door = Reflect.get(window, 'signet') as { call: (name: string, input: unknown) => Promise<unknown> }
      const call = door.call
      door.call = (name, input) => {
        if (name === 'intake.open') {
          const { file, signature } = input as { file: { name: string }; signature?: { name: string } }
          calls.push(`${file.name} ${signature?.name ?? ''}`)
        }
        return call(name, input)
      }
      const data = new DataTransfer()
      for (const name of ['report.eml.sig', 'report.eml']) data.items.add(new File(['x'], name))
      window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true, bubbles: true }))
      await new Promise((resolve) => setTimeout(resolve, 500))
      return calls
    })
    expect(opened).toEqual(['report.eml report.eml.sig'])
    await expect(page.getByText('What Signet proposes')).toBeVisible()
  })
})

for (const theme of ['dark', 'light']) {
  test(`keyring, messages and their dialogs have no fault that axe finds (${theme})`, async () => {
    test.setTimeout(300_000)
    for (const query of [
      'page=exchanges',
      'page=exchange&id=x-3',
      'page=exchange&id=x-4',
      'page=exchange&id=x-5',
      'page=exchange&id=x-9',
    ])
      await expectClean(await openPage(browser, query, theme))
    const keys = await openPage(browser, 'page=keyring', theme)
    await expectClean(keys)
    await lookAtPasted(keys, block)
    await expect(keys.getByRole('option').first()).toBeVisible()
    await expectClean(keys)
    await keys.keyboard.press('Control+Enter')
    await expect(keys.getByRole('dialog')).toContainText('What became of each key')
    await expectClean(keys)
    await keys.keyboard.press('Enter')
    for (const [row, strokes] of [
      [/F1C2/, ['e', 'p', 's', 'b', 'R', 'N']],
      [/22B0/, ['v', 'x', 'l', 'D']],
    ] as const)
      for (const stroke of strokes) {
        await keyRow(keys, row).click()
        await keys.keyboard.press(stroke)
        await expect(keys.getByRole('dialog')).toBeVisible()
        await expectClean(keys)
        await keys.keyboard.press('Escape')
        await expect(keys.getByRole('dialog')).toHaveCount(0)
      }
    const partners = await openPage(browser, 'page=exchanges', theme)
    await partners.keyboard.press(']')
    await expectClean(partners)
    const archive = await openPage(browser, 'page=exchange&id=x-4', theme)
    await archive.locator('.attachment', { hasText: 'samples.zip' }).getByRole('button', { name: 'Look' }).click()
    await expect(archive.getByRole('dialog')).toContainText('dropper.exe')
    await expectClean(archive)
  })
}
