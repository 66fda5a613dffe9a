/** One key of a card: what it can do, its whole fingerprint, what was mended, until when, and who verified it. */
import { Clock, KeyRound, ShieldCheck, TriangleAlert, Wrench } from 'lucide-react'
import type { CardKey } from '../../../shared/domain/card/card-reading.ts'
import type { KeyState } from '../../../shared/domain/key/key.ts'
import type { KeyRow } from '../../../shared/ipc/views.ts'
import { openKeys } from '../../state/keyring.ts'
import { go } from '../../state/route.ts'
import { Button } from '../../ui/button.tsx'
import { capital } from '../../ui/card-words.ts'
import { Fingerprint } from '../../ui/fingerprint.tsx'
import { useNow } from '../../ui/now.ts'
import { daysLeft, formatTime } from '../../ui/time-format.ts'
import { sentence, t } from '../../ui/t.ts'
import { LineLink } from './line-link.tsx'

export type PrintedKey = Omit<CardKey, 'state'> & { readonly state: KeyState }

const soonDays = 90

interface Props {
  readonly row: KeyRow
  readonly printed: PrintedKey | undefined
  /** Only the first key of a card has the single key. */
  readonly first: boolean
}

export function KeyBox({ row, printed, first }: Props) {
  const { fingerprint, state, trust, algorithm, userIds } = row
  const view = openKeys.use(fingerprint).value
  const works = state === 'usable' || state === 'repaired'
  const fine = state === 'usable' && trust === 'verified'
  const dead = !works || trust === 'rejected'
  const Icon = fine ? ShieldCheck : state === 'repaired' ? Wrench : TriangleAlert
  const verified = view?.decisions.find((one) => one.trust === 'verified')
  return (
    <div className={`key-box ${fine ? '' : dead ? 'dead' : 'care'}`}>
      <p className="row">
        <Icon aria-hidden className={fine ? 'good' : dead ? 'late' : 'soon'} />
        <strong className="grow">
          {capital(t(`keystate.${state}`))}, {t(`trust.${trust}`)}
        </strong>
        <LineLink line={printed?.blockLines?.[0] ?? printed?.line ?? null} field="keys" />
      </p>
      <p className="key-digits">
        <Fingerprint value={fingerprint} />
      </p>
      {(view?.findings ?? []).map((found) => (
        <p key={found.code + JSON.stringify(found.params)}>{sentence(found)}</p>
      ))}
      <Expiry row={row} />
      {printed?.use === 'signing-only' ? <p className="soon">{t('cardpage.key-signing-only')}</p> : null}
      <p className="dim cut" title={userIds.join(', ')}>
        {[algorithm, ...userIds].join(', ')}
      </p>
      <div className="row key-foot">
        <p className={trust === 'verified' ? 'dim' : ''}>
          {trust === 'verified' && verified !== undefined
            ? t('cardpage.key-verified', {
                at: formatTime(verified.at, 'day'),
                code: verified.code,
                how: verified.how === null ? t('page.unknown') : t(`key.how.${verified.how}`),
              })
            : t('cardpage.key-unverified-why')}
        </p>
        <Button onPress={() => go({ page: 'keyring', params: { fingerprint } })} kbd={first ? 'v' : undefined}>
          {trust === 'verified' ? t('cardpage.key-open') : t('cardpage.key-verify')}
        </Button>
      </div>
    </div>
  )
}

function Expiry({ row: { expires } }: { readonly row: KeyRow }) {
  const now = useNow()
  if (expires === null) return <p className="dim">{t('cardpage.no-expiry')}</p>
  const left = daysLeft(expires, now)
  const at = formatTime(expires, 'day')
  if (left > soonDays) return <p className="dim">{t('cardpage.key-ends', { at })}</p>
  return (
    <p className="row">
      <Clock aria-hidden className={left < 0 ? 'late' : 'soon'} />
      <strong className={left < 0 ? 'late' : 'soon'}>
        {left < 0 ? t('cardpage.key-ended', { at }) : t('cardpage.key-ends-soon', { n: left })}
      </strong>
      {left < 0 ? null : <span className="dim">{at}</span>}
    </p>
  )
}

/** On the card, and the key itself not in the keyring. */
export function PrintedBox({ printed }: { readonly printed: PrintedKey }) {
  const { fingerprint, keyIdPrinted, state, line, blockLines } = printed
  return (
    <div className="key-box printed">
      <p className="row">
        <KeyRound aria-hidden />
        <strong className="grow">
          {capital(t(`keystate.${state}`))}, {t('cardpage.key-printed')}
        </strong>
        <LineLink line={blockLines?.[0] ?? line} field="keys" />
      </p>
      {fingerprint === null ? null : (
        <p className="key-digits">
          <Fingerprint value={fingerprint} />
        </p>
      )}
      <p className="dim">
        {fingerprint === null && keyIdPrinted !== null
          ? t('cardpage.key-id-only', { keyId: keyIdPrinted })
          : t('cardpage.key-printed-why')}
      </p>
    </div>
  )
}
