/** What is shown of a handover: at the giver's end from the record or as it was given, at the taker's as it came. */
import { shiftOf } from '../../../shared/domain/handover/shift.ts'
import type { HandoverView } from '../../../shared/ipc/handover-views.ts'
import { ok, type Result } from '../../../shared/kit/result.ts'
import { isCode, saying, type Saying } from '../../../shared/words/say.ts'
import { keptTurns } from '../clocks/duty.ts'
import { nowOf, profileOf, type Session } from '../session.ts'
import { rosterOf } from '../team/roster.ts'
import { takersOf } from './colleagues.ts'
import { backUntil, inNow, lineIds, outNow } from './handover-now.ts'
import type { GivenHandover, InRecord, OutRecord } from './handover-records.ts'
import { heldRows } from './held-capsules.ts'
import { linesFor } from './shift-lines.ts'

export async function showHandover(session: Session): Promise<Result<HandoverView, Saying>> {
  const incoming = inNow(session)
  const capsules = heldRows(session)
  const takers = takersOf(session)
  if (incoming !== null) return ok({ ...incomingView(session, incoming), takers, capsules })
  const out = outNow(session)
  const view = out.given === null ? await openView(session, out) : givenView(session, out, out.given)
  return ok({ ...view, takers, capsules })
}

type Shown = Omit<HandoverView, 'takers' | 'capsules'>

async function openView(session: Session, { written }: OutRecord): Promise<Shown> {
  const { analyst } = profileOf(session)
  const shift = shiftOf(keptTurns(session), analyst.code, nowOf(session))
  const lines = await linesFor(session, shift.from, written.lineNotes)
  const { notes, own, to } = written
  return {
    ...shownLines({ ...lines, own, notes }, () => ({ read: false, answer: '' })),
    state: 'open',
    side: 'giver',
    shift: { ...shift, by: analyst.code, to },
    prepared: written.at === null ? null : { at: written.at, ...countsOf({ ...lines, own }) },
    given: null,
    taken: null,
  }
}

type Counted = Pick<GivenHandover, 'needs' | 'waiting' | 'own' | 'unfinished'>

const countsOf = ({ needs, waiting, own, unfinished }: Counted) => ({
  lines: needs.length + waiting.length + own.length,
  promises: unfinished.filter(({ kind }) => kind === 'promise').length,
  drafts: unfinished.filter(({ kind }) => kind === 'draft').length,
})

type Mark = { readonly read: boolean; readonly answer: string }

/** What another desk wrote is shown where this version has words for it. */
function shownLines(
  { needs, waiting, changed, own, notes, unfinished }: Omit<GivenHandover, 'shift'>,
  mark: (id: string) => Mark,
): Pick<HandoverView, 'needs' | 'waiting' | 'changed' | 'own' | 'notes' | 'unfinished'> {
  const said = ({ code, params }: GivenHandover['changed'][number]['said']): Saying =>
    isCode(code) ? { code, params } : saying('handover.said-newer')
  return {
    needs: needs.map(({ needed, ...line }) => ({ ...line, ...mark(line.id), needed: said(needed) })),
    waiting: waiting.map((line) => ({ ...line, ...mark(line.id) })),
    changed: changed.map((line) => ({ ...line, said: said(line.said) })),
    own: own.map((line) => ({ ...line, ...mark(line.id) })),
    notes,
    unfinished: unfinished.map((line) => ({ ...line, said: said(line.said) })),
  }
}

function givenView(session: Session, { written, receipt }: OutRecord, given: NonNullable<OutRecord['given']>): Shown {
  const { handover } = given
  const marks = new Map((receipt?.answers ?? []).map(({ id, answer, read }) => [id, { answer, read }]))
  const { lines } = countsOf(handover)
  return {
    ...shownLines(handover, (id) => marks.get(id) ?? { read: receipt !== null, answer: '' }),
    state: receipt === null ? 'given' : 'taken',
    side: 'giver',
    shift: handover.shift,
    prepared: { at: written.at ?? given.at, ...countsOf(handover) },
    given: {
      at: given.at,
      to: given.to,
      file: given.file,
      bytes: given.bytes,
      sha256: given.sha256,
      remindAt: given.remindAt,
    },
    taken:
      receipt === null
        ? null
        : {
            at: receipt.at,
            by: receipt.by,
            tier: rosterOf(session).find(({ code }) => code === receipt.by)?.tier ?? receipt.tier,
            read: lines,
            of: lines,
            owners: receipt.owners,
            backUntil: receipt.at,
          },
  }
}

function incomingView(session: Session, { handover, read, taken, toldTaken, madeAt }: InRecord): Shown {
  const { analyst } = profileOf(session)
  const { lines } = countsOf(handover)
  return {
    ...shownLines(handover, (id) => read[id] ?? { read: false, answer: '' }),
    state: taken === null ? 'given' : 'taken',
    side: 'taker',
    shift: handover.shift,
    prepared: { at: madeAt, ...countsOf(handover) },
    given: null,
    ...(toldTaken === (taken !== null) ? {} : { receiptDue: true as const }),
    taken:
      taken === null
        ? null
        : {
            at: taken.at,
            by: analyst.code,
            tier: analyst.tier,
            read: lineIds(handover).filter((id) => read[id]?.read === true).length,
            of: lines,
            owners: taken.owners.length,
            backUntil: backUntil(taken.at),
          },
  }
}
