/**
 * The one-file backup on disk: a line that says what it is, vault.json as it was, then a stream of sealed chunks. The header is
 * bound to every chunk, so that no byte of the file can be changed unseen.
 */
import { createHash, type Hash } from 'node:crypto'
import { closeSync, fstatSync, openSync } from 'node:fs'
import { basename } from 'node:path'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { readFrom } from '../store/blobs.ts'
import { sha256 } from '../store/canonical.ts'
import { readFully, sealEach, unsealEach, type ReadChunk } from '../store/sealed-chunks.ts'
import { errorCode, writeAll } from '../vault/files.ts'
import type { KeyFile } from '../vault/key-file.ts'
import { keyFileText, longestKeyFile, parseKeyFile } from '../vault/key-slots.ts'
import { deriveKey } from '../vault/seal.ts'
import { readAt } from './parts.ts'
import type { SealedStream } from './whole-chunks.ts'

/** 16 bytes; the number is the format. */
const magic = 'signet backup 1\n'
const magicForm = /^signet backup (\d)\n$/
const saltLength = 16

export interface WrittenFile {
  readonly bytes: number
  readonly sha256: string
}

export interface Sealing {
  readonly file: KeyFile
  readonly backupKey: Uint8Array
  /** 16 fresh random bytes: the key of this file is used for nothing else. */
  readonly salt: Uint8Array
}

/** Whoever calls flushes it, and removes a file that this could not finish. */
export function writeBackupFile(path: string, { file, backupKey, salt }: Sealing, read: ReadChunk): WrittenFile {
  const header = headerOf(file, salt)
  const hash = createHash('sha256')
  const handle = openSync(path, 'w', 0o600)
  let bytes = 0
  const write = (piece: Uint8Array): void => {
    hash.update(piece)
    bytes += piece.length
    writeAll(handle, piece)
  }
  try {
    write(header)
    sealEach(fileKey(backupKey, salt), boundBy(header), read, write)
    return { bytes, sha256: hash.digest('hex') }
  } finally {
    closeSync(handle)
  }
}

const fileKey = (backupKey: Uint8Array, salt: Uint8Array): Buffer => deriveKey(backupKey, 'backup-file', salt)

const boundBy = (header: Uint8Array): string => `backup/${sha256(header)}`

function headerOf(file: KeyFile, salt: Uint8Array): Buffer {
  const shown = Buffer.from(keyFileText(file))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(shown.length)
  return Buffer.concat([Buffer.from(magic), length, shown, salt])
}

export interface OpenBackup {
  readonly file: KeyFile
  /** Pieces of the stream in order, verified; the generator ends with true, or with false where the rest does not verify. */
  readonly unsealed: (backupKey: Uint8Array) => Generator<Buffer, boolean>
  /** For what is left of a damaged one. */
  readonly sealed: (backupKey: Uint8Array) => SealedStream
  /** Of the whole file; complete once the stream has ended. */
  readonly written: () => WrittenFile
  readonly close: () => void
}

export function openBackupFile(path: string): Result<OpenBackup, Saying> {
  const name = basename(path)
  let handle: number
  try {
    handle = openSync(path, 'r')
  } catch (error) {
    return fail(saying('file-missing', { name, detail: errorCode(error) }))
  }
  const opened = readHeader(handle, name)
  if (!opened.ok) closeSync(handle)
  return opened
}

function readHeader(handle: number, name: string): Result<OpenBackup, Saying> {
  const counted = counting(readFrom(handle))
  const first = readFully(counted.read, magic.length)
  const format = magicForm.exec(first.toString('latin1'))?.[1]
  if (format === undefined) return fail(saying('backup-none', { name }))
  if (format !== '1') return fail(saying('vault-newer', { format }))
  const length = readFully(counted.read, 4)
  const damaged = fail(saying('backup-damaged', { name, detail: 'header' }))
  if (length.length < 4 || length.readUInt32BE() > longestKeyFile) return damaged
  const shown = readFully(counted.read, length.readUInt32BE())
  const salt = readFully(counted.read, saltLength)
  const file = parseKeyFile(shown.toString()) ?? damaged
  if (!file.ok) return file.problem.code === 'key-file-damaged' ? damaged : file
  const bound = boundBy(Buffer.concat([first, length, shown, salt]))
  const from = counted.written().bytes
  return ok({
    file: file.value,
    unsealed: (backupKey) => unsealEach(fileKey(backupKey, salt), bound, counted.read),
    sealed: (backupKey) => ({
      key: fileKey(backupKey, salt),
      // Both slots of a header say the same, so one that is whole says what the other was.
      bounds: [...new Set([bound, boundBy(headerOf(file.value, salt))])],
      from,
      to: fstatSync(handle).size,
      read: (at, most) => readFully(readAt(handle, at), most),
    }),
    written: counted.written,
    close: () => closeSync(handle),
  })
}

function counting(read: ReadChunk): { readonly read: ReadChunk; readonly written: () => WrittenFile } {
  const hash: Hash = createHash('sha256')
  let bytes = 0
  return {
    read: (length) => {
      const piece = read(length)
      hash.update(piece)
      bytes += piece.length
      return piece
    },
    written: () => ({ bytes, sha256: hash.copy().digest('hex') }),
  }
}

/** A backup of ours may be replaced by a newer one; any other file that has the name may not. */
export function isBackupFile(path: string): boolean {
  const handle = openSync(path, 'r')
  try {
    return magicForm.test(readFully(readFrom(handle), magic.length).toString('latin1'))
  } finally {
    closeSync(handle)
  }
}
