/** What would let a stopped message pass: for each reason of the gate the smallest change first, as a value that the page can run. */
import { readTlp, type Tlp } from '../../../shared/domain/marking/tlp.ts'
import type { VerdictReason } from '../../../shared/domain/disclosure/verdict.ts'
import type { Recipient } from '../../../shared/ipc/views.ts'
import { canOpen } from './recipient-words.ts'

export type Way =
  | { readonly do: 'find-key' }
  | { readonly do: 'look-key'; readonly fingerprint: string }
  /** Fingerprint read aloud over the number on the card. */
  | { readonly do: 'call-back'; readonly fingerprint: string }
  | { readonly do: 'split' }
  | { readonly do: 'clear'; readonly allowed: boolean; readonly tlp: Tlp }
  | { readonly do: 'encrypt' }
  | { readonly do: 'card'; readonly card: string }
  | { readonly do: 'mark'; readonly tlp: Tlp }
  | { readonly do: 'take-off'; readonly recipient: Recipient }
  | { readonly do: 'choose' }
  /** Hides these in subject, text and table. */
  | { readonly do: 'redact'; readonly items: readonly string[] }
  /** To the case, where a permission is recorded and parties are told. */
  | { readonly do: 'case'; readonly what: 'permission' | 'vendor-first' }

export interface Around {
  readonly tlp: Tlp
  readonly caseTlp: Tlp | null
  readonly recipients: readonly Recipient[]
}

/** TLP:RED and AMBER never go in clear. */
export const mayGoInClear = (tlp: Tlp): boolean => tlp === 'GREEN' || tlp === 'CLEAR'

const splitting = (recipients: readonly Recipient[]): readonly Way[] =>
  recipients.some(canOpen) && !recipients.every(canOpen) ? [{ do: 'split' }] : []

export function waysOf(reason: VerdictReason, around: Around): readonly Way[] {
  const { said, recipient: id } = reason
  const { tlp, caseTlp, recipients } = around
  const recipient = recipients.find(({ card, fingerprint }) => card === id || fingerprint === id) ?? null
  switch (said.code) {
    case 'release.nobody':
      return [{ do: 'choose' }]
    case 'release.key-none':
    case 'release.key-not-included':
    case 'release.key-unreadable':
    case 'release.key-identity-only':
    case 'release.key-expired':
    case 'release.key-revoked':
      return [{ do: 'find-key' }, ...splitting(recipients), { do: 'clear', allowed: mayGoInClear(tlp), tlp }]
    case 'release.key-rejected':
      return [...lookAtKey(recipient), ...splitting(recipients)]
    case 'release.key-unverified':
    case 'release.key-repaired':
      return callBack(recipient)
    case 'release.looser-than-case':
      return caseTlp === null ? [] : [{ do: 'mark', tlp: caseTlp }]
    case 'release.text-is-stricter':
      return marking(said.params['quoted'])
    case 'release.no-address':
    case 'release.no-address-instead':
    case 'release.do-not-use':
    case 'release.do-not-use-instead':
      return recipient === null ? [] : [{ do: 'card', card: recipient.card }]
    default:
      return byFix(reason, recipient)
  }
}

/** What the gate itself names as the smallest change. */
function byFix({ fix }: VerdictReason, recipient: Recipient | null): readonly Way[] {
  switch (fix?.kind) {
    case 'redact':
      return [{ do: 'redact', items: fix.items }]
    case 'permission':
    case 'vendor-first':
      return [{ do: 'case', what: fix.kind }]
    case 'verify':
      return callBack(recipient)
    case 'encrypt':
      return [{ do: 'encrypt' }]
    case 'marking':
      return [{ do: 'mark', tlp: fix.tlp }]
    case 'leave-out':
      return recipient === null ? [] : [{ do: 'take-off', recipient }]
    case 'by-phone':
      return recipient === null ? [] : [{ do: 'card', card: recipient.card }]
    case 'approve':
    case undefined:
      return []
  }
}

const lookAtKey = (recipient: Recipient | null): readonly Way[] =>
  recipient === null || recipient.fingerprint === null ? [] : [{ do: 'look-key', fingerprint: recipient.fingerprint }]

/** A recipient known by its key alone has no card, so no number to call either. */
function callBack(recipient: Recipient | null): readonly Way[] {
  if (recipient === null || recipient.fingerprint === null) return []
  const { card, fingerprint } = recipient
  return card === fingerprint
    ? lookAtKey(recipient)
    : [
        { do: 'call-back', fingerprint },
        { do: 'card', card },
      ]
}

function marking(label: string | number | undefined): readonly Way[] {
  const tlp = readTlp(String(label ?? ''))
  return tlp === null ? [] : [{ do: 'mark', tlp }]
}
