/** Clear-signs a text that everybody may read, such as our own RFC 2350 document (RFC 9580 section 7). Runs in a worker. */
import { createCleartextMessage, sign } from 'openpgp'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { pgpConfig, toFingerprint } from './config.ts'
import { openSecret } from './key-material.ts'
import type { SecretKeyInput } from './key-ring.ts'

export interface SignTextInput {
  /** Lines end in LF; blanks at their ends are not signed by this format, so there must be none. */
  readonly text: string
  readonly signWith: SecretKeyInput
  /** UTC ISO. */
  readonly now: string
}

export interface SignedText {
  readonly text: string
  readonly signer: string
}

/** @returns the framed text; `key-not-secret`, `key-passphrase-wrong`, `key-cannot-sign` or `seal-failed`. */
export async function signText({ text, signWith, now }: SignTextInput): Promise<Result<SignedText, Saying>> {
  const own = await openSecret(signWith.armored, signWith.passphrase)
  if (!own.ok) return own
  const at = new Date(now)
  const signer = toFingerprint(own.value.getFingerprint())
  const usable = await own.value.getSigningKey(undefined, at, undefined, pgpConfig()).catch(() => null)
  if (usable === null) return fail(saying('key-cannot-sign', { fingerprint: signer }))
  const message = await createCleartextMessage({ text })
  const signed: unknown = await sign({ message, signingKeys: own.value, date: at, config: pgpConfig() })
  return typeof signed === 'string' ? ok({ text: signed, signer }) : fail(saying('seal-failed'))
}
