/** The directory: every team on file with the address for incidents, what its key can do, and when it is there. */
import { useState } from 'react'
import type { CardRow } from '../../../shared/ipc/views.ts'
import { cardLists } from '../../state/cards.ts'
import { go } from '../../state/route.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { TextField } from '../../ui/field.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { ProblemNote } from '../../ui/note.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Tag } from '../../ui/tag.tsx'
import { t } from '../../ui/t.ts'
import { ImportDialog } from './import-dialog.tsx'
import { useRowKeys } from '../../ui/keys/rows.ts'
import './cards.css'

export function ContactsPage() {
  const [search, setSearch] = useState('')
  const [importing, setImporting] = useState(false)
  const all = cardLists.use('')
  const { value, problem } = cardLists.use(search.trim())
  const rows = value ?? []
  const every = all.value ?? []
  useRowKeys()
  useKeys('here', [
    {
      keys: 'f',
      label: t('page.search'),
      run: () => document.querySelector<HTMLInputElement>('.contacts-search input')?.focus(),
      hint: true,
    },
  ])
  const importButton = <ActionButton keys="n" hint label={t('contacts.import')} onAct={() => setImporting(true)} />
  return (
    <div className="page contacts">
      <PageHead title={t('contacts.title')} sentence={sentenceOf(every)} actions={importButton} />
      <div className="contacts-search">
        <TextField
          label={t('contacts.search')}
          type="search"
          value={search}
          onChange={setSearch}
          placeholder={t('contacts.search')}
        />
      </div>
      {problem === null ? null : <ProblemNote problem={problem} />}
      {every.length === 0 && value !== null ? (
        <Empty
          kind="none"
          title={t('contacts.empty')}
          action={<Button onPress={() => setImporting(true)}>{t('contacts.import')}</Button>}
        />
      ) : rows.length === 0 && value !== null ? (
        <Empty kind="filtered" title={t('contacts.filtered', { n: every.length })} />
      ) : (
        <List rows={rows} />
      )}
      {importing ? <ImportDialog onClose={() => setImporting(false)} /> : null}
    </div>
  )
}

function sentenceOf(rows: readonly CardRow[]): string {
  const open = rows.filter(({ availability }) => availability === '24x7').length
  const nokey = rows.filter(({ keys }) => !keys.some(({ state }) => usable(state))).length
  return t('contacts.sentence', { n: rows.length, open, nokey })
}

const usable = (state: string): boolean => state === 'usable' || state === 'repaired'

function List({ rows }: { readonly rows: readonly CardRow[] }) {
  return (
    <>
      <p className="contact-row contact-heads" aria-hidden>
        <span>{t('contacts.team')}</span>
        <span>{t('contacts.address')}</span>
        <span>{t('contacts.key')}</span>
        <span>{t('contacts.hours')}</span>
        <span>{t('contacts.findings')}</span>
      </p>
      <ul className="scroll" aria-label={t('contacts.title')}>
        {rows.map((row) => (
          <li key={row.id}>
            <Row row={row} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Row({ row }: { readonly row: CardRow }) {
  const { id, name, fullName, country, incidentAddress, own, availability, findings } = row
  return (
    <button type="button" data-row className="contact-row" onClick={() => go({ page: 'card', params: { id } })}>
      <span className="cut">
        <strong>{name}</strong> {own ? <Tag>{t('contacts.own')}</Tag> : null}{' '}
        <span className="dim">{[fullName, country].filter((part) => part !== null).join(', ')}</span>
      </span>
      <span className="cut">{incidentAddress ?? <Tag tone="unknown">{t('contacts.no-address')}</Tag>}</span>
      <KeyWords row={row} />
      <span>
        {availability === 'unknown' ? (
          <Tag tone="unknown">{t('availability.unknown')}</Tag>
        ) : (
          t(`availability.${availability}`)
        )}
      </span>
      <span className="dim">{findings === 0 ? '' : findings}</span>
    </button>
  )
}

const states = ['usable', 'repaired', 'identity-only', 'unreadable', 'not-included', 'expired', 'revoked'] as const

/** The best key of the card: the one that can be used, if there is one. */
function KeyWords({ row: { keys } }: { readonly row: CardRow }) {
  const best = keys.toSorted((a, b) => rank(a.state) - rank(b.state))[0]
  const state = states.find((one) => one === best?.state)
  if (best === undefined || state === undefined) return <Tag tone="unknown">{t('keystate.none')}</Tag>
  if (state === 'usable' && best.trust === 'verified') return <span>{t('trust.verified')}</span>
  const words =
    best.trust === null || !usable(state)
      ? t(`keystate.${state}`)
      : `${t(`keystate.${state}`)}, ${t(`trust.${best.trust}`)}`
  return (
    <span>
      <Tag tone={usable(state) ? 'soon' : 'late'}>{words}</Tag>
    </span>
  )
}

const rank = (state: string): number => states.findIndex((one) => one === state)
