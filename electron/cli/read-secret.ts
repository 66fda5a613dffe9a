/** Where a passphrase comes from: a file descriptor, the environment, a prompt without echo. Never an argument. */
import { saying, word, type Code, type Language } from '../../shared/words/say.ts'
import { Refused, Usage } from './refusal.ts'
import type { Io } from './io.ts'
import type { Args } from './parse.ts'

interface Source {
  readonly fd: 'passphrase-fd' | 'key-passphrase-fd'
  readonly env: readonly string[]
  readonly prompt: Extract<Code, `cli.ask.${string}`>
}

const sources = {
  passphrase: { fd: 'passphrase-fd', env: ['SIGNET_PASSPHRASE'], prompt: 'cli.ask.passphrase' },
  new: { fd: 'passphrase-fd', env: ['SIGNET_NEW_PASSPHRASE'], prompt: 'cli.ask.new' },
  /** After a recovery there is no old passphrase that the usual name could mean. */
  recovered: { fd: 'passphrase-fd', env: ['SIGNET_NEW_PASSPHRASE', 'SIGNET_PASSPHRASE'], prompt: 'cli.ask.new' },
  recoveryKey: { fd: 'passphrase-fd', env: ['SIGNET_RECOVERY_KEY'], prompt: 'cli.ask.recovery-key' },
  key: { fd: 'key-passphrase-fd', env: ['SIGNET_KEY_PASSPHRASE'], prompt: 'cli.ask.key' },
  newKey: { fd: 'key-passphrase-fd', env: ['SIGNET_NEW_KEY_PASSPHRASE'], prompt: 'cli.ask.new-key' },
} as const satisfies Readonly<Record<string, Source>>

export type SecretName = keyof typeof sources

export interface Secrets {
  /** Asked for once a command. `twice` for a new one: at a prompt it is typed again. Throws Usage where there is no source. */
  readonly read: (name: SecretName, twice?: 'twice') => Promise<string>
  /** Only if it was given by descriptor or environment. */
  readonly given: (name: SecretName) => string | null
}

/** Each secret that is asked of one descriptor takes its next line: the present passphrase first, the new one second. */
export function secretsOf(io: Io, args: Args, language: Language): Secrets {
  const lines = new Map<number, string[]>()
  const nextLine = (fd: number): string | null => {
    const left = lines.get(fd) ?? linesOf(io, fd)
    lines.set(fd, left.slice(1))
    return left[0] ?? null
  }
  const given = (name: SecretName): string | null => {
    const { fd, env } = sources[name]
    const number = args.one(fd)
    if (number !== null) return nextLine(fdOf(fd, number))
    const set = env.find((variable) => io.env[variable] !== undefined)
    return set === undefined ? null : (io.env[set] ?? null)
  }
  const asked = async (prompt: Source['prompt'], twice: boolean): Promise<string> => {
    if (io.ask === null) throw new Usage(saying('cli.no-passphrase'))
    const typed = await io.ask(word(language, prompt))
    if (twice && typed !== (await io.ask(word(language, 'cli.ask.again'))))
      throw new Refused(saying('cli.not-the-same'))
    return typed
  }
  const known = new Map<SecretName, string>()
  const read = async (name: SecretName, twice?: 'twice'): Promise<string> => {
    const secret = known.get(name) ?? given(name) ?? (await asked(sources[name].prompt, twice !== undefined))
    known.set(name, secret)
    return secret
  }
  return { given, read }
}

function fdOf(option: string, text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new Usage(saying('cli.bad-value', { detail: `--${option} ${text}` }))
  return Number(text)
}

function linesOf(io: Io, fd: number): string[] {
  try {
    return io.readFd(fd).split(/\r?\n/)
  } catch {
    throw new Usage(saying('cli.bad-value', { detail: `file descriptor ${fd}` }))
  }
}
