/** How much a hostile message may cost: one place for every limit of reading, so that a refusal can name the figure. */
export interface ReadLimits {
  /** Wall time of one job, then its worker is ended. */
  readonly seconds: number
  /** Memory of one job, then its worker is ended. */
  readonly megabytes: number
  /** Bytes of the file as it comes. */
  readonly messageBytes: number
  /** Bytes after decompression, of one OpenPGP message and of all of them in one mail together. */
  readonly decompressedBytes: number
  /** Decoded bytes of all attachments together. */
  readonly attachmentBytes: number
  /** MIME parts of one mail, what is decrypted inside it included. */
  readonly parts: number
  /** MIME parts within parts. */
  readonly depth: number
  /** Header bytes of all parts together. */
  readonly headerBytes: number
  /** OpenPGP messages within OpenPGP messages. */
  readonly layers: number
}

const MEGABYTE = 1024 * 1024

export const defaultLimits: ReadLimits = {
  seconds: 10,
  megabytes: 512,
  messageBytes: 100 * MEGABYTE,
  decompressedBytes: 64 * MEGABYTE,
  attachmentBytes: 100 * MEGABYTE,
  parts: 1000,
  depth: 50,
  headerBytes: MEGABYTE,
  layers: 6,
}

export const withDefaults = (limits: Partial<ReadLimits> | undefined): ReadLimits => ({ ...defaultLimits, ...limits })

/** For sentences. */
export const megabytes = (bytes: number): number => Math.round(bytes / MEGABYTE)
