/** message open for a file that is too large for memory: streamed into the folder of --out, or only checked. */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { OpenedMessage } from '../../../shared/domain/exchange/message.ts'
import { ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import type { Sink } from '../../core/pgp/stream/stream-job.ts'
import type { Session } from '../../core/session.ts'
import { busy, type Call } from '../command.ts'
import { Refused } from '../refusal.ts'

export interface OpenedAndWritten {
  readonly message: OpenedMessage
  /** Names of the files in the folder of --out. */
  readonly written: readonly string[]
}

type Opened = Promise<Result<OpenedAndWritten, Saying>>

/** null for a file that is opened in memory. Throws Refused where it cannot be written. */
export async function openLarge(call: Call, session: Session, file: string): Promise<Awaited<Opened> | null> {
  const { isLargeFile } = await import('../../core/intake/take-file.ts')
  const path = call.files.path(file)
  if (file === '-' || !isLargeFile({ path, name: basename(file) })) return null
  busy(call)
  const out = call.args.one('out')
  return out === null ? checkOnly(call, session, path) : openInto(call, session, path, call.files.path(out))
}

/** Sealed while it is checked, and thrown away: nothing is written in clear that nobody asked for. */
async function checkOnly(call: Call, session: Session, path: string): Opened {
  const dir = mkdtempSync(join(tmpdir(), 'signet-'))
  try {
    const key = randomBytes(32).toString('hex')
    const message = await stream(call, session, path, { kind: 'blob', dir, id: 'checked', key })
    return message.ok ? ok({ message: message.value, written: [] }) : message
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

async function openInto(call: Call, session: Session, path: string, dir: string): Opened {
  const { writeProblem } = await import('../../core/vault/files.ts')
  const half = join(dir, `.signet-${randomBytes(8).toString('hex')}`)
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 })
    const message = await stream(call, session, path, { kind: 'file', path: half })
    if (!message.ok) return message
    const name = message.value.attachments[0]?.name ?? ''
    refuseName(call, dir, name)
    renameSync(half, join(dir, name))
    return ok({ message: message.value, written: [name] })
  } catch (error) {
    throw error instanceof Refused ? error : new Refused(writeProblem(basename(dir), error))
  } finally {
    rmSync(half, { force: true })
  }
}

function refuseName({ args }: Call, dir: string, name: string): void {
  const missing = args.many('part').find((part) => part !== name)
  if (missing !== undefined) throw new Refused(saying('cli.no-such-part', { part: missing }))
  if (!args.has('force') && existsSync(join(dir, name))) throw new Refused(saying('file-exists', { name }))
}

async function stream(call: Call, session: Session, path: string, to: Sink): Promise<Result<OpenedMessage, Saying>> {
  const [{ openFile }, { largeMessage }, { keysForOpening }] = await Promise.all([
    import('../../core/pgp/stream/run-stream.ts'),
    import('../../core/exchange/large-message.ts'),
    import('../../core/exchange/own-secrets.ts'),
  ])
  const input = { from: { kind: 'file', path }, to, ...keysForOpening(session), now: call.now } as const
  const opened = await openFile(input, {})
  return opened.ok ? ok(largeMessage(basename(path), opened.value, call.args.has('signature'))) : opened
}
