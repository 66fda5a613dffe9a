/** The jobs that the OpenPGP worker knows; private to core/pgp and its worker. */
import type { OpenedMessage } from '../../../shared/domain/exchange/message.ts'
import type { ReadKey } from '../../../shared/domain/key/key.ts'
import { assertNever } from '../../../shared/kit/assert-never.ts'
import { ok, type Result } from '../../../shared/kit/result.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { checkSignature, type CheckedDocument, type DocumentToCheck } from '../cards/sources/document-signature.ts'
import { readKeyFile, type KeyFileInput } from './key-file.ts'
import { open, type OpenInput } from './open.ts'
import { seal, type Sealed, type SealInput } from './seal.ts'
import { signText, type SignedText, type SignTextInput } from './sign-text.ts'

export type PgpJob =
  | { readonly job: 'open'; readonly input: OpenInput }
  | { readonly job: 'seal'; readonly input: SealInput }
  | { readonly job: 'sign-text'; readonly input: SignTextInput }
  | { readonly job: 'read-keys'; readonly input: KeyFileInput }
  | { readonly job: 'check-document'; readonly input: DocumentToCheck }

export function runPgpJob(
  work: PgpJob,
): Promise<Result<OpenedMessage | Sealed | SignedText | CheckedDocument | readonly ReadKey[], Saying>> {
  switch (work.job) {
    case 'open':
      return open(work.input)
    case 'seal':
      return seal(work.input)
    case 'sign-text':
      return signText(work.input)
    case 'read-keys':
      return readKeyFile(work.input)
    case 'check-document':
      return checkSignature(work.input).then(ok)
    default:
      return assertNever(work)
  }
}
