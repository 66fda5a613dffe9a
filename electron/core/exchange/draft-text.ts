/** The text of a draft as it will be sealed, from the case, the profile and the numbers with each partner. */
import { messageBody, type PartnerNumber, type Writer } from '../../../shared/domain/exchange/message-body.ts'
import { observableCsv, tellable } from '../../../shared/domain/exchange/observable-list.ts'
import type { OutgoingFile } from '../mime/build.ts'
import { profileOf, type Session } from '../session.ts'
import { findCase } from '../cases/case-book.ts'
import type { DraftRecord } from './draft-records.ts'
import { receivedFrom } from './partner-numbers.ts'
import type { KnownRecipient } from './recipients.ts'

export interface DraftBody {
  readonly text: string
  /** What the text says of numbers, as it is recorded with the message. */
  readonly numbers: readonly { readonly partner: string; readonly number: number }[]
  /** The observables as a file, where they go as one. */
  readonly made: readonly OutgoingFile[]
}

export function bodyOf(session: Session, draft: DraftRecord, recipients: readonly KnownRecipient[]): DraftBody {
  const observables = observablesOf(session, draft)
  const partners = recipients.filter(({ facts }) => !facts.ownOrganisation)
  const csv = draft.observables === 'csv' && observables.length > 0
  return {
    text: messageBody({
      language: draft.language,
      marking: draft.tlp,
      text: draft.text,
      writer: writerOf(session, draft.formal),
      observables: draft.observables === 'text' ? observables : [],
      numbers: partners.map((partner) => numberFor(session, partner)),
    }),
    numbers: partners.map(({ facts, shown }) => ({ partner: facts.id, number: shown.number })),
    made: csv ? [csvFile(draft, observables)] : [],
  }
}

function observablesOf(session: Session, { case: number, observables }: DraftRecord): ReturnType<typeof tellable> {
  const found = number === null || observables === 'none' ? null : findCase(session, number)
  return found?.ok === true ? tellable(found.value.state.observables) : []
}

const csvFile = ({ case: number, tlp }: DraftRecord, observables: ReturnType<typeof tellable>): OutgoingFile => ({
  name: `${number ?? 'observables'}-observables.csv`,
  type: 'text/csv',
  bytes: Buffer.from(observableCsv(observables, tlp)),
})

const numberFor = (session: Session, { facts, shown }: KnownRecipient): PartnerNumber => ({
  address: facts.address ?? facts.name,
  number: shown.number,
  received: receivedFrom(session, facts.id),
})

function writerOf(session: Session, formal: boolean): Writer {
  const { analyst, ownCard } = profileOf(session)
  const card = ownCard === null ? null : session.shelf.get(ownCard)
  const member = card?.reading.members.find(({ code }) => code === analyst.code)
  return { ...analyst, role: member?.role ?? null, team: card?.name ?? null, formal }
}
