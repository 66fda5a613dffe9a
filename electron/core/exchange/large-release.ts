/** One file that is too large for a mail and for memory, on its way out: streamed from where it lies into the vault, judged, and written out. */
import { rmSync } from 'node:fs'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { Released } from '../../../shared/ipc/views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { mebibyte } from '../files/input.ts'
import { sealFile } from '../pgp/stream/run-stream.ts'
import { writtenBlob, type Sink, type Source } from '../pgp/stream/stream-job.ts'
import type { SealedFile } from '../store/sealed-file.ts'
import { passGate } from '../disclosure/gate.ts'
import type { Pass } from '../release/pass.ts'
import { release } from '../release/release.ts'
import { writeClearedFile, type WrittenFile } from '../release/writers.ts'
import { nowOf, type Session } from '../session.ts'
import { blobPath } from '../store/blobs.ts'
import type { DraftRecord } from './draft-records.ts'
import type { ReleasingNow } from './draft-release.ts'
import { draftOut } from './draft-out.ts'
import { keysToSealTo, messageIdOf, type Parties } from './draft-seal.ts'
import { followed } from './followed.ts'
import { sealedFile } from './large-message.ts'
import { recordReleased } from './record-released.ts'
import { targetOf } from './release-door.ts'

export interface LargeFile {
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly from: Source
}

/** Bytes of all files together that mail servers still take; what is larger goes by itself. */
export const mostInMail = 25 * mebibyte

/** Encrypted, by itself and as binary data: the one form that needs no memory for all of it. */
export const isLargeAlone = (draft: DraftRecord, { form, files, large }: ReleasingNow): boolean =>
  form === 'pgp' &&
  draft.protection === 'encrypted' &&
  draft.text.trim() === '' &&
  files.length === 0 &&
  draft.files.length + (large ? 1 : 0) === 1

/** null where all of it goes through memory. */
export function largeOf(session: Session, draft: DraftRecord, wish: ReleasingNow): Result<LargeFile, Saying> | null {
  if (!isLargeAlone(draft, wish)) return null
  const [file] = draft.files
  if (wish.large !== undefined || file === undefined) return wish.large === undefined ? null : ok(wish.large)
  if (file.size <= mostInMail) return null
  const sealed = sealedFile(session, file.blob)
  return sealed.ok ? ok({ name: file.name, size: file.size, from: { kind: 'blob', ...sealed.value } }) : sealed
}

type Wish = ReleasingNow & Parties & { readonly large: LargeFile }

export async function releaseLarge(
  session: Session,
  draft: DraftRecord,
  wish: Wish,
): Promise<Result<Released, Saying>> {
  if (wish.grant === null && wish.target === undefined) return fail(saying('release-no-target'))
  const { store, ports } = session
  const key = Buffer.from(ports.random(32)).toString('hex')
  const to = { kind: 'blob', dir: store.dir, id: ports.newId(), key } as const
  const sealed = await sealInto(session, wish, to)
  if (!sealed.ok) return sealed
  const written = await writeOut(session, draft, wish, { ...to, ...sealed.value })
  if (!written.ok) {
    rmSync(blobPath(store.dir, to.id), { force: true })
    return written
  }
  const [blob, messageId] = [writtenBlob(to, sealed.value), messageIdOf(draft, wish.signer)]
  return recordReleased(session, draft, {
    ...wish,
    ...written.value,
    messageId,
    blob,
    text: '',
    numbers: [],
    names: [],
  })
}

function sealInto(session: Session, wish: Wish, to: Sink): ReturnType<typeof sealFile> {
  const { name, size: bytes, from } = wish.large
  const { secretKey: armored, passphrase } = wish.signer
  const recipients = keysToSealTo(wish)
  const input = { recipients, signWith: { armored, passphrase }, from, to, fileName: name, armour: false }
  return followed(session, { name, bytes }, (options) => sealFile({ ...input, now: nowOf(session) }, options))
}

async function writeOut(
  session: Session,
  draft: DraftRecord,
  wish: Wish,
  sealed: SealedFile,
): Promise<Result<WrittenFile & { readonly pass: Pass }, Saying>> {
  const large = { name: wish.large.name, bytes: null }
  const passed = passGate(session, draftOut(session, draft, wish.recipients, [large]).ask, wish)
  if (!passed.ok) return passed
  const target = targetOf(session, wish)
  if (!target.ok) return target
  const written = await writeClearedFile(target.value, release.message(passed.value, sealed))
  return written.ok ? ok({ ...written.value, pass: passed.value }) : written
}
