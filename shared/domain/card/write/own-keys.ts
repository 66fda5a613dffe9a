/** Section 2.8 of our own description: fingerprints in groups, expiry in our own time, and the key itself where it is given. */
import { DateTime } from 'luxon'
import { word } from '../../../words/say.ts'
import type { Block } from './layout.ts'
import type { WritableCard } from './writable-card.ts'

const grouped = (fingerprint: string): string => (fingerprint.match(/.{1,4}/g) ?? []).join(' ')

/** An instant as the clock on our wall says it; luxon stays inside. */
function local(instant: string, zone: string | null): string {
  if (!instant.includes('T')) return instant
  const at = DateTime.fromISO(instant, { zone: zone ?? 'utc' })
  return at.isValid ? at.toFormat(zone ? 'yyyy-MM-dd HH:mm' : 'yyyy-MM-dd') : instant.slice(0, 10)
}

const LONG_ID = /^(?:0x)?[0-9A-F]{16}$/i

function keyLines({ keys, timeZone }: WritableCard): readonly Block[] {
  return keys
    .filter(({ fingerprint }) => fingerprint !== null)
    .flatMap(({ fingerprint, keyIdPrinted, expires, use }, index): readonly Block[] => [
      ...(index > 0 ? [{ paragraph: word('en', 'own-another-key') }] : []),
      ...(keyIdPrinted !== null && LONG_ID.test(keyIdPrinted)
        ? [{ value: word('en', 'own-key-id', { keyId: keyIdPrinted }) }]
        : []),
      { value: word('en', 'own-fingerprint', { fingerprint: grouped(fingerprint ?? '') }) },
      ...(expires === null
        ? []
        : [{ value: word('en', 'own-key-expires', { expires: local(expires, timeZone.iana) }) }]),
      ...(use === 'signing-only' ? [{ value: word('en', 'own-signing-only') }] : []),
    ])
}

export function keyBlocks(card: WritableCard, armor: string | null): readonly Block[] {
  const lines = keyLines(card)
  const block = armor === null ? [] : [{ armor }]
  return lines.length + block.length > 0 ? [...lines, ...block] : [{ paragraph: word('en', 'own-no-key') }]
}
