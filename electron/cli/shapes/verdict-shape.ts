/** signet.verdict/1: what the release point says, and the file where it let one out. */
import type { Verdict } from '../../../shared/domain/disclosure/verdict.ts'
import type { Recipient } from '../../../shared/ipc/views.ts'
import { say, type Language } from '../../../shared/words/say.ts'

export const verdictShape = (
  verdict: Verdict,
  recipients: readonly Recipient[],
  file: string | null,
  language: Language,
) => ({
  schema: 'signet.verdict/1' as const,
  verdict: verdict.verdict,
  reasons: verdict.reasons.map(({ level, said, clause, recipient }) => ({
    level,
    code: said.code,
    clause,
    params: said.params,
    recipient,
    text: say(language, said),
  })),
  /** Whole fingerprints; where there is no key, the card or what was supposed. */
  to: recipients.map(({ fingerprint, card }) => fingerprint ?? card),
  recipients,
  file,
})

export const verdictText = ({ verdict, reasons, file }: ReturnType<typeof verdictShape>): string =>
  [
    verdict.toUpperCase(),
    ...reasons.map(({ level, text, clause }) => `  ${level}: ${text} (${clause})`),
    ...(file === null ? [] : [file]),
  ].join('\n')
