/** What the gate says of something that would leave: stops, conditions, what is allowed, each with its rule and its smallest change. */
import { Check, CircleX, TriangleAlert } from 'lucide-react'
import type { Verdict, VerdictReason } from '../../shared/domain/disclosure/verdict.ts'
import { Checkbox } from './checkbox.tsx'
import { GateReason } from './gate-reason.tsx'
import { Kbd } from './kbd.tsx'
import { useKeys } from './keys/use-keys.ts'
import { sentence, t } from './t.ts'
import './gate.css'

/** One button of what would let it pass. */
export interface GateWay {
  readonly id: string
  readonly label: string
  /** Shown, and bound elsewhere: several reasons may offer the same. */
  readonly keys?: string | undefined
  readonly disabled?: boolean
  readonly run: () => void
}

export interface GateVerdictProps {
  readonly verdict: Verdict
  /** "2 stops, 1 condition … Tested 18:39:52Z." */
  readonly tested: string
  /** Whom a reason is about: card or fingerprint, null for all of it. */
  readonly nameOf: (recipient: string | null) => string
  /** The smallest change first; it gets the key. */
  readonly waysOf: (reason: VerdictReason) => readonly GateWay[]
  readonly accepted: boolean
  readonly onAccept: (accepted: boolean) => void
}

const icons = { stop: CircleX, condition: TriangleAlert, allow: Check }
const mostKeys = 9

export const reasonsAt = ({ reasons }: Verdict, level: VerdictReason['level']): readonly VerdictReason[] =>
  reasons.filter((reason) => reason.level === level)

/** "1 stop, 2 conditions, 4 allowed. Tested 18:39:52Z." */
export const testedWords = (verdict: Verdict, at: string): string =>
  t('uigate.counts', {
    stops: reasonsAt(verdict, 'stop').length,
    conditions: reasonsAt(verdict, 'condition').length,
    allowed: reasonsAt(verdict, 'allow').length,
    at: `${at.slice(11, 19)}Z`,
  })

export function GateVerdict({ verdict, tested, nameOf, waysOf, accepted, onAccept }: GateVerdictProps) {
  const [stops, conditions, allowed] = [
    reasonsAt(verdict, 'stop'),
    reasonsAt(verdict, 'condition'),
    reasonsAt(verdict, 'allow'),
  ]
  const Icon = icons[verdict.verdict]
  useKeys(
    'here',
    conditions.length === 0 ? [] : [{ keys: 'Alt+Y', label: t('uigate.accept'), run: () => onAccept(!accepted) }],
  )
  return (
    <>
      <div className={`gate-head ${verdict.verdict}`} role="status">
        <h2 id="gate-head">
          <Icon aria-hidden />
          {verdict.verdict === 'stop' ? t('uigate.stop', { n: stops.length }) : t(`uigate.${verdict.verdict}`)}
        </h2>
        <p className="dim">{tested}</p>
      </div>
      <div className="gate-scroll" tabIndex={0} role="group" aria-labelledby="gate-head">
        {[...stops, ...conditions].map((reason, at) => (
          <GateReason
            key={`${String(at)} ${reason.said.code}`}
            reason={reason}
            name={nameOf(reason.recipient)}
            ways={waysOf(reason)}
            place={at < mostKeys ? at + 1 : null}
          />
        ))}
        {conditions.length === 0 ? null : (
          <div className="gate-accept">
            <Checkbox checked={accepted} onChange={onAccept} disabled={stops.length > 0}>
              {t('uigate.accept')}
            </Checkbox>
            <Kbd keys="Alt+Y" />
          </div>
        )}
        {allowed.length === 0 ? null : <Allowed reasons={allowed} />}
      </div>
    </>
  )
}

const Allowed = ({ reasons }: { readonly reasons: readonly VerdictReason[] }) => (
  <section className="gate-allowed">
    <h3>{t('uigate.level.allow')}</h3>
    <ul>
      {reasons.map(({ said, clause }, at) => (
        <li key={`${String(at)} ${said.code}`}>
          <Check aria-hidden />
          <span className="grow">{sentence(said)}</span>
          <small className="dim">{clause}</small>
        </li>
      ))}
    </ul>
  </section>
)
