/** Takes keys from a file or a paste, a turn at a time: read in a thread that can be killed, merged with what is here, stored in small steps. */
import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import type { ReadKey } from '../../../shared/domain/key/key.ts'
import type { KeysTaken, KeyTaken } from '../../../shared/ipc/key-views.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { rereadFor } from '../exchange/reread.ts'
import type { Step } from '../jobs.ts'
import type { KeyRingPart } from '../pgp/key-file.ts'
import { keysATurn, readRingPart } from '../pgp/read-keys.ts'
import { me, nowOf, profileOf, type Session } from '../session.ts'
import { announcedTo } from './announced.ts'
import { keysOf, removedKeysOf } from './key-records.ts'
import { mergedAll } from './merge-keys.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { canSignNow } from './signing-roles.ts'
import { sortOut, type Sorted } from './sort-out.ts'
import { takenKey, type Incoming } from './take-key.ts'
import { applyAlone } from './take-revocation.ts'
import { wkdNameFinding } from './wkd-name.ts'

export interface KeyImport {
  readonly name: string
  readonly bytes: Uint8Array
  readonly card: string | null
  readonly role: 'team' | 'other'
  readonly passphrase: string | null
  /** Whole fingerprints; null for all keys of the file. */
  readonly only: readonly string[] | null
}

/**
 * Each key by itself: one that is refused keeps no other out.
 * @returns `keys-none` and its like for a file without keys; why, where none of them could be taken.
 */
export const importKeys = (session: Session, wish: KeyImport): Promise<Result<KeysTaken, Saying>> =>
  oneAtATime(session, () => importNow(session, wish))

async function importNow(session: Session, wish: KeyImport): Promise<Result<KeysTaken, Saying>> {
  if (wish.card !== null && session.shelf.get(wish.card) === null) return fail(saying('key-no-card', { id: wish.card }))
  const first = await readPart(session, wish, 0)
  if (!first.ok) return first
  const keys: KeyTaken[] = []
  const done = await (first.value.total <= keysATurn ? allAtOnce : asJob)(session, wish, first.value, keys)
  if (!done.ok) return done
  const refusal = refusalOf(keys, wish)
  if (refusal !== null) return fail(refusal)
  const fresh = keys.flatMap(({ fingerprint, outcome }) =>
    fingerprint === null || outcome === 'refused' ? [] : [fingerprint],
  )
  session.news('key.changed', null)
  if (wish.role === 'team') session.news('me.changed', null)
  return ok({ keys, reread: await rereadFor(session, fresh) })
}

const readPart = (
  session: Session,
  { bytes, name, card }: KeyImport,
  from: number,
): Promise<Result<KeyRingPart, Saying>> =>
  readRingPart({
    bytes,
    fileName: name,
    announced: announcedTo(session, card),
    now: nowOf(session),
    from,
    count: keysATurn,
  })

type Done = Promise<Result<null, Saying>>

async function allAtOnce(session: Session, wish: KeyImport, { keys }: KeyRingPart, into: KeyTaken[]): Done {
  const taken = await takeTurn(session, wish, keys)
  if (taken.ok) into.push(...taken.value)
  return taken.ok ? ok(null) : taken
}

const lookEveryMs = 15

/** A long ring shows how far it is and can be stopped; what was taken until then stays. */
async function asJob(session: Session, wish: KeyImport, first: KeyRingPart, into: KeyTaken[]): Done {
  const { id } = session.jobs.start(
    { id: session.ports.newId(), kind: 'keys', name: wish.name, total: first.total },
    () => turns(session, wish, first, into),
  )
  const job = () => session.jobs.list().find((one) => one.id === id)
  while (job()?.state === 'running') await sleep(lookEveryMs)
  const problem = job()?.problem ?? null
  return problem === null ? ok(null) : fail(problem)
}

/** Two turns are read ahead while one is stored. */
const turnsAhead = 2

async function* turns(
  session: Session,
  wish: KeyImport,
  first: KeyRingPart,
  into: KeyTaken[],
): AsyncGenerator<Result<Step, Saying>, void> {
  const ahead = [Promise.resolve<Result<KeyRingPart, Saying>>(ok(first))]
  let asked = keysATurn
  for (let next = ahead.shift(); next !== undefined; next = ahead.shift()) {
    for (; ahead.length < turnsAhead && asked < first.total; asked += keysATurn)
      ahead.push(readPart(session, wish, asked))
    const part = await next
    const taken = part.ok ? await takeTurn(session, wish, part.value.keys) : part
    if (taken.ok) into.push(...taken.value)
    yield taken.ok ? ok(stepOf(taken.value, into.length)) : taken
  }
}

