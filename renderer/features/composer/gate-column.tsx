/** What the release point says of this draft: stops, conditions, what is allowed, each with its rule and its smallest change. */
import { Check, CircleX, TriangleAlert } from 'lucide-react'
import type { VerdictReason } from '../../../shared/domain/disclosure/verdict.ts'
import type { DraftView } from '../../../shared/ipc/views.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { sentence, t } from '../../ui/t.ts'
import { GateReason } from './gate-reason.tsx'
import { reasonsOf } from './waits.ts'
import type { Way } from './ways.ts'

interface Props {
  readonly view: DraftView
  /** The text on the screen is newer than what was judged. */
  readonly older: boolean
  readonly accepted: boolean
  readonly onAccept: (accepted: boolean) => void
  readonly waysOf: (reason: VerdictReason) => readonly Way[]
  readonly onWay: (way: Way) => void
}

const icons = { stop: CircleX, condition: TriangleAlert, allow: Check }
const mostKeys = 9

export function GateColumn({ view, older, accepted, onAccept, waysOf, onWay }: Props) {
  const { verdict, recipients, draft } = view
  const [stops, conditions, allowed] = [reasonsOf(view, 'stop'), reasonsOf(view, 'condition'), reasonsOf(view, 'allow')]
  const asked = [...stops, ...conditions]
  const Icon = icons[verdict.verdict]
  const nameOf = (id: string | null): string =>
    recipients.find(({ card, fingerprint }) => card === id || fingerprint === id)?.name ?? t('compose.whole')
  useKeys(
    'here',
    conditions.length === 0 ? [] : [{ keys: 'Alt+Y', label: t('compose.accept'), run: () => onAccept(!accepted) }],
  )
  return (
    <section className="compose-gate" aria-labelledby="compose-gate">
      <div className={`gate-head ${verdict.verdict}`} role="status">
        <h2 id="compose-gate">
          <Icon aria-hidden />
          {verdict.verdict === 'stop'
            ? t('compose.gate.stop', { n: stops.length })
            : t(`compose.gate.${verdict.verdict}`)}
        </h2>
        <p className="dim">
          {older
            ? t('compose.gate.newer')
            : t('compose.gate.counts', {
                stops: stops.length,
                conditions: conditions.length,
                allowed: allowed.length,
                at: `${draft.savedAt.slice(11, 19)}Z`,
              })}
        </p>
      </div>
      <div className="gate-scroll" tabIndex={0} role="group" aria-labelledby="compose-gate">
        {asked.map((reason, at) => (
          <GateReason
            key={`${String(at)} ${reason.said.code}`}
            reason={reason}
            name={nameOf(reason.recipient)}
            ways={waysOf(reason)}
            place={at < mostKeys ? at + 1 : null}
            onWay={onWay}
          />
        ))}
        {conditions.length === 0 ? null : (
          <div className="gate-accept">
            <Checkbox checked={accepted} onChange={onAccept} disabled={stops.length > 0}>
              {t('compose.accept')}
            </Checkbox>
            <Kbd keys="Alt+Y" />
          </div>
        )}
        {allowed.length === 0 ? null : <Allowed reasons={allowed} />}
      </div>
    </section>
  )
}

const Allowed = ({ reasons }: { readonly reasons: readonly VerdictReason[] }) => (
  <section className="gate-allowed">
    <h3>{t('compose.level.allow')}</h3>
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
