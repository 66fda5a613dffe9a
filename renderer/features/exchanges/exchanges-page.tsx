/** All messages in and out, newest first, and the numbers with each partner. */
import { useState } from 'react'
import { exchangeLists, partnerNumbers } from '../../state/exchanges.ts'
import { Empty } from '../../ui/empty.tsx'
import { TextField } from '../../ui/field.tsx'
import { useRowKeys } from '../../ui/keys/rows.ts'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { ProblemNote } from '../../ui/note.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { t } from '../../ui/t.ts'
import { ExchangeList } from './exchange-list.tsx'
import { Partners } from './partners-tab.tsx'
import './exchanges.css'

const tabs = ['messages', 'partners'] as const
type TabName = (typeof tabs)[number]

export function ExchangesPage() {
  const [tab, setTab] = useState<TabName>('messages')
  const [search, setSearch] = useState('')
  const list = exchangeLists.use(search.trim()).value
  const partners = partnerNumbers.use().value
  const gaps = (partners ?? []).filter(({ missing, repeated }) => missing.length + repeated.length > 0).length
  useRowKeys()
  useKeys('here', [
    {
      keys: 'f',
      label: t('page.search'),
      run: () => document.querySelector<HTMLInputElement>('.exchange-search input')?.focus(),
      hint: true,
    },
    { keys: '[', label: t('exchanges.tab.messages'), run: () => setTab('messages') },
    { keys: ']', label: t('exchanges.tab.partners'), run: () => setTab('partners'), hint: true },
  ])
  return (
    <div className="page exchanges">
      <PageHead
        title={t('exchanges.title')}
        sentence={
          gaps === 0
            ? t('exchanges.sentence', { total: list?.total ?? 0 })
            : t('exchanges.sentence-gaps', { total: list?.total ?? 0, n: gaps })
        }
      />
      <Tabs
        label={t('exchanges.title')}
        selected={tab}
        onSelect={setTab}
        tabs={[
          {
            id: 'messages',
            title: t('exchanges.tab.messages'),
            content: <Messages search={search} onSearch={setSearch} />,
          },
          {
            id: 'partners',
            title: t('exchanges.tab.partners'),
            ...(partners === null ? {} : { count: partners.length }),
            content: (
              <Partners
                onMessages={(name) => {
                  setSearch(name)
                  setTab('messages')
                }}
              />
            ),
          },
        ]}
      />
    </div>
  )
}

function Messages({ search, onSearch }: { readonly search: string; readonly onSearch: (search: string) => void }) {
  const { value, problem } = exchangeLists.use(search.trim())
  const rows = value?.rows ?? []
  return (
    <div className="exchange-messages">
      <div className="exchange-search">
        <TextField
          label={t('exchanges.search')}
          type="search"
          value={search}
          onChange={onSearch}
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
        <ExchangeList rows={rows} />
      )}
      {value !== null && rows.length < value.total ? (
        <p className="exchange-more">{t('exchanges.more', { shown: rows.length, total: value.total })}</p>
      ) : null}
    </div>
  )
}
