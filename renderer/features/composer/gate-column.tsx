/** What the release point says of this draft: stops, conditions, what is allowed, each with its rule. */
import { Check, CircleX, TriangleAlert } from 'lucide-react'
import type { Verdict, VerdictReason } from '../../../shared/domain/disclosure/verdict.ts'
import type { Recipient } from '../../../shared/ipc/views.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { sentence, t } from '../../ui/t.ts'

interface Props {
  readonly verdict: Verdict
  readonly recipients: readonly Recipient[]
  readonly accepted: boolean
  readonly onAccept: (accepted: boolean) => void
}

const icons = { stop: CircleX, condition: TriangleAlert, allow: Check }

export function GateColumn({ verdict, recipients, accepted, onAccept }: Props) {
  const of = (level: VerdictReason['level']): readonly VerdictReason[] =>
    verdict.reasons.filter((reason) => reason.level === level)
  const counts = { stops: of('stop').length, conditions: of('condition').length, allowed: of('allow').length }
  const Icon = icons[verdict.verdict]
  const nameOf = (card: string | null): string =>
    recipients.find((one) => one.card === card || one.fingerprint === card)?.name ?? t('compose.whole')
  return (
    <section className="compose-gate" aria-labelledby="compose-gate">
      <div className={`gate-head ${verdict.verdict}`} role="status">
        <h2 id="compose-gate">
          <Icon aria-hidden />{' '}
          {verdict.verdict === 'stop'
            ? t('compose.gate.stop', { n: counts.stops })
            : t(`compose.gate.${verdict.verdict}`)}
        </h2>
        <p className="dim">{t('compose.gate.counts', counts)}</p>
      </div>
      <div className="gate-scroll" tabIndex={0} role="group" aria-labelledby="compose-gate">
        {[...of('stop'), ...of('condition')].map((reason, at) => (
          <Reason key={at} reason={reason} name={nameOf(reason.recipient)} />
        ))}
        {counts.conditions === 0 ? null : (
          <Checkbox checked={accepted} onChange={onAccept}>
            {t('compose.accept')}
          </Checkbox>
        )}
        {counts.allowed === 0 ? null : (
          <>
            <h3>{t('compose.level.allow')}</h3>
            <ul className="gate-allowed">
              {of('allow').map((reason, at) => (
                <li key={at}>
                  <Check aria-hidden />
                  <span className="grow">{sentence(reason.said)}</span>
                  <small className="dim">{reason.clause}</small>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  )
}

function Reason({ reason: { level, said, clause }, name }: { readonly reason: VerdictReason; readonly name: string }) {
  const Icon = icons[level]
  return (
    <article className={`gate-reason ${level}`}>
      <h3>
        <Icon aria-hidden /> {t(`compose.level.${level}`)}: {name}
      </h3>
      <p>{sentence(said)}</p>
      <p className="dim">{t('compose.clause', { clause })}</p>
    </article>
  )
}
