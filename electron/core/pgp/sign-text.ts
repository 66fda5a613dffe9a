/** Clear-signs a text that everybody may read, such as our own RFC 2350 document (RFC 9580 section 7). Runs in a worker. */
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { toFingerprint } from './config.ts'
import type { SecretKeyInput } from './key-ring.ts'
import { signCleartext } from './seal-data.ts'
import { signingKey } from './seal-keys.ts'

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

/** @returns the framed text; `key-not-secret`, `key-locked`, `key-passphrase-wrong`, `key-cannot-sign` or `seal-failed`. */
export async function signText({ text, signWith, now }: SignTextInput): Promise<Result<SignedText, Saying>> {
  const at = new Date(now)
  const own = await signingKey(signWith, at)
  if (!own.ok) return own
  try {
    const signed = await signCleartext(text, { to: [], own: own.value, at })
    return ok({ text: signed, signer: toFingerprint(own.value.getFingerprint()) })
  } catch {
    return fail(saying('seal-failed'))
  }
}
