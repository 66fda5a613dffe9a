/**
 * Takes an opened capsule: everything of it and the decisions about it in one transaction, or nothing; a copy of a large vault in many, each
 * case whole. Taken twice it changes nothing, and so one that was taken in part is taken again.
 */
import { setImmediate } from 'node:timers/promises'
import type { CapsuleTaken } from '../../../shared/ipc/handover-views.ts'
import type { Parsed } from '../../../shared/ipc/contract.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { putCardIn, tellOfCards } from '../cards/keep-card.ts'
import { tellOutside } from '../cases/dues.ts'
import { exchangesOf } from '../exchange/exchange-records.ts'
import type { Step } from '../jobs.ts'
import { importKeys } from '../keyring/import-keys.ts'
import { keysOf, type KeyRecord } from '../keyring/key-records.ts'
import { profileOf, type Session } from '../session.ts'
import { recordBlob, type WrittenBlob } from '../store/blobs.ts'
import { sealedFileIn } from '../store/sealed-file.ts'
import type { Tx } from '../store/store.ts'
import { takenOf } from './capsule-records.ts'
import { blobsOfLine, mergedExchange, type ExchangeLine } from './exchange-part.ts'
import { becomeFieldCopy, refuseFieldCopy } from './field-copy.ts'
import { takeHandoverIn, takeReceiptIn } from './handover-take.ts'
import { casesIn, dropCapsule, exchangesIn, heldCapsule, type HeldCapsule } from './held-capsules.ts'
import { mergeOf, questionId } from './merge-case.ts'
import { cardsIn, dropBlobs, keysIn, writeBlobs, type CardToTake } from './take-beside.ts'
import { takeCase, type Decision, type TakenCase } from './take-case.ts'

type Wish = Parsed<'capsule.take'>

/** @returns `capsule-not-found`, `reason-needed`, `capsule-question-unknown`, and what opening a capsule may be refused for. */
export async function takeCapsule(session: Session, { id, decisions }: Wish): Promise<Result<CapsuleTaken, Saying>> {
  const capsule = heldCapsule(session, id)
  if (capsule === null) return fail(saying('capsule-not-found'))
  const refusal = refuseFieldCopy(session, capsule)
  if (refusal !== null) return fail(refusal)
  if (decisions.some(({ side, reason }) => side !== null && reason.trim() === '')) return fail(saying('reason-needed'))
  const wanted = await wantedFrom(session, capsule)
  if (!wanted.ok) return wanted
  if (decisions.some(({ question }) => !wanted.value.questions.has(question)))
    return fail(saying('capsule-question-unknown'))
  const blobs = await writeBlobs(session, capsule, wanted.value.blobs)
  if (!blobs.ok) return blobs
  const [keys, cards] = [await keysIn(session, capsule), await cardsIn(session, capsule)]
  const taken = await takeAll(session, capsule, { decisions, blobs: blobs.value, keys, cards })
  if (!taken.ok) {
    if (taken.problem.code !== 'capsule-taken-in-part') dropBlobs(session, blobs.value)
    tell(session, [])
    return taken
  }
  await takeSecrets(session, capsule)
  dropCapsule(session, id)
  tell(session, taken.value.cases)
  return taken
}

interface Wanted {
  readonly questions: ReadonlySet<string>
  /** Of messages that are not here, and of evidence; none of a case that two persons have purged. */
  readonly blobs: ReadonlySet<string>
}

async function wantedFrom(session: Session, capsule: HeldCapsule): Promise<Result<Wanted, Saying>> {
  const [questions, blobs, purged] = [new Set<string>(), new Set<string>(), new Set<string>()]
  for (const one of casesIn(capsule)) {
    const merged = mergeOf(session, one)
    if (!merged.ok) return merged
    const { state } = merged.value
    for (const question of merged.value.questions) questions.add(questionId(one.id, question))
    for (const { blob } of state.evidence) blobs.add(blob)
    if (state.purged !== null) purged.add(one.number)
    await setImmediate()
  }
  for (const line of exchangesIn(capsule)) {
    const isKept = line.cases.some((number) => !purged.has(number))
    if (isKept && exchangesOf(session.store).get(line.id) === null)
      for (const blob of blobsOfLine(line)) blobs.add(blob)
    await setImmediate()
  }
  return ok({ questions, blobs: new Set([...blobs].filter((id) => capsule.blobs.has(id))) })
}

interface Ready {
  readonly decisions: readonly Decision[]
  readonly blobs: readonly WrittenBlob[]
  readonly keys: readonly KeyRecord[]
  readonly cards: readonly CardToTake[]
}

/** So many cases are taken in one transaction, all or nothing; more of them in turns, each of which keeps nobody waiting. */
const inOneTurn = 200
const turnMs = 40

interface Taking {
  readonly session: Session
  readonly capsule: HeldCapsule
  readonly ready: Ready
  readonly cases: TakenCase[]
  /** The first turn is on disk. */
  isBegun: boolean
}

/** One piece of the work. It may be done twice: where the disk was full and the ballast made room. */
type Piece = (tx: Tx) => Result<null, Saying>

/** @returns also `capsule-taken-in-part`, where a disk failed or somebody stopped it between two turns. */
async function takeAll(session: Session, capsule: HeldCapsule, ready: Ready): Promise<Result<CapsuleTaken, Saying>> {
  const taking: Taking = { session, capsule, ready, cases: [], isBegun: false }
  const total = capsule.manifest.cases.length
  const isOneTurn = total <= inOneTurn
  const done = isOneTurn
    ? turn(session, piecesOf(taking, true), Infinity)
    : await inTurns(taking, piecesOf(taking, false), total)
  if (done.ok) return ok({ kind: capsule.manifest.kind, cases: taking.cases.map(({ told: one }) => one) })
  const { code } = done.problem
  return taking.isBegun
    ? fail(saying('capsule-taken-in-part', { done: taking.cases.length, total, detail: code }))
    : done
}

