/** The usual exchange: signed and encrypted in one message, opened, and the bytes and the signature compared. */
import type { OpenedMessage } from '../../../shared/domain/exchange/message.ts'
import type { Bench } from './bench.ts'
import { check, checkBytes } from './cell.ts'
import type { Key } from './key.ts'
import { through, type Program, type Sealing } from './program.ts'
import type { Run } from './row.ts'
import { checkProtection, contentOf, opened, sealed } from './signet.ts'

export const WORDS = new Uint8Array(Buffer.from('Grüße aus dem CSIRT – Zeile 1\nhxxps://192.0.2[.]7/ ☂\nlast line\n'))

type KeyOf = (bench: Bench, peer: Program) => Promise<Key>

/** @param of the key that is recipient and signer in one. */
export const peerOpens =
  (of: KeyOf): Run =>
  async (bench, peer) => {
    const key = await of(bench, peer)
    const message = await sealed([key], key, asFile(WORDS))
    checkBytes(peerRead(bench, peer, message, [key], key).bytes, WORDS)
  }

export const asFile = (bytes: Uint8Array) => ({ attachments: [{ name: 'words.txt', type: '', bytes }] })

export const signetOpens =
  (of: KeyOf, how: Omit<Sealing, 'to' | 'by'> = {}): Run =>
  async (bench, peer) => {
    const key = await of(bench, peer)
    await checkOpened(peerSealed(bench, peer, WORDS, { ...how, to: [key], by: key }), key, key)
  }

/** Signet opens it, with the right things said about it and the right bytes in it. */
export async function checkOpened(message: Uint8Array, to: Key, by: Key, data = WORDS): Promise<OpenedMessage> {
  const result = await opened(message, { own: [to], known: [by] })
  checkProtection(result, to, by)
  checkBytes(contentOf(result), data)
  return result
}

export function peerRead(
  { place }: Bench,
  peer: Program,
  message: Uint8Array,
  to: readonly Key[],
  by?: Key,
): { readonly bytes: Uint8Array; readonly said: string } {
  let said = ''
  const bytes = through(place, message, (from, into) => {
    said = peer.open(from, into, to, by)
  })
  return { bytes, said }
}

export function peerSealed({ place }: Bench, peer: Program, data: Uint8Array, how: Sealing): Uint8Array {
  const message = through(place, data, (from, into) => peer.seal(from, into, how))
  check(message.length > 0, 'nothing was written')
  return message
}
