/** Reads the words of a command line: which command, its words, its options. Options may stand anywhere, `--` ends them. */
import { parseArgs } from 'node:util'
import { fail, ok, type Result } from '../../shared/kit/result.ts'
import { saying, type Saying } from '../../shared/words/say.ts'
import type { Command } from './command.ts'
import type { OptionKind } from './refusal.ts'

export interface Args {
  readonly words: readonly string[]
  readonly one: (option: string) => string | null
  readonly many: (option: string) => readonly string[]
  readonly has: (option: string) => boolean
}

export const globalOptions = {
  vault: 'one',
  json: 'flag',
  lang: 'one',
  now: 'one',
  'passphrase-fd': 'one',
  help: 'flag',
  version: 'flag',
} as const satisfies Readonly<Record<string, OptionKind>>

export interface Parsed {
  readonly command: Command | null
  /** The words as typed: what was meant, where no command has that name. */
  readonly typed: readonly string[]
  readonly args: Args
}

type Options = Readonly<Record<string, OptionKind>>

export function parse(argv: readonly string[], commands: readonly Command[]): Result<Parsed, Saying> {
  const typed = tokensOf(argv, globalOptions).flatMap((token) => (token.kind === 'positional' ? [token.value] : []))
  const command = commandOf(typed, commands)
  const options: Options = { ...command?.options, ...globalOptions }
  const tokens = tokensOf(argv, options)
  const problem = tokens.map((token) => faultOf(token, options, command !== null)).find((fault) => fault !== null)
  if (problem) return fail(problem)
  return ok({ command, typed, args: collect(tokens, options, command?.name.split(' ').length ?? 0) })
}

/** The longest name that the words begin with. */
function commandOf(typed: readonly string[], commands: readonly Command[]): Command | null {
  const line = `${typed.join(' ')} `
  const named = commands.filter(({ name }) => line.startsWith(`${name} `))
  return named.toSorted((a, b) => b.name.length - a.name.length)[0] ?? null
}

type Token = NonNullable<ReturnType<typeof tokensIn>>[number]
const tokensOf = (argv: readonly string[], options: Options): readonly Token[] => tokensIn(argv, options) ?? []

function tokensIn(argv: readonly string[], options: Options) {
  const known = Object.entries(options).map(([name, kind]) => {
    const type = kind === 'flag' ? ('boolean' as const) : ('string' as const)
    return [name, name === 'help' ? { type, short: 'h' } : { type }] as const
  })
  return parseArgs({
    args: [...argv],
    options: Object.fromEntries(known),
    allowPositionals: true,
    strict: false,
    tokens: true,
  }).tokens
}

function faultOf(token: Token, options: Options, knowsAll: boolean): Saying | null {
  if (token.kind !== 'option') return null
  const kind = options[token.name]
  // Without a command its options cannot be known, and the missing command is what is said.
  if (kind === undefined) return knowsAll ? saying('cli.option-unknown', { option: token.rawName }) : null
  const { value, inlineValue, rawName } = token
  if (kind === 'flag') return value === undefined ? null : saying('cli.option-no-value', { option: rawName })
  const looksLikeOption = inlineValue === false && value !== undefined && value.length > 1 && value.startsWith('-')
  return value === undefined || looksLikeOption ? saying('cli.option-needs-value', { option: rawName }) : null
}

function collect(tokens: readonly Token[], options: Options, nameLength: number): Args {
  const words: string[] = []
  const values = new Map<string, string[]>()
  let open: string[] | null = null
  for (const token of tokens) {
    if (token.kind === 'positional') {
      const { value } = token
      ;(open ?? words).push(value)
    } else {
      const list: string[] | null =
        token.kind === 'option' ? [...(values.get(token.name) ?? []), token.value ?? ''] : null
      if (list !== null && token.kind === 'option') values.set(token.name, list)
      open = list !== null && token.kind === 'option' && options[token.name] === 'many' ? list : null
    }
  }
  return {
    words: words.slice(nameLength),
    one: (option) => values.get(option)?.at(-1) ?? null,
    many: (option) => values.get(option) ?? [],
    has: (option) => values.has(option),
  }
}
