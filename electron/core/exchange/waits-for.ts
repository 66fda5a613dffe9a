/** Which keys a message waits for: those that could open it, and those that could check its signature. */
import type { Saying } from '../../../shared/words/say.ts'
import type { ExchangeRecord } from './exchange-records.ts'

/** Stands for a recipient that the sender hid: any secret key may be the one (RFC 9580, 5.1.8). */
export const hiddenRecipient = '0000000000000000'

/** A hostile message may name thousands. */
const most = 100

/** Key IDs, 16 hex digits. They only find messages to read again: whether a key fits is computed then. */
export function waitsFor({ problem, message }: Pick<ExchangeRecord, 'problem' | 'message'>): readonly string[] {
  const said = [...(problem === null ? [] : [problem]), ...(message?.findings ?? [])]
  const issuers = message?.protection.signatures.flatMap(({ state, issuer }) =>
    state === 'unknown-key' ? [issuer] : [],
  )
  const named = [...said.flatMap(keysNamed), ...(issuers ?? [])].map(keyIdOf)
  return [...new Set(named)].filter((id) => /^[0-9A-F]{16}$/.test(id)).slice(0, most)
}

function keysNamed({ code, params }: Saying): readonly string[] {
  if (code === 'message-no-key') return String(params['keyids'] ?? '').split(/,\s*/)
  if (code === 'message-key-locked') return [String(params['fingerprint'] ?? '')]
  return code === 'signature-unknown-key' ? [String(params['key'] ?? '')] : []
}

/** Of a fingerprint (version 4: its end; version 6: its beginning) or of a key ID itself (RFC 9580, 5.5.4). */
export const keyIdOf = (key: string): string =>
  key.length === 64 ? key.slice(0, 16) : key.length === 40 ? key.slice(-16) : key
