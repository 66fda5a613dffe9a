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

/** Warned 90 days ahead. */
export const endsSoon = ({ expires }: Pick<KeyRow, 'expires'>, now: number): boolean =>
  expires !== null && daysLeft(expires, now) < 90 && daysLeft(expires, now) >= 0

/** Words are looked for in user IDs, card and fingerprint; blanks in a fingerprint do not matter. */
export function matchesKey({ userIds, card, fingerprint }: KeyRow, search: string): boolean {
  const words = search.toLowerCase().trim()
  const text = [...userIds, card?.name ?? ''].join(' ').toLowerCase()
  return (
    text.includes(words) ||
    (/^[0-9a-f\s]{4,}$/.test(words) && fingerprint.toLowerCase().includes(words.replaceAll(/\s/g, '')))
  )
}

export interface GroupedKeys {
  readonly group: KeyGroup
  readonly keys: readonly KeyRow[]
}

export const groupedKeys = (keys: readonly KeyRow[]): readonly GroupedKeys[] =>
  keyGroups
    .map((group) => ({ group, keys: keys.filter((key) => groupOf(key) === group) }))
    .filter((one) => one.keys.length > 0)

/** "CERT-Harrow <cert@harrow.example>" is CERT-Harrow; an address alone stays as it is. */
export function ownerOf({ userIds, card }: Pick<KeyRow, 'userIds' | 'card'>): string {
  const [first = ''] = userIds
  return card?.name ?? (first.replace(/\s*<[^<>]*>\s*$/, '') || first)
}

export const addressOf = ({ userIds }: Pick<KeyRow, 'userIds'>): string | null =>
  /<([^<>\s]+@[^<>\s]+)>/.exec(userIds[0] ?? '')?.[1] ?? null
