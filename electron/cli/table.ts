/** Every command of the command line as data: what it is called, what it takes, where its work is. */
import type { Command } from './command.ts'
import { cardCommands } from './tables/card-commands.ts'
import { caseCommands } from './tables/case-commands.ts'
import { otherCommands } from './tables/desk-commands.ts'
import { keyCommands } from './tables/key-commands.ts'
import { messageCommands } from './tables/message-commands.ts'
import { vaultCommands } from './tables/vault-commands.ts'

export const commands: readonly Command[] = [
  ...vaultCommands,
  ...cardCommands,
  ...keyCommands,
  ...messageCommands,
  ...caseCommands,
  ...otherCommands,
]
