/** A message as the report reader takes it. */
import type { OpenedMessage } from '../../../shared/domain/exchange/message.ts'
import type { ReportSource } from '../../../shared/domain/report/report-source.ts'

/** Text attachments decoded, others by name and hash alone. */
export function reportSource(message: OpenedMessage): ReportSource {
  const { protection, textParts } = message
  return {
    from: message.from || null,
    replyTo: message.replyTo[0] ?? null,
    messageId: message.messageId || null,
    subject: message.subject,
    text: message.text || message.outside,
    attachments: message.attachments.map(({ name, type, sha256, bytes }) => ({
      name,
      type,
      sha256,
      text: textOf(type, name, bytes),
    })),
    parts: textParts.map(({ type, text }) => ({ type, text, name: '' })),
    signed:
      protection.signature === 'none'
        ? 'none'
        : message.attachments.length > 0 || message.messageId !== ''
          ? 'pgp-mime'
          : 'pgp-inline',
  }
}

const mostText = 5_000_000

const textOf = (type: string, name: string, bytes: Uint8Array): string | null =>
  /^(?:text|message)\/|json|xml|csv|yaml/i.test(type) || /\.(?:txt|log|csv|json|xml|eml|ya?ml)$/i.test(name)
    ? new TextDecoder().decode(bytes.subarray(0, mostText))
    : null
