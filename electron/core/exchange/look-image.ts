/** Reads what kind of image bytes are and how large it would be: decoding is for the page, and only after a person asked. */
import type { AttachmentLook } from '../../../shared/ipc/exchange-views.ts'
import { saying } from '../../../shared/words/say.ts'

type ImageType = Extract<AttachmentLook, { kind: 'image' }>['type']

const megabyte = 1_048_576
const mostBytes = 20 * megabyte
/** A decoder takes four bytes a pixel. */
const mostPixels = 50_000_000
const longestSide = 16_384

const starts = (bytes: Buffer, at: number, text: string): boolean =>
  bytes.toString('latin1', at, at + text.length) === text

/** By its first bytes, whatever its name says; null for no image. */
export function imageType(bytes: Buffer): ImageType | null {
  if (starts(bytes, 0, '\u0089PNG\r\n\u001a\n')) return 'image/png'
  if (starts(bytes, 0, '\u00ff\u00d8\u00ff')) return 'image/jpeg'
  if (starts(bytes, 0, 'GIF87a') || starts(bytes, 0, 'GIF89a')) return 'image/gif'
  return starts(bytes, 0, 'RIFF') && starts(bytes, 8, 'WEBP') ? 'image/webp' : null
}

export function lookAtImage(bytes: Buffer, type: ImageType): AttachmentLook {
  const tooLarge = saying('look.too-large', { size: Math.ceil(bytes.length / megabyte), limit: mostBytes / megabyte })
  if (bytes.length > mostBytes) return { kind: 'none', why: tooLarge }
  const size = sizeOf(bytes, type)
  if (size === null || size.width === 0 || size.height === 0) return { kind: 'none', why: saying('look.image-damaged') }
  const { width, height } = size
  return width > longestSide || height > longestSide || width * height > mostPixels
    ? { kind: 'none', why: saying('look.image-too-large', { width, height }) }
    : { kind: 'image', type, bytes: Uint8Array.from(bytes) }
}

interface Size {
  readonly width: number
  readonly height: number
}

function sizeOf(bytes: Buffer, type: ImageType): Size | null {
  // Each header below fits in these bytes; a shorter file is none.
  if (bytes.length < 30) return null
  switch (type) {
    case 'image/png':
      return starts(bytes, 12, 'IHDR') ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : null
    case 'image/gif':
      return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
    case 'image/webp':
      return webpSize(bytes)
    case 'image/jpeg':
      return jpegSize(bytes)
  }
}

/** RFC 9649, 2.5 to 2.7: lossy, lossless, extended. */
function webpSize(bytes: Buffer): Size | null {
  if (starts(bytes, 12, 'VP8 '))
    return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
  if (starts(bytes, 12, 'VP8X')) return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
  if (!starts(bytes, 12, 'VP8L')) return null
  const bits = bytes.readUInt32LE(21)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}

const mostSegments = 1_000
/** Huffman tables, JPEG extensions and arithmetic conditioning carry the numbers of frames and are none. */
const noFrames = [0xc4, 0xc8, 0xcc]

/** From marker to marker to the first frame header (ITU T.81, B.1.1.3 and B.2.2). */
function jpegSize(bytes: Buffer): Size | null {
  let at = 2
  for (let segment = 0; segment < mostSegments && at + 9 < bytes.length; segment += 1) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return null
    if (marker >= 0xc0 && marker <= 0xcf && !noFrames.includes(marker)) {
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    }
    // A fill byte before a marker stands alone.
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2)
  }
  return null
}
