/** A file that is too large for memory: its content becomes a sealed attachment, and no plaintext lies on disk but where it was asked for. */
import { randomBytes } from 'node:crypto'
import { globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { createMessage, encrypt, readKey, readPrivateKey } from 'openpgp'
import { largeFrom } from '../../../electron/core/exchange/large-message.ts'
import { sha256 } from '../../../electron/core/store/canonical.ts'
import { onlyBytes, person, type Person } from '../../material/pgp-people.ts'
import { cliIn, fileIn, newTrialVault, sharedFolder } from '../cli/cli-fixture.ts'
import { copiedDesk, textFile } from '../desk-fixture.ts'
import { tempFolder } from '../vault-fixture.ts'

const marker = 'nothing of this may lie on disk in clear'
let us: Person
let content: Uint8Array
let sealed: Uint8Array

beforeAll(async () => {
  us = await person('Us')
  const noise = randomBytes(largeFrom + 1_000_000)
  content = Buffer.concat([Buffer.from(marker), noise, Buffer.from(marker)])
  sealed = onlyBytes(
    await encrypt({
      message: await createMessage({ binary: content, filename: 'disk.img' }),
      encryptionKeys: await readKey({ armoredKey: us.armoredPublic }),
      signingKeys: await readPrivateKey({ armoredKey: us.armoredSecret }),
      format: 'binary',
      date: new Date('2026-11-20T08:00:00.000Z'),
    }),
  )
}, 120_000)

describe('on the desk', () => {
  it('is kept sealed, opened into a sealed attachment, and saved byte for byte', async () => {
    const desk = await copiedDesk()
    await desk.call('key.import', { file: textFile('us.asc', us.armoredSecret), role: 'team' })
    const from = join(tempFolder(), 'disk.img.pgp')
    writeFileSync(from, sealed)
    const file = { grant: desk.grant(from, 'read'), name: 'disk.img.pgp' }
    const { exchange } = await desk.call('intake.open', { file })
    expect(exchange).toMatchObject({ problem: null, encrypted: true, signature: 'good', size: sealed.length })
    const [attachment] = exchange.message?.attachments ?? []
    expect(attachment).toMatchObject({ name: 'disk.img', size: content.length, sha256: sha256(content), covered: true })
    const wish = { exchange: exchange.id, name: 'disk.img' }
    expect(await desk.call('exchange.look', wish)).toMatchObject({ kind: 'none' })
    const to = join(tempFolder(), 'out.img')
    const saved = await desk.call('exchange.save', { ...wish, to: { grant: desk.grant(to, 'write') } })
    expect(saved.sha256).toBe(sha256(content))
    expect(sha256(readFileSync(to))).toBe(sha256(content))
    // Checked again it keeps the content that it has.
    const blobs = (): number => globSync('blobs/*/*', { cwd: desk.dir }).length
    const before = blobs()
    expect(await desk.call('exchange.again', { exchange: exchange.id })).toMatchObject({ signature: 'good' })
    expect(blobs()).toBe(before)
    const everything = globSync('**/*', { cwd: desk.dir, withFileTypes: true }).filter((entry) => entry.isFile())
    const inClear = everything.filter((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(marker))
    expect(inClear).toEqual([])
  }, 120_000)
})

describe('on the command line', () => {
  const dir = sharedFolder()
  const cli = cliIn(dir)

  it('is written where --out says, and otherwise only checked', async () => {
    await newTrialVault(dir)
    fileIn(dir, 'us.asc', us.armoredSecret)
    fileIn(dir, 'disk.img.pgp', sealed)
    await cli(['key', 'import', 'us.asc', '--role', 'team'])
    const checked = await cli(['message', 'open', 'disk.img.pgp', '--json'])
    expect(checked.json).toMatchObject({
      schema: 'signet.message/1',
      text: '',
      protection: { encrypted: true, signature: 'good' },
      attachments: [{ name: 'disk.img', size: content.length }],
      written: [],
    })
    const { code, json } = await cli(['message', 'open', 'disk.img.pgp', '--out', 'parts', '--json'])
    expect([code, json['written']]).toEqual([0, ['disk.img']])
    expect(sha256(readFileSync(join(dir, 'parts', 'disk.img')))).toBe(sha256(content))
    const again = await cli(['message', 'open', 'disk.img.pgp', '--out', 'parts', '--json'])
    expect(again.json['problem']).toMatchObject({ code: 'file-exists' })
    expect(readdirSync(join(dir, 'parts'))).toEqual(['disk.img'])
  }, 120_000)

  it('that was altered gives nothing', async () => {
    const altered = Buffer.from(sealed)
    altered[altered.length >> 1] = (altered[altered.length >> 1] ?? 0) ^ 1
    fileIn(dir, 'altered.pgp', altered)
    const { code, json } = await cli(['message', 'open', 'altered.pgp', '--out', 'nothing', '--json'])
    expect(code).toBe(1)
    expect(json).toMatchObject({ problem: { code: 'message-tampered' }, next: ['ask-sender'] })
    expect(readdirSync(join(dir, 'nothing'))).toEqual([])
  }, 120_000)
})
