/** What the table asks of another OpenPGP program, in the same words for all three. Messages go through files, as 100 MB ones must. */
import type { Peer, Ran } from '../peer.ts'
import { Refusal, type PeerName } from './cell.ts'
import type { Key } from './key.ts'

export interface Sealing {
  readonly to: readonly Key[]
  readonly by?: Key
  readonly hidden?: boolean
  /** As gpg names it. */
  readonly cipher?: string
  readonly compression?: 'none' | 'zip' | 'zlib' | 'bzip2'
  readonly aead?: 'OCB' | 'EAX'
  readonly noIntegrity?: boolean
  /** With a password and to nobody. */
  readonly password?: string
  readonly binary?: boolean
}

export interface Signing {
  readonly by: Key
  readonly how: 'clear' | 'detached' | 'inline'
  readonly hash?: 'SHA1'
}

/** Paths are absolute. Each function throws a Refusal with the program's words where it does not do what is asked. */
export interface Program {
  readonly name: PeerName
  readonly version: () => string
  /** Takes up a key, its secret half where there is one. */
  readonly learn: (key: Key) => void
  /** Decrypts and, with `by`, insists on that key's good signature. @returns what the program said. */
  readonly open: (from: string, into: string, to: readonly Key[], by?: Key) => string
  /** Armoured, if not asked for binary. */
  readonly seal: (from: string, into: string, how: Sealing) => void
  readonly sign: (from: string, into: string, how: Signing) => void
  /** A signed message or a clear-signed text: insists on the good signature, and writes the content. */
  readonly verify: (from: string, into: string, by: Key) => void
  readonly verifyBeside: (data: string, signature: string, by: Key) => void
  /** Ed25519 with Curve25519, with its secret half; '' for no passphrase. */
  readonly makeKey: (name: string, passphrase: string) => Promise<Key>
  /** Public halves in one file, as it hands out several. */
  readonly ringOf: (keys: readonly Key[]) => Uint8Array
  /** Gives a key of its own making another end. @param day YYYY-MM-DD. @returns its public half. */
  readonly extend: (key: Key, day: string) => Promise<Key>
  /** Revokes a key of its own making. @returns its public half. */
  readonly revoke: (key: Key) => Promise<Key>
  readonly isRevoked: (key: Key) => boolean
  /** The day on which it takes the key to expire, as YYYY-MM-DD; '' for never. */
  readonly expiryOf: (key: Key) => string
}

/** The end of what a program said, on one line. */
export const lastWords = (said: string): string => said.replaceAll(/\s+/g, ' ').trim().slice(-300)

export function done(ran: Ran): Ran {
  if (ran.status !== 0) throw new Refusal(lastWords(ran.said + ran.out.toString('utf8')))
  return ran
}

export function insist(holds: boolean, said: string): void {
  if (!holds) throw new Refusal(lastWords(said))
}

/** Does a thing once for each text. */
export function oncePer(act: (text: string) => void): (text: string) => void {
  const seen = new Set<string>()
  return (text) => {
    if (seen.has(text)) return
    act(text)
    seen.add(text)
  }
}

/** Bytes in, bytes out, for all that is small. */
export function through(place: Peer, data: Uint8Array, act: (from: string, into: string) => void): Uint8Array {
  const into = place.put('through.out', '')
  act(place.put('through.in', data), into)
  return place.get('through.out')
}
