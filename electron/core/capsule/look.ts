/** What taking a capsule would change here, worked out against the journals as they are now; nothing is written. */
import { setImmediate } from 'node:timers/promises'
import { settling } from '../../../shared/domain/case/settle.ts'
import { supposing, type Question, type Side } from '../../../shared/domain/handover/questions.ts'
import { placeIn } from '../../../shared/domain/order/sorting.ts'
import type { CapsuleView, MergeQuestion, MergeSide } from '../../../shared/ipc/handover-views.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { calendarHere } from '../cases/calendar-here.ts'
import { factsOf } from '../cases/queue-facts.ts'
import { comparing, lineOf } from '../cases/queue-lines.ts'
import { clockSettingsOf } from '../clocks/clock-settings.ts'
import { exchangesOf } from '../exchange/exchange-records.ts'
import { keysOf } from '../keyring/key-records.ts'
import { nowOf, type Session } from '../session.ts'
import { sealedFileIn } from '../store/sealed-file.ts'
import { takenOf } from './capsule-records.ts'
import { mergedExchange } from './exchange-part.ts'
import { casesIn, exchangesIn, type HeldCapsule } from './held-capsules.ts'
import { actsFor, mergeOf, questionId, type MergedCase } from './merge-case.ts'

/** Of all cases together, each of which was in memory for a moment. */
interface Sum {
  readonly questions: MergeQuestion[]
  readonly each: CapsuleView['each'][number][]
  readonly kinds: Map<string, number>
  /** Files of evidence that come with it and are not here. */
  readonly evidence: Set<string>
  partedAt: string | null
  added: number
}

/**
 * @returns what a person is shown; `capsule-older` where it was made before one that is here, and everything in it is here: the very
 * same one again is shown, and adds nothing.
 */
export async function lookAtCapsule(session: Session, capsule: HeldCapsule): Promise<Result<CapsuleView, Saying>> {
  const sum: Sum = { questions: [], each: [], kinds: new Map(), evidence: new Set(), partedAt: null, added: 0 }
  for (const one of casesIn(capsule)) {
    const merged = mergeOf(session, one)
    if (!merged.ok) return merged
    addTo(sum, session, capsule, merged.value)
    await setImmediate()
  }
  const { manifest } = capsule
  const beside = await besideOf(session, capsule)
  const older = sum.added === 0 && beside.exchanges === 0 ? newerTaken(session, manifest) : null
  if (older !== null) return fail(saying('capsule-older', { from: manifest.from.code, at: manifest.at, taken: older }))
  return ok({
    id: manifest.id,
    kind: manifest.kind,
    from: manifest.from.code,
    madeAt: manifest.at,
    cases: manifest.cases.length,
    conflicts: sum.questions.length,
    copy: manifest.from.tag,
    partedAt: sum.partedAt,
    signedBy: manifest.from.key,
    questions: sum.questions,
    merged: [...sum.kinds].map(([kind, count]) => ({ kind, count })).toSorted((a, b) => b.count - a.count),
    each: sum.each,
    evidence: sum.evidence.size,
    beside,
  })
}

function addTo(sum: Sum, session: Session, { blobs }: HeldCapsule, one: MergedCase): void {
  const { added, here, state, questions } = one
  sum.added += added.length
  sum.questions.push(...questions.map((question) => shownQuestion(session, one, question)))
  sum.each.push({ number: one.case.number, title: state.title, added: added.length, isNew: here.length === 0 })
  for (const { kind } of added) sum.kinds.set(kind, (sum.kinds.get(kind) ?? 0) + 1)
  for (const { blob } of state.evidence)
    if (blobs.has(blob) && sealedFileIn(session.store, blob) === null) sum.evidence.add(blob)
  const parted = partedAt(one)
  if (parted !== null && (sum.partedAt === null || parted > sum.partedAt)) sum.partedAt = parted
}

/** The last that both sides have, where both went on. */
function partedAt({ case: { entries }, here, added }: MergedCase): string | null {
  const theirs = new Set(entries.map(({ hash }) => hash))
  const common = here.filter(({ hash }) => theirs.has(hash))
  if (added.length === 0 || common.length === here.length) return null
  return (
    common
      .map(({ at }) => at)
      .toSorted()
      .at(-1) ?? null
  )
}

/** When the one that was taken was made; null where none of that copy is newer. */
function newerTaken(session: Session, { id, from, counter }: HeldCapsule['manifest']): string | null {
  const ofCopy = takenOf(session.store)
    .all()
    .filter((one) => one.from.copy === from.copy)
  if (ofCopy.some((one) => one.id === id)) return null
  return ofCopy.find((one) => one.counter > counter)?.madeAt ?? null
}

async function besideOf(session: Session, capsule: HeldCapsule): Promise<CapsuleView['beside']> {
  const known = exchangesOf(session.store)
  let exchanges = 0
  for (const line of exchangesIn(capsule)) {
    if (mergedExchange(line, known.get(line.id)) !== null) exchanges++
    await setImmediate()
  }
  const keys = capsule.keys.filter(({ fingerprint }) => keysOf(session.store).get(fingerprint) === null).length
  const cards = capsule.cards.filter(({ id, layers }) => {
    const card = session.shelf.get(id)
    return card === null || layers.some(({ sha256 }) => !card.record.layers.some((one) => one.sha256 === sha256))
  }).length
  return { exchanges, keys, cards }
}

function shownQuestion(session: Session, one: MergedCase, question: Question): MergeQuestion {
  const { conflict, before, sides, since } = question
  return {
    id: questionId(one.case.id, question),
    number: one.case.number,
    title: one.state.title,
    conflict,
    before,
    since,
    sides: sides.map((side) => ({ ...side, ...ifStood(session, one, question, side) })),
  }
}

/** What the case would be if that value stood. */
function ifStood(
  session: Session,
  { all, state }: MergedCase,
  { conflict }: Question,
  { value }: Side,
): Pick<MergeSide, 'due' | 'position' | 'settle'> {
  const now = nowOf(session)
  const settle = settling(conflict, value, '', state)
  const acts = actsFor(session, all, settling(conflict, value, '-', state))
  const supposed = (acts.ok ? supposing(all, acts.value, now) : null) ?? state
  const facts = factsOf(supposed, calendarHere(session), now, clockSettingsOf(session))
  const ranking = session.queue.ranking()
  const line = lineOf(ranking, facts, now)
  const others = session.queue.open(now).filter(({ facts: { id } }) => id !== state.id)
  const at = placeIn(others, line, comparing(ranking).policy) + 1
  return {
    due: line.facts.due,
    position: supposed.phase === 'closed' ? null : { at, of: others.length + 1 },
    settle,
  }
}
