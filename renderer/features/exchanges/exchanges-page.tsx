/** All messages, in and out, newest first: partner, subject, protection, cases. */
import { ArrowDownLeft, ArrowUpRight } from 'lucide-react'
import { useState } from 'react'
import type { ExchangeRow } from '../../../shared/ipc/views.ts'
import { exchangeLists } from '../../state/exchanges.ts'
import { go, type Route } from '../../state/route.ts'
import { Empty } from '../../ui/empty.tsx'
import { TextField } from '../../ui/field.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { ProblemNote } from '../../ui/note.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Time } from '../../ui/time.tsx'
import { t } from '../../ui/t.ts'
import { useRowKeys } from '../../ui/keys/rows.ts'
import './exchanges.css'

export function ExchangesPage() {
  const [search, setSearch] = useState('')
  const { value, problem } = exchangeLists.use(search.trim())
  const rows = value?.rows ?? []
  useRowKeys()
  useKeys('here', [
    {
      keys: 'f',
      label: t('page.search'),
      run: () => document.querySelector<HTMLInputElement>('.exchange-search input')?.focus(),
      hint: true,
    },
  ])
  return (
    <div className="page">
      <PageHead title={t('exchanges.title')} sentence={t('exchanges.sentence', { total: value?.total ?? 0 })} />
      <div className="exchange-search">
        <TextField
          label={t('exchanges.search')}
          type="search"
          value={search}
          onChange={setSearch}
          placeholder={t('exchanges.search')}
        />
      </div>
      {problem === null ? null : <ProblemNote problem={problem} />}
      {value !== null && rows.length === 0 ? (
        <Empty
          kind={search === '' ? 'none' : 'filtered'}
          title={search === '' ? t('exchanges.empty') : t('exchanges.filtered')}
        />
      ) : (
        <List rows={rows} />
      )}
      {value !== null && rows.length < value.total ? (
        <p className="exchange-more">{t('exchanges.more', { shown: rows.length, total: value.total })}</p>
      ) : null}
    </div>
  )
}

function List({ rows }: { readonly rows: readonly ExchangeRow[] }) {
  return (
    <>
      <p className="exchange-row exchange-heads" aria-hidden>
        <span>{t('exchanges.at')}</span>
        <span />
        <span>{t('exchanges.partner')}</span>
        <span>{t('intake.subject')}</span>
        <span>{t('exchanges.protection')}</span>
        <span>{t('exchanges.cases')}</span>
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
function routeOf({ id, state }: ExchangeRow): Route {
  if (state === 'draft') return { page: 'composer', params: { draft: id } }
  return state === 'tray' ? { page: 'intake', params: { exchange: id } } : { page: 'exchange', params: { id } }
}

function Row({ row }: { readonly row: ExchangeRow }) {
  const { at, direction, partner, subject, cases, state } = row
  const Icon = direction === 'in' ? ArrowDownLeft : ArrowUpRight
  return (
    <button type="button" data-row className="exchange-row" onClick={() => go(routeOf(row))}>
      <Time at={at} />
      <span className="exchange-direction">
        <Icon aria-hidden /> {t(`exchanges.${direction}`)}
      </span>
      <strong className="cut">{partner}</strong>
      <span className="cut">{subject}</span>
      <Protection row={row} />
      <span className="mono cut">
        {cases.length > 0 ? (
          cases.join(' ')
        ) : (
          <Tag tone={state === 'set-aside' ? 'plain' : 'soon'}>{t(`exchanges.state.${state}`)}</Tag>
        )}
      </span>
    </button>
  )
}

const doubtful = ['bad', 'key-revoked', 'key-expired', 'weak', 'unknown-key']

function Protection({ row: { state, problem, encrypted, signature } }: { readonly row: ExchangeRow }) {
  if (state === 'draft') return <span className="dim">{t('exchanges.state.draft')}</span>
  if (problem !== null) return <span className="soon">{t('tray.unopened')}</span>
  return (
    <span className={doubtful.includes(signature) ? 'cut soon' : 'cut dim'}>
      {encrypted ? t('protection.encrypted') : t('protection.plain')} · {t(`signature.short.${signature}`)}
    </span>
  )
}
