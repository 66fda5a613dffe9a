/** Evidence in one archive with its manifest: hashes, source, custody, so that whoever gets it can check and go on with the log. */
import { pack } from 'tar-stream'
import type { CaseState, Evidence } from '../../../shared/domain/case/case.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { Parsed } from '../../../shared/ipc/contract.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { findCase } from '../cases/case-book.ts'
import { mebibyte } from '../files/input.ts'
import { safeFileName } from '../mime/file-name.ts'
import { authorOf, nowOf, type Session } from '../session.ts'
import { bytesOf, sealedFileIn } from '../store/sealed-file.ts'
import { isElsewhere, isWhole, noteHandling } from './custody.ts'

/** Held in memory once on its way through the release point. */
const most = 256 * mebibyte

export interface EvidenceArchive {
  readonly state: CaseState
  readonly bytes: Uint8Array
  /** What the gate looks through: the manifest as it leaves. */
  readonly manifest: string
  readonly pieces: readonly Evidence[]
}

/** Every file is verified first. @returns `evidence-unknown`, `evidence-damaged`, `evidence-too-large`. */
export async function archiveEvidence(
  session: Session,
  { number, blobs }: Pick<Parsed<'evidence.export'>, 'number' | 'blobs'>,
): Promise<Result<EvidenceArchive, Saying>> {
  const found = findCase(session, number)
  if (!found.ok) return found
  const { state } = found.value
  const pieces = state.evidence.filter(({ blob }) => blobs.includes(blob))
  if (pieces.length < new Set(blobs).size) return fail(saying('evidence-unknown'))
  if (pieces.reduce((sum, { size }) => sum + size, 0) > most)
    return fail(saying('evidence-too-large', { limit: most / mebibyte }))
  const elsewhere = pieces.find((piece) => isElsewhere(session, piece))
  if (elsewhere !== undefined) return fail(saying('evidence-not-here', { name: elsewhere.name }))
  const damaged = pieces.find((piece) => !isWhole(session, piece))
  if (damaged !== undefined) {
    noteHandling(session, { number, blob: damaged.blob }, { what: 'damaged', place: '', note: '' })
    return fail(saying('evidence-damaged', { name: damaged.name }))
  }
  const manifest = manifestOf(session, state, pieces)
  const tar = pack()
  tar.entry({ name: 'manifest.json', mtime: new Date(nowOf(session)) }, manifest)
  for (const [index, piece] of pieces.entries()) {
    const content = sealedFileIn(session.store, piece.blob)
    const bytes = content === null ? null : bytesOf(content)
    if (bytes === null) return fail(saying('evidence-damaged', { name: piece.name }))
    tar.entry({ name: fileNameOf(piece, index), mtime: new Date(piece.at) }, Buffer.from(bytes))
  }
  tar.finalize()
  const chunks: Uint8Array[] = []
  for await (const chunk of tar) chunks.push(chunk as Uint8Array)
  return ok({ state, bytes: Buffer.concat(chunks), manifest, pieces })
}

/** Numbered, since two pieces may have one name, and a name of anybody's must not lead out of the folder it is unpacked in. */
const fileNameOf = ({ name }: Evidence, index: number): string =>
  `files/${String(index + 1).padStart(3, '0')}-${safeFileName(name, 'file')}`

/** signet.evidence/1 (docs/file-formats.md). */
function manifestOf(session: Session, state: CaseState, pieces: readonly Evidence[]): string {
  const { code, tier } = authorOf(session).actor
  const files = pieces.map((piece, index) => ({
    file: fileNameOf(piece, index),
    name: piece.name,
    size: piece.size,
    sha256: piece.sha256,
    source: piece.source,
    place: piece.place,
    takenAt: piece.takenAt,
    receivedAt: piece.at,
    receivedBy: piece.by,
    handling: piece.handled,
  }))
  const about = { schema: 'signet.evidence/1', case: state.number, tlp: state.tlp, exportedAt: nowOf(session) }
  return `${JSON.stringify({ ...about, exportedBy: { code, tier }, files }, null, 2)}\n`
}
