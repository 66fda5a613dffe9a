/** Announcements through the calls of the desk: written once, signed, to each by its own channel, kept with who has acknowledged. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { BulletinView } from '../../../shared/ipc/exchange-views.ts'
import { openMessage } from '../../../electron/core/pgp/open-message.ts'
import { copiedDesk, reopenedDesk, type TestDesk } from '../desk-fixture.ts'
import { openedBy, ownKey, partnerOf, type Partner } from '../exchange-out/partner-desk.ts'
import { tempFolder } from '../vault-fixture.ts'

let desk: TestDesk
let orchard: Partner
let keyless: Partner
let folder: string

beforeEach(async () => {
  desk = await copiedDesk()
  orchard = await partnerOf(desk, 'Orchard')
  keyless = await partnerOf(desk, 'Lakeview', { withoutKey: true })
  folder = join(tempFolder(), 'out')
  mkdirSync(folder)
})

const words = {
  kind: 'advisory',
  title: 'Update the VPN',
  text: 'Version 4 is broken.  \nInstall 5.',
  language: 'en',
} as const

async function written(tlp: 'GREEN' | 'CLEAR' | 'AMBER', to = [orchard.card, keyless.card]): Promise<BulletinView> {
  const { bulletin } = await desk.call('bulletin.new', { case: null, kind: 'advisory' })
  return desk.call('bulletin.save', { id: bulletin.id, ...words, tlp, to })
}

/** The call itself waits a moment only: a busy machine takes longer. */
async function released(id: string): Promise<BulletinView> {
  await desk.call('bulletin.release', { id, to: { grant: desk.grant(folder, 'write') } })
  await desk.core.session()?.jobs.settled()
  return desk.call('bulletin.show', { id })
}

const channels = ({ bulletin }: BulletinView): unknown =>
  Object.fromEntries(bulletin.deliveries.map(({ name, channel, state }) => [name, `${channel} ${state}`]))

describe('a draft', () => {
  it('shows how each would get it, and what is missing', async () => {
    const { bulletin, stops } = await desk.call('bulletin.new', { case: null, kind: 'alert' })
    expect(stops.map(({ code }) => code)).toEqual(['bulletin-no-title', 'bulletin-no-text', 'bulletin-nobody'])
    expect(
      await desk.refused('bulletin.release', { id: bulletin.id, to: { grant: desk.grant(folder, 'write') } }),
    ).toBe('bulletin-no-title')
    const view = await written('AMBER')
    expect(channels(view)).toEqual({ 'Orchard-CERT': 'email-pgp waiting', 'Lakeview-CERT': 'phone waiting' })
  })
})

describe('a released announcement', () => {
  it('is numbered, signed once, and written to each by the channel that its card asks for', async () => {
    const view = await released((await written('GREEN')).bulletin.id)
    expect(view.bulletin.number).toMatch(/^20\d\d-MK-A001$/)
    expect(channels(view)).toEqual({ 'Orchard-CERT': 'email-pgp written', 'Lakeview-CERT': 'email-signed written' })
    const files = readdirSync(folder).toSorted()
    expect(files).toEqual([`${view.bulletin.number} Lakeview-CERT.eml`, `${view.bulletin.number} Orchard-CERT.eml`])

    const sealed = await openedBy(desk, orchard, readFileSync(join(folder, files[1] ?? '')))
    expect(sealed.protection).toMatchObject({ encrypted: true, signature: 'good' })
    const clear = await openMessage({
      bytes: readFileSync(join(folder, files[0] ?? '')),
      fileName: 'a.eml',
      secretKeys: [],
      publicKeys: [(await ownKey(desk)).armored],
      now: new Date(desk.ports.now()).toISOString(),
    })
    expect(clear).toMatchObject({ ok: true, value: { protection: { encrypted: false, signature: 'good' } } })
    for (const text of [sealed.text, clear.ok ? clear.value.text : '']) {
      expect(text).toMatch(/^TLP:GREEN\n/)
      expect(text.trimEnd()).toMatch(/\nTLP:GREEN$/)
      expect(text).toContain(`Advisory ${view.bulletin.number}: Update the VPN`)
      expect(text).toContain('Install 5.')
    }
  })

  it('is kept as it was signed, and can be put on a page where the marking allows it', async () => {
    const { bulletin } = await released((await written('GREEN')).bulletin.id)
    expect(await desk.refused('bulletin.save', { id: bulletin.id, ...words, tlp: 'GREEN', to: [] })).toBe(
      'bulletin-released',
    )
    expect(await desk.refused('bulletin.drop', { id: bulletin.id })).toBe('bulletin-released')
    await desk.call('bulletin.copy', { id: bulletin.id })
    const signed = desk.copied.at(-1) ?? ''
    const checked = await openMessage({
      bytes: Buffer.from(signed),
      fileName: 'signed.asc',
      secretKeys: [],
      publicKeys: [(await ownKey(desk)).armored],
      now: new Date(desk.ports.now()).toISOString(),
    })
    expect(checked.ok && [checked.value.protection.signature, checked.value.text.includes('Update the VPN')]).toEqual([
      'good',
      true,
    ])
    const secret = await released((await written('AMBER')).bulletin.id)
    expect(await desk.refused('bulletin.copy', { id: secret.bulletin.id })).toBe('release.bulletin-marking')
  })

  it('remembers what became of it at each, over a restart', async () => {
    const { bulletin } = await released((await written('GREEN')).bulletin.id)
    await desk.call('bulletin.mark', { id: bulletin.id, card: orchard.card, state: 'sent', note: '' })
    await desk.call('bulletin.mark', { id: bulletin.id, card: orchard.card, state: 'acknowledged', note: 'ticket 7' })
    await desk.call('bulletin.mark', { id: bulletin.id, card: keyless.card, state: 'failed', note: 'bounced' })
    const again = await reopenedDesk(desk)
    expect(await again.call('bulletin.list', {})).toMatchObject([{ recipients: 2, acknowledged: 1, failed: 1 }])
    const shown = await again.call('bulletin.show', { id: bulletin.id })
    expect(shown.bulletin.deliveries.find(({ card }) => card === orchard.card)).toMatchObject({ note: 'ticket 7' })
  })

  it('goes on with those who still wait, and writes over nobody’s file', async () => {
    const { bulletin } = await written('GREEN')
    const year = new Date(desk.ports.now()).toISOString().slice(0, 4)
    writeFileSync(join(folder, `${year}-MK-A001 Orchard-CERT.eml`), 'theirs')
    const view = await released(bulletin.id)
    expect(readFileSync(join(folder, `${year}-MK-A001 Orchard-CERT.eml`), 'utf8')).toBe('theirs')
    expect(view.bulletin.deliveries.map(({ note }) => note)).toContain(`${year}-MK-A001 Orchard-CERT-2.eml`)
    const grant = desk.grant(folder, 'write')
    expect(await desk.refused('bulletin.release', { id: bulletin.id, to: { grant } })).toBe('bulletin-all-written')
  })
})
