/** Opens a file as a message is opened, all of it in memory: whatever the native way does not know. */
import { createHash } from 'node:crypto'
import { saying } from '../../../../shared/words/say.ts'
import { safeFileName } from '../../mime/file-name.ts'
import { megabytes } from '../../mime/limits.ts'
import { findBlocks, readArmour } from '../armour.ts'
import { openPgpData } from '../decrypt.ts'
import type { OpenWork } from './open-native.ts'
import { Refused } from './stops.ts'
import type { OpenedFile } from './stream-job.ts'
import { protectionOf } from './verdict.ts'

/** Throws `Refused`: `stream-form` for a file above the limit, and the problems of openPgpData. */
export async function openWhole(work: OpenWork, mostBytes: number): Promise<OpenedFile> {
  const bytes = withoutArmour(gathered(work, mostBytes))
  const opened = await openPgpData(bytes, work.ring, work.now, work.mostBytes)
  if (!opened.ok) throw new Refused(opened.problem)
  const { data, fileName, encrypted, recipients, decryptedWith, verdict } = opened.value
  work.write(data)
  return {
    fileName: fileName === '' ? '' : safeFileName(fileName, ''),
    size: data.length,
    sha256: createHash('sha256').update(data).digest('hex'),
    protection: protectionOf(encrypted ? { recipients, decryptedWith } : null, verdict),
    findings: verdict.findings,
  }
}

function gathered({ pieces }: OpenWork, mostBytes: number): Buffer {
  const all: Buffer[] = []
  let total = 0
  const source = pieces()
  for (let next = source.next(); next.done !== true; next = source.next()) {
    total += next.value.length
    if (total > mostBytes) throw new Refused(saying('stream-form', { limit: megabytes(mostBytes) }))
    all.push(Buffer.from(next.value))
  }
  return Buffer.concat(all)
}

function withoutArmour(bytes: Buffer): Uint8Array {
  if (((bytes[0] ?? 0) & 0x80) !== 0) return bytes
  const block = findBlocks(bytes.toString('latin1')).find(({ kind }) => kind === 'message')
  if (!block) throw new Refused(saying('message-not-recognised'))
  if (!block.complete) throw new Refused(saying('message-damaged'))
  return readArmour(block.inner).data
}
