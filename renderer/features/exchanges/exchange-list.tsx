/** The rows of messages: direction, number, partner, subject, protection as icon and word, where each belongs. */
import {
  ArrowDownLeft,
  ArrowUpRight,
  CircleAlert,
  Lock,
  LockOpen,
  PencilLine,
  ShieldAlert,
  ShieldCheck,
  type LucideIcon,
} from 'lucide-react'
import type { ExchangeRow } from '../../../shared/ipc/views.ts'
import { go, type Route } from '../../state/route.ts'
import { Tag } from '../../ui/tag.tsx'
import { Time } from '../../ui/time.tsx'
import { t } from '../../ui/t.ts'

export function ExchangeList({ rows }: { readonly rows: readonly ExchangeRow[] }) {
  return (
    <>
      <p className="exchange-row exchange-heads" aria-hidden>
        <span>{t('exchanges.at')}</span>
        <span />
        <span>{t('exchanges.number')}</span>
        <span>{t('exchanges.partner')}</span>
        <span>{t('intake.subject')}</span>
        <span>{t('exchanges.protection')}</span>
        <span>{t('exchanges.where')}</span>
      </p>
      <ul className="scroll" aria-label={t('exchanges.title')}>
        {rows.map((row) => (
          <li key={row.id}>
            <Row row={row} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** A report that waits is decided in the tray's page, a draft is written on; the others are looked at. */
function routeOf({ id, state, problem }: ExchangeRow): Route {
  if (state === 'draft') return { page: 'composer', params: { draft: id } }
  return state === 'tray' && problem === null
    ? { page: 'intake', params: { exchange: id } }
    : { page: 'exchange', params: { id } }
}

function Row({ row }: { readonly row: ExchangeRow }) {
  const { at, direction, number, partner, subject } = row
  const Icon = direction === 'in' ? ArrowDownLeft : ArrowUpRight
  return (
    <button type="button" data-row className="exchange-row" onClick={() => go(routeOf(row))}>
      <Time at={at} />
      <span className="with-icon dim">
        <Icon aria-hidden /> {t(`exchanges.${direction}`)}
      </span>
      <span className="mono exchange-number">{number ?? ''}</span>
      <strong className="cut">{partner}</strong>
      <span className="cut">{subject}</span>
      <Protection row={row} />
      <Where row={row} />
    </button>
  )
}

function Where({ row: { cases, state, direction, sentAt } }: { readonly row: ExchangeRow }) {
  const waits = direction === 'out' && state === 'released' && sentAt === null
  return (
    <span className="row">
      {cases.length === 0 ? null : <span className="mono cut">{cases.join(' ')}</span>}
      {waits ? <Tag tone="soon">{t('exchanges.unsent')}</Tag> : null}
      {cases.length === 0 || state === 'draft' ? (
        <Tag tone={state === 'tray' ? 'soon' : 'plain'}>{t(`exchanges.state.${state}`)}</Tag>
      ) : null}
    </span>
  )
}

interface Shown {
  readonly icon: LucideIcon
  readonly words: string
  readonly look: 'dim' | 'soon' | 'late'
}

/** Only what departs from normal has a colour: a good signature is quiet. */
function shownProtection({ state, problem, encrypted, signature }: ExchangeRow): Shown {
  if (state === 'draft') return { icon: PencilLine, words: t('exchanges.state.draft'), look: 'dim' }
  if (problem !== null) return { icon: CircleAlert, words: t('tray.unopened'), look: 'soon' }
  const sealed = encrypted ? t('protection.encrypted') : t('protection.plain')
  const words = `${sealed}, ${t(`signature.short.${signature}`)}`
  switch (signature) {
    case 'good':
    case 'partial':
      return { icon: ShieldCheck, words, look: 'dim' }
    case 'none':
      return { icon: encrypted ? Lock : LockOpen, words, look: 'dim' }
    case 'bad':
    case 'key-revoked':
      return { icon: CircleAlert, words, look: 'late' }
    case 'unknown-key':
    case 'key-expired':
    case 'weak':
      return { icon: ShieldAlert, words, look: 'soon' }
  }
}

function Protection({ row }: { readonly row: ExchangeRow }) {
  const { icon: Icon, words, look } = shownProtection(row)
  return (
    <span className={`with-icon cut ${look}`}>
      <Icon aria-hidden /> <span className="cut">{words}</span>
    </span>
  )
}
