/** A request that got past policy and code is cancelled by the session; in development it is also an error that nobody can overlook. */
import { beforeEach, expect, it, vi } from 'vitest'
import { lockDownSession } from '../../electron/shell/lockdown.ts'
import { Session } from '../host/session.ts'

const app = vi.hoisted(() => ({ isPackaged: false }))
vi.mock('electron', () => ({ app, Menu: {}, protocol: {} }))

type Listener = (details: { url: string }, callback: (verdict: { cancel?: boolean }) => void) => void
let asked: Listener

beforeEach(() => {
  const session = new Session()
  session.webRequest.onBeforeRequest = (listener) => {
    if (listener !== null) asked = (details, callback) => listener({ method: 'GET', ...details }, callback)
  }
  Reflect.apply(lockDownSession, undefined, [session, () => new Response('')])
})

it.each([true, false])('is cancelled (packaged: %s)', (isPackaged) => {
  app.isPackaged = isPackaged
  const verdict = vi.fn<Parameters<Listener>[1]>()
  try {
    asked({ url: 'https://example.org/secret' }, verdict)
  } catch {
    // As the next test expects.
  }
  expect(verdict).toHaveBeenCalledExactlyOnceWith({ cancel: true })
})

it('throws in development, and nowhere else', () => {
  app.isPackaged = false
  const ask = (url: string) => () => asked({ url }, () => undefined)
  expect(ask('https://example.org/secret')).toThrow(/of https:\/\/example\.org$/)
  expect(ask('app://main/index.html')).not.toThrow()
  app.isPackaged = true
  expect(ask('https://example.org/secret')).not.toThrow()
})
