/** Opens a message and gives one attachment of it: the others stay in the thread. Runs in a worker. */
import type { MessageAttachment } from '../../../shared/domain/exchange/message.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { openBeside, type OpenBesideInput } from './open-beside.ts'

export interface TakePartInput extends OpenBesideInput {
  /** As the opened message names it: unique there. */
  readonly name: string
}

/** Never throws. @returns what `open` gives for a message that does not open, or `exchange-no-attachment`. */
export async function takePart({ name, ...input }: TakePartInput): Promise<Result<MessageAttachment, Saying>> {
  const opened = await openBeside(input)
  if (!opened.ok) return opened
  const found = opened.value.attachments.find((attachment) => attachment.name === name)
  return found === undefined ? fail(saying('exchange-no-attachment', { name })) : ok(found)
}
