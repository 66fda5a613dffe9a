/**
 * How long OpenPGP takes here against GnuPG's whole process, both in turns in the same run: medians, ratios, peak memory, stalls of the event
 * loop. `node test/bench/pgp.bench.ts [runs] [megabytes]`; a first look: `node test/bench/pgp.bench.ts 1 20`.
 */
import { randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { defaultLimits } from '../../electron/core/mime/limits.ts'
import { open } from '../../electron/core/pgp/open.ts'
import { openMessage } from '../../electron/core/pgp/open-message.ts'
import { readKeys } from '../../electron/core/pgp/read-keys.ts'
import { seal } from '../../electron/core/pgp/seal.ts'
import { sealMessage } from '../../electron/core/pgp/seal-message.ts'
import { openFile, sealFile, warmStreams } from '../../electron/core/pgp/stream/run-stream.ts'
import { endIdleThreads } from '../../electron/core/workers/run-job.ts'
import { must } from '../material/pgp-people.ts'
import { desk, type BenchDesk } from './pgp/bench-desk.ts'
import { peakOf } from './pgp/peak.ts'
import { compare, median, ms, row, type Row } from './pgp/table.ts'

const [runs, megabytes] = [Number(process.argv[2] ?? 5), Number(process.argv[3] ?? 100)]
const now = new Date().toISOString()
const at = await desk(now)
const rows: Row[] = []
const show = (one: Row): void => {
  rows.push(one)
  console.log(row(one))
}

const file = (name: string) => ({ kind: 'file', path: at.path(name) }) as const

async function messages(size: number, label: string, rounds: number): Promise<void> {
  const bytes = randomBytes(size)
  writeFileSync(at.path('m'), bytes)
  const sealInput = at.message(bytes, now)
  const gpgSeal = (): void => at.gpg('-s', '-e', '-z', '0', '-r', at.address, '-o', at.path('m.gpg'), at.path('m'))
  const gpgOpen = (): void => at.gpg('-d', '-o', at.path('m.out'), at.path('m.gpg'))
  gpgSeal()
  const made = at.read('m.gpg')
  const openInput = { bytes: made, fileName: 'm.gpg', secretKeys: [at.own], publicKeys: [at.public], now }
  const limits = defaultLimits
  const sealHere = async (): Promise<unknown> => must(await seal(sealInput))
  const openHere = async (): Promise<unknown> => must(await open({ ...openInput, limits }))
  const sealDesk = async (): Promise<unknown> => must(await sealMessage(sealInput))
  const openDesk = async (): Promise<unknown> => must(await openMessage(openInput))
  const names = [`${label} encrypt+sign`, `${label} decrypt+verify`] as const
  show(await compare(`${names[0]}, desk's call, warm`, 1, rounds, sealDesk, gpgSeal))
  show(await compare(`${names[0]}, in process, warm`, 1, rounds, sealHere, gpgSeal))
  show(await compare(`${names[1]}, desk's call, warm`, 1, rounds, openDesk, gpgOpen))
  show(await compare(`${names[1]}, in process, warm`, 1, rounds, openHere, gpgOpen))
}

async function files({ own, public: armoured, address, path, gpg }: BenchDesk): Promise<void> {
  writeFileSync(path('big'), randomBytes(megabytes * 1_000_000))
  const sealInput = { recipients: [armoured], signWith: own, fileName: 'big', armour: false, now }
  const gpgSeal = (): void => gpg('-s', '-e', '-z', '0', '-r', address, '-o', path('big.gpg'), path('big'))
  const gpgOpen = (): void => gpg('-d', '-o', path('big.out'), path('big.gpg'))
  let longest = 0
  const watched = async <T>(work: Promise<T>): Promise<T> => {
    const loop = monitorEventLoopDelay({ resolution: 5 })
    loop.enable()
    const done = await work
    loop.disable()
    longest = Math.max(longest, loop.max / 1e6)
    return done
  }
  const openOf = (name: string) => async (): Promise<void> => {
    const input = { from: file(name), to: file('opened'), secretKeys: [own], publicKeys: [armoured], now }
    const { protection } = must(await watched(openFile(input)))
    if (protection.signature !== 'good' || !protection.integrity) throw new Error('not proved')
  }
  const sealed = async (): Promise<void> => {
    must(await watched(sealFile({ ...sealInput, from: file('big'), to: file('big.pgp') })))
  }
  gpgSeal()
  await warmStreams()
  const size = `${megabytes} MB`
  show(await compare(`${size} encrypt+sign, file to file`, 1.5, runs, sealed, gpgSeal))
  show(await compare(`${size} decrypt+verify of GnuPG's file`, 2, runs, openOf('big.gpg'), gpgOpen))
  if (
    at.rnp(
      '--aead=OCB',
      '-e',
      '-s',
      '-z',
      '0',
      '-r',
      address,
      '-u',
      address,
      '--overwrite',
      '--output',
      path('big.ocb'),
      path('big'),
    )
  ) {
    show(await compare(`${size} decrypt+verify of RNP's OCB file`, 2, runs, openOf('big.ocb'), gpgOpen))
  } else console.log('OCB: skipped, rnp is not installed or failed')
  console.log(`${'event loop of the starting thread'.padEnd(52)} longest stall ${longest.toFixed(1)} ms   bar 50 ms`)
  for (const job of ['seal', 'open'] as const) {
    const peak = peakOf(job, at)
    console.log(`${`${size} ${job}, peak of a whole process`.padEnd(52)} ${peak.toFixed(0)} MB   bar 200 MB`)
  }
}

async function keys(count: number): Promise<void> {
  const ring = await at.manyKeys(count)
  writeFileSync(at.path('ring'), ring)
  const rounds = Math.min(runs, 3)
  const read = async (): Promise<void> => {
    const found = must(await readKeys({ bytes: ring, fileName: 'ring', now }, { seconds: 120, megabytes: 1024 }))
    if (found.filter(({ inspected }) => inspected.canEncrypt).length !== count) throw new Error('keys are missing')
  }
  show(
    await compare(`${count} keys imported and validated`, 0.5, rounds, read, () =>
      at.gpgFresh('--import', at.path('ring')),
    ),
  )
}

// Idle threads keep no process alive, and at times there is nothing else here that would.
const alive = setInterval(() => undefined, 1000)
console.log(`${runs} runs each, in turns with gpg's whole process; medians\n`)
try {
  await files(at)
  await messages(1000, '1 KB', runs * 4)
  await messages(1_000_000, '1 MB', runs * 2)
  await keys(1000)
  const missed = rows.filter(({ ours, theirs, bar }) => median(ours) / median(theirs) > bar)
  console.log(
    missed.length === 0
      ? '\nEvery bar is met.'
      : `\nMissed: ${missed.map(({ name, ours }) => `${name} (${ms(ours)})`).join('; ')}`,
  )
} finally {
  clearInterval(alive)
  endIdleThreads()
  at.close()
  rmSync(at.home, { recursive: true, force: true })
}
