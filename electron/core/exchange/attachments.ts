/** Attachments of a message, one at a time and only when a person asks: a look at it, or a copy out of the vault. */
import type { MessageAttachment } from '../../../shared/domain/exchange/message.ts'
import { tlpLabel } from '../../../shared/domain/marking/tlp.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { AttachmentLook } from '../../../shared/ipc/exchange-views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { findCase } from '../cases/case-book.ts'
import { mebibyte, messageLimit } from '../files/input.ts'
import type { GrantedFile } from '../ports.ts'
import { release } from '../release/release.ts'
import { writeCleared, writeClearedFile, type WrittenFile } from '../release/writers.ts'
import { authorOf, nowOf, type Session } from '../session.ts'
import { sizeOf, type Content } from '../store/sealed-file.ts'
import { lookApart } from '../workers/read-job.ts'
import { noteInCases } from './case-notes.ts'
import { exchangesOf } from './exchange-records.ts'
import { findExchange } from './exchange-view.ts'
import { sealedFile } from './large-message.ts'
import { attachmentOf } from './read-exchange.ts'

export interface Wanted {
  readonly exchange: string
  /** As the message view names it. */
  readonly name: string
}

/** @returns why it cannot be reached as a problem; why it is not shown stands in the look. */
export async function lookAtAttachment(session: Session, wanted: Wanted): Promise<Result<AttachmentLook, Saying>> {
  const found = await take(session, wanted)
  if (!found.ok) return found
  const { name, type, bytes } = found.value
  if (sizeOf(bytes) > messageLimit) return ok({ kind: 'none', why: tooLarge(sizeOf(bytes)) })
  const looked = await lookApart({ name, type, bytes, now: nowOf(session) })
  // A hostile attachment that took too long is a reason not to show it, and it can still be saved.
  return looked.ok || looked.problem.code !== 'worker-stopped' ? looked : ok({ kind: 'none', why: looked.problem })
}

const tooLarge = (size: number): Saying =>
  saying('look.too-large', { size: Math.ceil(size / mebibyte), limit: messageLimit / mebibyte })

/** Written where a person chose, then noted in the message and in each of its cases that is open. */
export async function saveAttachment(
  session: Session,
  { grant, ...wanted }: Wanted & { readonly grant: string },
): Promise<Result<WrittenFile, Saying>> {
  const found = await take(session, wanted)
  if (!found.ok) return found
  const target = session.ports.redeem(grant, 'write')
  if (target === null) return fail(saying('grant-unknown'))
  const written = await write(target, found.value)
  if (!written.ok) return written
  const noted = note(session, wanted, written.value.sha256)
  return noted.ok ? written : noted
}

async function write(target: GrantedFile, { bytes, sha256 }: Taken): Promise<Result<WrittenFile, Saying>> {
  return bytes instanceof Uint8Array
    ? writeCleared(target, release.attachment(bytes, { sha256 }))
    : writeClearedFile(target, release.attachmentFile(bytes))
}

/** Its bytes; of a file that is too large for memory, where they lie sealed. */
type Taken = Omit<MessageAttachment, 'bytes'> & { readonly bytes: Content }

async function take(session: Session, { exchange, name }: Wanted): Promise<Result<Taken, Saying>> {
  const found = findExchange(session, exchange)
  if (!found.ok) return found
  const record = found.value
  if (record.direction !== 'in') return fail(saying('exchange-not-in'))
  const shown = record.message?.attachments.find((one) => one.name === name)
  const missing = fail(saying('exchange-no-attachment', { name }))
  if (shown === undefined) return missing
  if (record.content !== null) {
    const sealed = sealedFile(session, record.content.blob)
    return sealed.ok ? ok({ ...shown, bytes: sealed.value }) : sealed
  }
  const attachment = await attachmentOf(session, record, name)
  // With a key that came since, another attachment may stand under this name: only what was shown is handed out.
  return attachment.ok && attachment.value.sha256 !== shown.sha256 ? missing : attachment
}

function note(session: Session, { exchange: id, name }: Wanted, sha256: string): Result<null, Saying> {
  const done = session.store.commit((tx) => {
    const record = exchangesOf(session.store).get(id)
    if (record === null) return fail(saying('exchange-not-found'))
    const saved = [...record.saved, { name, sha256, at: tx.at, code: authorOf(session).actor.code }]
    exchangesOf(session.store).put(tx, id, { ...record, saved })
    noteInCases(tx, session, record, (number) =>
      saying('exchange.note.saved', { name, sha256, tlp: markingOf(session, number) }),
    )
    return ok(null)
  })
  session.news('exchange.changed', null)
  return done
}

function markingOf(session: Session, number: string): string {
  const found = findCase(session, number)
  return found.ok ? tlpLabel(found.value.state.tlp) : '?'
}
