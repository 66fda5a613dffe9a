/** Sorts the keys of a file: whose they are, which are refused and why, and whether the secret halves among them open. */
import type { ReadKey } from '../../../shared/domain/key/key.ts'
import type { KeyTaken } from '../../../shared/ipc/key-views.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { keyApart } from '../pgp/key-apart.ts'
import { nowOf, type Session } from '../session.ts'
import type { KeyImport } from './import-keys.ts'
import { keysOf } from './key-records.ts'
import { isReadable, type Incoming, type ReadableKey, type TakenSecret } from './take-key.ts'

export interface Sorted {
  readonly incoming: readonly Incoming[]
  readonly refused: readonly KeyTaken[]
}

type Copies = Incoming['copies']

/** Copies of one key in one file belong together, as in a backup that holds both halves. */
export async function sortOut(session: Session, wish: KeyImport, read: readonly ReadKey[]): Promise<Sorted> {
  const unreadable = read.filter((key) => !isReadable(key) && key.revocation === null).map(refusedUnread)
  const groups = [...byFingerprint(read.filter(isReadable)).values()]
  const holdsSecret = groups.some(hasSecret)
  const sorted = { incoming: [] as Incoming[], refused: [...unreadable] }
  for (const copies of groups) {
    const one = await sortOne(session, wish, copies, holdsSecret)
    if (one.ok) sorted.incoming.push(one.value)
    else sorted.refused.push(refused(copies, one.problem))
  }
  return sorted
}

const hasSecret = (copies: Copies): boolean => copies.some(({ armoredSecret }) => armoredSecret !== null)

function byFingerprint(keys: readonly ReadableKey[]): Map<string, Copies> {
  const groups = new Map<string, Copies>()
  for (const key of keys) {
    const same = groups.get(key.inspected.fingerprint)
    groups.set(key.inspected.fingerprint, same === undefined ? [key] : [...same, key])
  }
  return groups
}

const refusedUnread = ({ inspected: { fingerprint, userIds, findings } }: ReadKey): KeyTaken => ({
  fingerprint,
  userId: userIds[0] ?? '',
  outcome: 'refused',
  said: findings.toReversed(),
})

const refused = ([{ inspected }]: Copies, problem: Saying): KeyTaken => ({
  fingerprint: inspected.fingerprint,
  userId: inspected.userIds[0] ?? '',
  outcome: 'refused',
  said: [problem],
})

/** Somebody else's secret key is never kept; in a file of our own, whose public keys come along are others'. */
async function sortOne(
  session: Session,
  { role, card, passphrase }: KeyImport,
  copies: Copies,
  holdsSecret: boolean,
): Promise<Result<Incoming, Saying>> {
  const armored = copies.find(({ armoredSecret }) => armoredSecret !== null)?.armoredSecret ?? null
  if (role === 'other') return armored === null ? ok({ copies, card, secret: null }) : fail(saying('key-secret-role'))
  if (armored === null) return holdsSecret ? ok({ copies, card, secret: null }) : fail(saying('key-secret-needed'))
  const secret = await takenSecret(session, copies[0].inspected.fingerprint, armored, passphrase)
  return secret.ok ? ok({ copies, card, secret: secret.value }) : secret
}

/** Without a passphrase a locked key is kept locked; one that is here already and opens is not exchanged for one that does not. */
async function takenSecret(
  session: Session,
  fingerprint: string,
  armored: string,
  passphrase: string | null,
): Promise<Result<TakenSecret | null, Saying>> {
  const isLocked = await keyApart('isLocked', armored)
  if (!isLocked.ok) return isLocked
  if (isLocked.value && passphrase === null) {
    const isHere = (keysOf(session.store).get(fingerprint)?.secretKey ?? null) !== null
    const kept: TakenSecret = { armored, locked: true, passphrase: null, revocation: null }
    return ok(isHere ? null : kept)
  }
  const opened = await keyApart('unlockToKeep', armored, passphrase, nowOf(session))
  if (!opened.ok) return opened
  const { wasLocked, revocation } = opened.value
  return ok({ armored, locked: wasLocked, passphrase: wasLocked ? passphrase : null, revocation })
}
