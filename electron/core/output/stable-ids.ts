/** Names that stay the same at every export of a case, so that the other side updates what it has instead of doubling it. */
import { createHash } from 'node:crypto'
import type { ExportTools } from '../../../shared/domain/output/export-content.ts'

/** UUIDv5 (RFC 9562 section 5.5) of a name in a namespace, which is a UUID itself. */
export function uuidV5(namespace: string, name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}

export const stableTools = (caseId: string): ExportTools => ({
  id: (name) => uuidV5(caseId, name),
  idIn: uuidV5,
  base64: (text, encoding) => Buffer.from(text, encoding).toString('base64'),
})
