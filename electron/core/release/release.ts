/** The one way out. What leaves the vault was judged by the gate, whose pass is taken here, and only that becomes Cleared. */
import { sha256 } from '../store/canonical.ts'
import { keyApart } from '../pgp/key-apart.ts'
import { secretBlocksOf } from '../pgp/paper-lines.ts'
import type { SealedFile } from '../store/sealed-file.ts'
import type { Archive } from './archive.ts'
import { clear, contentOf, type Cleared } from './cleared.ts'
import { usePass, type Pass } from './pass.ts'

/** What was sealed for the recipients that the gate has let it go to. */
function message<T extends string | Uint8Array | SealedFile>(pass: Pass, sealed: T): Cleared<T> {
  usePass(pass)
  return clear(sealed)
}

/** A report, an export, figures, evidence: what was judged before it was made into a file. */
function output<T extends string | Uint8Array | SealedFile | Archive>(pass: Pass, content: T): Cleared<T> {
  usePass(pass)
  return clear(content)
}

/** Cases for a colleague or for another copy of our own, signed by the desk key and sealed to the one that the pass names. */
function capsule(pass: Pass, sealed: SealedFile): Cleared<SealedFile> {
  usePass(pass)
  return clear(sealed)
}

/** What was cleared as bytes, for a writer that takes text. */
const armoured = (cleared: Cleared<Uint8Array>): Cleared<string> => clear(new TextDecoder().decode(contentOf(cleared)))

/** Public by its nature, and checked to be that: an armoured public key, a full fingerprint. Anything else here is a bug. */
function publicKey(text: string): Cleared<string> {
  const isKey = text.startsWith('-----BEGIN PGP PUBLIC KEY BLOCK-----') && !text.includes('PRIVATE KEY')
  if (!isKey && !/^(?:[0-9A-F]{40}|[0-9A-F]{64})$/.test(text)) throw new Error('neither a public key nor a fingerprint')
  return clear(text)
}

/**
 * A backup of our own key: the only way by which a secret key leaves. It must be the one that was asked for, locked in every part, and open
 * with the passphrase that the person has just given; anything else here is a bug. Read out of the text as it will be written or printed.
 */
async function ownSecret(
  text: string,
  confirmation: { readonly fingerprint: string; readonly passphrase: string },
): Promise<Cleared<string>> {
  const [armored, ...others] = secretBlocksOf(text)
  if (armored === undefined || others.length > 0) throw new Error('not one secret key')
  const opened = await keyApart('unlock', armored, confirmation.passphrase)
  const fits = opened.ok && opened.value.wasLocked && opened.value.fingerprint === confirmation.fingerprint
  if (!fits) throw new Error('not that secret key, or not locked with that passphrase')
  return clear(text)
}

/** Contact information, which may go to everybody (the disclosure matrix, class "contact"). A secret key in it is a bug. */
function contact(text: string): Cleared<string> {
  if (text.includes('PRIVATE KEY')) throw new Error('a secret key on a card')
  return clear(text)
}

/**
 * An attachment that somebody sent to us, and that a person takes out on purpose, to their own disk: no marking stops that, so it is not judged
 * but named. It must be the one that was shown. Who takes it out journals it, with the marking of each case.
 */
function attachment(content: Uint8Array, shown: { readonly sha256: string }): Cleared<Uint8Array> {
  if (sha256(content) !== shown.sha256) throw new Error('not the attachment that was shown')
  return clear(content)
}

/** The same for one that is too large to be held in memory: its hash is checked while it is written. */
const attachmentFile = (sealed: SealedFile): Cleared<SealedFile> => clear(sealed)

export const release = {
  message,
  output,
  capsule,
  publicKey,
  ownSecret,
  contact,
  armoured,
  attachment,
  attachmentFile,
}
