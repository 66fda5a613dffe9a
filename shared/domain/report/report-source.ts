/** What the reader of reports is given: a message as it was opened, or the pieces of one, nothing of it trusted. */
export interface ReportPart {
  readonly name: string
  readonly type: string
  /** null for what is not text. */
  readonly text: string | null
}

export interface ReportSource {
  /** Addresses alone. */
  readonly from: string | null
  readonly replyTo: string | null
  readonly messageId: string | null
  readonly subject: string
  readonly text: string
  readonly attachments: readonly (ReportPart & { readonly sha256: string })[]
  /** Text parts as they stood, where the message still has them. */
  readonly parts?: readonly ReportPart[]
  readonly signed: 'pgp-mime' | 'pgp-inline' | 'none'
}

/** Everything of it that can be read as text, structured parts first: the running text is the last resort. */
export const textsOf = ({ parts = [], attachments, text }: ReportSource): readonly ReportPart[] => [
  ...parts,
  ...attachments,
  { name: '', type: 'text/plain', text },
]
