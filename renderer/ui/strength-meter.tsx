/** The strength of a passphrase as bars, a word and a reason. */
import './strength.css'
import { t } from './t.ts'
import type { Estimate, Strength } from './strength.ts'

const bars: Readonly<Record<Strength, number>> = { none: 0, weak: 1, fair: 2, good: 3, strong: 4 }

export function StrengthMeter({ estimate }: { readonly estimate: Estimate }) {
  const { strength, reason, bits, words } = estimate
  return (
    <div className="strength" role="status">
      <div className="strength-bars" aria-hidden>
        {[1, 2, 3, 4].map((bar) => (
          <span key={bar} className={bar <= bars[strength] ? `strength-bar strength-${strength}` : 'strength-bar'} />
        ))}
      </div>
      <p>
        <strong>{t(`strength.${strength}`)}</strong>{' '}
        <span className="dim">{t(`strength.because.${reason}`, { bits, words })}</span>
      </p>
    </div>
  )
}
