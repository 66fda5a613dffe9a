/** The terminal, the pipes and the environment, behind one shape that a test can hold in its hand. */
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Io {
  /** Folder that the user called from; npm changes into the project and tells the former in INIT_CWD. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly out: (chunk: string) => void
  readonly err: (text: string) => void
  /** True where a person sees standard error: progress is for them only. */
  readonly isWatched: boolean
  readonly stdin: (mostBytes: number) => Promise<Uint8Array>
  readonly readFd: (fd: number) => string
  /** Asks without echo; null where there is no terminal to ask at. */
  readonly ask: ((prompt: string) => Promise<string>) | null
  readonly wait: (seconds: number) => Promise<void>
  /** Runs when the person ends the command, after what is being written was written. */
  readonly onInterrupt: (run: () => void) => void
}

export function realIo(): Io {
  const { env, stdin, stdout, stderr } = process
  const cleanUps: (() => void)[] = []
  // A handler runs between steps and never inside one, so a commit or a rename that has begun is finished first.
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.once(signal, () => {
      for (const run of cleanUps.toReversed()) run()
      process.exit(code)
    })
  }
  // "| head" has seen enough.
  stdout.on('error', () => process.exit(0))
  return {
    cwd: env['INIT_CWD'] ?? process.cwd(),
    env,
    out: (chunk) => stdout.write(chunk),
    err: (text) => stderr.write(text),
    isWatched: stderr.isTTY,
    stdin: readAll,
    readFd: (fd) => readFileSync(fd, 'utf8'),
    ask: stdin.isTTY && stderr.isTTY ? askHidden : null,
    wait: (seconds) => sleep(seconds * 1000),
    onInterrupt: (run) => cleanUps.push(run),
  }
}

/** Stops reading one chunk after the limit, so that a reader with a limit sees that it was passed. */
async function readAll(mostBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk as Uint8Array)
    chunks.push(bytes)
    size += bytes.length
    if (size > mostBytes) break
  }
  return Buffer.concat(chunks)
}

function askHidden(prompt: string): Promise<string> {
  process.stderr.write(prompt)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true })
  return new Promise((resolve) => {
    lines.once('SIGINT', () => process.kill(process.pid, 'SIGINT'))
    lines.question('', (typed) => {
      lines.close()
      process.stderr.write('\n')
      resolve(typed)
    })
  })
}
