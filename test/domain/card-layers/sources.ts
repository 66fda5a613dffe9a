/** Made-up sources of a made-up team, as the layers of its card. */
import { emptyReading } from '../../../shared/domain/card/empty-reading.ts'
import type { SourceKind } from '../../../shared/domain/card/fields.ts'
import type { Layer, SeenReading } from '../../../shared/domain/card/layers-standing.ts'

export const reading = (says: Partial<SeenReading>): SeenReading => ({ ...emptyReading, ...says })

export const dated = (date: string): SeenReading['document'] => ({ ...emptyReading.document, date, dateText: date })

export const names = (short: string, full: string | null = null): SeenReading['names'] => ({
  short,
  full,
  host: null,
  others: [],
})

export const email = (address: string): SeenReading['emails'][number] => ({
  address,
  purposes: ['incidents'],
  doNotUseFor: [],
  line: 7,
})

export const phone = (e164: string, line = 9): SeenReading['phones'][number] => ({
  e164,
  text: e164,
  purpose: 'main',
  script: null,
  audience: 'public',
  doNotUseFor: [],
  roundTheClock: false,
  line,
})

export const key = (fingerprint: string): SeenReading['keys'][number] => ({
  fingerprint,
  keyIdPrinted: null,
  state: 'not-included',
  expires: null,
  use: 'team',
  block: null,
  blockLines: null,
  line: 12,
})

let last = 0

/** Each later one was read a day later. */
export function layer(kind: SourceKind, says: Partial<SeenReading>, more: Partial<Layer> = {}): Layer {
  last += 1
  const readAt = new Date(Date.UTC(2026, 0, 1) + last * 86_400_000).toISOString()
  return { id: `${kind} ${last}`, kind, readAt, entry: null, reading: reading(says), ...more }
}
