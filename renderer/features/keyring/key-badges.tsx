/** What a person should see of a key at a glance: quiet words with an icon, coloured only where something departs from normal. */
import {
  AtSign,
  CalendarClock,
  Fingerprint,
  Lock,
  MailX,
  ScrollText,
  ShieldAlert,
  TriangleAlert,
  Wrench,
  type LucideIcon,
} from 'lucide-react'
import type { KeyBadge } from '../../../shared/ipc/key-views.ts'
import { sentence, t } from '../../ui/t.ts'

const icons: Readonly<Record<KeyBadge['kind'], LucideIcon>> = {
  'sha1-self-signature': TriangleAlert,
  'weak-algorithm': ShieldAlert,
  'no-encryption': MailX,
  repaired: Wrench,
  'id-clash': Fingerprint,
  'address-differs': AtSign,
  'not-announced': ScrollText,
  'end-soon': CalendarClock,
  locked: Lock,
}

const look = ({ tone }: KeyBadge): string => (tone === 'calm' ? 'with-icon dim' : `with-icon ${tone}`)

/** The first one in two words; the others as a number. `end-soon` stands in its own column. */
export function BadgeWords({ badges }: { readonly badges: readonly KeyBadge[] }) {
  const [first, ...others] = badges.filter(({ kind }) => kind !== 'end-soon')
  if (first === undefined) return null
  const Icon = icons[first.kind]
  return (
    <span
      className={`key-badge ${look(first)}`}
      title={[first, ...others].map(({ said }) => sentence(said)).join('\n')}
    >
      <Icon aria-hidden /> {t(`keybadge.${first.kind}`)}
      {others.length === 0 ? '' : ` +${String(others.length)}`}
    </span>
  )
}

/** Each in a sentence of its own. */
export function BadgeList({ badges }: { readonly badges: readonly KeyBadge[] }) {
  if (badges.length === 0) return null
  return (
    <ul className="key-badges">
      {badges.map((badge) => {
        const Icon = icons[badge.kind]
        return (
          <li key={badge.kind + sentence(badge.said)} className={badge.tone === 'calm' ? 'dim' : ''}>
            <Icon aria-hidden className={badge.tone === 'calm' ? '' : badge.tone} />
            <span>
              <span className={badge.tone === 'calm' ? '' : badge.tone}>{t(`keybadge.${badge.kind}`)}</span>:{' '}
              {sentence(badge.said)}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
