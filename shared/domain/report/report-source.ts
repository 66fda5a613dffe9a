/** What the reader of reports is given: a message as it was opened, or the pieces of one, nothing of it trusted. */
import type { Saying } from '../../words/say.ts'

export interface ReportPart {
  readonly name: string
  readonly type: string
  /** null for what is not text. */
  readonly text: string | null
}

/** A mail within the message: a report that was passed on, or the mail that is complained of. */
export interface ForwardedMail {
  readonly from: string | null
  readonly subject: string
  /** UTC ISO, or null. */
  readonly date: string | null
  /** Its header block as it stood. */
  readonly head: string
  readonly text: string
  /** Its text parts as they stood, named and unnamed. */
  readonly parts: readonly ReportPart[]
}

export interface ReportSource {
  /** Addresses alone. */
  readonly from: string | null
  readonly replyTo: string | null
  readonly messageId: string | null
  readonly subject: string
  /** Whom it was sent to: their domains are ours. */
  readonly to?: readonly string[]
  /** UTC ISO of the Date field: it tells the year where log lines leave it out, and is never the time of an event. */
  readonly date?: string | null
  readonly text: string
  /** The words of the HTML part, where there is one beside the text. */
  readonly htmlText?: string | null
  readonly attachments: readonly (ReportPart & { readonly sha256: string })[]
  /** Text parts as they stood, where the message still has them, and files out of archives. */
  readonly parts?: readonly ReportPart[]
  readonly forwarded?: readonly ForwardedMail[]
  readonly signed: 'pgp-mime' | 'pgp-inline' | 'none'
  /** What could not be unpacked. */
  readonly trouble?: readonly Saying[]
}

/** Everything of it that can be read as text, structured parts first: the running text is the last resort. */
export const textsOf = ({ parts = [], attachments, text }: ReportSource): readonly ReportPart[] => [
  ...parts,
  ...attachments,
  { name: '', type: 'text/plain', text },
]
