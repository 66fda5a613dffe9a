/** What people do with keys of others beside deciding about them: say whose one is, and remove one. */
import type { KeyView } from '../../../shared/ipc/key-views.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import type { Session } from '../session.ts'
import { keysOf, removedKeysOf, type KeyRecord } from './key-records.ts'
import { changeKey, findKey } from './keyring.ts'

function findOthersKey(session: Session, fingerprint: string): Result<KeyRecord, Saying> {
  const found = findKey(session, fingerprint)
  return found.ok && found.value.role !== 'other' ? fail(saying('key-is-own')) : found
}

/** null: nobody's that we know. @returns `key-no-card`, `key-is-own`. */
export async function giveToCard(
  session: Session,
  { fingerprint, card }: { readonly fingerprint: string; readonly card: string | null },
): Promise<Result<KeyView, Saying>> {
  const found = findOthersKey(session, fingerprint)
  if (!found.ok) return found
  const given = card === null ? null : session.shelf.get(card)
  if (card !== null && given === null) return fail(saying('key-no-card', { id: card }))
  const done = await changeKey(session, found.value.fingerprint, (key) => ({ ...key, card: given?.id ?? null }))
  if (done.ok) session.news('card.changed', null)
  return done
}

/**
 * What it signed stays, and so does what people decided: a key that comes again comes with it, and a revoked one comes revoked.
 * @param typed the last four digits of the fingerprint. @returns `key-drop-typed`, `key-is-own`.
 */
export function dropKey(
  session: Session,
  { fingerprint, typed }: { readonly fingerprint: string; readonly typed: string },
): Result<null, Saying> {
  const found = findOthersKey(session, fingerprint)
  if (!found.ok) return found
  const { value: key } = found
  if (typed.trim().toUpperCase() !== key.fingerprint.slice(-4)) return fail(saying('key-drop-typed'))
  const done = session.store.commit((tx) => {
    const { trust, decisions, inspected, publicKey } = key
    keysOf(session.store).drop(tx, key.fingerprint)
    if (inspected.state === 'revoked' || decisions.length > 0) {
      const kept = inspected.state === 'revoked' ? publicKey : null
      removedKeysOf(session.store).put(tx, key.fingerprint, {
        fingerprint: key.fingerprint,
        publicKey: kept,
        trust,
        decisions,
      })
    }
    return ok(null)
  })
  if (!done.ok) return done
  session.news('key.changed', null)
  return ok(null)
}
