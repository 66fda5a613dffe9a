/** Tells by their shape what bytes in a message are: armour, signature, an entity of MIME; it decides nothing about what they are worth. */
import { firstField, readFields } from '../mime/header-fields.ts'
import { findBlocks, readArmour, type ArmourBlock, type ArmourBody } from './armour.ts'
import { binaryKind } from './packets.ts'

export const kindOf = (bytes: Buffer): string | null =>
  binaryKind(bytes) ?? findBlocks(bytes.toString('latin1'))[0]?.kind ?? null

/** A signature as it came, armoured or not. */
export function signatureBytes(bytes: Buffer): Pick<ArmourBody, 'data' | 'checksum'> {
  const block = findBlocks(bytes.toString('latin1')).find(({ kind }) => kind === 'signature')
  return block ? readArmour(block.inner) : { data: bytes, checksum: 'absent' }
}

export const hasBareLineFeed = (raw: Buffer): boolean => {
  for (let at = raw.indexOf(0x0a); at >= 0; at = raw.indexOf(0x0a, at + 1)) if (raw[at - 1] !== 0x0d) return true
  return false
}

export const withCrlf = (raw: Buffer): Buffer =>
  Buffer.from(raw.toString('latin1').replaceAll(/\r?\n/g, '\r\n'), 'latin1')

/** A decrypted file that begins with a header block with a Content-Type is what PGP/MIME carries. */
export function startsLikeMime(data: Buffer): boolean {
  const head =
    data
      .subarray(0, 16_384)
      .toString('latin1')
      .split(/\r?\n\r?\n/, 1)[0] ?? ''
  return /^[!-9;-~]{1,80}:/.test(head) && firstField(readFields(head), 'content-type') !== ''
}

/** What is left of a text without the blocks that are whole. */
export function withoutBlocks(text: string, blocks: readonly ArmourBlock[]): string {
  const whole = blocks.filter(({ complete }) => complete)
  const ends = [0, ...whole.map(({ end }) => end)]
  return ends.map((end, index) => text.slice(end, whole[index]?.start)).join('')
}

const MARK = /^.{0,3}-{3,6}.{0,3}(?:BEG.N|.?EN.) ?PG?P? .{3,24}-{3,6}.{0,3}$/
const DATA = /^[A-Za-z0-9+/]{40,80}={0,2}$/
const MAX_LINES = 20
const BEGIN = '-----BEGIN PGP '

/** The beginning of armour, or lines of base64 with a line that was its beginning or its end: a damaged message, which is no text to read. */
export function isBrokenArmour(text: string): boolean {
  const start = text.slice(0, 64).trimStart()
  if (start.startsWith(BEGIN) || (start !== '' && BEGIN.startsWith(text.trim()))) return true
  const lines = text.slice(0, 4096).split('\n', MAX_LINES).concat(text.slice(-512).split('\n'))
  const plain = lines.map((line) => line.trim()).filter((line) => line !== '')
  return plain.some((line) => MARK.test(line)) && plain.filter((line) => DATA.test(line)).length >= 2
}
