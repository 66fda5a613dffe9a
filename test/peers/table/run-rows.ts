/** Runs the cells of rows, one after the other, and keeps what came out beside what was expected. */
import { peer } from '../peer.ts'
import { benchAt, type Bench } from './bench.ts'
import { cannot, difference, outcomeOf, peerNames, type Expected, type Outcome, type PeerName } from './cell.ts'
import { gpgProgram } from './programs/gpg.ts'
import { rnpProgram } from './programs/rnp.ts'
import { sqProgram } from './programs/sq.ts'
import type { Direction, Row } from './row.ts'

export interface CellResult {
  readonly expected: Expected
  /** Null where nothing was run. */
  readonly outcome: Outcome | null
  /** Null where all is as expected. */
  readonly failure: string | null
}

export type Way = 'ours' | 'theirs'
export const ways = ['ours', 'theirs'] as const

export interface RowResult {
  readonly row: Row
  readonly cells: readonly (CellResult & { readonly way: Way | 'alone'; readonly peer: PeerName | null })[]
  readonly seconds: number
}

export interface Lab extends Bench {
  readonly close: () => void
}

export function openLab(): Lab {
  const place = peer()
  const bench = benchAt(place, { gpg: gpgProgram(place), sq: sqProgram(place), rnp: rnpProgram(place) })
  return { ...bench, close: place.close }
}

/** @param peers those that are installed. */
export async function runRow(bench: Bench, row: Row, peers: readonly PeerName[] = peerNames): Promise<RowResult> {
  const started = performance.now()
  const cells: RowResult['cells'][number][] = []
  for (const way of ways) for (const peer of peers) cells.push({ way, peer, ...(await runCell(bench, row[way], peer)) })
  const { alone } = row
  if (alone) cells.push({ way: 'alone', peer: null, ...(await judged(alone.expected, () => alone.run(bench))) })
  return { row, cells, seconds: (performance.now() - started) / 1000 }
}

function runCell(bench: Bench, direction: Direction | string, peer: PeerName): Promise<CellResult> {
  if (typeof direction === 'string') return notRun(cannot(direction))
  const expected = direction.expected[peer]
  return expected.mark === 'cannot'
    ? notRun(expected)
    : judged(expected, () => direction.run(bench, bench.programs[peer]))
}

const notRun = (expected: Expected): Promise<CellResult> => Promise.resolve({ expected, outcome: null, failure: null })

async function judged(expected: Expected, run: () => Promise<void>): Promise<CellResult> {
  const outcome = await outcomeOf(run)
  return { expected, outcome, failure: difference(expected, outcome) }
}
