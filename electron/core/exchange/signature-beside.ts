/** A detached signature that belongs to a message: it came beside it, or later. Sealed as it came, and checked with every reading. */
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { FileInput } from '../../../shared/ipc/inputs.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { mebibyte, readInput } from '../files/input.ts'
import { signatureIn } from '../pgp/open-beside.ts'
import type { Ports } from '../ports.ts'
import type { Session } from '../session.ts'
import { recordBlob, writeBlob } from '../store/blobs.ts'
import { chunksOf } from '../store/sealed-chunks.ts'
import { exchangesOf, type ExchangeRecord } from './exchange-records.ts'
import { findExchange } from './exchange-view.ts'
import { checkAgain } from './reread.ts'

interface SignatureFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** @returns `signature-none-in-file`, or why the file cannot be read. */
export function readSignatureFile(ports: Pick<Ports, 'redeem'>, file: FileInput): Result<SignatureFile, Saying> {
  const input = readInput(ports, file, mebibyte)
  if (!input.ok) return input
  const { name, bytes } = input.value
  return signatureIn(bytes) === null ? fail(saying('signature-none-in-file', { name })) : input
}

/** Takes the place of one that was given before; the sealed file of that one stays. */
export async function addSignature(
  session: Session,
  exchange: string,
  file: FileInput,
): Promise<Result<ExchangeRecord, Saying>> {
  const found = findExchange(session, exchange)
  if (!found.ok) return found
  if (found.value.direction !== 'in') return fail(saying('exchange-not-in'))
  const input = readSignatureFile(session.ports, file)
  if (!input.ok) return input
  const { name, bytes } = input.value
  const written = writeBlob(session.store.dir, session.ports.newId(), session.ports.random(32), chunksOf(bytes))
  const kept = session.store.commit((tx) => {
    const beside = { blob: recordBlob(tx, written).id, name }
    exchangesOf(session.store).put(tx, exchange, { ...found.value, beside })
    return ok(null)
  })
  return kept.ok ? checkAgain(session, exchange) : kept
}