const stepOf = (taken: readonly KeyTaken[], upTo: number): Step => ({
  done: taken.length,
  added: taken.filter(({ outcome }) => outcome === 'added').length,
  updated: taken.filter(({ outcome }) => outcome === 'updated').length,
  unchanged: taken.filter(({ outcome }) => outcome === 'unchanged').length,
  refused: taken.flatMap(({ outcome, said: [problem] }, index) =>
    outcome === 'refused' && problem !== undefined ? [{ at: upTo - taken.length + index + 1, problem }] : [],
  ),
})

async function takeTurn(
  session: Session,
  wish: KeyImport,
  read: readonly ReadKey[],
): Promise<Result<readonly KeyTaken[], Saying>> {
  const only = wish.only === null ? null : new Set(wish.only)
  const wanted = read.filter(
    ({ inspected, revocation }) => only === null || revocation !== null || only.has(inspected.fingerprint ?? ''),
  )
  const sorted = await sortOut(session, wish, wanted)
  const stored = await storeAll(session, wish, sorted)
  if (!stored.ok) return stored
  const alone: KeyTaken[] = []
  for (const { revocation } of wanted) if (revocation !== null) alone.push(await applyAlone(session, revocation))
  return ok([...stored.value, ...sorted.refused, ...alone])
}

/** Records a commit: a step of some milliseconds. */
const recordsAStep = 25

async function storeAll(
  session: Session,
  wish: KeyImport,
  { incoming }: Sorted,
): Promise<Result<readonly KeyTaken[], Saying>> {
  const merged = await mergedAll(session, incoming)
  if (!merged.ok) return merged
  const taken: KeyTaken[] = []
  for (let at = 0; at < incoming.length; at += recordsAStep) {
    const part = merged.value.slice(at, at + recordsAStep)
    const done = session.store.commit((tx) => ok(part.map((one) => store(session, wish, one, tx))))
    if (!done.ok) return done
    taken.push(...done.value)
    await setImmediate()
  }
  return ok(taken)
}

type Merged = Extract<Awaited<ReturnType<typeof mergedAll>>, { ok: true }>['value'][number]
type Tx = Parameters<Parameters<Session['store']['commit']>[0]>[0]

function store(session: Session, wish: KeyImport, { incoming, base, merged }: Merged, tx: Tx): KeyTaken {
  const [{ inspected }] = incoming.copies
  const about = { fingerprint: inspected.fingerprint, userId: inspected.userIds[0] ?? '' }
  const keys = keysOf(session.store)
  const known = keys.get(inspected.fingerprint)
  if (merged?.ok === false) return { ...about, outcome: 'refused', said: [merged.problem] }
  if ((known?.publicKey ?? null) !== base)
    return { ...about, outcome: 'refused', said: [saying('key-changed-meanwhile')] }
  const { record, outcome, said } = takenKey(session, incoming, known, merged?.value ?? null)
  if (known === null || record !== known) keys.put(tx, record.fingerprint, record)
  if (known === null && removedKeysOf(session.store).get(record.fingerprint) !== null)
    removedKeysOf(session.store).drop(tx, record.fingerprint)
  if (incoming.secret !== null) takeTeamRole(session, incoming, tx)
  return { ...about, outcome, said: [...said, ...wkdNameFinding(wish.name, record.inspected.userIds)] }
}

/** A first own key signs at once; another one takes over only from a key that can sign no more: else a person says so. */
function takeTeamRole(session: Session, { copies: [{ inspected }] }: Incoming, tx: Tx): void {
  const profile = profileOf(session)
  const now = profile.teamKey === null ? null : keysOf(session.store).get(profile.teamKey)
  if (now === null || (inspected.canSign && !canSignNow(session, now))) {
    session.profiles.put(tx, me, { ...profile, teamKey: inspected.fingerprint })
  }
}

/** Where nothing was taken, one reason is the answer: of the one key, or the same for all. */
function refusalOf(keys: readonly KeyTaken[], { name }: KeyImport): Saying | null {
  const [first] = keys
  if (first === undefined) return saying('key-none-in-file', { name })
  if (keys.some(({ outcome }) => outcome !== 'refused')) return null
  const reason = first.said[0] ?? null
  return keys.every(({ said: [one] }) => one?.code === reason?.code) ? reason : null
}
