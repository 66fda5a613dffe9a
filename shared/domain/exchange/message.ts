/** What an opened message is: what it says, what of that was protected, by whom, and what stood outside. */
import type { Saying } from '../../words/say.ts'

export type SignatureState =
  | 'none'
  | 'good'
  | 'bad'
  | 'unknown-key'
  | 'key-expired'
  | 'key-revoked'
  | 'weak'
  /** Right, but it does not cover all of the message: see `outside` and `covered`. */
  | 'partial'

/** The key that made the signature. Set only where the signature was computed and fits; a claimed signer is never shown. */
export interface Signer {
  /** 40 hex digits, capitals. */
  readonly fingerprint: string
  /** A user ID with a valid self-signature: the one that fits the From address, else the primary one. */
  readonly userId: string
  /** The single From address equals the address of a valid user ID of this key. */
  readonly matchesFrom: boolean
}

/** One signature of a message, whichever layer or packet it came in. */
export interface SignatureCheck {
  readonly state: Exclude<SignatureState, 'none' | 'partial'>
  /** Full fingerprint of the primary key, only where the signature was computed and fits. */
  readonly fingerprint: string | null
  readonly userId: string | null
  /** 16 hex digits as the signature claims, for finding the key; never shown as who signed. */
  readonly issuer: string
  /** UTC ISO, as the signature says. */
  readonly signedAt: string | null
  /** It covers exactly what `text` shows. */
  readonly covers: boolean
}

export interface Protection {
  readonly encrypted: boolean
  /** Alteration would have been noticed: an MDC or AEAD tag held, or a signature fits. */
  readonly integrity: boolean
  /** Key IDs (16 hex digits, capitals) that the sender encrypted to; zeros for a hidden recipient. */
  readonly recipients: readonly string[]
  readonly signature: SignatureState
  readonly signer: Signer | null
  /** UTC ISO, as the signature says. */
  readonly signedAt: string | null
  /** Every signature that was found, the one that `signature` speaks of first. */
  readonly signatures: readonly SignatureCheck[]
  /** Fingerprint of our primary key that opened it. */
  readonly decryptedWith: string | null
}

export interface MessageAttachment {
  /** Safe to show and to save under: no path, no control or direction characters, no reserved name, unique here. */
  readonly name: string
  readonly type: string
  readonly size: number
  readonly sha256: string
  readonly bytes: Uint8Array
  /** True if exactly the protection named in `protection` covers it. */
  readonly covered: boolean
}

/** One text part as it stood, because merged texts lose where one report ends and the next begins. */
export interface TextPart {
  readonly type: string
  readonly text: string
  readonly covered: boolean
}

export interface MessageHead {
  /** The address alone, or '' if there is none. */
  readonly from: string
  readonly fromName: string
  readonly to: readonly string[]
  readonly cc: readonly string[]
  readonly replyTo: readonly string[]
  readonly subject: string
  /** UTC ISO, or null if the Date field says no instant. */
  readonly date: string | null
  readonly dateText: string
  /** Message identifiers without angle brackets. */
  readonly messageId: string
  readonly inReplyTo: string
  readonly references: readonly string[]
}

export interface OpenedMessage extends MessageHead {
  /** The Subject field outside; `subject` is the protected one where there is one (RFC 9788). */
  readonly outerSubject: string
  readonly protectedSubject: string | null
  readonly protection: Protection
  /** Only what the protection covers; all of the text if there is no protection. */
  readonly text: string
  readonly outside: string
  /** The sender's HTML of the covered part, hostile; never rendered but in the sandboxed frame. */
  readonly html: string | null
  readonly textParts: readonly TextPart[]
  readonly attachments: readonly MessageAttachment[]
  /** Armoured public keys found inside; none of them is imported or believed by being here. */
  readonly pgpKeys: readonly string[]
  readonly findings: readonly Saying[]
}
