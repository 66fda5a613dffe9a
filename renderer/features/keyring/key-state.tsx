/** The state of a key in one word with an icon: own, what a person decided, or why it cannot be used. */
import {
  BadgeCheck,
  Ban,
  CircleDashed,
  CircleHelp,
  CircleX,
  Hourglass,
  KeyRound,
  ShieldAlert,
  type LucideIcon,
} from 'lucide-react'
import type { KeyRow } from '../../../shared/ipc/views.ts'
import { Tag } from '../../ui/tag.tsx'
import { t } from '../../ui/t.ts'

interface Shown {
  readonly icon: LucideIcon
  readonly label: string
  readonly tone: 'late' | 'soon' | 'plain'
}

export function shownState({ role, trust, state }: Pick<KeyRow, 'role' | 'trust' | 'state'>): Shown {
  if (state === 'revoked') return { icon: Ban, label: t('key.state.revoked'), tone: 'late' }
  if (state === 'expired') return { icon: Hourglass, label: t('key.state.expired'), tone: 'late' }
  if (role !== 'other') return { icon: KeyRound, label: t(`key.role.${role}`), tone: 'plain' }
  if (trust === 'rejected') return { icon: CircleX, label: t('key.trust.rejected'), tone: 'late' }
  if (state === 'unreadable' || state === 'identity-only' || state === 'not-included')
    return { icon: ShieldAlert, label: t(`key.state.${state}`), tone: 'late' }
  if (trust === 'verified') return { icon: BadgeCheck, label: t('key.trust.verified'), tone: 'plain' }
  return { icon: trust === 'unverified' ? CircleDashed : CircleHelp, label: t(`key.trust.${trust}`), tone: 'soon' }
}

export function KeyStateLabel({ of }: { readonly of: Pick<KeyRow, 'role' | 'trust' | 'state'> }) {
  const { icon: Icon, label, tone } = shownState(of)
  return (
    <span className={tone === 'plain' ? 'with-icon' : `with-icon ${tone}`}>
      <Icon aria-hidden />
      {label}
    </span>
  )
}

/** The same as a framed word, for the head of the pane. */
export function KeyStateTag({ of }: { readonly of: Pick<KeyRow, 'role' | 'trust' | 'state'> }) {
  const { icon: Icon, label, tone } = shownState(of)
  return (
    <Tag tone={tone}>
      <Icon aria-hidden />
      {label}
    </Tag>
  )
}
