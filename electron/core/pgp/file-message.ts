/** A message that is one file and nothing else: no head, no text. */
import type { MessageAttachment, OpenedMessage, Protection } from '../../../shared/domain/exchange/message.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { emptyEnvelope } from '../mime/envelope.ts'

export const unprotected: Protection = {
  encrypted: false,
  integrity: false,
  recipients: [],
  signature: 'none',
  signer: null,
  signedAt: null,
  signatures: [],
  decryptedWith: null,
}

export function fileMessage(
  file: MessageAttachment,
  protection: Protection = unprotected,
  findings: readonly Saying[] = [],
): OpenedMessage {
  const { fromIsPlain: _, ...head } = emptyEnvelope
  return {
    ...head,
    outerSubject: '',
    protectedSubject: null,
    protection,
    text: '',
    outside: '',
    html: null,
    textParts: [],
    attachments: [file],
    pgpKeys: [],
    findings,
  }
}
