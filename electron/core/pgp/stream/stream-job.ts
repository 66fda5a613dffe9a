/** What is asked of the engine for large OpenPGP files and what it answers: the types that the desk, the worker and the engine share. */
import type { Protection } from '../../../../shared/domain/exchange/message.ts'
import type { Saying } from '../../../../shared/words/say.ts'
import type { WrittenBlob } from '../../store/blobs.ts'
import type { SecretKeyInput } from '../key-ring.ts'

/** `dir` is the store's folder, as in store/blobs.ts; `key` is hex. */
export type Source =
  /** `skip`: bytes before the message, a first line of our own. */
  | { readonly kind: 'file'; readonly path: string; readonly skip?: number }
  | {
      readonly kind: 'blob'
      readonly dir: string
      readonly id: string
      readonly key: string
      /** Bytes of what was sealed, as recorded. */
      readonly size: number
    }

/** A file that is there already is replaced, but only by a whole one. A blob's `id` and `key` are fresh. */
export type Sink =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'blob'; readonly dir: string; readonly id: string; readonly key: string }

export interface StreamLimits {
  /** Wall time, then the threads are ended. */
  readonly seconds: number
  /** Memory of the job's thread, then it is ended. */
  readonly megabytes: number
  /** Bytes that may be read, and bytes that may be written. */
  readonly fileBytes: number
  /** Bytes after decompression, where the message is compressed. */
  readonly decompressedBytes: number
}

const GIBIBYTE = 1024 ** 3

export const streamLimits: StreamLimits = {
  seconds: 600,
  megabytes: 512,
  fileBytes: 2 * GIBIBYTE,
  decompressedBytes: 2 * GIBIBYTE,
}

export interface SealFileInput {
  /** Armoured public keys, our own among them if we are to read it again. */
  readonly recipients: readonly string[]
  readonly signWith: SecretKeyInput
  readonly from: Source
  readonly to: Sink
  /** Goes into the literal packet, made safe; '' for none. */
  readonly fileName: string
  readonly armour: boolean
  /** UTC ISO: the signature's time, and the instant at which the keys must be good. */
  readonly now: string
}

export interface SealedFile {
  /** Of the message that was written. */
  readonly size: number
  /** Hex. */
  readonly sha256: string
}

export interface OpenFileInput {
  readonly from: Source
  readonly to: Sink
  readonly secretKeys: readonly SecretKeyInput[]
  /** Armoured. */
  readonly publicKeys: readonly string[]
  /** UTC ISO. */
  readonly now: string
}

export interface OpenedFile {
  /** As the sender wrote it, made safe to show and to save under; '' if there is none. No signature covers it. */
  readonly fileName: string
  /** Of what was written. */
  readonly size: number
  /** Hex. */
  readonly sha256: string
  readonly protection: Protection
  readonly findings: readonly Saying[]
}

export interface StreamOptions {
  readonly limits?: Partial<StreamLimits>
  /** Bytes of the source. Called a few times a second at most. */
  readonly onProgress?: (bytesDone: number, bytesTotal: number) => void
  /** Ends the threads and removes the half file. */
  readonly signal?: AbortSignal
}

/** What `recordBlob` needs for a sink that is a blob: `recordBlob(tx, writtenBlob(sink, result))`. */
export const writtenBlob = (
  { id, key }: Sink & { readonly kind: 'blob' },
  { size, sha256 }: Pick<SealedFile, 'size' | 'sha256'>,
): WrittenBlob => ({ id, key: Buffer.from(key, 'hex'), size, sha256 })
