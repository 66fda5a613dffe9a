/** vault.json from anywhere: whatever stands in it ends in a vault that opens or in words, at once and without a derivation too dear. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { assert, array, constantFrom, property, string, uint8Array } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical, sha256 } from '../../../electron/core/store/canonical.ts'
import type { KeyFile } from '../../../electron/core/vault/key-file.ts'
import { keyFileText, longestKeyFile, parseKeyFile, readKeyFile } from '../../../electron/core/vault/key-slots.ts'
import { openKeyFile, openWithRecovery } from '../../../electron/core/vault/key-wraps.ts'
import { readRecoveryKey } from '../../../electron/core/vault/recovery-key.ts'
import { codeOf, expectOk, newVault, passphrase, tempFolder, unlock } from '../vault-fixture.ts'

interface Made {
  readonly dir: string
  readonly file: KeyFile
  readonly recoveryKey: string
}

async function closedVault(): Promise<Made> {
  const dir = tempFolder()
  const { store, file, recoveryKey } = await newVault(dir)
  store.close()
  return { dir, file, recoveryKey }
}

/** A slot with the sum that belongs to it, as somebody who means harm would write. */
const slot = (keys: unknown): string => `{"slot":1,"sum":"${sha256(canonical(keys))}","keys":${canonical(keys)}}`
const textOf = (keys: unknown): string => `{"signet":"vault","format":2,"slots":[\n${slot(keys)}\n]}\n`
const codeFor = (text: string): string | null | undefined => {
  const read = parseKeyFile(text)
  return read === null ? undefined : codeOf(read)
}

describe('read without a throw', () => {
  test('any text, and any bytes taken for text', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 2_000 }), (text) => {
        parseKeyFile(text)
      }),
      { seed: 6, numRuns: 500 },
    )
    assert(
      property(uint8Array({ maxLength: 2_000 }), (bytes) => {
        parseKeyFile(Buffer.from(bytes).toString('utf8'))
      }),
      { seed: 6, numRuns: 500 },
    )
  })

  test('parts of real files in any order', async () => {
    const { file } = await closedVault()
    const parts = [...keyFileText(file).split(/(?=[{,"\n])/), slot(file), '{"slot":', '__proto__', '\n', '[[[[']
    assert(
      property(array(constantFrom(...parts), { maxLength: 60 }), (some) => {
        parseKeyFile(some.join(''))
      }),
      { seed: 6, numRuns: 2_000 },
    )
  })

  test('nesting and length have an end', async () => {
    const { dir } = await closedVault()
    const deep = '['.repeat(40_000)
    for (const text of [deep, `{"slot":1,"sum":"x","keys":${deep}`, `{"signet":"vault","format":2,"slots":${deep}`])
      expect(codeFor(text)).toBe('key-file-damaged')
    writeFileSync(join(dir, 'vault.json'), ' '.repeat(longestKeyFile + 1))
    expect(codeOf(readKeyFile(dir))).toBe('vault-not-found')
  })

  test('a folder, and a link that leads nowhere, are no vault', () => {
    const dir = tempFolder()
    mkdirSync(join(dir, 'a', 'vault.json'), { recursive: true })
    mkdirSync(join(dir, 'b'))
    symlinkSync(join(dir, 'nowhere'), join(dir, 'b', 'vault.json'))
    for (const name of ['a', 'b']) expect(codeOf(readKeyFile(join(dir, name)))).toBe('vault-not-found')
  })
})

describe('with sums that agree', () => {
  test.each<readonly [string, (file: KeyFile) => unknown]>([
    ['a value left out', ({ dropKey: _dropKey, ...file }) => file],
    ['a number for a text', (file) => ({ ...file, copy: 7 })],
    ['a negative cost', (file) => ({ ...file, passphrase: { ...file.passphrase, passes: -1 } })],
    ['a broken cost', (file) => ({ ...file, passphrase: { ...file.passphrase, memory: 65_536.5 } })],
    ['a cost beyond numbers', (file) => ({ ...file, passphrase: { ...file.passphrase, memory: 1e300 } })],
    ['an unknown form of wrap', (file) => ({ ...file, recovery: { ...file.recovery, form: 3 } })],
    ['a key of a megabyte', (file) => ({ ...file, passphrase: { ...file.passphrase, salt: 'A'.repeat(1_000_000) } })],
    ['nothing', () => null],
  ])('%s is damage or too much, never tried', async (_, change) => {
    const { file } = await closedVault()
    expect(['key-file-damaged', 'key-file-limits']).toContain(codeFor(textOf(change(file))))
  })

  test('a slot of a newer format hides no slot of ours', async () => {
    const { file } = await closedVault()
    expect(codeFor(`${textOf({ ...file, format: 9 })}${slot(file)}\n`)).toBeNull()
    expect(codeFor(textOf({ ...file, format: 9 }))).toBe('vault-newer')
  })

  test('every shown value is vouched for by each wrap: changed, neither passphrase nor sheet opens', async () => {
    const { file, recoveryKey } = await closedVault()
    const bytes = readRecoveryKey(recoveryKey)
    if (bytes === null || file.recovery.form !== 2) throw new Error('not a sheet of today')
    const changes: readonly KeyFile[] = [
      { ...file, copy: '018f0000-0000-7000-8000-0000000000ff' },
      { ...file, trial: !file.trial },
      { ...file, createdAt: '2001-01-01T00:00:00.000Z' },
      { ...file, dropKey: 'AAAA' },
      { ...file, dataKey: { ...file.dataKey, since: '2001-01-01T00:00:00.000Z' } },
      { ...file, dataKey: { ...file.dataKey, id: '018f0000-0000-7000-8000-0000000000ff' } },
    ]
    for (const changed of changes) {
      expect(await openKeyFile(changed, passphrase)).toBeNull()
      expect(openWithRecovery(changed, bytes)).toBeNull()
    }
    const since = '2001-01-01T00:00:00.000Z'
    expect(await openKeyFile({ ...file, passphrase: { ...file.passphrase, since } }, passphrase)).toBeNull()
    expect(openWithRecovery({ ...file, recovery: { ...file.recovery, since } }, bytes)).toBeNull()
  })

  test('bytes that are no public key, or one that gives everybody the same secret, open nothing', async () => {
    const { file, recoveryKey } = await closedVault()
    const bytes = readRecoveryKey(recoveryKey)
    if (bytes === null || file.recovery.form !== 2) throw new Error('not a sheet of today')
    // SPKI of X25519 (RFC 8410) with the points 0 and 1, which are of small order.
    const head = Buffer.from('302a300506032b656e032100', 'hex')
    for (const point of [Buffer.alloc(32), Buffer.concat([Buffer.from([1]), Buffer.alloc(31)])]) {
      const once = Buffer.concat([head, point]).toString('base64')
      expect(openWithRecovery({ ...file, recovery: { ...file.recovery, once } }, bytes)).toBeNull()
    }
    expect(openWithRecovery({ ...file, recovery: { ...file.recovery, once: 'AAAA' } }, bytes)).toBeNull()
  })

  test('a wrap that is too short is a wrong passphrase, not a crash', async () => {
    const { dir, file } = await closedVault()
    for (const sealed of ['', 'AAAA']) {
      writeFileSync(join(dir, 'vault.json'), keyFileText({ ...file, passphrase: { ...file.passphrase, sealed } }))
      expect(['passphrase-wrong', 'passphrase-wait']).toContain(codeOf(await unlock(dir)))
    }
    writeFileSync(join(dir, 'vault.json'), keyFileText(file))
    expectOk(readKeyFile(dir))
  })
})
