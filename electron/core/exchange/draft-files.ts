/** Files that go with a draft: sealed as soon as they are handed in, gone with the last draft that has them. */
import { rmSync } from 'node:fs'
import { basename } from 'node:path'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { DraftFile } from '../../../shared/ipc/exchange-views.ts'
import type { FileInput } from '../../../shared/ipc/inputs.ts'
import type { DraftView } from '../../../shared/ipc/views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { safeFileName, uniqueName } from '../mime/file-name.ts'
import type { Session } from '../session.ts'
import { blobPath, readWholeBlob, recordBlob, writeBlob, type WrittenBlob } from '../store/blobs.ts'
import { chunksOf } from '../store/sealed-chunks.ts'
import type { Tx } from '../store/store.ts'
import { sealFileApart } from '../workers/read-job.ts'
import { draftsOf, type DraftRecord } from './draft-records.ts'
import { draftView } from './draft-view.ts'

const mostFiles = 50

/** While it is sealed a person may type on: the draft is taken as it is by then. */
export async function attachFile(
  session: Session,
  { id, files }: DraftRecord,
  file: FileInput,
): Promise<Result<DraftView, Saying>> {
  if (files.length >= mostFiles) return fail(saying('draft-too-many-files', { limit: mostFiles }))
  const sealed = await sealInput(session, file)
  if (!sealed.ok) return sealed
  const { name, blob } = sealed.value
  const done = session.store.commit((tx) => {
    const draft = draftsOf(session.store).get(id)
    if (draft === null) return fail(saying('draft-not-found'))
    recordBlob(tx, blob)
    const kept = { blob: blob.id, name: nameIn(draft, name), size: blob.size, sha256: blob.sha256 }
    return put(tx, session, { ...draft, files: [...draft.files, kept] })
  })
  if (!done.ok) rmSync(blobPath(session.store.dir, blob.id), { force: true })
  return done
}

interface SealedInput {
  readonly name: string
  readonly blob: WrittenBlob
}

/** A file lies where it lies and is sealed in a thread of its own, however large; what comes as bytes is small. */
async function sealInput(session: Session, file: FileInput): Promise<Result<SealedInput, Saying>> {
  const { store, ports } = session
  const [id, key] = [ports.newId(), ports.random(32)]
  if ('bytes' in file) {
    const name = basename(file.name) || 'pasted'
    return wholeInput(store.dir, { name, blob: writeBlob(store.dir, id, key, chunksOf(file.bytes)) })
  }
  const granted = ports.redeem(file.grant, 'read')
  if (granted === null) return fail(saying('grant-unknown'))
  const place = { dir: store.dir, id, key: Buffer.from(key).toString('hex') }
  const sealed = await sealFileApart(granted.path, place)
  return sealed.ok ? wholeInput(store.dir, { name: granted.name, blob: { id, key, ...sealed.value } }) : sealed
}

function wholeInput(dir: string, input: SealedInput): Result<SealedInput, Saying> {
  if (input.blob.size > 0) return ok(input)
  rmSync(blobPath(dir, input.blob.id), { force: true })
  return fail(saying('draft-file-empty', { name: input.name }))
}

export const detachFile = (session: Session, draft: DraftRecord, blob: string): Result<DraftView, Saying> =>
  session.store.commit((tx) => {
    const isIt = (file: DraftFile): boolean => file.blob === blob
    const done = put(tx, session, { ...draft, files: draft.files.filter((file) => !isIt(file)) })
    dropFiles(tx, session, draft.files.filter(isIt))
    return done
  })

function put(tx: Tx, session: Session, draft: DraftRecord): Result<DraftView, Saying> {
  const saved = { ...draft, savedAt: tx.at }
  draftsOf(session.store).put(tx, saved.id, saved)
  return ok(draftView(session, saved))
}

const nameIn = ({ files }: DraftRecord, name: string): string =>
  uniqueName(safeFileName(name, 'file.bin'), new Set(files.map((file) => file.name.toLowerCase())))

/** Drafts that were split share their files; the last one takes them along. */
export function dropFiles(tx: Tx, { store }: Pick<Session, 'store'>, files: readonly DraftFile[]): void {
  const held = new Set(
    draftsOf(store)
      .all()
      .flatMap((draft) => draft.files.map(({ blob }) => blob)),
  )
  for (const { blob, sha256 } of files) {
    if (held.has(blob)) continue
    tx.db.prepare('DELETE FROM blobs WHERE id = ?').run([blob])
    tx.log({ kind: 'blob.dropped', ref: sha256 })
    tx.after(() => rmSync(blobPath(store.dir, blob), { force: true }))
  }
}

/** The bytes of all of them, as they were handed in. @returns `vault-damaged` for one that does not open any more. */
export function bytesOfFiles(
  { store }: Pick<Session, 'store'>,
  files: readonly DraftFile[],
): Result<readonly { readonly name: string; readonly type: ''; readonly bytes: Uint8Array }[], Saying> {
  const read = files.map(({ blob, name }) => ({ blob, name, type: '' as const, bytes: readWholeBlob(store, blob) }))
  const whole = read.flatMap(({ name, type, bytes }) => (bytes === null ? [] : [{ name, type, bytes }]))
  const damaged = read.find(({ bytes }) => bytes === null)
  return damaged === undefined ? ok(whole) : fail(saying('vault-damaged', { detail: damaged.blob }))
}
