/** What is worked out from the parts of a key agrees with OpenPGP.js, asked for the same key on the same day. */
import { expect, it } from 'vitest'
import { generateKey, readKey, readPrivateKey, revokeKey, type PrivateKey } from 'openpgp'
import { canAt, canEncryptAt } from '../../../shared/domain/key/parts.ts'
import { pgpConfig } from '../../../electron/core/pgp/config.ts'
import { partsOf } from '../../../electron/core/pgp/key-parts.ts'
import { person } from '../../material/pgp-people.ts'

const now = new Date('2026-11-22T08:00:00.000Z')
const day = 86_400

async function made(keySeconds: number, subkeySeconds: number, more: 'sign' | 'none' = 'none'): Promise<PrivateKey> {
  const { privateKey } = await generateKey({
    type: 'ecc',
    curve: 'ed25519Legacy',
    userIDs: { name: 'Ann', email: 'ann@example.org' },
    date: new Date('2026-10-01'),
    keyExpirationTime: keySeconds,
    subkeys: [{ keyExpirationTime: subkeySeconds }, ...(more === 'sign' ? [{ sign: true }] : [])],
    format: 'object',
  })
  return privateKey
}

it('on every day, for keys and subkeys that end, are added, revoked or sign', async () => {
  const rotated = await made(0, 100 * day)
  const keys = [
    await made(0, 0),
    await made(200 * day, 0),
    await made(0, 100 * day),
    await made(100 * day, 200 * day, 'sign'),
    await rotated.addSubkey({ date: new Date('2026-11-20') }),
    await readPrivateKey({ armoredKey: (await person('Bob', 300)).armoredSecret }),
    (await revokeKey({ key: await made(0, 0), format: 'object', date: new Date('2026-11-01') })).privateKey,
  ]
  for (const secret of keys) {
    const key = await readKey({ armoredKey: secret.toPublic().armor() })
    const parts = await partsOf(key, now)
    for (let days = 0; days <= 400; days += 25) {
      const at = new Date(now.getTime() + days * day * 1000)
      const works = (attempt: Promise<unknown>): Promise<boolean> =>
        attempt.then(
          () => true,
          () => false,
        )
      expect(canEncryptAt(parts, at.toISOString())).toBe(
        await works(key.getEncryptionKey(undefined, at, undefined, pgpConfig())),
      )
      expect(canAt(parts, 'sign', at.toISOString())).toBe(
        await works(key.getSigningKey(undefined, at, undefined, pgpConfig())),
      )
    }
  }
})
