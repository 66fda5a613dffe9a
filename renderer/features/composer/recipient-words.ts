/** What a recipient's key can do and who has checked it, in words: "repaired and proved" is never shown as verified. */
import type { Recipient } from '../../../shared/ipc/views.ts'
import { daysLeft, formatTime } from '../../ui/time-format.ts'
import { t } from '../../ui/t.ts'

export type KeyStanding =
  | 'verified'
  | 'repaired'
  | 'unverified'
  | 'undecided'
  | 'rejected'
  | Exclude<Recipient['keyState'], 'usable' | 'repaired'>

const soonDays = 90

export function standingOf({ keyState, trust }: Recipient): KeyStanding {
  if (keyState !== 'usable' && keyState !== 'repaired') return keyState
  if (trust === 'rejected') return 'rejected'
  return keyState === 'repaired' ? 'repaired' : (trust ?? 'unverified')
}

/** calm: verified and usable; soon: usable, but a person should look; late: nothing can be encrypted to it. */
export function toneOf(recipient: Recipient): 'calm' | 'soon' | 'late' {
  const standing = standingOf(recipient)
  if (standing === 'verified') return 'calm'
  return standing === 'repaired' || standing === 'unverified' || standing === 'undecided' ? 'soon' : 'late'
}

/** Whether this recipient could open the message today. */
export const canOpen = (recipient: Recipient): boolean => recipient.encrypts.today && toneOf(recipient) !== 'late'

/** "Encrypts today and on Tue 24 Nov. Ends in 55 days. Verified 12 Apr 2026 by call-back (MK)." */
export const keySentence = (recipient: Recipient, now: number): string =>
  recipient.keyState === 'none'
    ? t('compose.encrypts.no-key')
    : [encryptsWords(recipient), endsWords(recipient, now), verifiedWords(recipient)].filter(Boolean).join(' ')

/** Tue 24 Nov. */
const shortDay = (iso: string): string => formatTime(iso, 'weekday').replace(/ \d\d:\d\dZ$/, '')

function encryptsWords({ encrypts: { today, due } }: Recipient): string {
  if (!today) return t('compose.encrypts.not')
  if (due === null) return t('compose.encrypts.today')
  const day = { due: shortDay(due.at) }
  return due.can ? t('compose.encrypts.both', day) : t('compose.encrypts.not-due', day)
}

/** Only where it matters soon: an end far away is no news. */
function endsWords({ expires }: Recipient, now: number): string {
  if (expires === null) return ''
  const days = daysLeft(expires, now)
  if (days < 0) return t('compose.ends.past', { at: formatTime(expires, 'day') })
  return days > soonDays ? '' : t('compose.ends.in', { n: days })
}

function verifiedWords({ trust, verified }: Recipient): string {
  if (trust === 'rejected') return t('compose.verified.rejected')
  if (trust !== 'verified') return t('compose.verified.nobody')
  if (verified === null) return t('compose.verified.unknown')
  const { at, how, code } = verified
  return t(`compose.verified.${how}`, { at: formatTime(at, 'day'), code })
}
