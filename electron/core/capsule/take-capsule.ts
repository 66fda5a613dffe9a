/** Takes an opened capsule: everything of it and the decisions about it in one transaction, or nothing. Taken twice it changes nothing. */
import { rmSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import type { Act } from '../../../shared/domain/case/act.ts'
import type { CaseId } from '../../../shared/domain/case/entry.ts'
import { settling } from '../../../shared/domain/case/settle.ts'
import type { CapsuleTaken } from '../../../shared/ipc/handover-views.ts'
import type { Parsed } from '../../../shared/ipc/contract.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { putCardIn, tellOfCards } from '../cards/keep-card.ts'
import { readCase, takeVerifiedIn, writeActs } from '../cases/case-book.ts'
import { tellOutside } from '../cases/dues.ts'
import { blobsOf, removeMessages } from '../evidence/purge.ts'
import { exchangesOf } from '../exchange/exchange-records.ts'
import { keysOf } from '../keyring/key-records.ts'
import { importKeys } from '../keyring/import-keys.ts'
import { profileOf, type Session } from '../session.ts'
import { blobPath, recordBlob, type WrittenBlob } from '../store/blobs.ts'
import { sealedFileIn } from '../store/sealed-file.ts'
import type { Tx } from '../store/store.ts'
import { takenOf } from './capsule-records.ts'
import { blobsOfLine, mergedExchange } from './exchange-part.ts'
import { becomeFieldCopy, refuseFieldCopy } from './field-copy.ts'
import { takeHandoverIn, takeReceiptIn } from './handover-take.ts'
import { casesIn, dropCapsule, exchangesIn, heldCapsule, type HeldCapsule, type HeldCase } from './held-capsules.ts'
import { actsFor, mergeOf, questionId, type MergedCase } from './merge-case.ts'
import { cardsIn, dropBlobs, keysIn, writeBlobs, type CardToTake } from './take-beside.ts'
import type { KeyRecord } from '../keyring/key-records.ts'

type Wish = Parsed<'capsule.take'>
type Decision = Wish['decisions'][number]

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
  const taken = takeAll(session, capsule, { decisions, blobs: blobs.value, keys, cards })
  if (!taken.ok) {
    dropBlobs(session, blobs.value)
    return taken
  }
  await takeSecrets(session, capsule)
  dropCapsule(session, id)
  tell(session, taken.value)
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

function takeAll(session: Session, capsule: HeldCapsule, ready: Ready): Result<CapsuleTaken, Saying> {
  const { manifest } = capsule
  const isFresh = takenOf(session.store).get(manifest.id) === null
  session.store.db.pragma('secure_delete = ON')
  const done = session.store.commit((tx): Result<CapsuleTaken, Saying> => {
    for (const blob of ready.blobs) recordBlob(tx, blob)
    const cases = takeCases(tx, session, capsule, ready.decisions)
    if (!cases.ok) return cases
    takeExchanges(tx, session, capsule, cases.value.purged)
    for (const { record, own } of ready.cards)
      putCardIn(tx, session, record, { own: own && manifest.kind === 'field' && profileOf(session).ownCard === null })
    for (const key of ready.keys) keysOf(session.store).put(tx, key.fingerprint, key)
    becomeFieldCopy(tx, session, capsule)
    if (capsule.handover !== null && isFresh) takeHandoverIn(tx, session, capsule, capsule.handover)
    if (capsule.receipt !== null) takeReceiptIn(tx, session, capsule, capsule.receipt)
    const { id, kind, from, counter, at: madeAt } = manifest
    if (isFresh) takenOf(session.store).put(tx, id, { id, kind, from, counter, madeAt, at: tx.at })
    return ok({ kind, cases: cases.value.cases })
  })
  session.store.db.pragma('secure_delete = OFF')
  return done
}

function takeCases(
  tx: Tx,
  session: Session,
  capsule: HeldCapsule,
  decisions: readonly Decision[],
): Result<Pick<CapsuleTaken, 'cases'> & { readonly purged: ReadonlySet<string> }, Saying> {
  const cases: CapsuleTaken['cases'][number][] = []
  const purged = new Set<string>()
  const byQuestion = new Map(decisions.map((one) => [one.question, one]))
  for (const one of casesIn(capsule)) {
    const taken = takeCase(tx, session, one, byQuestion)
    if (!taken.ok) return taken
    const { isPurged: isGone, ...told } = taken.value
    if (isGone) purged.add(told.number)
    cases.push(told)
  }
  // Something was written here since the person looked.
  return byQuestion.size === 0 ? ok({ cases, purged }) : fail(saying('capsule-question-unknown'))
}

/** Takes the decisions that are about it out of `decisions`. */
function takeCase(
  tx: Tx,
  session: Session,
  one: HeldCase,
  decisions: Map<string, Decision>,
): Result<CapsuleTaken['cases'][number] & { readonly isPurged: boolean }, Saying> {
  const merged = mergeOf(session, one)
  if (!merged.ok) return merged
  const { added, state: after } = merged.value
  const { number } = after
  const before = readCase(session, one.id as CaseId)
  if (added.length > 0) {
    const taken = takeVerifiedIn(tx, session, one.id as CaseId, one.entries)
    if (!taken.ok) return taken
    if (before !== null && before.state.purged === null && after.purged !== null)
      removeContents(tx, session, before.state)
  }
  const left: { field: string; ours: string; theirs: string }[] = []
  for (const question of merged.value.questions) {
    const id = questionId(one.id, question)
    const decision = decisions.get(id)
    decisions.delete(id)
    const side = decision?.side === null || decision === undefined ? undefined : question.sides[decision.side]
    if (decision === undefined || side === undefined) {
      const said = (isHere: boolean): string =>
        question.sides
          .filter((each) => each.here === isHere)
          .map(({ value }) => (value === null ? '' : String(value)))
          .join(' / ')
      left.push({ field: question.conflict.field, ours: said(true), theirs: said(false) })
      continue
    }
    const settled = settle(tx, session, one.id, question, side.value, decision.reason.trim())
    if (!settled.ok) return settled
  }
  return ok({ number, added: added.length, conflicts: left, isPurged: after.purged !== null })
}

function settle(
  tx: Tx,
  session: Session,
  id: string,
  { conflict }: MergedCase['questions'][number],
  value: MergedCase['questions'][number]['before'],
  reason: string,
): Result<null, Saying> {
  const found = readCase(session, id as CaseId)
  if (found === null) return fail(saying('entries-incomplete'))
  const acts: Result<readonly Act[], Saying> = actsFor(
    session,
    found.entries,
    settling(conflict, value, reason, found.state),
  )
  if (!acts.ok) return acts
  if (acts.value.length > 0) writeActs(tx, session, { caseId: found.state.id, entries: found.entries }, acts.value)
  return ok(null)
}

/** The other copy was purged by two persons: what is left of the contents here goes too. */
function removeContents(tx: Tx, session: Session, state: Parameters<typeof blobsOf>[1]): void {
  const blobs = blobsOf(session, state)
  removeMessages(tx, session, state)
  for (const blob of blobs) tx.db.prepare('DELETE FROM blobs WHERE id = ?').run([blob])
  tx.after(() => {
    for (const blob of blobs) rmSync(blobPath(session.store.dir, blob), { force: true })
  })
}

function takeExchanges(tx: Tx, session: Session, capsule: HeldCapsule, purged: ReadonlySet<string>): void {
  const records = exchangesOf(session.store)
  for (const line of exchangesIn(capsule)) {
    const cases = line.cases.filter((number) => !purged.has(number))
    if (cases.length === 0) continue
    const merged = mergedExchange({ ...line, cases }, records.get(line.id))
    // A message without its original is none: it stays where it is.
    if (merged !== null && sealedFileIn(session.store, merged.blob) !== null) records.put(tx, merged.id, merged)
  }
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

function tell(session: Session, { cases }: CapsuleTaken): void {
  for (const { number } of cases) session.news('case.changed', { number })
  for (const feed of ['queue.changed', 'exchange.changed', 'policy.changed', 'handover.changed'] as const)
    session.news(feed, null)
  tellOfCards(session)
  tellOutside(session)
}
