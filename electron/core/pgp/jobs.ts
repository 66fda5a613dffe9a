/** The jobs that the OpenPGP worker knows; private to core/pgp and its worker. */
import { assertNever } from '../../../shared/kit/assert-never.ts'
import { ok, type Result } from '../../../shared/kit/result.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { checkSignature, type DocumentToCheck } from '../cards/sources/document-signature.ts'
import { actOnKey, type KeyActInput } from './key-acts.ts'
import { readKeyFile, readKeyRing, type KeyFileInput, type KeyRingInput } from './key-file.ts'
import { openBeside, type OpenBesideInput } from './open-beside.ts'
import { seal, type SealInput } from './seal.ts'
import { signText, type SignTextInput } from './sign-text.ts'
import { takePart, type TakePartInput } from './take-part.ts'

export type PgpJob =
  | { readonly job: 'open-beside'; readonly input: OpenBesideInput }
  | { readonly job: 'take-part'; readonly input: TakePartInput }
  | { readonly job: 'seal'; readonly input: SealInput }
  | { readonly job: 'sign-text'; readonly input: SignTextInput }
  | { readonly job: 'read-keys'; readonly input: KeyFileInput }
  | { readonly job: 'read-ring'; readonly input: KeyRingInput }
  | { readonly job: 'key-act'; readonly input: KeyActInput }
  | { readonly job: 'check-document'; readonly input: DocumentToCheck }

/** Whoever starts a job knows what it answers with. */
export function runPgpJob(work: PgpJob): Promise<Result<unknown, Saying>> {
  switch (work.job) {
    case 'open-beside':
      return openBeside(work.input)
    case 'take-part':
      return takePart(work.input)
    case 'seal':
      return seal(work.input)
    case 'sign-text':
      return signText(work.input)
    case 'read-keys':
      return readKeyFile(work.input)
    case 'read-ring':
      return readKeyRing(work.input)
    case 'key-act':
      return actOnKey(work.input)
    case 'check-document':
      return checkSignature(work.input).then(ok)
    default:
      return assertNever(work)
  }
}
