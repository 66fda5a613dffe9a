/** The sealed files, opened: originals of messages, evidence, what belongs to neither. A damaged one is left out and named. */
import { closeSync, existsSync, openSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import type { CaseId } from '../../../shared/domain/case/entry.ts'
import { saying } from '../../../shared/words/say.ts'
import { readCase } from '../cases/case-book.ts'
import { exchangesOf } from '../exchange/exchange-records.ts'
import { safeFileName } from '../mime/file-name.ts'
import type { ArchiveEntry } from '../release/archive.ts'
import type { Session } from '../session.ts'
import { blobPath, readFrom } from '../store/blobs.ts'
import { unsealing } from '../store/sealed-chunks.ts'
import type { SealedFile } from '../store/sealed-file.ts'
import { slicesOf } from './slices.ts'
import type { Tally } from './tally.ts'

type BlobRow = { id: string; key: string; size: number; sha256: string }

const blobsASlice = 200

export async function* fileEntries(session: Session, at: Date, tally: Tally): AsyncGenerator<ArchiveEntry, void> {
  const names = await namesOf(session)
  const { db, dir } = session.store
  const read = db.prepare('SELECT id, key, size, sha256 FROM blobs WHERE id > ? ORDER BY id LIMIT ?')
  for await (const rows of slicesOf<BlobRow>((last) => read.all<BlobRow>([last?.id ?? '', blobsASlice]))) {
    for (const row of rows) {
      const name = names.get(row.id) ?? { kind: 'file' as const, path: `files/${row.id}` }
      if (await isWhole({ dir, ...row })) {
        if (name.kind === 'message') tally.messages += 1
        tally.blobs += 1
        tally.files.push({ name: name.path, size: row.size, sha256: row.sha256 })
        yield { name: name.path, at, content: { size: row.size, pieces: () => pieces({ dir, ...row }) } }
      } else tally.leftOut.push(saying('export-file-damaged', { name: name.path }))
    }
  }
}

interface Named {
  readonly kind: 'message' | 'file'
  readonly path: string
}

/** Under the id of what each belongs to; a name of anybody's must not lead out of the folder it is unpacked in. */
async function namesOf(session: Session): Promise<ReadonlyMap<string, Named>> {
  const names = new Map<string, Named>()
  for (const { id, blob, fileName, beside, content } of exchangesOf(session.store).all()) {
    const name = safeFileName(fileName, 'message')
    names.set(blob, { kind: 'message', path: `messages/${id}-${name.includes('.') ? name : `${name}.eml`}` })
    if (beside !== null) names.set(beside.blob, beside.blob === blob ? known(names, blob) : besideOf(id, beside.name))
    if (content !== null) names.set(content.blob, besideOf(id, 'content'))
  }
  const cases = session.store.db.prepare('SELECT rowid, id FROM cases WHERE rowid > ? ORDER BY rowid LIMIT 20')
  type Row = { rowid: number; id: string }
  for await (const rows of slicesOf<Row>((last) => cases.all<Row>([last?.rowid ?? 0])))
    for (const { id } of rows) nameEvidence(session, id as CaseId, names)
  return names
}

const known = (names: ReadonlyMap<string, Named>, blob: string): Named =>
  names.get(blob) ?? { kind: 'file', path: `files/${blob}` }

const besideOf = (id: string, name: string): Named => ({
  kind: 'file',
  path: `messages/${id}-beside-${safeFileName(name, 'signature')}`,
})

function nameEvidence(session: Session, id: CaseId, names: Map<string, Named>): void {
  const state = readCase(session, id)?.state
  state?.evidence.forEach(({ blob, name }, index) => {
    const number = String(index + 1).padStart(3, '0')
    const path = `evidence/${safeFileName(state.number, id)}/${number}-${safeFileName(name, 'file')}`
    names.set(blob, { kind: 'file', path })
  })
}

/** Opened to its end first, because a tar cannot take back what it has begun. */
async function isWhole(sealed: SealedFile): Promise<boolean> {
  if (!existsSync(blobPath(sealed.dir, sealed.id))) return false
  const opening = opened(sealed)
  for (;;) {
    const step = opening.next()
    if (step.done === true) return step.value
    await setImmediate()
  }
}

function* pieces(sealed: SealedFile): Generator<Uint8Array, void> {
  if (!(yield* opened(sealed))) throw new Error('a sealed file changed while it was exported')
}

function* opened({ dir, id, key, size, sha256 }: SealedFile): Generator<Buffer, boolean> {
  const file = openSync(blobPath(dir, id), 'r')
  try {
    const contents = yield* unsealing(Buffer.from(key, 'hex'), id, readFrom(file))
    return contents?.size === size && contents.sha256 === sha256
  } finally {
    closeSync(file)
  }
}
