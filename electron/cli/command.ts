/** What a command of the command line is, what it gets and what it gives back; and the two ways to end it early. */
import { Refused, type OptionKind } from './refusal.ts'
import type { Input, NameBy, Output } from '../../shared/ipc/contract.ts'
import type { Result } from '../../shared/kit/result.ts'
import { say, word, type Code, type Language, type Saying } from '../../shared/words/say.ts'
import type { Session } from '../core/session.ts'
import type { Files } from './files.ts'
import type { Io } from './io.ts'
import type { Args } from './parse.ts'
import type { Secrets } from './read-secret.ts'

/** `many` takes every word up to the next option. */
export interface Command {
  /** Its words: "case note". */
  readonly name: string
  /** What stands behind them, for --help; the forms that keep text out of histories first. */
  readonly usage: string
  readonly says: Code
  /** Fewest and most words behind the name. */
  readonly words: readonly [number, number]
  readonly options: Readonly<Record<string, OptionKind>>
  /** With --now it runs in trial vaults only. */
  readonly writes: boolean
  /** Loaded when it is called, so that a start costs little; null for what this version does not have. */
  readonly load: (() => Promise<(call: Call) => Promise<Answer>>) | null
}

export interface Answer {
  /** The document of --json. */
  readonly json: object
  /** The same for a person. */
  readonly text: string
  /** What goes to standard output as it is, where the result itself is a file (an exported key). */
  readonly data?: string
  /** The document stands, and the command still ends with 1. */
  readonly refused?: Saying | undefined
}

/** One call of the core, by the contract of the desk. Throws Refused. */
export type Ask = <N extends NameBy<'core'>>(name: N, input: Input<N>) => Promise<Output<N>>

export interface Call {
  readonly args: Args
  readonly io: Io
  readonly language: Language
  readonly files: Files
  readonly secrets: Secrets
  /** UTC ISO; --now, or the clock. */
  readonly now: string
  /** The vault folder that was named. Throws Usage where none was. */
  readonly dir: () => string
  /** Core on a folder, the named one or none: for what needs no open vault. */
  readonly ask: (dir?: string) => Promise<Ask>
  /** Unlocks the named vault, once. */
  readonly vault: () => Promise<{ readonly session: Session; readonly ask: Ask }>
}

/** The value, or Refused. */
export function taken<T>(result: Result<T, Saying>): T {
  if (result.ok) return result.value
  throw new Refused(result.problem)
}

/** Before work that may take longer than a second and cannot say how far it is. */
export function busy({ io, language }: Pick<Call, 'io' | 'language'>): void {
  if (io.isWatched) io.err(`${word(language, 'cli.working')}\n`)
}

export interface SaidJson {
  readonly code: string
  readonly params: Saying['params']
  readonly text: string
}

/** A saying as every document carries it: for programs by its code, for people by its sentence. */
export const saidJson = (language: Language, saying: Saying): SaidJson => ({
  code: saying.code,
  params: saying.params,
  text: say(language, saying),
})
