/** A file that was handed in: read into memory, or sealed as it lies on disk where it is long. */
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { ok, type Result } from '../../../shared/kit/result.ts'
import type { FileInput } from '../../../shared/ipc/inputs.ts'
import type { Saying } from '../../../shared/words/say.ts'
import type { ExchangeRecord } from '../exchange/exchange-records.ts'
import { isBareOpenPgp, largeFrom } from '../exchange/large-message.ts'
import { readSignatureFile } from '../exchange/signature-beside.ts'
import { mebibyte, messageLimit, readInput } from '../files/input.ts'
import type { GrantedFile } from '../ports.ts'
import type { Session } from '../session.ts'
import { takeIn, takeInPlace } from './intake.ts'

/** @returns `grant-unknown`, `file-missing`, `file-empty`, `file-too-large` (for what is no bare OpenPGP), `signature-none-in-file`. */
export async function takeFile(
  session: Session,
  file: FileInput,
  signature: FileInput | null,
): Promise<Result<ExchangeRecord, Saying>> {
  const beside = signature === null ? ok(null) : readSignatureFile(session.ports, signature)
  if (!beside.ok) return beside
  const granted = 'grant' in file ? session.ports.redeem(file.grant, 'read') : null
  if (granted !== null && isTakenAsItLies(granted))
    return takeInPlace(session, granted, isLargeFile(granted), beside.value)
  // A grant is good once, and has just been used.
  const input = readInput({ redeem: () => granted }, file)
  return input.ok ? takeIn(session, input.value, beside.value) : input
}

/** From here on reading and sealing it would keep the desk waiting. */
const longFrom = 4 * mebibyte

function isTakenAsItLies(file: GrantedFile): boolean {
  const size = sizeAt(file)
  return isLargeFile(file) || (size > longFrom && size <= messageLimit)
}

export const isLargeFile = (file: GrantedFile): boolean =>
  sizeAt(file) > largeFrom && isBareOpenPgp(file.name, headOf(file.path))

/** 0 where it cannot be read: whoever reads it then says why. */
const sizeAt = ({ path }: GrantedFile): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

function headOf(path: string): Uint8Array {
  try {
    const handle = openSync(path, 'r')
    const head = Buffer.alloc(256)
    const length = readSync(handle, head, 0, head.length, 0)
    closeSync(handle)
    return head.subarray(0, length)
  } catch {
    return new Uint8Array()
  }
}
