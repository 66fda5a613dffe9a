/** What a newer copy of a key brought, in sentences: a person sees why the key is not as it was. */
import { saying, type Saying } from '../../words/say.ts'
import type { InspectedKey } from './key.ts'
import type { KeyPartFacts } from './parts.ts'

export interface KeyAsRead {
  readonly inspected: InspectedKey
  readonly parts: readonly KeyPartFacts[]
}

/** At least one sentence; to be asked only where something changed. */
export function broughtBy(before: KeyAsRead, after: KeyAsRead): readonly Saying[] {
  const said = [
    ...stateSaid(before, after),
    ...endSaid(before, after),
    ...namesSaid(before, after),
    ...partsSaid(before, after),
  ]
  return said.length > 0 ? said : [saying('key-update.signatures')]
}

function stateSaid({ inspected: was }: KeyAsRead, { inspected: is }: KeyAsRead): readonly Saying[] {
  if (was.state !== 'revoked' && is.state === 'revoked') return [saying('key-update.revoked')]
  return !was.canEncrypt && is.canEncrypt ? [saying('key-update.encrypts')] : []
}

function endSaid({ inspected: was }: KeyAsRead, { inspected: is }: KeyAsRead): readonly Saying[] {
  if (was.expires === is.expires) return []
  if (is.expires === null) return [saying('key-update.no-end')]
  const date = is.expires.slice(0, 10)
  return was.expires !== null && is.expires > was.expires
    ? [saying('key-update.later', { date })]
    : [saying('key-update.earlier', { date })]
}

function namesSaid({ inspected: was }: KeyAsRead, { inspected: is }: KeyAsRead): readonly Saying[] {
  const fresh = is.userIds.filter((userId) => !was.userIds.includes(userId))
  const gone = was.userIds.filter((userId) => !is.userIds.includes(userId))
  return [
    ...(fresh.length > 0 ? [saying('key-update.names', { names: fresh.join(', ') })] : []),
    ...(gone.length > 0 && is.state !== 'revoked' ? [saying('key-update.names-gone', { names: gone.join(', ') })] : []),
  ]
}

/** Parts of a record from before parts were kept are not known, so nothing is said of them. */
function partsSaid({ parts: was }: KeyAsRead, { parts: is }: KeyAsRead): readonly Saying[] {
  if (was.length === 0) return []
  const stateOf = (fingerprint: string): KeyPartFacts['flaw'] | undefined =>
    was.find((part) => part.fingerprint === fingerprint)?.flaw
  const fresh = is.filter(({ fingerprint }) => stateOf(fingerprint) === undefined)
  const revoked = is.slice(1).filter(({ fingerprint, flaw }) => flaw === 'revoked' && stateOf(fingerprint) === null)
  return [
    ...(fresh.length > 0 ? [saying('key-update.subkeys', { count: fresh.length })] : []),
    ...(revoked.length > 0 ? [saying('key-update.subkeys-revoked', { count: revoked.length })] : []),
  ]
}
