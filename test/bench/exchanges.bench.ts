/** How long lists of messages take in a vault of tens of thousands: the first list after unlocking, and those after it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openContactLog } from '../../electron/core/exchange/contact-log.ts'
import {
  exchangesOf,
  linesOf,
  newExchange,
  type ExchangeRecord,
} from '../../electron/core/exchange/exchange-records.ts'
import { createStore, openStore } from '../../electron/core/store/store.ts'
import { ok } from '../../shared/kit/result.ts'

const count = Number(process.argv[2] ?? 20_000)
const dir = mkdtempSync(join(tmpdir(), 'signet-bench-'))
const opening = { dir, copy: 'bench', vaultKey: new Uint8Array(32).fill(7), now: Date.now }

/** As a message with a page of text reads. */
function record(at: number): ExchangeRecord {
  const text = `Host 192.0.2.${at % 250} scans us.\n`.repeat(200)
  const team = `team-${at % 500}`
  const body = { protection: { encrypted: true, signature: 'good', signatures: [], signer: null }, findings: [], text }
  const plain: unknown = {
    id: `018f0000-0000-7000-8000-${at.toString(16).padStart(12, '0')}`,
    direction: 'in',
    state: at % 50 === 0 ? 'tray' : 'in-case',
    at: new Date(Date.UTC(2026, 0, 1) + at * 60_000).toISOString(),
    partner: `cert@${team}.example`,
    subject: `Scan ${at}`,
    messageId: `${at}@${team}.example`,
    cases: [`2026-MK-${at % 900}`],
    blob: `blob-${at}`,
    fileName: 'mail.eml',
    sha256: at.toString(16).padStart(64, '0'),
    size: text.length,
    message: body,
    report: null,
    problem: null,
    released: null,
    setAsideReason: null,
  }
  // The record's own schema is the check.
  return newExchange(plain as Parameters<typeof newExchange>[0])
}

function timed(name: string, work: () => unknown, rounds = 1): void {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  const median = times.toSorted((a, b) => a - b)[rounds >> 1] ?? 0
  console.log(`${name}: ${median.toFixed(1)} ms`)
}

try {
  const made = createStore(opening)
  if (!made.ok) throw new Error(made.problem.code)
  for (let from = 0; from < count; from += 1_000) {
    made.value.commit((tx) => {
      for (let at = from; at < Math.min(count, from + 1_000); at += 1) {
        exchangesOf(made.value).put(tx, record(at).id, record(at))
      }
      return ok(null)
    })
  }
  made.value.close()
  const opened = openStore(opening)
  if (!opened.ok) throw new Error(opened.problem.code)
  const store = opened.value
  const page = (search: string) =>
    linesOf(store)
      .find(search)
      .slice(0, 100)
      .map(({ row }) => row)
  const contacts = openContactLog(store)
  console.log(`${count} messages`)
  timed('first list after unlocking', () => page(''))
  timed('100 rows', () => page(''), 21)
  timed('100 rows by a word', () => page('team-77'), 21)
  timed(
    '100 rows after one was written',
    () => {
      store.commit((tx) => {
        exchangesOf(store).put(tx, record(5).id, record(5))
        return ok(null)
      })
      return page('')
    },
    21,
  )
  timed(
    'a contact after a change',
    () => {
      contacts.look()
      return contacts.with(['cert@team-7.example'])
    },
    21,
  )
  store.close()
} finally {
  rmSync(dir, { recursive: true, force: true })
}
