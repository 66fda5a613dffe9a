/** Synthetic cases for trials of size and speed: made up, the same for the same seed and time, through the ordinary journal. */
import { tlps } from '../../../shared/domain/marking/tlp.ts'
import type { Act } from '../../../shared/domain/case/act.ts'
import { checkItems } from '../../../shared/domain/case/checklist.ts'
import { severities } from '../../../shared/domain/case/vocabulary.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { uuidV7 } from '../real-ports.ts'
import type { Session } from '../session.ts'
import type { Tx } from '../store/store.ts'
import { openCaseIn } from './case-book.ts'

export interface Filling {
  readonly cases: number
  /** Of all journals together; at least one a case. */
  readonly entries: number
  readonly seed: number
  /** Called between transactions; the next one begins when it has resolved. */
  readonly progress: (cases: number) => Promise<void>
}

/** One flush to disk for so many cases. */
const casesInOneCommit = 500

/** The openings are spread over so many days before now. */
const spreadDays = 200
const minuteMs = 60_000

/** `fill-trial-only`, `fill-not-empty`; a disk that fills up ends it between two transactions. */
export async function fillVault(
  session: Session,
  wish: Filling,
): Promise<Result<{ cases: number; entries: number }, Saying>> {
  if (!session.trial) return fail(saying('fill-trial-only'))
  if (session.store.db.prepare('SELECT 1 FROM cases LIMIT 1').get() !== undefined) return fail(saying('fill-not-empty'))
  const dice = diceOf(wish.seed)
  const span = spreadDays * 24 * 60 * minuteMs
  const start = session.ports.now() - span
  const made = { cases: 0, entries: 0 }
  while (made.cases < wish.cases) {
    const until = Math.min(wish.cases, made.cases + casesInOneCommit)
    const written = session.store.commit((tx) => {
      for (let index = made.cases; index < until; index++) {
        const openedAt = start + Math.floor((index * span) / wish.cases)
        const entries =
          Math.floor(((index + 1) * wish.entries) / wish.cases) - Math.floor((index * wish.entries) / wish.cases)
        const done = fillCase(
          tx,
          { ...session, ports: portsAt(session, dice, openedAt) },
          { index, entries, dice, seed: wish.seed },
        )
        if (!done.ok) return done
        made.entries += entries
      }
      return ok(null)
    })
    if (!written.ok) return written
    made.cases = until
    await wish.progress(until)
  }
  return ok(made)
}

/** Ids and salts come from the dice, and each entry stands some minutes after the one before. */
function portsAt({ ports }: Session, dice: Dice, openedAt: number): Session['ports'] {
  let at = openedAt
  const random = (bytes: number): Uint8Array => Uint8Array.from({ length: bytes }, () => dice(256))
  const now = (): number => {
    at = Math.min(at + (1 + dice(90)) * minuteMs, Math.max(ports.now(), openedAt))
    return at
  }
  return { ...ports, now, random, newId: () => uuidV7(openedAt, random) }
}

interface Drawing {
  readonly index: number
  readonly entries: number
  readonly dice: Dice
  readonly seed: number
}

function fillCase(tx: Tx, session: Session, { index, entries, dice, seed }: Drawing): ReturnType<typeof openCaseIn> {
  const isPhishing = (index + seed) % 10 === 0
  const title = `${isPhishing ? 'Phishing page' : pick(dice, subjects)} ${pick(dice, relations)} ${pick(dice, places)}`
  const acts = Array.from({ length: Math.max(0, entries - 1) }, (_, position) => actAt(position, isPhishing, dice))
  const closed: Act = { kind: 'case.closed', code: 'resolved', note: 'Nothing was left to do.' }
  const isOver = acts.length > 6 && dice(3) === 0
  return openCaseIn(tx, session, { title, acts: isOver ? [...acts.slice(0, -1), closed] : acts })
}

/** The first ones place the case; what follows is its work. */
function actAt(position: number, isPhishing: boolean, dice: Dice): Act {
  const set = (field: 'tlp' | 'rsit' | 'owner' | 'constituent' | 'rung' | 'severity', value: string | number): Act => ({
    kind: 'field.set',
    field,
    value,
    reason: null,
  })
  switch (position) {
    case 0:
      return dice(5) === 0 ? set('severity', pick(dice, severities)) : set('rung', 1 + dice(12))
    case 1:
      return set('tlp', pick(dice, tlps))
    case 2:
      return { kind: 'observable.set', type: 'ip', value: documentationAddress(dice), state: 'seen', source: null }
    case 3:
      return set('rsit', isPhishing ? 'fraud/phishing' : pick(dice, classes))
    case 4:
      return set('constituent', pick(dice, places))
    case 5:
      return { kind: 'response.made', channel: 'email', note: 'Acknowledged.' }
    default:
      return laterAct(dice)
  }
}

function laterAct(dice: Dice): Act {
  switch (dice(8)) {
    case 0:
      return {
        kind: 'observable.set',
        type: 'domain',
        value: `host-${dice(100_000)}.example`,
        state: 'suspicious',
        source: null,
      }
    case 1:
      return { kind: 'check.set', item: pick(dice, checkItems), state: 'done', reason: null }
    case 2:
      return {
        kind: 'task.added',
        task: `task-${dice(1_000_000_000)}`,
        text: pick(dice, tasks),
        due: null,
        owner: null,
      }
    default:
      return { kind: 'note.added', text: `${pick(dice, notes)} ${pick(dice, places)}, ${documentationAddress(dice)}.` }
  }
}

/** RFC 5737: addresses that are nobody's. */
const documentationAddress = (dice: Dice): string =>
  `${pick(dice, ['192.0.2', '198.51.100', '203.0.113'] as const)}.${dice(256)}`

/** 0 to one below `sides`. */
type Dice = (sides: number) => number

/** mulberry32: small, the same everywhere, and good enough for made-up cases; nothing secret hangs on it. */
function diceOf(seed: number): Dice {
  let state = seed >>> 0
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * sides)
  }
}

function pick<T>(dice: Dice, from: readonly [T, ...T[]] | readonly T[]): T {
  const chosen = from[dice(from.length)]
  if (chosen === undefined) throw new Error('nothing to pick from')
  return chosen
}

const subjects = [
  'Brute force on SSH',
  'Open resolver',
  'Malware on a desktop',
  'Denial of service',
  'Defaced page',
  'Leaked accounts',
  'Scan of the network',
  'Infected host',
  'Exposed database',
] as const
const relations = ['at', 'reported by', 'against', 'seen from'] as const
const places = [
  'Larkspur Harbour',
  'Quillmoor Council',
  'Fenwick Water',
  'Ashdown College',
  'Brackwell Rail',
  'Tarn Hospital',
  'Orchard Bank',
] as const
const classes = [
  'availability/ddos',
  'malicious-code/infected-system',
  'intrusion-attempts/brute-force',
  'vulnerable/weak-crypto',
] as const
const tasks = [
  'Ask for the log file',
  'Call the constituent',
  'Watch the address for a week',
  'Compare with last month',
] as const
const notes = [
  'Called the administrator of',
  'Log file received from',
  'No answer yet from',
  'Blocked at the border of',
  'Second report from',
] as const
