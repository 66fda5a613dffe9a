/** Core as the command line runs it: in this process, on the named folder, with tables of files instead of dialogs. */
import type { NameBy, Output } from '../../shared/ipc/contract.ts'
import { say, saying, word, type Language } from '../../shared/words/say.ts'
import type { KdfCost, Ports } from '../core/ports.ts'
import { taken, type Ask, type Call } from './command.ts'
import { Refused, Usage } from './refusal.ts'
import type { Files } from './files.ts'
import type { Io } from './io.ts'
import type { Args } from './parse.ts'
import type { Secrets } from './read-secret.ts'

/** Trial vaults hold nothing that a stolen disk could give away, and are opened often. */
const trialCost: KdfCost = { memory: 65_536, passes: 2, lanes: 4 }

export interface CoreOptions {
  readonly io: Io
  readonly args: Args
  readonly files: Files
  readonly secrets: Secrets
  readonly language: Language
  /** Milliseconds of --now, or null for the clock. */
  readonly givenNow: number | null
}

export interface Core extends Pick<Call, 'dir' | 'ask' | 'vault'> {
  readonly close: () => void
  /** False where there is no vault, or none that can be read. */
  readonly isTrial: () => Promise<boolean>
}

export function openCore(options: CoreOptions): Core {
  const { io, args, files } = options
  const closes: (() => void)[] = []
  const close = (): void => closes.splice(0).forEach((run) => run())
  io.onInterrupt(close)
  const named = (): string | null => args.one('vault') ?? (io.env['SIGNET_VAULT'] || null)
  const dir = (): string => {
    const given = named()
    if (given === null) throw new Usage(saying('cli.no-vault'))
    return files.path(given)
  }
  const start = async (at: string): Promise<Started> => {
    const started = await startCore(at, options)
    closes.push(started.core.close)
    return started
  }
  let opened: Promise<Awaited<ReturnType<Call['vault']>>> | null = null
  return {
    close,
    dir,
    isTrial: async () => named() !== null && (await isTrialVault(dir())),
    ask: async (at) => (await start(at ?? (named() === null ? '' : dir()))).ask,
    vault: () => (opened ??= start(dir()).then((started) => unlock(started, dir(), options))),
  }
}

async function isTrialVault(dir: string): Promise<boolean> {
  const { readKeyFile } = await import('../core/vault/key-slots.ts')
  const file = readKeyFile(dir)
  return file.ok && file.value.trial
}

interface Started {
  readonly core: Awaited<ReturnType<typeof makeCore>>
  readonly ask: Ask
}

async function makeCore(dir: string, { args, files, givenNow }: CoreOptions) {
  const [{ createCore }, { realPorts }] = await Promise.all([
    import('../core/create-core.ts'),
    import('../core/real-ports.ts'),
  ])
  const outside = { redeem: files.redeem, copy: refuseClipboard, keepDues: () => undefined }
  const real = realPorts(outside)
  const isTrial = args.has('trial') || (await isTrialVault(dir))
  const ports: Ports = {
    ...real,
    kdf: isTrial ? trialCost : real.kdf,
    now: givenNow === null ? real.now : () => givenNow,
    ...(givenNow === null ? {} : { clockGiven: true as const }),
  }
  return createCore({ dir, ports, trialOnly: false })
}

async function startCore(dir: string, options: CoreOptions): Promise<Started> {
  const [core, { dispatcher }] = await Promise.all([makeCore(dir, options), import('../core/dispatch.ts')])
  const answer = dispatcher(core.handlers, (reference, error) => reportBug(options.io, reference, error))
  const ask: Ask = async <N extends NameBy<'core'>>(name: N, input: unknown) => {
    const reply = await answer(name, input)
    // What the schema of a call refuses was typed by a person here.
    if (!reply.ok && reply.problem.code === 'bad-request') {
      throw new Usage(saying('cli.bad-value', { detail: String(reply.problem.params['detail'] ?? '') }))
    }
    // The border: a handler of this name answers with its type of the contract.
    return taken(reply) as Output<N>
  }
  return { core, ask }
}

function refuseClipboard(): void {
  throw new Error('the command line has no clipboard')
}

/** Reference, kind and place of a bug: never its message, which may hold content. */
export function reportBug(io: Pick<Io, 'err'>, reference: string, error: unknown): void {
  const place = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : []
  io.err(
    `signet bug ${reference} ${error instanceof Error ? error.name : typeof error} ${place.slice(0, 3).join(' ')}\n`,
  )
}

async function unlock(
  { core, ask }: Started,
  dir: string,
  { io, secrets, language }: CoreOptions,
): ReturnType<Call['vault']> {
  const { readKeyFile } = await import('../core/vault/key-slots.ts')
  // Before anybody is asked for a passphrase.
  taken(readKeyFile(dir))
  const passphrase = await secrets.read('passphrase')
  try {
    await ask('vault.unlock', { passphrase })
  } catch (error) {
    const seconds =
      error instanceof Refused && error.problem.code === 'passphrase-wait' ? error.problem.params['seconds'] : null
    if (typeof seconds !== 'number') throw error
    io.err(`${word(language, 'cli.waiting', { seconds })}\n`)
    await io.wait(seconds)
    await ask('vault.unlock', { passphrase })
  }
  const session = core.session()
  if (session === null) throw new Error('unlocked, and no session')
  for (const finding of session.store.findings) io.err(`${say(language, finding)}\n`)
  return { session, ask }
}
