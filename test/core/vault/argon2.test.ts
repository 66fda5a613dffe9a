/** The key derivation of the vault is Argon2id, byte for byte as another implementation has it. */
import { expect, it } from 'vitest'
import { argon2id } from 'hash-wasm'
import { hashRaw } from '@node-rs/argon2'

it('gives the same bytes as an independent Argon2id', async () => {
  const [password, salt] = ['five quiet herons', Buffer.from('0123456789abcdef')]
  const native = await hashRaw(password, { salt, memoryCost: 8192, timeCost: 2, parallelism: 2, outputLen: 32 })
  const wasm = await argon2id({
    password,
    salt,
    memorySize: 8192,
    iterations: 2,
    parallelism: 2,
    hashLength: 32,
    outputType: 'hex',
  })
  expect(native.toString('hex')).toBe(wasm)
})
