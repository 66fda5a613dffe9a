/** signet.verdict/1: what the gate says, and the file where it let one out. */
import type { Verdict } from '../../../shared/domain/disclosure/verdict.ts'
import type { Recipient } from '../../../shared/ipc/views.ts'
import { say, type Language } from '../../../shared/words/say.ts'

interface Judged {
  readonly verdict: Verdict
  readonly recipients: readonly Recipient[]
  /** null: nothing was written. */
  readonly file: string | null
  /** Why it was let out against the rules. */
  readonly override?: string | null
  readonly language: Language
}

export const verdictShape = ({ verdict, recipients, file, override = null, language }: Judged) => ({
  schema: 'signet.verdict/1' as const,
  verdict: verdict.verdict,
  reasons: verdict.reasons.map(({ level, said, clause, recipient, fix, final }) => ({
    level,
    code: said.code,
    clause,
    params: said.params,
    recipient,
    text: say(language, said),
    /** The smallest change that would pass; null where there is none. */
    fix: fix ?? null,
    /** No override lifts it. */
    final: final === true,
  })),
  /** Whole fingerprints; where there is no key, the card or what was supposed. */
  to: recipients.map(({ fingerprint, card }) => fingerprint ?? card),
  recipients,
  file,
  override,
})

export const verdictText = ({ verdict, reasons, file, override }: ReturnType<typeof verdictShape>): string =>
  [
    override !== null && file !== null ? `${verdict.toUpperCase()} (override: ${override})` : verdict.toUpperCase(),
    ...reasons.map(({ level, text, clause }) => `  ${level}: ${text} (${clause})`),
    ...(file === null ? [] : [file]),
  ].join('\n')
