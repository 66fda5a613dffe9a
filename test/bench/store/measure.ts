/**
 * Measures one filled vault in a process of its own, as the vault process is: unlock without the passphrase's key derivation, queue, pages, search,
 * a saved act, lock, backup, memory. Prints one JSON line. `node test/bench/store/measure.ts DIR PASSPHRASE`.
 */
import { existsSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import { Database } from '@signalapp/sqlcipher'
import { createCore } from '../../../electron/core/create-core.ts'
import { dispatcher } from '../../../electron/core/dispatch.ts'
import { realPorts } from '../../../electron/core/real-ports.ts'
import type { Session } from '../../../electron/core/session.ts'
import { databaseKey, databasePath } from '../../../electron/core/store/store.ts'
import { readKeyFile } from '../../../electron/core/vault/key-slots.ts'
import { openWithPassphrase, passphraseKey } from '../../../electron/core/vault/key-wraps.ts'
import type { Reply } from '../../../shared/ipc/call.ts'
import type { CallName, Input, Output } from '../../../shared/ipc/contract.ts'
import type { Figures, Spread } from './figures.ts'

const [dir = '', passphrase = ''] = process.argv.slice(2)
const rounds = 200

function must<T>(
  result:
    { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: { readonly code: string } },
): T {
  if (!result.ok) throw new Error(result.problem.code)
  return result.value
}

function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0
  return { median: at(0.5), p95: at(0.95), worst: at(1) }
}

async function timed(times: number, work: (round: number) => unknown): Promise<Spread> {
  const taken: number[] = []
  for (let round = 0; round < times; round++) {
    const from = performance.now()
    await work(round)
    taken.push(performance.now() - from)
  }
  return spreadOf(taken)
}

const target = join(tmpdir(), `signet-bench-${process.pid}.backup`)
const outside = {
  redeem: (_token: string, mode: 'read' | 'write') =>
    mode === 'write' ? { path: target, name: 'bench.backup' } : null,
  copy: () => undefined,
  keepDues: () => undefined,
}
const ports = realPorts(outside)

/** The key derivation of this vault alone: an unlock is told without it. */
const { salt, ...cost } = must(readKeyFile(dir)).passphrase
const derivations = await timed(9, () => passphraseKey(passphrase, Buffer.from(salt, 'base64'), cost))

let core = createCore({ dir, ports, trialOnly: true })
const call = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> =>
  must((await dispatcher(core.handlers, (_, error) => console.error(error))(name, input)) as Reply<Output<N>>)

const session = (): Session => {
  const open = core.session()
  if (open === null) throw new Error('locked')
  return open
}
const whole = async (): Promise<void> => {
  while (!session().queue.isLoaded()) await setImmediate()
}

await call('vault.unlock', { passphrase })
await whole()
const { total } = await call('queue.window', { order: 'policy', filter: '', from: 0, count: 60 })
const window = (from: number, filter = '') => call('queue.window', { order: 'policy', filter, from, count: 60 })
const top = await timed(rounds, () => window(0))
const page = await timed(rounds, (round) => window((round * 7919) % Math.max(1, total)))
const words = ['phishing', 'tarn hospital', '198.51.100.7', 'quillmoor', 'log file', 'p1 orchard', 'brackwell', 'ddos']
const filter = await timed(rounds, (round) => window(0, words[round % words.length]))
const search = await timed(rounds, (round) =>
  call('case.list', { search: words[round % words.length] ?? '', from: 0, count: 50 }),
)
const numbers = (await window(0)).rows.map(({ number }) => number)
const show = await timed(rounds, (round) => call('case.show', { number: numbers[round % numbers.length] ?? '' }))
const saves: number[] = []
for (let round = 0; round < rounds; round++) {
  const number = numbers[round % numbers.length] ?? ''
  const { heads } = await call('case.show', { number })
  const from = performance.now()
  await call('case.change', { number, heads: [...heads], command: { do: 'note', text: `bench ${round}` } })
  saves.push(performance.now() - from)
}
// One unlock is what a vault process lives for: a lock ends it. At rest the engine gives back what nobody holds.
const peak = process.resourceUsage().maxRSS * 1024
await sleep(15_000)
const rest = process.memoryUsage().rss
const loop = monitorEventLoopDelay({ resolution: 1 })
loop.enable()
const backupFrom = performance.now()
const { bytes: backedUp } = await call('vault.backup', { to: { grant: 'bench' } })
const backup = backedUp / 1e6 / ((performance.now() - backupFrom) / 1000)
loop.disable()
rmSync(target, { force: true })
core.close()

