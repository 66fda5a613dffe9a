/** A big file is worked on where it lies: only a grant of the shell's dialog gives its path, bytes of a window do not. */
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { FileInput } from '../../../shared/ipc/inputs.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import type { GrantedFile, Ports } from '../ports.ts'

export function grantedInput(ports: Pick<Ports, 'redeem'>, file: FileInput): Result<GrantedFile, Saying> {
  const granted = 'grant' in file ? ports.redeem(file.grant, 'read') : null
  return granted === null ? fail(saying('grant-unknown')) : ok(granted)
}
