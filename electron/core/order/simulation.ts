/** The queue as it would stand by another policy, worked out in pieces so that nobody waits for it. */
import { setImmediate } from 'node:timers/promises'
import type { Policy } from '../../../shared/domain/order/policy.ts'
import { placeIn, sortedInPieces } from '../../../shared/domain/order/sorting.ts'
import { rankingOf, type Ranking } from '../../../shared/domain/order/ranking.ts'
import { whyDifferent, whyMoved } from '../../../shared/domain/order/simulate.ts'
import type { Simulation } from '../../../shared/ipc/case-views.ts'
import { comparing, linesIn, type Line } from '../cases/queue-lines.ts'
import { nowOf, type Session } from '../session.ts'

const mostRows = 50

interface Move {
  readonly before: Line
  readonly after: Line
  /** Places among the open cases, from 1. */
  readonly from: number
  readonly to: number
}

export async function simulate(session: Session, policy: Policy): Promise<Simulation> {
  const { queue } = session
  const [now, inForce, next] = [nowOf(session), queue.ranking(), rankingOf(policy)]
  const before = queue.open(now)
  const then = await inTurns(orderedBy(next, before, now))
  const places = new Map(before.map((line, index) => [line.facts.id, { line, index }] as const))
  const all = then.flatMap((after, index): readonly Move[] => {
    const was = places.get(after.facts.id)
    return was === undefined ? [] : [{ before: was.line, after, from: was.index + 1, to: index + 1 }]
  })
  const moved = all.filter(({ from, to }) => from !== to)
  return {
    of: before.length,
    moved: moved.length,
    bandChanged: all.filter((move) => move.before.standing.band !== move.after.standing.band).length,
    rows: farthest(moved).map((move) => ({
      number: move.after.facts.number,
      title: move.after.facts.title,
      from: move.from,
      to: move.to,
      because: whyMoved(
        move.after.facts,
        { ranking: inForce, standing: move.before.standing },
        { ranking: next, standing: move.after.standing },
        now,
      ),
    })),
    said: whyDifferent(inForce.policy, policy),
  }
}

/** Of very many only a few are shown, so all the others are not sorted. */
function farthest(moves: readonly Move[]): readonly Move[] {
  const far: Move[] = []
  for (const move of moves) {
    const at = placeIn(far, move, byDistance)
    if (at >= mostRows) continue
    far.splice(at, 0, move)
    far.length = Math.min(far.length, mostRows)
  }
  return far
}

const byDistance = (a: Move, b: Move): number => Math.abs(b.from - b.to) - Math.abs(a.from - a.to) || a.to - b.to

function* orderedBy(ranking: Ranking, lines: readonly Line[], now: string): Generator<number, Line[]> {
  const all = lines.map(({ kept }) => kept)
  const made = yield* linesIn(ranking, all, now)
  return yield* sortedInPieces([...made.values()], comparing(ranking).policy)
}

/** Others are served between the pieces. */
async function inTurns<T>(steps: Iterator<number, T>): Promise<T> {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    await setImmediate()
  }
}
