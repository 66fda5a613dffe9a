/** The store: a change is whole or absent, and its log tells what the database alone would hide. */
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { fail, ok } from '../../../shared/kit/result.ts'
import { saying } from '../../../shared/words/say.ts'
import { hmac } from '../../../electron/core/store/canonical.ts'
import { recordsOf } from '../../../electron/core/store/store.ts'
import { emptyHead, firstBroken } from '../../../electron/core/store/vault-log.ts'
import { expectOk, fixedPorts, newVault, reopened, tempFolder } from '../vault-fixture.ts'

const ports = fixedPorts()
const word = z.object({ text: z.string() })

describe('a commit', () => {
  test('that is refused or fails leaves nothing, not even in the log', async () => {
    const { store } = await newVault(tempFolder(), ports)
    const words = recordsOf(store, 'word', word)
    const before = store.head()
    const refused = store.commit((tx) => {
      words.put(tx, 'a', { text: 'refused' })
      tx.after(() => expect.unreachable())
      return fail(saying('note-empty'))
    })
    expect(refused.ok).toBe(false)
    const broken = () =>
      store.commit((tx) => {
        words.put(tx, 'a', { text: 'thrown' })
        throw new Error('a bug')
      })
    expect(broken).toThrow('a bug')
    expect(words.get('a')).toBeNull()
    expect(store.head()).toEqual(before)
    expectOk(store.commit((tx) => ok(words.put(tx, 'a', { text: 'kept' }))))
    expect(words.all()).toEqual([{ text: 'kept' }])
    store.close()
  })

  test('tells what is in memory only once it is on disk', async () => {
    const { store } = await newVault(tempFolder(), ports)
    const order: string[] = []
    store.commit((tx) => {
      tx.after(() => order.push('after'))
      order.push('work')
      return ok(null)
    })
    expect(order).toEqual(['work', 'after'])
    store.close()
  })
})

describe('the vault log', () => {
  test('has a row for each thing written, chained and signed; quiet records make none', async () => {
    const dir = tempFolder()
    const { store } = await newVault(dir, ports)
    const words = recordsOf(store, 'word', word)
    const drafts = recordsOf(store, 'draft', word, { quiet: true })
    const { seq } = store.head()
    for (let i = 0; i < 5; i++) {
      store.commit((tx) => {
        words.put(tx, String(i), { text: 'x' })
        drafts.put(tx, String(i), { text: 'y' })
        return ok(words.drop(tx, String(i - 1)))
      })
    }
    expect(store.head().seq).toBe(seq + 10)
    store.close()
    const again = await reopened(dir)
    expect(again.store.head().seq).toBe(seq + 10)
    expect(firstBroken(again.store.db, again.store.macKey, emptyHead)).toBeNull()
  })

  const changes: readonly (readonly [string, string, number])[] = [
    ['a changed reference', "UPDATE log SET ref = 'x' WHERE seq = 3", 3],
    ['a changed time', "UPDATE log SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 1", 1],
    ['a changed kind', "UPDATE log SET kind = 'x' WHERE seq = 5", 5],
    ['a changed MAC', 'UPDATE log SET mac = hash WHERE seq = 2', 2],
    ['a row removed from the middle', 'DELETE FROM log WHERE seq = 4', 4],
    ['the first row removed', 'DELETE FROM log WHERE seq = 1', 1],
  ]
  test.each(changes)('shows %s', async (_, sql, seq) => {
    const { store } = await newVault(tempFolder(), ports)
    const words = recordsOf(store, 'word', word)
    for (let i = 0; i < 6; i++) store.commit((tx) => ok(words.put(tx, 'a', { text: String(i) })))
    expect(firstBroken(store.db, store.macKey, emptyHead)).toBeNull()
    store.db.exec(sql)
    expect(firstBroken(store.db, store.macKey, emptyHead)).toBe(seq)
    store.close()
  })

  test('cannot be chained anew without the key of the vault', async () => {
    const { store } = await newVault(tempFolder(), ports)
    const words = recordsOf(store, 'word', word)
    for (let i = 0; i < 2; i++) store.commit((tx) => ok(words.put(tx, 'a', { text: String(i) })))
    store.db.prepare('UPDATE log SET mac = ? WHERE seq = 2').run([hmac(Buffer.alloc(32), store.head().hash)])
    expect(firstBroken(store.db, store.macKey, emptyHead)).toBe(2)
    store.close()
  })
})

test('a record that does not fit its schema is not handed out', async () => {
  const { store } = await newVault(tempFolder(), ports)
  store.db.exec(`INSERT INTO records (kind, id, at, body) VALUES ('word', 'a', '', '{"text":1}')`)
  expect(() => recordsOf(store, 'word', word).get('a')).toThrow('expected string')
  store.close()
})
