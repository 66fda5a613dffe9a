/** Bare OpenPGP that is too large for memory: its content goes from one sealed file into another, and is the message's one attachment. */
import { rmSync } from 'node:fs'
import type { OpenedMessage } from '../../../shared/domain/exchange/message.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { mebibyte } from '../files/input.ts'
import { safeFileName } from '../mime/file-name.ts'
import { fileMessage } from '../pgp/file-message.ts'
import { openFile } from '../pgp/stream/run-stream.ts'
import { writtenBlob, type OpenedFile } from '../pgp/stream/stream-job.ts'
import { nowOf, type Session } from '../session.ts'
import { blobPath, recordBlob, type WrittenBlob } from '../store/blobs.ts'
import { sealedFileIn, type SealedFile } from '../store/sealed-file.ts'
import type { Tx } from '../store/store.ts'
import type { ExchangeRecord } from './exchange-records.ts'
import { followed } from './followed.ts'
import { keysForOpening } from './own-secrets.ts'

/** From here on the file is streamed: opening it in memory takes several times its size. */
export const largeFrom = 32 * mebibyte

/** Of a mail nothing is known before all of it is read; OpenPGP data says what it is with its first bytes. */
export function isBareOpenPgp(name: string, head: Uint8Array): boolean {
  const isArmour = /^\s{0,20}-----BEGIN PGP MESSAGE-----/.test(Buffer.from(head.subarray(0, 100)).toString('latin1'))
  return isArmour || (/\.(?:pgp|gpg)$/i.test(name) && ((head[0] ?? 0) & 0x80) !== 0)
}

export interface OpenedLarge {
  readonly message: OpenedMessage
  /** What it held, sealed and not recorded yet; null where it is what was held before. */
  readonly content: WrittenBlob | null
}

/** `vault-damaged`, or what the engine says. Nothing is left of content that did not prove whole. */
export async function openLarge(session: Session, record: ExchangeRecord): Promise<Result<OpenedLarge, Saying>> {
  const { store, ports } = session
  const original = sealedFile(session, record.blob)
  if (!original.ok) return original
  const key = Buffer.from(ports.random(32)).toString('hex')
  const to = { kind: 'blob', dir: store.dir, id: ports.newId(), key } as const
  const input = {
    from: { kind: 'blob', ...original.value },
    to,
    ...keysForOpening(session),
    now: nowOf(session),
  } as const
  const opened = await followed(session, { name: record.fileName, bytes: record.size }, (options) =>
    openFile(input, options),
  )
  if (!opened.ok) return opened
  const isKnown = opened.value.sha256 === record.content?.sha256
  if (isKnown) rmSync(blobPath(store.dir, to.id), { force: true })
  const message = largeMessage(record.fileName, opened.value, record.beside !== null)
  return ok({ message, content: isKnown ? null : writtenBlob(to, opened.value) })
}

/** `bytes` of the attachment stay where they are. */
export function largeMessage(fileName: string, opened: OpenedFile, hasBeside: boolean): OpenedMessage {
  const { size, sha256, protection, findings } = opened
  const stem = fileName.replace(/\.(?:pgp|gpg|asc)$/i, '')
  const name = opened.fileName || safeFileName(stem, 'file.bin')
  const type = 'application/octet-stream'
  const covered = protection.encrypted || protection.signer !== null
  const file = { name, type, size, sha256, bytes: new Uint8Array(), covered }
  return fileMessage(file, protection, hasBeside ? [...findings, saying('large.beside-unchecked')] : findings)
}

export const keepContent = (tx: Tx, written: WrittenBlob): NonNullable<ExchangeRecord['content']> => {
  const { id, sha256 } = recordBlob(tx, written)
  return { blob: id, sha256 }
}

/** `vault-damaged` where the vault has no such blob. */
export function sealedFile({ store }: Pick<Session, 'store'>, id: string): Result<SealedFile, Saying> {
  const sealed = sealedFileIn(store, id)
  return sealed === null ? fail(saying('vault-damaged', { detail: id })) : ok(sealed)
}
