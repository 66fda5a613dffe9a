/** The jobs that the OpenPGP worker knows; private to core/pgp and its worker. */
import type { OpenedMessage } from '../../../shared/domain/exchange/message.ts'
import type { ReadKey } from '../../../shared/domain/key/key.ts'
import { assertNever } from '../../../shared/kit/assert-never.ts'
import type { Result } from '../../../shared/kit/result.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { readKeyFile, type KeyFileInput } from './key-file.ts'
import { open, type OpenInput } from './open.ts'
import { seal, type Sealed, type SealInput } from './seal.ts'

export type PgpJob =
  | { readonly job: 'open'; readonly input: OpenInput }
  | { readonly job: 'seal'; readonly input: SealInput }
  | { readonly job: 'read-keys'; readonly input: KeyFileInput }

export function runPgpJob(work: PgpJob): Promise<Result<OpenedMessage | Sealed | readonly ReadKey[], Saying>> {
  switch (work.job) {
    case 'open':
      return open(work.input)
    case 'seal':
      return seal(work.input)
    case 'read-keys':
      return readKeyFile(work.input)
    default:
      return assertNever(work)
  }
}