/** @returns true where more is to be done. */
function turn(session: Session, pieces: Iterator<Piece, unknown>, milliseconds: number): Result<boolean, Saying> {
  const ofTurn: Piece[] = []
  let isMore = true
  session.store.db.pragma('secure_delete = ON')
  const done = session.store.commit((tx): Result<boolean, Saying> => {
    const until = performance.now() + milliseconds
    for (const piece of ofTurn) {
      const done = piece(tx)
      if (!done.ok) return done
    }
    while (isMore && performance.now() < until) {
      const next = pieces.next()
      isMore = next.done !== true
      if (next.done === true) break
      ofTurn.push(next.value)
      const done = next.value(tx)
      if (!done.ok) return done
    }
    return ok(isMore)
  })
  session.store.db.pragma('secure_delete = OFF')
  return done
}

/** As a job that shows how far it is and can be stopped: what was taken until then stays. */
function inTurns(
  { session, capsule, cases }: Taking,
  pieces: Iterator<Piece, unknown>,
  total: number,
): Promise<Result<boolean, Saying>> {
  return new Promise((resolve, reject) => {
    function* steps(): Generator<Result<Step, Saying>, void> {
      let ended: Result<boolean, Saying> = fail(saying('capsule-stopped'))
      try {
        for (let told = 0; ; told = cases.length) {
          const done = turn(session, pieces, turnMs)
          if (!done.ok || !done.value) ended = done
          yield done.ok ? ok({ done: cases.length - told, added: 0, updated: 0, unchanged: 0, refused: [] }) : done
          if (!done.ok || !done.value) return
        }
      } catch (error) {
        reject(error)
      } finally {
        resolve(ended)
      }
    }
    session.jobs.start({ id: session.ports.newId(), kind: 'capsule', name: capsule.manifest.id, total }, steps)
  })
}

function* piecesOf(taking: Taking, isOneTurn: boolean): Generator<Piece, void> {
  const { session, capsule, ready } = taking
  const decisions = new Map(ready.decisions.map((one) => [one.question, one]))
  const decided = new Set<string>()
  const purged = new Set<string>()
  yield (tx) => {
    for (const blob of ready.blobs) recordBlob(tx, blob)
    becomeFieldCopy(tx, session, capsule)
    tx.after(() => (taking.isBegun = true))
    return ok(null)
  }
  for (const one of casesIn(capsule)) {
    yield (tx) => {
      const taken = takeCase(tx, session, one, decisions)
      if (!taken.ok) return taken
      for (const question of taken.value.decided) decided.add(question)
      if (taken.value.isPurged) purged.add(taken.value.told.number)
      tx.after(() => taking.cases.push(taken.value))
      return ok(null)
    }
  }
  // Something was written here since the person looked. Where part of it is taken already, the new question stays open on its case.
  if (isOneTurn) yield () => (decided.size === decisions.size ? ok(null) : fail(saying('capsule-question-unknown')))
  for (const line of exchangesIn(capsule)) {
    yield (tx) => {
      takeExchange(tx, session, line, purged)
      return ok(null)
    }
  }
  yield (tx) => {
    takeRest(tx, taking)
    return ok(null)
  }
}

function takeRest(tx: Tx, { session, capsule, ready }: Taking): void {
  const { manifest } = capsule
  const isFresh = takenOf(session.store).get(manifest.id) === null
  for (const { record, own } of ready.cards)
    putCardIn(tx, session, record, { own: own && manifest.kind === 'field' && profileOf(session).ownCard === null })
  for (const key of ready.keys) keysOf(session.store).put(tx, key.fingerprint, key)
  if (capsule.handover !== null && isFresh) takeHandoverIn(tx, session, capsule, capsule.handover)
  if (capsule.receipt !== null) takeReceiptIn(tx, session, capsule, capsule.receipt)
  const { id, kind, from, counter, at: madeAt } = manifest
  if (isFresh) takenOf(session.store).put(tx, id, { id, kind, from, counter, madeAt, at: tx.at })
}

function takeExchange(tx: Tx, session: Session, line: ExchangeLine, purged: ReadonlySet<string>): void {
  const records = exchangesOf(session.store)
  const cases = line.cases.filter((number) => !purged.has(number))
  if (cases.length === 0) return
  const merged = mergedExchange({ ...line, cases }, records.get(line.id))
  // A message without its original is none: it stays where it is.
  if (merged !== null && sealedFileIn(session.store, merged.blob) !== null) records.put(tx, merged.id, merged)
}

/** Asked for when the field copy was made, and only for a copy of the same analyst. */
async function takeSecrets(session: Session, { secrets, manifest }: HeldCapsule): Promise<void> {
  if (manifest.kind !== 'field' || manifest.from.code !== profileOf(session).analyst.code) return
  for (const { secretKey, passphrase } of secrets)
    await importKeys(session, {
      name: 'capsule',
      bytes: Buffer.from(secretKey),
      card: null,
      role: 'team',
      passphrase,
      only: null,
    })
}

function tell(session: Session, cases: CapsuleTaken['cases']): void {
  for (const { number } of cases) session.news('case.changed', { number })
  for (const feed of ['queue.changed', 'exchange.changed', 'policy.changed', 'handover.changed'] as const)
    session.news(feed, null)
  tellOfCards(session)
  tellOutside(session)
}
