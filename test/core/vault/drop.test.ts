/** The inbox: anybody on the machine can put something in, only the open vault can read it. */
import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dropInto, openDrop, sealDrop, takeDrops } from '../../../electron/core/vault/drop.ts'
import { codeOf, expectOk, fixedPorts, newVault, tempFolder } from '../vault-fixture.ts'

const pair = (): { publicKey: string; secret: string } => {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    secret: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  }
}
const message = Buffer.from('From: a@example.org\n\ncanary-message')

describe('a drop', () => {
  test('opens for its vault alone, with its name', () => {
    const [ours, other] = [pair(), pair()]
    const box = sealDrop(ours.publicKey, message, 'report.eml')
    expect(openDrop(ours.secret, box)).toEqual({ name: 'report.eml', bytes: message })
    expect(openDrop(other.secret, box)).toBeNull()
    expect(box.includes('canary')).toBe(false)
    expect(box.includes('report')).toBe(false)
  })

  test('does not open with any byte changed, cut or added', () => {
    const ours = pair()
    const box = sealDrop(ours.publicKey, message, 'report.eml')
    for (let at = 0; at < box.length; at++) {
      const changed = Buffer.from(box)
      changed.writeUInt8((changed[at] ?? 0) ^ 1, at)
      expect(openDrop(ours.secret, changed)).toBeNull()
      expect(openDrop(ours.secret, box.subarray(0, at))).toBeNull()
    }
    expect(openDrop(ours.secret, Buffer.concat([box, Buffer.from('x')]))).toBeNull()
  })

  test('sealed under a point that gives everybody the same secret is refused', () => {
    const ours = pair()
    const box = sealDrop(ours.publicKey, message, 'a')
    const shown = Buffer.from(ours.publicKey, 'base64')
    shown.fill(0, 12).copy(box, 14)
    expect(openDrop(ours.secret, box)).toBeNull()
  })

  test.each([
    ['../../../etc/passwd', 'passwd'],
    ['C:\\Users\\x\\report.eml', 'report.eml'],
    ['a\u0000b\u202Ecod.exe\n', 'abcod.exe'],
    ['..', 'message'],
    ['', 'message'],
    ['ü'.repeat(300), 'ü'.repeat(127)],
  ])('called %j comes out as %j', (name, shown) => {
    const ours = pair()
    expect(openDrop(ours.secret, sealDrop(ours.publicKey, message, name))?.name).toBe(shown)
  })
})

describe('the inbox of a vault', () => {
  test('takes messages beside the open desk and gives them in the order they came, until they are removed', async () => {
    const dir = tempFolder()
    const ports = fixedPorts()
    const { store, dropSecret } = await newVault(dir, ports)
    for (const name of ['one.eml', 'two.eml']) expectOk(dropInto(dir, { bytes: message, name, id: ports.newId() }))
    for (const file of readdirSync(join(dir, 'inbox')))
      expect(readFileSync(join(dir, 'inbox', file)).includes('canary')).toBe(false)
    const names = [...takeDrops(dir, dropSecret)].map((drop) => expectOk(drop).name)
    expect(names).toEqual(['one.eml', 'two.eml'])
    for (const drop of takeDrops(dir, dropSecret)) expectOk(drop).remove()
    expect([...takeDrops(dir, dropSecret)]).toEqual([])
    store.close()
  })

  test('leaves what is damaged where it is and names it; the others come', async () => {
    const dir = tempFolder()
    const ports = fixedPorts()
    const { store, dropSecret } = await newVault(dir, ports)
    store.close()
    for (const name of ['one.eml', 'two.eml', 'three.eml'])
      expectOk(dropInto(dir, { bytes: message, name, id: ports.newId() }))
    const inbox = join(dir, 'inbox')
    const [, second = ''] = readdirSync(inbox).toSorted()
    truncateSync(join(inbox, second), 60)
    symlinkSync('/etc/hostname', join(inbox, `${randomUUID()}.drop`))
    writeFileSync(join(inbox, 'notes.txt'), 'no drop')
    mkdirSync(join(inbox, `${randomUUID()}.drop`))
    const taken = [...takeDrops(dir, dropSecret)]
    expect(taken.filter((drop) => drop.ok).map((drop) => expectOk(drop).name)).toEqual(['one.eml', 'three.eml'])
    expect(taken.filter((drop) => !drop.ok).map(codeOf)).toEqual(['drop-damaged', 'drop-damaged', 'drop-damaged'])
    expect(taken).toContainEqual({ ok: false, problem: { code: 'drop-damaged', params: { name: second } } })
    expect(readdirSync(inbox)).toContain(second)
  })

  test('refuses what is empty or too large, and a thousand and first file', async () => {
    const dir = tempFolder()
    const { store, dropSecret } = await newVault(dir)
    store.close()
    const drop = (bytes: Uint8Array) => dropInto(dir, { bytes, name: 'a.eml', id: randomUUID() })
    expect(codeOf(drop(new Uint8Array()))).toBe('file-empty')
    expect(codeOf(drop(Buffer.alloc(100 * 1_048_576 + 1)))).toBe('file-too-large')
    mkdirSync(join(dir, 'inbox'))
    for (let i = 0; i < 1000; i++) writeFileSync(join(dir, 'inbox', `${randomUUID()}.drop`), '')
    expect(codeOf(drop(message))).toBe('inbox-full')
    expect([...takeDrops(dir, dropSecret)]).toHaveLength(1000)
    const huge = join(dir, 'inbox', readdirSync(join(dir, 'inbox')).toSorted()[0] ?? '')
    truncateSync(huge, 200 * 1_048_576)
    expect(codeOf([...takeDrops(dir, dropSecret)][0] ?? { ok: true, value: null })).toBe('drop-too-large')
  })

  test('is only where a vault is', () => {
    expect(codeOf(dropInto(tempFolder(), { bytes: message, name: 'a', id: randomUUID() }))).toBe('vault-not-found')
  })
})
