/** Writes journals of made-up cases as several copies would, without a vault: for tests of the fold. */
import { createHash } from 'node:crypto'
import type { Act } from '../../../shared/domain/case/act.ts'
import type { CaseId, CopyId, Entry, EntryHash } from '../../../shared/domain/case/entry.ts'
import { heads } from '../../../shared/domain/case/graph.ts'
import { laterClock, nextClock, noClock } from '../../../shared/domain/case/hybrid-clock.ts'

const caseId = 'case-1' as CaseId

/** The next entry of a copy on top of what it has seen, at a wall time in milliseconds. */
export function write(seen: readonly Entry[], copy: string, payload: Act, wallMs: number): readonly Entry[] {
  const seq = seen.filter((entry) => entry.copy === copy).length + 1
  const skeleton = {
    id: `${copy}-${seq}`,
    case: caseId,
    copy: copy as CopyId,
    seq,
    parents: heads(seen),
    at: new Date(wallMs).toISOString(),
    zone: 'Europe/Madrid',
    clock: nextClock(wallMs, seen.map((entry) => entry.clock).reduce(laterClock, noClock)),
    actor: { code: copy, tier: 'N1', role: 'analyst' },
    kind: payload.kind,
    payloadHash: createHash('sha256').update(JSON.stringify(payload)).digest('hex'),
  } as const
  const hash = createHash('sha256').update(JSON.stringify(skeleton)).digest('hex') as EntryHash
  return [...seen, { ...skeleton, hash, salt: '00', payload }]
}

export const noon = Date.parse('2026-11-23T12:00:00.000Z')

export const opened = write(
  [],
  'MK',
  { kind: 'case.opened', number: '2026-MK-0001', title: 'Phishing', caseKind: 'incident' },
  noon,
)

export const merge = (...copies: readonly (readonly Entry[])[]): readonly Entry[] => [
  ...new Map(copies.flat().map((entry) => [entry.hash, entry])).values(),
]
