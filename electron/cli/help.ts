/** --help: all commands, a group of them, or one. Forms that keep text out of shell histories and npm's logs come first. */
import { say, word, type Language } from '../../shared/words/say.ts'
import type { Command } from './command.ts'
import { commands } from './table.ts'

/** `typed` is what stands before --help; no command begins with it: all are listed. */
export function helpText(typed: readonly string[], language: Language): string {
  const named = commands.filter(({ name }) => `${name} `.startsWith(`${typed.join(' ')} `))
  const found = named.length > 0 ? named : commandBefore(typed)
  const shown = typed.length === 0 || found.length === 0 ? commands : found
  const lines = shown.map(
    (command) => `  signet ${`${command.name} ${command.usage}`.trim()}\n      ${saysOf(command, language)}`,
  )
  return [word(language, 'cli.help.texts'), '', ...lines, '', word(language, 'cli.help.globals'), ''].join('\n')
}

/** "case note 2026-MK-0001 --help" is about "case note". */
const commandBefore = (typed: readonly string[]): readonly Command[] =>
  commands.filter(({ name }) => `${typed.join(' ')} `.startsWith(`${name} `))

function saysOf({ says, load }: Command, language: Language): string {
  const summary = say(language, { code: says, params: {} })
  return load === null ? `${summary} ${word(language, 'cli.help.later')}` : summary
}
