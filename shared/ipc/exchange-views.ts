/** What is answered about messages: what to do next with one, its attachments looked at, numbers with a partner, announcements. */
import type { DraftView } from './views.ts'
import type { Tlp } from '../domain/marking/tlp.ts'
import type { Saying } from '../words/say.ts'

/** An attachment as it may be looked at without leaving the vault; nothing of it runs, and nothing is unpacked by name. */
export type AttachmentLook =
  | { readonly kind: 'text'; readonly text: string; readonly cut: boolean }
  | {
      readonly kind: 'archive'
      readonly entries: readonly ArchiveEntry[]
      readonly total: number
      readonly findings: readonly Saying[]
    }
  /** Decoded by nothing but the page's image element, and only when a person asked. */
  | {
      readonly kind: 'image'
      readonly type: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp'
      readonly bytes: Uint8Array
    }
  | { readonly kind: 'message'; readonly subject: string; readonly from: string; readonly text: string }
  | { readonly kind: 'none'; readonly why: Saying }

export interface ArchiveEntry {
  /** Safe to show. */
  readonly name: string
  /** Bytes when unpacked, as the archive claims. */
  readonly size: number
  readonly packed: number
  readonly encrypted: boolean
  readonly directory: boolean
  /** Leaves its folder, is a link, claims an absurd size, has the name of another. */
  readonly findings: readonly Saying[]
}

/** Numbered messages with one partner: what they sent, what of it came, what of ours they say they have. */
export interface PartnerNumbers {
  /** A card's id, or the full fingerprint of a key without one. */
  readonly partner: string
  readonly name: string
  /** The last number that we gave a message to them; 0: none yet. */
  readonly sent: number
  /** Numbers of ours that they have not confirmed. */
  readonly unconfirmed: readonly number[]
  /** The highest number of theirs that came; 0: they do not number. */
  readonly received: number
  /** Numbers of theirs below the highest that never came. */
  readonly missing: readonly number[]
  /** Numbers of theirs that came more than once with another content: one of the two is not theirs, or they count wrongly. */
  readonly repeated: readonly number[]
  readonly lastAt: string | null
}

/** A file that goes with a draft; its bytes lie in a sealed blob. */
export interface DraftFile {
  readonly blob: string
  readonly name: string
  readonly size: number
  readonly sha256: string
}

export interface DraftSplit {
  readonly drafts: readonly DraftView[]
}

/** How one constituent gets an announcement: by the channel that its own card asks for. */
export interface Delivery {
  readonly card: string
  readonly name: string
  readonly channel: 'email-pgp' | 'email-signed' | 'phone' | 'form' | 'none'
  /** Address, number or form. */
  readonly value: string | null
  /** Why this channel, or why none. */
  readonly said: readonly Saying[]
  readonly state: 'waiting' | 'written' | 'sent' | 'acknowledged' | 'failed'
  /** UTC ISO of that state. */
  readonly at: string | null
  readonly note: string
  readonly exchange: string | null
}

export const bulletinKinds = ['announcement', 'advisory', 'alert', 'warning'] as const
export type BulletinKind = (typeof bulletinKinds)[number]

/** An announcement or advisory: written once, signed, to many by their own channels (RFC 2350 5; P-33, P-34, P-37, M-41). */
export interface Bulletin {
  readonly id: string
  /** Year and sequence, given at release and never again: 2026-MK-A003; null while it is a draft. */
  readonly number: string | null
  readonly kind: BulletinKind
  readonly title: string
  readonly text: string
  readonly language: 'en' | 'es'
  readonly tlp: Tlp
  readonly case: string | null
  /** Ids of cards. */
  readonly to: readonly string[]
  readonly savedAt: string
  readonly releasedAt: string | null
  /** Full fingerprint of the key that signed it. */
  readonly signer: string | null
  /** The text as it was signed at release (RFC 9580 section 7); each message carries the same text. */
  readonly signed: string | null
  readonly deliveries: readonly Delivery[]
}

export interface BulletinRow extends Pick<
  Bulletin,
  'id' | 'number' | 'kind' | 'title' | 'tlp' | 'savedAt' | 'releasedAt'
> {
  readonly recipients: number
  readonly acknowledged: number
  readonly failed: number
}

export interface BulletinView {
  readonly bulletin: Bulletin
  /** Stands in the way of its release; empty: it may go. */
  readonly stops: readonly Saying[]
}
