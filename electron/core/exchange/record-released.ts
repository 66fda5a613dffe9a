/** What left becomes an exchange of its case, with the sealed bytes, the numbers in it, and what the gate said of it. */
import type { Act } from '../../../shared/domain/case/act.ts'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import { redact } from '../../../shared/domain/redaction/redact.ts'
import type { Hidden } from '../../../shared/domain/redaction/redaction.ts'
import { ok, type Result } from '../../../shared/kit/result.ts'
import type { Released } from '../../../shared/ipc/views.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { addActsIn } from '../cases/case-book.ts'
import { shown } from '../cases/case-handlers.ts'
import { keepNames } from '../disclosure/redaction.ts'
import type { Session } from '../session.ts'
import { disclosedAct, type Pass } from '../release/pass.ts'
import { recordBlob, type WrittenBlob } from '../store/blobs.ts'
import { dropFiles } from './draft-files.ts'
import { draftsOf, type DraftRecord } from './draft-records.ts'
import { exchangesOf, newExchange, type ExchangeRecord } from './exchange-records.ts'
import type { KnownRecipient } from './recipients.ts'

export interface Gone {
  readonly file: string | null
  readonly sha256: string
  readonly form: Released['form']
  readonly pass: Pass
  /** What stands for what was hidden in it. */
  readonly names: readonly Hidden[]
  readonly recipients: readonly KnownRecipient[]
  /** As it left; sealed, not recorded yet. */
  readonly blob: WrittenBlob
  readonly messageId: string
  /** As it was sealed; '' for a file alone. */
  readonly text: string
  readonly numbers: readonly ExchangeRecord['numbers'][number][]
}

export function recordReleased(session: Session, draft: DraftRecord, gone: Gone): Result<Released, Saying> {
  const done = session.store.commit((tx): Result<{ exchange: string; state: CaseState | null }, Saying> => {
    const { id, size } = recordBlob(tx, gone.blob)
    const exchange = exchangeOf(draft, gone, { id: session.ports.newId(), blob: id, size, at: tx.at })
    exchangesOf(session.store).put(tx, exchange.id, exchange)
    draftsOf(session.store).drop(tx, draft.id)
    dropFiles(tx, session, draft.files)
    keepNames(tx, session, draft.case, gone.names)
    if (draft.case === null) return ok({ exchange: exchange.id, state: null })
    const added = addActsIn(tx, session, draft.case, [disclosedAct(gone.pass, gone), outAct(exchange)])
    return added.ok ? ok({ exchange: exchange.id, state: added.value }) : added
  })
  if (!done.ok) return done
  session.news('exchange.changed', null)
  if (done.value.state !== null) shown(session, ok(done.value.state))
  return ok({ exchange: done.value.exchange, form: gone.form, file: gone.file, sha256: gone.sha256 })
}

function exchangeOf(
  draft: DraftRecord,
  gone: Gone,
  kept: Pick<ExchangeRecord, 'id' | 'blob' | 'size' | 'at'>,
): ExchangeRecord {
  const { form, sha256, text, numbers, messageId } = gone
  return newExchange({
    ...kept,
    direction: 'out',
    state: 'released',
    partner: gone.recipients.map(({ facts }) => facts.name).join(', '),
    subject: gone.names.length === 0 ? draft.subject : redact(draft.subject, gone.names).text,
    messageId,
    cases: draft.case === null ? [] : [draft.case],
    fileName: gone.file ?? 'clipboard',
    sha256,
    message: null,
    report: null,
    problem: null,
    released: {
      form,
      sha256,
      to: gone.recipients.flatMap(({ facts }) => facts.fingerprint ?? []),
      text,
      tlp: draft.tlp,
    },
    setAsideReason: null,
    numbers: [...numbers],
  })
}

const outAct = ({ id, partner, subject, sha256: hash }: ExchangeRecord): Act => ({
  kind: 'exchange.added',
  exchange: id,
  direction: 'out',
  channel: 'email',
  partner: partner.slice(0, 300),
  subject: subject.slice(0, 900),
  sha256: hash,
})
