/** A report that came by telephone, or one seen in a log (P-25): kept sealed like a message, with who took it and how the caller was checked. */
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { Parsed } from '../../../shared/ipc/contract.ts'
import { say, saying, type Saying } from '../../../shared/words/say.ts'
import { checkPin } from '../cards/pins.ts'
import { tellOutside } from '../cases/dues.ts'
import { exchangesOf, newExchange, type ExchangeRecord } from '../exchange/exchange-records.ts'
import { authorOf, type Session } from '../session.ts'
import { recordBlob, writeBlob } from '../store/blobs.ts'
import { sha256 } from '../store/canonical.ts'
import { chunksOf } from '../store/sealed-chunks.ts'
import { readReportApart } from '../workers/read-job.ts'

type Told = Parsed<'call.take'>

/** A wrong PIN loses nothing, nor does one that may not be tried now: the report is kept, and says that nobody knows who called. */
export async function takeCall(session: Session, told: Told): Promise<Result<ExchangeRecord, Saying>> {
  if (told.text.trim() === '') return fail(saying('call-text-empty'))
  const pin = await pinOf(session, told)
  if (!pin.ok) return pin
  const bytes = new TextEncoder().encode(told.text)
  const written = writeBlob(session.store.dir, session.ports.newId(), session.ports.random(32), chunksOf(bytes))
  const report = await readReportApart({
    from: null,
    replyTo: null,
    messageId: null,
    subject: told.subject,
    date: null,
    text: told.text,
    html: null,
    textParts: [],
    attachments: [],
    signed: 'none',
  })
  const done = session.store.commit((tx) => {
    const { id: blob, size } = recordBlob(tx, written)
    const record = newExchange({
      id: session.ports.newId(),
      direction: 'in',
      state: 'tray',
      at: tx.at,
      partner: partnerOf(told),
      subject: told.subject,
      messageId: '',
      cases: [],
      blob,
      fileName: `${told.channel}.txt`,
      sha256: sha256(bytes),
      size,
      message: null,
      report: report.ok ? { ...report.value, urgent: report.value.urgent || told.urgent } : null,
      problem: null,
      released: null,
      setAsideReason: null,
      call: callOf(session, told, pin.value),
    })
    exchangesOf(session.store).put(tx, record.id, record)
    return ok(record)
  })
  if (!done.ok) return done
  session.news('exchange.changed', null)
  tellOutside(session)
  return done
}

/** "Ana Ruiz, by telephone": who says that it was she. */
const partnerOf = ({ channel, from }: Told): string =>
  say('en', channel === 'phone' ? saying('call-name', { from }) : saying('log-name', { from })).slice(0, 320)

async function pinOf(session: Session, { card, pin }: Told): Promise<Result<'right' | 'wrong' | 'none', Saying>> {
  if (pin === null || card === null) return ok('none')
  const checked = await checkPin(session, { card, ...pin })
  if (checked.ok) return ok(checked.value.right ? 'right' : 'wrong')
  return checked.problem.code === 'pin-wait' ? ok('wrong') : checked
}

function callOf(session: Session, told: Told, pin: 'right' | 'wrong' | 'none'): ExchangeRecord['call'] {
  const { channel, from, card, number, urgent, text } = told
  return { channel, from, card, number, urgent, text, pin, takenBy: authorOf(session).actor.code }
}
