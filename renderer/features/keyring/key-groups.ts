/** The keyring in the order of what must be done: own keys, those to decide about, verified ones, those of no use. */
import type { KeyRow } from '../../../shared/ipc/views.ts'
import { daysLeft } from '../../ui/time-format.ts'

export const keyGroups = ['own', 'decide', 'verified', 'unusable'] as const
export type KeyGroup = (typeof keyGroups)[number]

const encrypts: readonly KeyRow['state'][] = ['usable', 'repaired']

/** Rejected, expired, revoked or damaged keys are kept, so that old messages can still be checked. */
export function groupOf({ role, trust, state }: Pick<KeyRow, 'role' | 'trust' | 'state'>): KeyGroup {
  if (role !== 'other') return 'own'
  if (trust === 'rejected' || !encrypts.includes(state)) return 'unusable'
  return trust === 'verified' ? 'verified' : 'decide'
}

/** Days before the end at which a key is warned about; the nearest one counts. */
const warnings = [7, 30, 90] as const
export type EndWarning = (typeof warnings)[number]

/** null: no end, further off than 90 days, or past. */
export function endWarning({ expires, state }: Pick<KeyRow, 'expires' | 'state'>, now: number): EndWarning | null {
  if (expires === null || state === 'revoked') return null
  const left = daysLeft(expires, now)
  return left < 0 ? null : (warnings.find((days) => left <= days) ?? null)
}

/** Something about the key itself, apart from its end, that a person should see. */
export const hasWarning = ({ badges }: Pick<KeyRow, 'badges'>): boolean =>
  badges.some(({ kind, tone }) => kind !== 'end-soon' && tone !== 'calm')

/** Words are looked for in user IDs, card and fingerprint; blanks in a fingerprint do not matter. */
export function matchesKey(
  { userIds, card, fingerprint }: Pick<KeyRow, 'userIds' | 'card' | 'fingerprint'>,
  search: string,
): boolean {
  const words = search.toLowerCase().trim()
  const text = [...userIds, card?.name ?? ''].join(' ').toLowerCase()
  return (
    text.includes(words) ||
    (/^[0-9a-f\s]{4,}$/.test(words) && fingerprint.toLowerCase().includes(words.replaceAll(/\s/g, '')))
  )
}

/** A line of the table: the head of a group, or a key. */
export type KeyLine =
  | { readonly kind: 'group'; readonly group: KeyGroup; readonly count: number }
  | { readonly kind: 'key'; readonly row: KeyRow }

export function keyLines(keys: readonly KeyRow[]): readonly KeyLine[] {
  return keyGroups.flatMap((group) => {
    const rows = keys.filter((key) => groupOf(key) === group)
    if (rows.length === 0) return []
    return [{ kind: 'group', group, count: rows.length }, ...rows.map((row) => ({ kind: 'key', row }) as const)]
  })
}

/** "CERT-Harrow <cert@harrow.example>" is CERT-Harrow; an address alone stays as it is. */
export function nameIn(userId: string): string {
  return userId.replace(/\s*<[^<>]{0,1000}>\s*$/, '') || userId
}

export const ownerOf = ({ userIds, card }: Pick<KeyRow, 'userIds' | 'card'>): string =>
  card?.name ?? nameIn(userIds[0] ?? '')

export const addressOf = ({ userIds }: Pick<KeyRow, 'userIds'>): string | null =>
  /<([^<>\s]{1,400}@[^<>\s]{1,400})>/.exec(userIds[0] ?? '')?.[1] ?? null
