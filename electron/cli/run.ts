/** Runs one command line from its words to its exit code: 0 done, 1 refused, 2 called wrong. Writes nothing but its answer. */
import { languages, say, saying, word, type Language, type Saying } from '../../shared/words/say.ts'
import { saidJson, type Answer, type Call, type Command } from './command.ts'
import { Refused, Usage } from './refusal.ts'
import { filesOf } from './files.ts'
import { helpText } from './help.ts'
import type { Io } from './io.ts'
import { openCore, reportBug, type Core } from './open-core.ts'
import { jsonText, visible } from './output.ts'
import { parse, type Args, type Parsed } from './parse.ts'
import { secretsOf } from './read-secret.ts'
import { commands } from './table.ts'
import { instantOf, oneOf } from './values.ts'

export async function run(argv: readonly string[], io: Io): Promise<number> {
  const end = argv.indexOf('--')
  const wantsJson = argv.slice(0, end === -1 ? argv.length : end).includes('--json')
  const parsed = parse(argv, commands)
  const say = sayer(io, wantsJson, 'en')
  if (!parsed.ok) return say.usage(parsed.problem)
  try {
    return await answer(parsed.value, io, wantsJson)
  } catch (error) {
    if (error instanceof Refused) return say.refusal(error.problem)
    if (error instanceof Usage) return say.usage(error.problem)
    const reference = `cli-${Date.now().toString(36)}`
    reportBug(io, reference, error)
    return say.refusal(saying('internal-error', { reference }))
  }
}

/** A problem is a sentence on standard error, and with --json the one document as well. */
function sayer(io: Io, wantsJson: boolean, language: Language) {
  const tell = (problem: Saying, code: number): number => {
    if (wantsJson) io.out(jsonText({ problem: saidJson(language, problem) }))
    io.err(`${visible(say(language, problem))}\n`)
    return code
  }
  return { refusal: (problem: Saying) => tell(problem, 1), usage: (problem: Saying) => tell(problem, 2) }
}

async function answer({ command, typed, args }: Parsed, io: Io, wantsJson: boolean): Promise<number> {
  const language = languageOf(args)
  if (args.has('version')) return printVersion(io)
  if (args.has('help') || typed[0] === 'help' || (command === null && typed.length === 0)) {
    io.out(
      helpText(
        typed.filter((name) => name !== 'help'),
        language,
      ),
    )
    return args.has('help') || typed[0] === 'help' ? 0 : 2
  }
  if (command === null) throw new Usage(saying('cli.unknown-command', { command: typed.slice(0, 3).join(' ') }))
  if (command.load === null) throw new Usage(saying('not-in-this-version', { command: command.name }))
  checkWords(command, args)
  const done = await runCommand(command, command.load, { args, io, language })
  return print(done, io, wantsJson, language)
}

function languageOf(args: Args): Language {
  const given = args.one('lang')
  if (given === null) return 'en'
  const wanted = oneOf(given, ['en', 'es'], '--lang')
  const language = languages.find((known) => known === wanted)
  if (language === undefined) throw new Usage(saying('not-in-this-version', { command: `--lang ${wanted}` }))
  return language
}

function checkWords({ name, usage, words: [fewest, most] }: Command, { words }: Args): void {
  if (words.length >= fewest && words.length <= most) return
  throw new Usage(saying('cli.wrong-words', { usage: `signet ${name} ${usage}`.trim() }))
}

type Load = NonNullable<Command['load']>

async function runCommand(command: Command, load: Load, base: Pick<Call, 'args' | 'io' | 'language'>): Promise<Answer> {
  const { args, io, language } = base
  const given = args.one('now')
  const now = given === null ? new Date().toISOString() : instantOf(given, '--now')
  const files = filesOf(io, args.has('force'))
  const secrets = secretsOf(io, args, language)
  const core = openCore({ io, args, files, secrets, language, givenNow: given === null ? null : Date.parse(now) })
  try {
    if (given !== null && command.writes) await refuseRealVault(command, args, core)
    const work = await load()
    return await work({ ...base, files, secrets, now, ...core })
  } finally {
    core.close()
  }
}

/** A real journal says when things happened; only a trial may be told the time. */
async function refuseRealVault({ name }: Command, args: Args, core: Core): Promise<void> {
  const isTrial = name === 'vault create' ? args.has('trial') : await core.isTrial()
  if (!isTrial) throw new Refused(saying('cli.now-real-vault'))
}

function print({ json, text, data, refused }: Answer, io: Io, wantsJson: boolean, language: Language): number {
  if (wantsJson) io.out(jsonText(refused === undefined ? json : withProblem(json, refused, language)))
  else if (data !== undefined) io.out(data)
  else if (text !== '') io.out(`${visible(text)}\n`)
  if (refused === undefined) return 0
  io.err(`${visible(say(language, refused))}\n`)
  return 1
}

/** An array carries the problems in its items. */
const withProblem = (json: object, refused: Saying, language: Language): object =>
  Array.isArray(json) ? json : { ...json, problem: saidJson(language, refused) }

async function printVersion(io: Io): Promise<number> {
  const { version } = await import('./version.ts')
  io.out(`${word('en', 'cli.version', { version: version() })}\n`)
  return 0
}
