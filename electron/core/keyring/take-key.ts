/** What becomes of the keyring's record when a copy of a key comes: merged in, never taken back, what people decided kept. */
import { broughtBy } from '../../../shared/domain/key/update.ts'
import type { InspectedKey, ReadKey } from '../../../shared/domain/key/key.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { addressOfUserId } from '../../../shared/domain/key/card-match.ts'
import { cardWithAddress, type Shelf } from '../cards/shelf.ts'
import { mergeOne, type KeyToMerge, type MergedKey } from '../pgp/key-acts.ts'
import { nowOf, type Session } from '../session.ts'
import { keysOf, removedKeysOf, type KeyRecord } from './key-records.ts'

export type ReadableKey = ReadKey & { readonly armored: string; readonly inspected: { readonly fingerprint: string } }

export const isReadable = (key: ReadKey): key is ReadableKey =>
  key.armored !== null && key.inspected.fingerprint !== null

/** The secret half of an own key as it is taken in. */
export interface TakenSecret {
  readonly armored: string
  readonly locked: boolean
  /** Kept in the vault; null where it was not given, or there is no lock. */
  readonly passphrase: string | null
  readonly revocation: string | null
}

/** All copies of one key that came together, the first one first. */
export interface Incoming {
  readonly copies: readonly [ReadableKey, ...ReadableKey[]]
  readonly card: string | null
  /** null for keys of others, and for public copies of our own. */
  readonly secret: TakenSecret | null
}

/** null where the record can be made or left without merging anything. */
export function mergeNeeded(session: Session, { copies, secret }: Incoming): KeyToMerge | null {
  const { fingerprint } = copies[0].inspected
  const known = keysOf(session.store).get(fingerprint)
  const removed = known === null ? removedKeysOf(session.store).get(fingerprint) : null
  const base = known?.publicKey ?? removed?.publicKey ?? null
  const [first, ...others] = [...new Set(copies.map(({ armored }) => armored))].filter((armored) => armored !== base)
  const own = secret?.armored ?? known?.secretKey ?? null
  if (base !== null) {
    const news = first === undefined ? [] : [first, ...others]
    const isAsBefore = news.length === 0 && secret === null && !cleans(known, copies)
    return isAsBefore ? null : { known: base, copies: news, secret: own }
  }
  return first === undefined || (others.length === 0 && secret === null)
    ? null
    : { known: first, copies: others, secret: own }
}

export interface Taken {
  readonly record: KeyRecord
  readonly outcome: 'added' | 'updated' | 'unchanged'
  readonly said: readonly Saying[]
}

/** @param known the record as it is now. @param merged what `mergeNeeded` asked for; null where it asked for nothing. */
export function takenKey(
  session: Session,
  incoming: Incoming,
  known: KeyRecord | null,
  merged: MergedKey | null,
): Taken {
  const { copies, secret } = incoming
  const [first] = copies
  const card = incoming.card ?? known?.card ?? cardNaming(session.shelf, first)
  if (known === null) {
    const record = freshRecord(session, incoming, card, merged)
    return {
      record,
      outcome: 'added',
      said: secret?.locked === true && secret.passphrase === null ? [saying('key-locked-kept')] : [],
    }
  }
  const becomesOwn = known.secretKey === null && secret !== null
  const isClean = cleans(known, copies)
  if (merged === null || (!merged.changed && !becomesOwn && !isClean && card === known.card)) {
    const isSame = secret === null && card === known.card
    const record = isSame ? known : withSecret({ ...known, card }, secret, merged)
    return { record, outcome: 'unchanged', said: keptRevoked(known, copies) }
  }
  const inspected = {
    ...neverRevived(asRepaired(merged.inspected, known.inspected, first.inspected), known),
    secret: known.inspected.secret || secret !== null,
  }
  const record = withSecret(
    { ...known, card, publicKey: merged.armored, inspected, parts: merged.parts },
    secret,
    merged,
  )
  const brought = merged.changed ? broughtBy(known, record) : isClean ? [saying('key-update.clean')] : []
  return { record, outcome: 'updated', said: [...(becomesOwn ? [saying('key-update.secret')] : []), ...brought] }
}

