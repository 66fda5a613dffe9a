/** Files beside a text from which something was hidden: one that still holds it does not leave, one that cannot be read is named. */
import { reason } from '../../../shared/domain/disclosure/marking-rules.ts'
import type { VerdictReason } from '../../../shared/domain/disclosure/verdict.ts'
import { heldIn } from '../../../shared/domain/redaction/redact.ts'
import type { Hidden } from '../../../shared/domain/redaction/redaction.ts'
import { saying } from '../../../shared/words/say.ts'

export interface LookedFile {
  readonly name: string
  /** null: too large to be looked through. */
  readonly bytes: Uint8Array | null
}

/** More is not looked through while a person waits. */
const most = 8 * 1_048_576

export const fileReasons = (files: readonly LookedFile[], names: readonly Hidden[]): readonly VerdictReason[] =>
  names.length === 0 ? [] : files.flatMap((file) => fileReason(file, names))

function fileReason({ name, bytes }: LookedFile, names: readonly Hidden[]): readonly VerdictReason[] {
  const forms = bytes === null || bytes.length > most ? [] : formsOf(bytes)
  const held = names.filter((one) => [name, ...forms].some((form) => heldIn(form, [one]).length > 0))
  if (held.length > 0)
    return [
      {
        ...reason('stop', saying('gate.attachment-holds', { name, count: held.length }), 'Signet'),
        fix: { kind: 'leave-out' },
        final: true,
      },
    ]
  return bytes !== null && bytes.length <= most && isText(bytes)
    ? []
    : [reason('condition', saying('gate.attachment-unread', { name }), 'Signet')]
}

/** As text, as wide text (UTF-16), and what is in Base64 in it. */
function formsOf(bytes: Uint8Array): readonly string[] {
  const plain = Buffer.from(bytes).toString('utf8')
  const wide = Buffer.from(bytes).toString('utf16le')
  const runs = plain.replaceAll(/\r?\n/g, '').match(/[A-Za-z0-9+/]{24,}={0,2}/g) ?? []
  return [plain, wide, ...runs.slice(0, 500).map((one) => Buffer.from(one, 'base64').toString('utf8'))]
}

const isText = (bytes: Uint8Array): boolean => {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\0')
  } catch {
    return false
  }
}
