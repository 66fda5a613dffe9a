/** Threads for hostile input: kept after a good answer only, ended after anything else. */
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { openMessage } from '../../../electron/core/pgp/open-message.ts'
import { endIdleThreads, idleThreads, runJob, warmUp } from '../../../electron/core/workers/run-job.ts'

const now = '2026-11-23T08:00:00.000Z'
const name = 'pgp-worker'

const open = (text: string, limits = {}) =>
  openMessage({ bytes: Buffer.from(text), fileName: 'a.eml', secretKeys: [], publicKeys: [], now, limits })

const mail = (body: string): string => `From: a@example.org\r\nSubject: s\r\n\r\n${body}\r\n`

async function settled(): Promise<number> {
  await wait(50)
  return idleThreads(name)
}

afterEach(async () => {
  endIdleThreads()
  await settled()
})

describe('a thread', () => {
  it('serves again after a good answer', async () => {
    for (const text of ['one', 'two', 'three']) {
      const opened = await open(mail(text))
      expect(opened.ok && opened.value.text.trim()).toBe(text)
      expect(await settled()).toBe(1)
    }
  })

  it('is ended after a refusal, so that nothing of a hostile message meets the next one', async () => {
    await warmUp(name)
    expect(idleThreads(name)).toBe(1)
    const refused = await open('-----BEGIN PGP MESSAGE-----\n\nAAAA\n-----END PGP MESSAGE-----\n')
    expect(refused.ok).toBe(false)
    expect(await settled()).toBe(0)
    expect((await open(mail('after it'))).ok).toBe(true)
  })

  it('is ended when it takes too long, and says so', async () => {
    const stopped = await open(mail('x'.repeat(2_000_000)), { seconds: 0.001 })
    expect(stopped).toMatchObject({ ok: false, problem: { code: 'worker-stopped' } })
    expect(await settled()).toBe(0)
  })

  it('is ended by a bug, which reaches the caller', async () => {
    await expect(runJob(name, { job: 'no-such-job' }, { seconds: 10, megabytes: 256 })).rejects.toThrow()
    expect(await settled()).toBe(0)
  })

  it('goes at lock', async () => {
    await warmUp(name)
    endIdleThreads()
    expect(idleThreads(name)).toBe(0)
    expect((await open(mail('a new one'))).ok).toBe(true)
  })

  it('answers many at once, each its own caller', async () => {
    const texts = Array.from({ length: 12 }, (_, at) => `text ${at}`)
    const opened = await Promise.all(texts.map((text) => open(mail(text))))
    expect(opened.map((one) => one.ok && one.value.text.trim())).toEqual(texts)
  })
})