function freshRecord(
  session: Session,
  { copies, secret }: Incoming,
  card: string | null,
  merged: MergedKey | null,
): KeyRecord {
  const [first] = copies
  const { fingerprint } = first.inspected
  const removed = removedKeysOf(session.store).get(fingerprint)
  const record: KeyRecord = {
    fingerprint,
    role: 'other',
    publicKey: merged?.armored ?? first.armored,
    secretKey: null,
    passphrase: null,
    locked: false,
    inspected: merged === null ? first.inspected : asRepaired(merged.inspected, first.inspected, first.inspected),
    parts: merged?.parts ?? first.parts,
    card,
    trust: removed?.trust === 'rejected' ? 'rejected' : 'undecided',
    decisions: removed?.decisions ?? [],
    revocation: null,
    signsFor: [],
    lastBackup: null,
  }
  return withSecret(record, secret, merged)
}

function withSecret(record: KeyRecord, secret: TakenSecret | null, merged: MergedKey | null): KeyRecord {
  const secretKey = merged?.armoredSecret ?? secret?.armored ?? record.secretKey
  if (secret === null) return { ...record, secretKey }
  const { locked, passphrase, revocation } = secret
  return {
    ...record,
    role: record.role === 'other' ? 'team' : record.role,
    trust: 'verified',
    secretKey,
    locked,
    passphrase,
    revocation: record.revocation ?? revocation,
  }
}

/** A copy that needed no repair takes the label of one away, even where every byte is the same (Z-11). */
const cleans = (known: KeyRecord | null, copies: Incoming['copies']): boolean =>
  known?.inspected.state === 'repaired' && copies.some(({ inspected }) => inspected.state !== 'repaired')

const keptRevoked = (known: KeyRecord, copies: Incoming['copies']): readonly Saying[] =>
  known.inspected.state === 'revoked' && copies.some(({ inspected }) => inspected.state !== 'revoked')
    ? [saying('key-update.kept-revoked')]
    : []

/** A second belt: whatever a merge gives, what was revoked stays so. */
const neverRevived = (merged: InspectedKey, { inspected: known }: KeyRecord): InspectedKey =>
  known.state === 'revoked' && merged.state !== 'revoked'
    ? { ...merged, state: 'revoked', canEncrypt: false, canSign: false }
    : merged

/** Two copies that were both mended make no sound one: the label stays until a copy comes that needed no repair (Z-11). */
function asRepaired(merged: InspectedKey, known: InspectedKey, fresh: InspectedKey): InspectedKey {
  const isMended = merged.state === 'usable' && known.state === 'repaired' && fresh.state === 'repaired'
  return isMended ? { ...merged, state: 'repaired', repairs: fresh.repairs, findings: fresh.findings } : merged
}

/** A key that a document of a card prints: always others', one at a time. What cannot be merged leaves the record as it was. */
export async function keyRecordOf(
  session: Session,
  key: ReadableKey,
  { card }: { readonly card: string | null },
): Promise<KeyRecord> {
  const incoming: Incoming = { copies: [key], card, secret: null }
  const wish = mergeNeeded(session, incoming)
  const merged = wish === null ? null : await mergeOne(wish, nowOf(session))
  const known = keysOf(session.store).get(key.inspected.fingerprint)
  if (merged?.ok === false && known !== null) return { ...known, card: card ?? known.card }
  return takenKey(session, incoming, known, merged?.ok === true ? merged.value : null).record
}

/** The card that prints this very fingerprint, else the one card that has an address of the key. A hint only: trust is another matter. */
export function cardNaming(shelf: Pick<Shelf, 'marked'>, { inspected }: ReadKey): string | null {
  const [printed] = shelf.marked(`key ${inspected.fingerprint ?? ''}`)
  if (printed !== undefined) return printed.id
  const named = new Set(
    inspected.userIds.flatMap((userId) => cardWithAddress(shelf, addressOfUserId(userId))?.id ?? []),
  )
  const [only, ...more] = named
  return more.length === 0 ? (only ?? null) : null
}
