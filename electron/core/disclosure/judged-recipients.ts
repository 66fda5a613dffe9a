/** Everyone who would get it, with all that the gate wants to know: as whom, and whether it was checked who they are. */
import { checkState } from '../../../shared/domain/card/bona-fide.ts'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import { recipientClassesOf } from '../../../shared/domain/disclosure/recipient-class.ts'
import { kindOf, supposedRecipient } from '../../../shared/domain/disclosure/supposed.ts'
import type { RecipientFacts } from '../../../shared/domain/disclosure/recipient-facts.ts'
import type { BonaFide, JudgedRecipient } from '../../../shared/domain/disclosure/request.ts'
import type { CardRecord } from '../cards/card-records.ts'
import { recipientsOf } from '../exchange/recipients.ts'
import { nowOf, type Session } from '../session.ts'

export interface Recipients {
  readonly known: readonly JudgedRecipient[]
  /** Ids that are of nobody. */
  readonly unknown: readonly string[]
}

/** `to`: cards, keys, or kinds as `anyOf` names them. */
export function judgedRecipients(
  session: Session,
  to: readonly string[],
  state: CaseState | null,
  isFile: boolean,
): Recipients {
  const each = to.map((one) => {
    const kind = kindOf(one)
    return { one, found: kind === null ? cardsOrKeys(session, one, state) : [supposedRecipient(kind, isFile)] }
  })
  return {
    known: each.flatMap(({ found }) => found),
    unknown: each.flatMap(({ one, found }) => (found.length === 0 ? [one] : [])),
  }
}

const cardsOrKeys = (session: Session, id: string, state: CaseState | null): readonly JudgedRecipient[] =>
  recipientsOf(session, [id]).map(({ facts }) => {
    const record = session.shelf.get(facts.id)?.record ?? null
    const asParty = (state?.parties ?? []).filter(({ card }) => card === facts.id).map(({ role }) => role)
    const concerned = asParty.some((role) => role === 'affected' || role === 'constituent')
    return {
      ...facts,
      classes: recipientClassesOf(record?.roles ?? [], asParty, facts.ownOrganisation),
      bonaFide: bonaFideOf(facts, record, nowOf(session)),
      concerned,
    }
  })

/** A verified key is somebody's word for who they are; a check in the ledger is another, as long as it holds (M-37, M-39). */
function bonaFideOf({ ownOrganisation, trust }: RecipientFacts, record: CardRecord | null, now: string): BonaFide {
  if (ownOrganisation) return 'own'
  if (trust === 'rejected') return 'unchecked'
  const states = (record?.checks ?? []).map(({ lapses, withdrawn }) =>
    checkState({ lapses, withdrawn: withdrawn !== null }, now),
  )
  if (trust === 'verified' || states.includes('current')) return 'checked'
  return states.includes('lapsed') ? 'lapsed' : 'unchecked'
}
