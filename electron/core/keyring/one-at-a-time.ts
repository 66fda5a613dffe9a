/** Changes of the keyring one after another: each reads a key, works on it for a while, and writes it. */
import type { Session } from '../session.ts'

const last = new WeakMap<Session, Promise<unknown>>()

export function oneAtATime<T>(session: Session, work: () => Promise<T>): Promise<T> {
  const next = (last.get(session) ?? Promise.resolve()).then(work, work)
  // The next one waits whether this one succeeds or not.
  last.set(
    session,
    next.catch(() => undefined),
  )
  return next
}
