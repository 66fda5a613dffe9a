/** signet.message/1: an opened message without the bytes of its attachments. */
import type { OpenedMessage, Signer } from '../../../shared/domain/exchange/message.ts'
import type { KeyState } from '../../../shared/domain/key/key.ts'
import type { Trust } from '../../../shared/ipc/views.ts'
import type { Language } from '../../../shared/words/say.ts'
import { saidJson } from '../command.ts'

/** What the keyring says of the key that signed. */
export interface KnownKey {
  readonly state: KeyState
  readonly trust: Trust
}

export function messageShape(
  message: OpenedMessage,
  keyOf: (fingerprint: string) => KnownKey | null,
  language: Language,
) {
  const { protection } = message
  return {
    schema: 'signet.message/1' as const,
    from: message.from,
    fromName: message.fromName,
    to: message.to,
    cc: message.cc,
    replyTo: message.replyTo,
    subject: message.subject,
    outerSubject: message.outerSubject,
    date: message.date,
    dateText: message.dateText,
    messageId: message.messageId,
    inReplyTo: message.inReplyTo,
    references: message.references,
    protection: { ...protection, signer: protection.signer === null ? null : signerShape(protection.signer, keyOf) },
    text: message.text,
    outside: message.outside,
    attachments: message.attachments.map(({ name, type, size, sha256, covered }) => ({
      name,
      type,
      size,
      sha256,
      covered,
    })),
    keysInside: message.pgpKeys.length,
    findings: message.findings.map((found) => saidJson(language, found)),
  }
}

function signerShape(signer: Signer, keyOf: (fingerprint: string) => KnownKey | null) {
  const known = keyOf(signer.fingerprint)
  return { ...signer, state: known?.state ?? null, trust: known?.trust ?? null }
}
