/** What of an opened message the reader of reports needs: chosen here, read only in the worker. */
import type { MessageAttachment, OpenedMessage } from '../../../shared/domain/exchange/message.ts'
import type { ReportSource } from '../../../shared/domain/report/report-source.ts'

/** Everything of it is a stranger's, and still packed, encoded and marked up as it came. */
export interface ReportMessage extends Pick<
  ReportSource,
  'from' | 'to' | 'replyTo' | 'messageId' | 'subject' | 'text' | 'signed'
> {
  /** UTC ISO of the Date field, or null. */
  readonly date: string | null
  readonly html: string | null
  readonly textParts: readonly { readonly type: string; readonly text: string }[]
  readonly attachments: readonly Pick<MessageAttachment, 'name' | 'type' | 'sha256' | 'bytes'>[]
}

/** @param raw the file as it came, where it is at hand: only it tells a signature inside the text from one beside it. */
export function reportSource(message: OpenedMessage, raw: Uint8Array = new Uint8Array()): ReportMessage {
  const { protection } = message
  const isMail = message.attachments.length > 0 || message.messageId !== ''
  const isInline = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.length, 200_000)).includes(
    '-----BEGIN PGP SIGNED MESSAGE-----',
  )
  return {
    from: message.from || null,
    to: message.to,
    replyTo: message.replyTo[0] ?? null,
    messageId: message.messageId || null,
    subject: message.subject,
    date: message.date,
    text: message.text || message.outside,
    html: message.html,
    textParts: message.textParts.map(({ type, text }) => ({ type, text })),
    attachments: message.attachments.map(({ name, type, sha256, bytes }) => ({ name, type, sha256, bytes })),
    signed: protection.signature === 'none' ? 'none' : isMail && !isInline ? 'pgp-mime' : 'pgp-inline',
  }
}
