/** The middle of a card: its keys with what can be done with them, the rules for channels, and what is odd in the document. */
import { Info, KeyRound, ShieldCheck, TriangleAlert, Wrench } from 'lucide-react'
import type { CardFinding } from '../../../shared/domain/card/card-reading.ts'
import type { CardView, KeyRow } from '../../../shared/ipc/views.ts'
import { go } from '../../state/route.ts'
import { Button } from '../../ui/button.tsx'
import { Fingerprint } from '../../ui/fingerprint.tsx'
import { formatTime } from '../../ui/time-format.ts'
import { sentence, t } from '../../ui/t.ts'
import { Block, Line } from './contact-column.tsx'
import { LineLink } from './line-link.tsx'

export function KeyColumn({ card }: { readonly card: CardView }) {
  const { reading, keys } = card
  const known = new Set(keys.map(({ fingerprint }) => fingerprint))
  const printed = reading.keys.filter(({ fingerprint }) => fingerprint === null || !known.has(fingerprint))
  return (
    <div className="card-column">
      <Block title={t('cardpage.keys')}>
        {keys.length + printed.length === 0 ? <p className="dim">{t('cardpage.keys-none')}</p> : null}
        {keys.map((key) => (
          <KeyBox key={key.fingerprint} row={key} line={lineOf(card, key)} />
        ))}
        {printed.map(({ fingerprint, state, line }) => (
          <div key={line} className="key-box">
            <p className="row">
              <KeyRound aria-hidden /> <strong className="grow">{t(`keystate.${state}`)}</strong>{' '}
              <LineLink line={line} />
            </p>
            {fingerprint === null ? null : <Fingerprint value={fingerprint} />}
            <p className="dim">{t('cardpage.printed-only')}</p>
          </div>
        ))}
      </Block>
      <Block title={t('cardpage.rules')}>
        {reading.channelRules.length === 0 ? <p className="dim">{t('cardpage.rules-none')}</p> : null}
        {reading.channelRules.map(({ when, channel, protection, line }) => (
          <Line
            key={`${when}${channel}${String(line)}`}
            name={t(`cardpage.when.${when}`)}
            value={
              <strong>
                {t(`cardpage.channel.${channel}`)}
                {channel === 'email' || protection !== 'none' ? `, ${t(`cardpage.protection.${protection}`)}` : ''}
              </strong>
            }
            line={line}
          />
        ))}
      </Block>
      <Findings findings={reading.findings} />
      {reading.priorities.length === 0 ? null : (
        <Block title={t('cardpage.priorities')}>
          <ol className="priorities">
            {reading.priorities.map((priority) => (
              <li key={priority}>{priority}</li>
            ))}
          </ol>
        </Block>
      )}
    </div>
  )
}

const lineOf = ({ reading }: CardView, { fingerprint }: KeyRow): number | null =>
  reading.keys.find((key) => key.fingerprint === fingerprint)?.line ?? null

function KeyBox({ row, line }: { readonly row: KeyRow; readonly line: number | null }) {
  const { fingerprint, state, trust, expires, algorithm, userIds } = row
  const fine = state === 'usable' && trust === 'verified'
  const dead = state === 'revoked' || state === 'expired' || trust === 'rejected'
  const Icon = fine ? ShieldCheck : state === 'repaired' ? Wrench : TriangleAlert
  return (
    <div className={`key-box ${fine ? '' : dead ? 'dead' : 'care'}`}>
      <p className="row">
        <Icon aria-hidden className={fine ? 'good' : dead ? 'late' : 'soon'} />
        <strong className="grow">
          {t(`keystate.${state}`)}, {t(`trust.${trust}`)}
        </strong>
        <LineLink line={line} />
      </p>
      <Fingerprint value={fingerprint} />
      <p className="dim">
        {algorithm},{' '}
        {expires === null ? t('cardpage.no-expiry') : t('cardpage.expires', { at: formatTime(expires, 'day') })}
      </p>
      <p className="dim cut">{userIds.join(', ')}</p>
      <Button onPress={() => go({ page: 'keyring', params: { fingerprint } })}>{t('cardpage.key-open')}</Button>
    </div>
  )
}

const order = ['error', 'warning', 'info'] as const
const icons = { error: Wrench, warning: TriangleAlert, info: Info }

function Findings({ findings }: { readonly findings: readonly CardFinding[] }) {
  const care = findings.filter(({ severity }) => severity !== 'info').length
  const sorted = findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
  return (
    <Block title={t('cardpage.findings')} note={t('cardpage.findings-care', { n: care })}>
      <ul>
        {sorted.map(({ code, params, severity, line }, at) => {
          const Icon = icons[severity]
          return (
            <li key={at} className={`finding ${severity}`}>
              <span className="finding-kind">
                <Icon aria-hidden /> {t(`cardpage.severity.${severity}`)}
              </span>
              <span>{sentence({ code, params })}</span>
              <LineLink line={line} />
            </li>
          )
        })}
      </ul>
    </Block>
  )
}
