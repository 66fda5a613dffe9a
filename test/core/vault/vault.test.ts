/** The life of a vault from outside: made, opened, refused, recovered, its passphrase changed. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { uptime } from 'node:os'
import { join } from 'node:path'
import { argon2id } from 'hash-wasm'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import { ok } from '../../../shared/kit/result.ts'
import { me, profileOf, profilesOf } from '../../../electron/core/session.ts'
import { canonical, sha256 } from '../../../electron/core/store/canonical.ts'
import { openDatabase } from '../../../electron/core/store/database.ts'
import { databasePath, recordsOf, type Store, type Tx } from '../../../electron/core/store/store.ts'
import { keyFileText, readKeyFile } from '../../../electron/core/vault/key-slots.ts'
import { changePassphrase } from '../../../electron/core/vault/change-keys.ts'
import { passphraseKey } from '../../../electron/core/vault/key-wraps.ts'
import { createVault, recoverVault, unlockVault } from '../../../electron/core/vault/vault.ts'
import { copiedDesk, reopenedDesk } from '../desk-fixture.ts'
import {
  codeOf,
  expectOk,
  fixedPorts,
  journalled,
  newVault,
  note,
  notesOf,
  opening,
  passphrase,
  reopened,
  tempFolder,
  unlock,
} from '../vault-fixture.ts'

const ports = fixedPorts()

describe('making a vault', () => {
  test('what was written is there after closing and opening', async () => {
    const dir = tempFolder()
    const { store } = await newVault(dir, ports)
    journalled(store, ports, [opening, note('called the bank')])
    store.close()
    const again = await reopened(dir)
    expect(again.store.findings).toEqual([])
    expect(notesOf(again.store)).toEqual(['called the bank'])
  })

  test('its files are for the owner alone and none holds the text of a note', async () => {
    const dir = tempFolder()
    const { store } = await newVault(dir, ports)
    journalled(store, ports, [opening, note('canary-plaintext-0815')])
    const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
    expect(files.length).toBeGreaterThan(3)
    for (const file of files) {
      const path = join(file.parentPath, file.name)
      expect([file.name, statSync(path).mode & 0o077]).toEqual([file.name, 0])
      expect(readFileSync(path).includes('canary-plaintext')).toBe(false)
    }
    store.close()
  })

  test('killed before its desk key was made it opens, and gets one', async () => {
    const made = await copiedDesk()
    const store = made.core.session()?.store
    if (store === undefined) throw new Error('locked')
    const { deskKey } = await made.call('me.show', {})
    store.commit((tx) => {
      profilesOf(store).put(tx, me, { ...profileOf({ profiles: profilesOf(store) }), deskKey: '' })
      return ok(null)
    })
    const desk = await reopenedDesk(made)
    await vi.waitFor(async () => expect((await desk.call('me.show', {})).deskKey).not.toBe(''), { timeout: 30_000 })
    expect((await desk.call('me.show', {})).deskKey).not.toBe(deskKey)
  })

  test('what it shall hold from the first is there when it can be opened first', async () => {
    const dir = tempFolder()
    const first = (store: Store, tx: Tx, dropSecret: string): void =>
      recordsOf(store, 'first', z.string()).put(tx, 'a', dropSecret)
    const { store, dropSecret } = expectOk(await createVault({ dir, passphrase, trial: true, first }, ports))
    expect(recordsOf(store, 'first', z.string()).get('a')).toBe(dropSecret)
    // Of one commit with the sheet: nothing lies between them.
    expect(store.head().seq).toBe(2)
    store.close()
  })

  test('refuses a folder with something in it, and leaves that alone', async () => {
    const dir = tempFolder()
    writeFileSync(join(dir, 'mine.txt'), 'mine')
    expect(codeOf(await createVault({ dir, passphrase, trial: true }, ports))).toBe('vault-exists')
    expect(readdirSync(dir)).toEqual(['mine.txt'])
  })

  test('refuses a short passphrase, except for a trial vault', async () => {
    const dir = join(tempFolder(), 'new')
    expect(codeOf(await createVault({ dir, passphrase: 'elevensigns', trial: false }, ports))).toBe('passphrase-weak')
    expect(codeOf(await createVault({ dir, passphrase: '', trial: true }, ports))).toBe('passphrase-weak')
    expect(existsSync(dir)).toBe(false)
    expectOk(await createVault({ dir, passphrase: 'short', trial: true }, ports)).store.close()
  })

  test('a place that cannot be written is a reason, not a crash', async () => {
    const dir = tempFolder()
    writeFileSync(join(dir, 'file'), '')
    expect(codeOf(await createVault({ dir: join(dir, 'file', 'vault'), passphrase, trial: true }, ports))).toBe(
      'write-failed',
    )
  })
})

describe('opening a vault', () => {
  test('the same passphrase typed with composed and decomposed letters opens it', async () => {
    const dir = tempFolder()
    expectOk(await createVault({ dir, passphrase: 'Gr\u00FC\u00DFe aus K\u00F6ln', trial: true }, ports)).store.close()
    const again = expectOk(await unlock(dir, ports, 'Gru\u0308\u00DFe aus Ko\u0308ln'))
    expect(again.store.findings).toEqual([])
    again.store.close()
  })

  test('only-trial refuses a real vault before any passphrase is tried', async () => {
    const dir = tempFolder()
    expectOk(await createVault({ dir, passphrase, trial: false }, ports)).store.close()
    expect(codeOf(await unlockVault({ dir, trialOnly: true }, passphrase, ports))).toBe('only-trial')
  })

  test('a folder without a vault is said to be none', async () => {
    const dir = tempFolder()
    expect(codeOf(await unlock(dir))).toBe('vault-not-found')
    expect(codeOf(await unlock(join(dir, 'nowhere')))).toBe('vault-not-found')
    writeFileSync(join(dir, 'vault.json'), '{"name":"something else"}')
    expect(codeOf(await unlock(dir))).toBe('vault-not-found')
    mkdirSync(join(dir, 'sub', 'vault.json'), { recursive: true })
    expect(codeOf(await unlock(join(dir, 'sub')))).toBe('vault-not-found')
  })

  test('a newer format is refused and not touched, by its own sum or without slots that we know', async () => {
    const dir = await closedVault()
    const path = join(dir, 'vault.json')
    const before = readFileSync(join(dir, 'vault.db'))
    const newer = rewritten(readFileSync(path, 'utf8'), (keys) => ({ ...keys, format: 3 }))
    for (const text of [newer, '{"signet":"vault","format":3,"elsewhere":true}']) {
      writeFileSync(path, text)
      expect(codeOf(await unlock(dir))).toBe('vault-newer')
    }
    expect(readFileSync(join(dir, 'vault.db')).equals(before)).toBe(true)
  })

  test('a key file that asks for more than was ever written is refused without a derivation, sum and all', async () => {
    const dir = await closedVault()
    const path = join(dir, 'vault.json')
    const whole = readFileSync(path, 'utf8')
    const costs = [
      { memory: 1_048_577 },
      { memory: 1_073_741_824, lanes: 16 },
      { passes: 11 },
      { lanes: 17 },
      { memory: 1_048_576, passes: 5 },
      { memory: 8, lanes: 4 },
    ]
    for (const cost of costs) {
      const hostile = rewritten(whole, (keys) => ({ ...keys, passphrase: { ...Object(keys['passphrase']), ...cost } }))
      writeFileSync(path, hostile)
      expect([cost, codeOf(await unlock(dir))]).toEqual([cost, 'key-file-limits'])
    }
    expect(existsSync(join(dir, 'attempts.json'))).toBe(false)
  })

  test('values changed on purpose, sum and all, open for nobody', async () => {
    const dir = await closedVault()
    const file = expectOk(readKeyFile(dir))
    writeFileSync(join(dir, 'vault.json'), keyFileText({ ...file, dropKey: 'AAAA' }))
    expect(codeOf(await unlock(dir))).toBe('passphrase-wrong')
  })
})

describe('a second process', () => {
  test('is kept out while the first lives, and let in after it was killed', async () => {
    const dir = await closedVault()
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    onTestFinished(() => void other.kill('SIGKILL'))
    writeFileSync(join(dir, 'lock'), `${other.pid}\n`)
    const refused = await unlock(dir)
    expect(refused).toMatchObject({ ok: false, problem: { code: 'vault-in-use', params: { pid: other.pid } } })
    const gone = new Promise((resolve) => other.once('exit', resolve))
    other.kill('SIGKILL')
    await gone
    expectOk(await unlock(dir)).store.close()
  })

  test('a lock from before the machine started keeps nobody out, whoever has its number now', async () => {
    const dir = await closedVault()
    const path = join(dir, 'lock')
    writeFileSync(path, `${process.ppid}\n`)
    expect(codeOf(await unlock(dir))).toBe('vault-in-use')
    const before = Date.now() / 1000 - uptime() - 3600
    utimesSync(path, before, before)
    expectOk(await unlock(dir)).store.close()
  })

  test('half of a lock that a kill left keeps nobody out', async () => {
    const dir = await closedVault()
    writeFileSync(join(dir, 'lock'), '1')
    expectOk(await unlock(dir)).store.close()
  })

  test('the same process cannot open it twice either, and the first keeps its lock', async () => {
    const dir = tempFolder()
    const { store } = await newVault(dir, ports)
    expect(codeOf(await unlock(dir))).toBe('vault-in-use')
    expect(existsSync(join(dir, 'lock'))).toBe(true)
    store.close()
    expectOk(await unlock(dir)).store.close()
  })

  test('the database itself is a second guard, where two race past the lock file', async () => {
    const dir = tempFolder()
    const { store } = await newVault(dir, ports)
    const again = openDatabase(databasePath(dir), Buffer.alloc(32))
    expect(codeOf(again)).toBe('vault-in-use')
    store.close()
  })

  test('nothing stays behind a refused opening: the right passphrase opens at once', async () => {
    const dir = await closedVault()
    expect(codeOf(await unlock(dir, ports, 'wrong'))).toBe('passphrase-wrong')
    expect(existsSync(join(dir, 'lock'))).toBe(false)
    expectOk(await unlock(dir)).store.close()
    expect(existsSync(join(dir, 'lock'))).toBe(false)
    expect(existsSync(join(dir, 'attempts.json'))).toBe(false)
  })
})

describe('the printed recovery key', () => {
  test('opens the vault, sets a new passphrase, and stays valid', async () => {
    const dir = tempFolder()
    const { store, recoveryKey } = await newVault(dir, ports)
    journalled(store, ports, [opening, note('kept')])
    store.close()
    const typed = recoveryKey.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
    for (const next of ['second passphrase', 'third passphrase']) {
      const recovered = expectOk(
        await recoverVault({ dir, trialOnly: false }, { recoveryKey: typed, passphrase: next }, ports),
      )
      expect(notesOf(recovered.store)).toEqual(['kept'])
      recovered.store.close()
      expectOk(await unlock(dir, ports, next)).store.close()
    }
    expect(codeOf(await unlock(dir))).toBe('passphrase-wrong')
  })

  test('a wrong one changes nothing', async () => {
    const dir = await closedVault()
    const before = readFileSync(join(dir, 'vault.json'))
    for (const recoveryKey of ['', 'ABC', '00000-'.repeat(8), 'U'.repeat(40)]) {
      const refused = await recoverVault(
        { dir, trialOnly: false },
        { recoveryKey, passphrase: 'another one here' },
        ports,
      )
      expect(codeOf(refused)).toBe('recovery-wrong')
    }
    expect(readFileSync(join(dir, 'vault.json')).equals(before)).toBe(true)
  })
})

describe('changing the passphrase', () => {
  test('works in an open vault; the old one opens nothing any more, the recovery key still does', async () => {
    const dir = tempFolder()
    const { store, recoveryKey } = await newVault(dir, ports)
    expectOk(await changePassphrase(dir, { current: passphrase, next: 'the next passphrase' }, ports))
    store.close()
    expect(codeOf(await unlock(dir))).toBe('passphrase-wrong')
    expectOk(await unlock(dir, ports, 'the next passphrase')).store.close()
    const recovered = await recoverVault({ dir, trialOnly: false }, { recoveryKey, passphrase }, ports)
    expectOk(recovered).store.close()
  })

  test('asks for the current one, and guessing there is slowed as well', async () => {
    const dir = await closedVault()
    const change = { current: 'guess', next: 'the next passphrase' }
    for (let i = 0; i < 4; i++) expect(codeOf(await changePassphrase(dir, change, ports))).toBe('passphrase-wrong')
    for (let i = 0; i < 2; i++) expect(codeOf(await changePassphrase(dir, change, ports))).toBe('passphrase-wait')
  })
})

test('the key is Argon2id as everybody computes it (checked with another implementation)', async () => {
  const salt = Buffer.alloc(16, 3)
  const expected = await argon2id({
    password: 'G\u00FCte',
    salt,
    memorySize: 8192,
    iterations: 2,
    parallelism: 4,
    hashLength: 32,
    outputType: 'hex',
  })
  const key = await passphraseKey('Gu\u0308te', salt, { memory: 8192, passes: 2, lanes: 4 })
  expect(key.toString('hex')).toBe(expected)
})

/** Each slot changed as somebody would who knows of the sums. */
function rewritten(text: string, change: (keys: Record<string, unknown>) => Record<string, unknown>): string {
  const lines = text.split('\n').map((line) => {
    if (!line.startsWith('{"slot":')) return line
    const { slot, keys } = slotSchema.parse(JSON.parse(line))
    return JSON.stringify({ slot, sum: sha256(canonical(change(keys))), keys: change(keys) })
  })
  return lines.join('\n')
}

const slotSchema = z.object({ slot: z.int(), keys: z.record(z.string(), z.unknown()) })

async function closedVault(): Promise<string> {
  const dir = tempFolder()
  const { store } = await newVault(dir, ports)
  store.close()
  return dir
}
