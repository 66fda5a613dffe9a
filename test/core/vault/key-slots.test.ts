/** The two slots of vault.json: one damaged, both damaged, an older format, and damage told from a wrong passphrase. */
import { cpSync, existsSync, linkSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { changePassphrase } from '../../../electron/core/vault/change-keys.ts'
import { keySlotsText, readKeyFile, readKeySlots, writeKeySlots } from '../../../electron/core/vault/key-slots.ts'
import { recoverVault } from '../../../electron/core/vault/vault.ts'
import { codeOf, expectOk, fixedPorts, newVault, passphrase, tempFolder, unlock } from '../vault-fixture.ts'

const ports = fixedPorts()
const formats = new URL('../../vectors/', import.meta.url).pathname

async function closedVault(): Promise<{ dir: string; path: string; recoveryKey: string }> {
  const dir = tempFolder()
  const { store, recoveryKey } = await newVault(dir, ports)
  store.close()
  return { dir, path: join(dir, 'vault.json'), recoveryKey }
}

const findingsOf = async (dir: string): Promise<readonly string[]> => {
  const { store } = expectOk(await unlock(dir))
  store.close()
  return store.findings.map(({ code }) => code)
}

/** Where each slot begins and ends in the file. */
function placesOf(text: string): readonly (readonly [number, number])[] {
  return [...text.matchAll(/^\{"slot":.*$/gm)].map(({ index, 0: line }) => [index, index + line.length])
}

describe('damage', () => {
  test('the slots lie on pages of their own, and the file is JSON that says its format', async () => {
    const { path } = await closedVault()
    const text = readFileSync(path, 'utf8')
    const [first, second] = placesOf(text)
    expect(first?.[1]).toBeLessThan(4096)
    expect((second?.[0] ?? 0) % 4096).toBe(0)
    expect(JSON.parse(text)).toMatchObject({ signet: 'vault', format: 2, slots: [{ slot: 1 }, { slot: 2 }] })
  })

  test.each([0, 1])('in slot %i leaves the other, is told, and is repaired', async (slot) => {
    const { dir, path } = await closedVault()
    const whole = readFileSync(path)
    const [from, to] = placesOf(whole.toString())[slot] ?? [0, 0]
    for (let at = from; at < to; at += 41) {
      const flipped = Buffer.from(whole)
      flipped.writeUInt8((flipped[at] ?? 0) ^ 1, at)
      writeFileSync(path, flipped)
      expect(await findingsOf(dir)).toEqual(['key-slot-damaged'])
      expect(readFileSync(path).equals(whole)).toBe(true)
      expect(await findingsOf(dir)).toEqual([])
    }
  })

  test('a file that was cut opens as long as the first slot is whole', async () => {
    const { dir, path } = await closedVault()
    const whole = readFileSync(path)
    const end = placesOf(whole.toString())[0]?.[1] ?? 0
    for (const length of [end, end + 1, 4096, whole.length - 4]) {
      writeFileSync(path, whole.subarray(0, length))
      expect((await findingsOf(dir)).length).toBe(length < 5000 ? 1 : 0)
    }
    for (const length of [0, 1, 30, end - 1]) {
      writeFileSync(path, whole.subarray(0, length))
      expect(codeOf(await unlock(dir))).toBe('key-file-damaged')
    }
  })

  test('in both slots is damage for passphrase and recovery key alike, spends no try and changes nothing', async () => {
    const { dir, path, recoveryKey } = await closedVault()
    const whole = readFileSync(path)
    const places = placesOf(whole.toString())
    for (const zeroed of [false, true]) {
      const damaged = Buffer.from(whole)
      for (const [from, to] of places) {
        if (zeroed) damaged.fill(0, from, to)
        else damaged.writeUInt8((damaged[from + 200] ?? 0) ^ 1, from + 200)
      }
      writeFileSync(path, damaged)
      expect(codeOf(await unlock(dir))).toBe('key-file-damaged')
      const recovered = await recoverVault({ dir, trialOnly: false }, { recoveryKey, passphrase }, ports)
      expect(codeOf(recovered)).toBe('key-file-damaged')
      expect(readFileSync(path).equals(damaged)).toBe(true)
    }
    expect(existsSync(join(dir, 'attempts.json'))).toBe(false)
  })

  test('every flipped bit of the file opens it or is damage: never a wrong passphrase, never a crash', async () => {
    const { dir, path } = await closedVault()
    const whole = readFileSync(path)
    const places = placesOf(whole.toString())
    // Both slots at the same place, so that nothing is left; the padding between them is all alike.
    for (let at = 0; at < (places[0]?.[1] ?? 0); at += 37) {
      const flipped = Buffer.from(whole)
      for (const place of [at, (places[1]?.[0] ?? 0) + at]) {
        if (place < flipped.length) flipped.writeUInt8((flipped[place] ?? 0) ^ 4, place)
      }
      writeFileSync(path, flipped)
      const code = codeOf(readKeyFile(dir))
      expect([at, code === null || code === 'key-file-damaged' || code === 'vault-not-found']).toEqual([at, true])
    }
    writeFileSync(path, whole)
    expect(codeOf(await unlock(dir, ports, 'not this one'))).toBe('passphrase-wrong')
  })
})

describe('while keys are replaced', () => {
  test('both passphrases open, and the one that did stands in both slots then', async () => {
    const { dir, path } = await closedVault()
    const old = expectOk(readKeyFile(dir))
    expectOk(await changePassphrase(dir, { current: passphrase, next: 'the next passphrase' }, ports))
    const next = expectOk(readKeyFile(dir))
    for (const [typed, other, expected] of [
      [passphrase, 'the next passphrase', old],
      ['the next passphrase', passphrase, next],
    ] as const) {
      writeKeySlots(dir, [old, next])
      expectOk(await unlock(dir, ports, typed)).store.close()
      expect(readFileSync(path, 'utf8')).toBe(keySlotsText([expected, expected]))
      expect(codeOf(await unlock(dir, ports, other))).toBe('passphrase-wrong')
    }
  })

  test('no trace of the old wrap is in the folder afterwards, and a hard link that somebody keeps is left alone', async () => {
    const { dir, path } = await closedVault()
    const outside = join(tempFolder(), 'kept.json')
    const before = readFileSync(path)
    linkSync(path, outside)
    const { sealed } = expectOk(readKeyFile(dir)).passphrase
    expectOk(await changePassphrase(dir, { current: passphrase, next: 'the next passphrase' }, ports))
    for (const name of readdirSync(dir))
      expect([name, readFileSync(join(dir, name)).includes(sealed)]).toEqual([name, false])
    expect(readFileSync(outside).equals(before)).toBe(true)
  })
})

describe('a file of format 1', () => {
  const old = { passphrase: 'a trial vault of format one' }

  function copied(): string {
    const dir = join(tempFolder(), 'vault')
    cpSync(join(formats, '1', 'vault'), dir, { recursive: true })
    return dir
  }

  test('opens, becomes format 2, and its old file goes once the new one has opened', async () => {
    const dir = copied()
    const before = readFileSync(join(dir, 'vault.json'))
    expectOk(await unlock(dir, ports, old.passphrase)).store.close()
    expect(JSON.parse(readFileSync(join(dir, 'vault.json'), 'utf8'))).toMatchObject({ format: 2 })
    expect(readFileSync(join(dir, 'vault-1.json')).equals(before)).toBe(true)
    expectOk(await unlock(dir, ports, old.passphrase)).store.close()
    expect(existsSync(join(dir, 'vault-1.json'))).toBe(false)
  })

  test('whose successor was damaged before it ever opened still opens', async () => {
    const dir = copied()
    expectOk(await unlock(dir, ports, old.passphrase)).store.close()
    writeFileSync(join(dir, 'vault.json'), '{"signet":"vau')
    expectOk(await unlock(dir, ports, old.passphrase)).store.close()
    expect(expectOk(readKeySlots(dir))).toMatchObject({ isDamaged: false, isOld: false })
    expectOk(await unlock(dir, ports, old.passphrase)).store.close()
  })

  test('leaves nothing that opens by the passphrase before a change', async () => {
    const dir = copied()
    expectOk(await unlock(dir, ports, old.passphrase)).store.close()
    expectOk(await changePassphrase(dir, { current: old.passphrase, next: 'the next passphrase' }, ports))
    expect(existsSync(join(dir, 'vault-1.json'))).toBe(false)
    expect(codeOf(await unlock(dir, ports, old.passphrase))).toBe('passphrase-wrong')
    expectOk(await unlock(dir, ports, 'the next passphrase')).store.close()
  })

  test('that was damaged is damage, not a wrong passphrase', async () => {
    const dir = copied()
    const path = join(dir, 'vault.json')
    writeFileSync(path, readFileSync(path, 'utf8').replace('"trial": true', '"trial": false'))
    expect(codeOf(await unlock(dir, ports, old.passphrase))).toBe('key-file-damaged')
  })
})
