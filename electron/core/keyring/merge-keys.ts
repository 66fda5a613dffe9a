/** Merges what came with what is here, all keys of a turn in one thread apart. */
import { ok, type Result } from '../../../shared/kit/result.ts'
import type { Saying } from '../../../shared/words/say.ts'
import type { MergedKey } from '../pgp/key-acts.ts'
import { keyApart } from '../pgp/key-apart.ts'
import { nowOf, type Session } from '../session.ts'
import { keysOf } from './key-records.ts'
import { mergeNeeded, type Incoming } from './take-key.ts'

export interface MergedIncoming {
  readonly incoming: Incoming
  /** The public key that was merged with; null where none was here. Another one when it is stored means that somebody was faster. */
  readonly base: string | null
  /** null: nothing was to be merged. */
  readonly merged: Result<MergedKey, Saying> | null
}

export async function mergedAll(
  session: Session,
  all: readonly Incoming[],
): Promise<Result<readonly MergedIncoming[], Saying>> {
  const wishes = all.map((incoming) => ({
    incoming,
    base: keysOf(session.store).get(incoming.copies[0].inspected.fingerprint)?.publicKey ?? null,
    wish: mergeNeeded(session, incoming),
  }))
  const needed = wishes.flatMap(({ wish }) => wish ?? [])
  const done = needed.length === 0 ? ok([]) : await keyApart('mergeAll', needed, nowOf(session))
  if (!done.ok) return done
  const results = done.value.values()
  return ok(
    wishes.map(({ incoming, base, wish }) => ({
      incoming,
      base,
      merged: wish === null ? null : (results.next().value ?? null),
    })),
  )
}
