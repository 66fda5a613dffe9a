/** Work that reads a large file shows how far it is among the jobs of the desk, in megabytes, and ends when a person or a lock cancels it. */
import { setTimeout } from 'node:timers/promises'
import { ok, type Result } from '../../../shared/kit/result.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { mebibyte } from '../files/input.ts'
import type { Step } from '../jobs.ts'
import type { StreamOptions } from '../pgp/stream/stream-job.ts'
import type { Session } from '../session.ts'

const tickMs = 200

export async function followed<T>(
  { jobs, ports }: Pick<Session, 'jobs' | 'ports'>,
  { name, bytes }: { readonly name: string; readonly bytes: number },
  run: (options: Required<Pick<StreamOptions, 'onProgress' | 'signal'>>) => Promise<T>,
): Promise<T> {
  const abort = new AbortController()
  const at = { done: 0, told: 0, isOver: false }
  const onProgress = (read: number): void => {
    at.done = Math.floor(read / mebibyte)
  }
  const work = run({ onProgress, signal: abort.signal }).finally(() => {
    at.isOver = true
  })
  async function* steps(): AsyncGenerator<Result<Step, Saying>, undefined> {
    do {
      await Promise.race([work.catch(() => undefined), setTimeout(tickMs, undefined, { ref: false })])
      const done = at.done - at.told
      at.told = at.done
      yield ok({ done, added: 0, updated: 0, unchanged: 0, refused: [] })
    } while (!at.isOver)
    return undefined
  }
  const { id } = jobs.start({ id: ports.newId(), kind: 'exchange', name, total: Math.ceil(bytes / mebibyte) }, steps)
  const watch = setInterval(() => {
    if (!jobs.list().some((job) => job.id === id && job.state === 'running')) abort.abort()
  }, tickMs)
  return work.finally(() => clearInterval(watch))
}
