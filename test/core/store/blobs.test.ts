/** Sealed files: read back byte for byte, and no change of order, length, end or name passes. */
import { appendFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { blobPath, readBlob, readWholeBlob } from '../../../electron/core/store/blobs.ts'
import { chunkLength, sealChunks, unsealChunks, type ReadChunk } from '../../../electron/core/store/sealed-chunks.ts'
import { fixedPorts, keepBlob, newVault, reopened, tempFolder } from '../vault-fixture.ts'

const ports = fixedPorts()
const sealedChunk = chunkLength + 16

/** Bytes that differ from place to place, so that a swap shows. */
const material = (length: number): Buffer => {
  const bytes = Buffer.alloc(length)
  for (let at = 0; at + 4 <= length; at += 4) bytes.writeUInt32LE(at, at)
  return bytes
}

describe('a sealed file', () => {
  test.each([0, 1, chunkLength - 1, chunkLength, chunkLength + 1, 3 * chunkLength + 5])(
    'of %i bytes reads back after closing and opening',
    async (length) => {
      const dir = tempFolder()
      const { store } = await newVault(dir, ports)
      const { id, size } = keepBlob(store, ports, material(length))
      store.close()
      const again = await reopened(dir)
      expect(size).toBe(length)
      expect(readWholeBlob(again.store, id)?.equals(material(length))).toBe(true)
    },
  )

  test('does not show its content, and two of the same look different', async () => {
    const { store } = await newVault(tempFolder(), ports)
    const bytes = Buffer.from('canary-evidence '.repeat(100))
    const [one, other] = [keepBlob(store, ports, bytes), keepBlob(store, ports, bytes)].map(({ id }) =>
      readFileSync(blobPath(store.dir, id)),
    )
    expect(one?.includes('canary')).toBe(false)
    expect(one?.equals(other ?? Buffer.alloc(0))).toBe(false)
    store.close()
  })

  const damages: readonly (readonly [string, (path: string) => void])[] = [
    ['a flipped bit', (path) => writeFileSync(path, flipped(readFileSync(path), 5))],
    ['a flipped bit of the last tag', (path) => writeFileSync(path, flipped(readFileSync(path), -1))],
    ['two chunks swapped', (path) => writeFileSync(path, swapped(readFileSync(path)))],
    ['a chunk twice', (path) => writeFileSync(path, doubled(readFileSync(path)))],
    [
      'a chunk taken out of the middle',
      (path) =>
        writeFileSync(
          path,
          Buffer.concat([readFileSync(path).subarray(0, sealedChunk), readFileSync(path).subarray(2 * sealedChunk)]),
        ),
    ],
    ['the last chunk cut off', (path) => truncateSync(path, 2 * sealedChunk)],
    ['cut in the middle of a chunk', (path) => truncateSync(path, sealedChunk + 100)],
    ['cut to nothing', (path) => truncateSync(path, 0)],
    ['one byte appended', (path) => appendFileSync(path, 'x')],
    ['a whole chunk appended', (path) => appendFileSync(path, readFileSync(path).subarray(0, sealedChunk))],
    ['removed', (path) => rmSync(path)],
  ]
  test.each(damages)('with %s is refused', async (_, damage) => {
    const { store } = await newVault(tempFolder(), ports)
    const { id } = keepBlob(store, ports, material(2 * chunkLength + 500))
    damage(blobPath(store.dir, id))
    expect(readWholeBlob(store, id)).toBeNull()
    store.close()
  })

  test('does not open under the id of another', async () => {
    const { store } = await newVault(tempFolder(), ports)
    const one = keepBlob(store, ports, material(1000))
    const other = keepBlob(store, ports, material(1000))
    writeFileSync(blobPath(store.dir, other.id), readFileSync(blobPath(store.dir, one.id)))
    expect(readBlob(store, other.id, () => undefined)).toBe(false)
    expect(readBlob(store, 'unknown', () => undefined)).toBe(false)
    store.close()
  })
})

test('a source that gives less than asked for (a pipe, a network folder) is sealed whole', () => {
  const bytes = material(2 * chunkLength + 77)
  const sealed: Buffer[] = []
  let at = 0
  const trickle: ReadChunk = (length) => {
    const piece = bytes.subarray(at, at + Math.min(length, 70_001))
    at += piece.length
    return piece
  }
  const key = ports.random(32)
  const contents = sealChunks(key, 'id', trickle, (chunk) => sealed.push(chunk))
  expect(contents.size).toBe(bytes.length)
  const all = Buffer.concat(sealed)
  const opened: Buffer[] = []
  let from = 0
  const whole: ReadChunk = (length) => all.subarray(from, (from += Math.min(length, all.length - from)))
  expect(unsealChunks(key, 'id', whole, (chunk) => opened.push(chunk))).toEqual(contents)
  expect(Buffer.concat(opened).equals(bytes)).toBe(true)
})

function flipped(bytes: Buffer, at: number): Buffer {
  const index = (at + bytes.length) % bytes.length
  bytes.writeUInt8((bytes[index] ?? 0) ^ 1, index)
  return bytes
}

const chunk = (bytes: Buffer, number: number): Buffer =>
  bytes.subarray(number * sealedChunk, (number + 1) * sealedChunk)
const swapped = (bytes: Buffer): Buffer => Buffer.concat([chunk(bytes, 1), chunk(bytes, 0), chunk(bytes, 2)])
const doubled = (bytes: Buffer): Buffer =>
  Buffer.concat([chunk(bytes, 0), chunk(bytes, 0), chunk(bytes, 1), chunk(bytes, 2)])