// The lock before leaves what every unlock finds.
const [opens, tops, loads, locks]: [number[], number[], number[], number[]] = [[], [], [], []]
for (let round = 0; round < 7; round++) {
  core = createCore({ dir, ports, trialOnly: true })
  const from = performance.now()
  await call('vault.unlock', { passphrase })
  opens.push(performance.now() - from - derivations.median)
  await call('queue.window', { order: 'policy', filter: '', from: 0, count: 60 })
  tops.push(performance.now() - from - derivations.median)
  await whole()
  loads.push(performance.now() - from - derivations.median)
  const lockFrom = performance.now()
  core.close()
  locks.push(performance.now() - lockFrom)
}
const figures: Figures = {
  kdf: derivations.median,
  unlock: spreadOf(opens),
  first: spreadOf(tops),
  loaded: spreadOf(loads),
  lock: spreadOf(locks),
  top,
  page,
  filter,
  search,
  show,
  act: spreadOf(saves),
  backup,
  beside: loop.max / 1e6,
  rss: { rest, peak },
  bytes: statSync(databasePath(dir)).size,
  plain: await plainOf(),
}
console.log(JSON.stringify(figures))

/** The same statements on a copy without encryption, so that what the sealing costs can be told from the rest. */
async function plainOf(): Promise<Figures['plain']> {
  const vaultKey = await openWithPassphrase(must(readKeyFile(dir)), passphrase)
  if (vaultKey === null) throw new Error('the passphrase does not open this vault')
  const path = join(dir, 'bench-plain.db')
  for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true })
  const sealed = new Database(databasePath(dir))
  sealed.pragma(`key = "x'${databaseKey(vaultKey).toString('hex')}'"`)
  sealed.pragma('cipher_log_level = NONE')
  sealed.exec(`ATTACH '${path.replaceAll("'", "''")}' AS plain KEY ''`)
  sealed.exec("SELECT sqlcipher_export('plain')")
  sealed.exec('DETACH plain')
  const measured = { sealed: statements(sealed), plain: statements(new Database(path)) }
  for (const end of ['', '-wal', '-shm']) if (existsSync(`${path}${end}`)) rmSync(`${path}${end}`)
  return measured
}

function statements(db: Database): { readonly search: number; readonly journal: number; readonly commit: number } {
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('cache_size = -32768')
  const run = (times: number, work: (round: number) => void): number => {
    const taken = Array.from({ length: times }, (_, round) => {
      const from = performance.now()
      work(round)
      return performance.now() - from
    })
    return spreadOf(taken).median
  }
  const ids = db.prepare('SELECT id FROM cases LIMIT 500', { pluck: true }).all<string>()
  const found = db.prepare('SELECT rowid FROM case_text WHERE case_text MATCH ? ORDER BY rowid DESC LIMIT 50')
  const journal = db.prepare('SELECT hash, skeleton, salt, payload FROM entries WHERE case_id = ?')
  const insert = db.prepare('INSERT INTO records (kind, id, at, body) VALUES (?, ?, ?, ?)')
  const body = JSON.stringify({ text: 'x'.repeat(800) })
  const measured = {
    search: run(rounds, (round) => void found.all([`"${['phishing', 'hospital', 'quillmoor'][round % 3] ?? ''}"`])),
    journal: run(rounds, (round) => void journal.all([ids[round % ids.length] ?? ''])),
    commit: run(rounds, (round) => void insert.run(['bench', String(round), '', body])),
  }
  db.prepare("DELETE FROM records WHERE kind = 'bench'").run()
  db.close()
  return measured
}
