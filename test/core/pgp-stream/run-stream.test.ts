/** Files in threads of their own: they tell how far they are, stop when nobody wants them, and leave nothing half. */
import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openFile, sealFile, warmStreams } from '../../../electron/core/pgp/stream/run-stream.ts'
import { endIdleThreads, idleThreads } from '../../../electron/core/workers/run-job.ts'
import { must, NOW, person, type Person } from '../../material/pgp-people.ts'
import { folder, secretOf, type Folder } from './stream-fixture.ts'

let ada: Person
let at: Folder

beforeAll(async () => {
  ada = await person('Ada')
  await warmStreams()
})
afterAll(endIdleThreads)
beforeEach(() => {
  at = folder()
})
afterEach(() => at.close())

const sealing = (bytes: Uint8Array) => ({
  recipients: [ada.armoredPublic],
  signWith: secretOf(ada),
  from: at.put('plain', bytes),
  to: at.file('sealed'),
  fileName: 'plain',
  armour: false,
  now: NOW,
})

const opening = () => ({
  from: at.file('sealed'),
  to: at.file('opened'),
  secretKeys: [secretOf(ada)],
  publicKeys: [ada.armoredPublic],
  now: NOW,
})

test('a file goes there and back through threads, and the last thing said of it is that all of it is done', async () => {
  const data = randomBytes(20_000_000)
  const steps: number[] = []
  must(await sealFile(sealing(data), { onProgress: (done, total) => steps.push(done / total) }))
  expect(steps.at(-1)).toBe(1)
  expect(steps).toEqual(steps.toSorted((a, b) => a - b))
  const opened = must(await openFile(opening()))
  expect(opened.protection).toMatchObject({ encrypted: true, integrity: true, signature: 'good' })
  expect(at.get('opened').equals(data)).toBe(true)
  expect(at.names()).toEqual(['opened', 'plain', 'sealed'])
})

test('threads that did well serve again', async () => {
  must(await sealFile(sealing(Buffer.from('x'))))
  await expect.poll(() => idleThreads('pgp-stream-worker')).toBeGreaterThan(0)
  await expect.poll(() => idleThreads('pgp-hash-worker')).toBeGreaterThan(0)
  must(await openFile(opening()))
})

test('who asks to stop gets nothing, and nothing half is left', async () => {
  const stop = new AbortController()
  const input = sealing(Buffer.alloc(150_000_000))
  const running = sealFile(input, { signal: stop.signal })
  setTimeout(() => stop.abort(), 40)
  expect(await running).toMatchObject({ ok: false, problem: { code: 'stream-cancelled' } })
  expect(at.names()).toEqual(['plain'])
  const before = AbortSignal.abort()
  expect(await sealFile(input, { signal: before })).toMatchObject({ ok: false, problem: { code: 'stream-cancelled' } })
})

test('a file that takes too long is ended from outside, and nothing half is left', async () => {
  const result = await sealFile(sealing(Buffer.alloc(150_000_000)), { limits: { seconds: 0.03 } })
  expect(result).toMatchObject({ ok: false, problem: { code: 'stream-stopped' } })
  await expect.poll(() => at.names()).toEqual(['plain'])
})

test('a file that is not there, one that is too large, and a place that cannot be written to', async () => {
  const missing = { ...opening(), from: at.file('nothing') }
  expect(await openFile(missing)).toMatchObject({ ok: false, problem: { code: 'file-missing' } })
  const large = await sealFile(sealing(Buffer.alloc(2000)), { limits: { fileBytes: 1000 } })
  expect(large).toMatchObject({ ok: false, problem: { code: 'stream-too-large' } })
  const nowhere = { ...sealing(Buffer.alloc(10)), to: at.file('no-folder/sealed') }
  expect(await sealFile(nowhere)).toMatchObject({ ok: false, problem: { code: 'write-failed' } })
})

test('noise is refused as a message would be', async () => {
  at.put('sealed', randomBytes(5000))
  const opened = await openFile(opening())
  expect(opened.ok).toBe(false)
  expect(at.names()).toEqual(['sealed'])
})
