/** Takes evidence in: sealed with its SHA-256 first, then journalled with source, place and time. */
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import type { Parsed } from '../../../shared/ipc/contract.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { addActsIn, findCase } from '../cases/case-book.ts'
import { openInput, type OpenInput } from '../files/input.ts'
import type { Session } from '../session.ts'
import { recordBlob, writeBlob, type WrittenBlob } from '../store/blobs.ts'

/** A kill between the two leaves a sealed file that nothing names, never an entry without its file. */
export function takeEvidence(
  session: Session,
  { number, file, source, place, takenAt }: Parsed<'case.evidence'>,
): Result<CaseState, Saying> {
  const found = findCase(session, number)
  if (!found.ok) return found
  if (found.value.state.phase === 'closed') return fail(saying('case-closed'))
  const opened = openInput(session.ports, file)
  if (!opened.ok) return opened
  const { name } = opened.value
  const blob = sealed(session, opened.value)
  return session.store.commit((tx) => {
    const { id, size, sha256 } = recordBlob(tx, blob)
    const taken = takenAt === null ? null : new Date(takenAt).toISOString()
    const act = { kind: 'evidence.added', blob: id, name, size, sha256, source, place, takenAt: taken } as const
    const added = addActsIn(tx, session, number, [act])
    return added.ok ? ok(added.value) : added
  })
}

function sealed({ store, ports }: Session, { read, close }: OpenInput): WrittenBlob {
  try {
    return writeBlob(store.dir, ports.newId(), ports.random(32), read)
  } finally {
    close()
  }
}
