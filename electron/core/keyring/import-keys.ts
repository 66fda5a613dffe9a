/** Takes keys from a file or a paste: each read in a killable worker, merged with what is here, given to the card that names it. */
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { InspectedKey, ReadKey } from '../../../shared/domain/key/key.ts'
import type { KeyRow } from '../../../shared/ipc/views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import type { Shelf } from '../cards/shelf.ts'
import { inspectKey, mergeKeys, unlockSecret } from '../pgp/key-material.ts'
import { readKeys } from '../pgp/read-keys.ts'
import { me, nowOf, profileOf, type Session } from '../session.ts'
import { keysOf, type KeyRecord } from './key-records.ts'
import { listKeys } from './keyring.ts'

export interface KeyImport {
  readonly name: string
  readonly bytes: Uint8Array
  readonly card: string | null
  readonly role: 'team' | 'other'
  readonly passphrase: string | null
}

export type ReadableKey = ReadKey & { readonly armored: string; readonly inspected: { readonly fingerprint: string } }

export const isReadable = (key: ReadKey): key is ReadableKey =>
  key.armored !== null && key.inspected.fingerprint !== null

export async function importKeys(session: Session, wish: KeyImport): Promise<Result<readonly KeyRow[], Saying>> {
  const read = await readKeys({ bytes: wish.bytes, fileName: wish.name, now: nowOf(session) })
  if (!read.ok) return read
  const keys = read.value.filter(isReadable)
  if (keys.length === 0) return fail(saying('key-none-in-file', { name: wish.name }))
  const refusal = await refuseSecret(keys, wish)
  if (refusal !== null) return fail(refusal)
  const records = await Promise.all(keys.map((key) => keyRecordOf(session, key, wish)))
  const done = session.store.commit((tx) => {
    for (const record of records) keysOf(session.store).put(tx, record.fingerprint, record)
    const own = records[0]
    if (wish.role === 'team' && own !== undefined) {
      session.profiles.put(tx, me, { ...profileOf(session), teamKey: own.fingerprint })
    }
    return ok(null)
  })
  if (!done.ok) return done
  session.news('key.changed', null)
  if (wish.role === 'team') session.news('me.changed', null)
  const taken = new Set(records.map(({ fingerprint }) => fingerprint))
  return ok(listKeys(session).filter(({ fingerprint }) => taken.has(fingerprint)))
}

/** Somebody else's secret key is never kept; our own is kept only if its passphrase opens it. */
async function refuseSecret(keys: readonly ReadableKey[], { role, passphrase }: KeyImport): Promise<Saying | null> {
  const [first] = keys
  if (role === 'other')
    return keys.some(({ armoredSecret }) => armoredSecret !== null) ? saying('key-secret-role') : null
  if (first === undefined || first.armoredSecret === null) return saying('key-secret-needed')
  const unlocked = await unlockSecret(first.armoredSecret, passphrase)
  return unlocked.ok ? null : unlocked.problem
}

/** What a person decided stays; what came anew is merged in, and a revocation is never undone by an older copy. */
export async function keyRecordOf(
  session: Session,
  key: ReadableKey,
  wish: Pick<KeyImport, 'card' | 'role' | 'passphrase'>,
): Promise<KeyRecord> {
  const { fingerprint } = key.inspected
  const known = keysOf(session.store).get(fingerprint)
  const isOwn = wish.role === 'team'
  const card = wish.card ?? known?.card ?? cardNaming(session.shelf, key)
  const fresh: KeyRecord = {
    fingerprint,
    role: wish.role,
    publicKey: key.armored,
    secretKey: isOwn ? key.armoredSecret : null,
    passphrase: isOwn ? wish.passphrase : null,
    inspected: key.inspected,
    card,
    trust: isOwn ? 'verified' : 'undecided',
    decisions: [],
  }
  if (known === null) return fresh
  const merged = await mergeKeys(known.publicKey, key.armored, nowOf(session))
  const inspected = merged.ok ? await inspectKey(merged.value.armored, nowOf(session)) : merged
  if (!merged.ok || !inspected.ok) return { ...known, card }
  const base = isOwn ? { ...fresh, decisions: known.decisions } : known
  return {
    ...base,
    publicKey: merged.value.armored,
    inspected: asRepaired(inspected.value, known.inspected, key.inspected),
    card,
  }
}

/** Two copies that were both mended make no sound one: the label stays until a copy comes that needed no repair (Z-11). */
function asRepaired(merged: InspectedKey, known: InspectedKey, fresh: InspectedKey): InspectedKey {
  const isMended = merged.state === 'usable' && known.state === 'repaired' && fresh.state === 'repaired'
  return isMended ? { ...merged, state: 'repaired', repairs: fresh.repairs, findings: fresh.findings } : merged
}

/** The card that prints this very fingerprint, else the one card that has an address of the key. A hint only: trust is another matter. */
export function cardNaming({ all, marked }: Pick<Shelf, 'all' | 'marked'>, { inspected }: ReadKey): string | null {
  const [printed] = marked(`key ${inspected.fingerprint ?? ''}`)
  if (printed !== undefined) return printed.id
  const addresses = inspected.userIds.map(addressOf)
  const named = all().filter(({ reading }) =>
    reading.emails.some(({ address }) => addresses.includes(address.toLowerCase())),
  )
  return named.length === 1 ? (named[0]?.id ?? null) : null
}

const addressOf = (userId: string): string => (/<([^<>]{1,320})>\s*$/.exec(userId)?.[1] ?? userId).trim().toLowerCase()
