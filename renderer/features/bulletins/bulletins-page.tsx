/** The archive of announcements: what was said when, to how many, and who has not answered yet. */
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { BulletinRow } from '../../../shared/ipc/exchange-views.ts'
import { bulletins, newBulletin } from '../../state/bulletins.ts'
import { go } from '../../state/route.ts'
import { usePageSearch } from '../../state/search.ts'
import { told } from '../../state/toasts.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Chips } from '../../ui/chip.tsx'
import { Empty } from '../../ui/empty.tsx'
import { useRowKeys } from '../../ui/keys/rows.ts'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { ProblemNote } from '../../ui/note.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Time } from '../../ui/time.tsx'
import { TlpBadge } from '../../ui/tlp-badge.tsx'
import { t } from '../../ui/t.ts'
import { matchesWords, shows, standingOf, type Shown } from './standing.ts'
import './bulletins.css'

const shown = ['all', 'draft', 'waiting', 'done'] as const satisfies readonly Shown[]

export function BulletinsPage() {
  const { value, problem } = bulletins.use()
  const [filter, setFilter] = useState<Shown>('all')
  const search = usePageSearch(t('bulletins.search'))
  const all = (value ?? []).toSorted((a, b) => whenOf(b).localeCompare(whenOf(a)))
  const rows = all.filter((row) => shows(row, filter) && matchesWords(row, search))
  useRowKeys({ hint: true })
  useKeys('here', [{ keys: 'f', label: t('page.search'), run: focusSearch, hint: true }])
  return (
    <div className="page bulletins">
      <PageHead
        title={t('bulletins.title')}
        sentence={sentenceOf(all)}
        actions={
          <ActionButton
            keys="n"
            hint
            look="filled"
            icon={<Plus aria-hidden />}
            label={t('bulletins.new')}
            onAct={() => void start()}
          />
        }
      />
      {all.length === 0 ? null : (
        <div className="bulletin-chips">
          <Chips
            label={t('bulletins.filter')}
            chips={shown.map((id) => ({
              id,
              label: t(`bulletins.show.${id}`),
              count: all.filter((row) => shows(row, id)).length,
            }))}
            selected={filter}
            onSelect={setFilter}
          />
        </div>
      )}
      {problem === null ? null : <ProblemNote problem={problem} />}
      {value === null && problem === null ? <p className="pad dim">{t('page.loading')}</p> : null}
      {value !== null && rows.length === 0 ? <Nothing filtered={all.length > 0} /> : null}
      {rows.length === 0 ? null : <List rows={rows} />}
    </div>
  )
}

const whenOf = ({ releasedAt, savedAt }: BulletinRow): string => releasedAt ?? savedAt

async function start(): Promise<void> {
  const view = told(await newBulletin({ case: null, kind: 'announcement' }))
  if (view !== null) go({ page: 'bulletin', params: { id: view.bulletin.id } })
}

function sentenceOf(rows: readonly BulletinRow[]): string {
  const count = (filter: Shown): number => rows.filter((row) => shows(row, filter)).length
  const drafts = count('draft')
  const first = t('bulletins.sentence', { released: rows.length - drafts, drafts })
  const waiting = count('waiting')
  return waiting === 0 ? first : `${first}; ${t('bulletins.sentence-waiting', { n: waiting })}`
}

function Nothing({ filtered }: { readonly filtered: boolean }) {
  return filtered ? (
    <Empty kind="filtered" title={t('bulletins.filtered')} />
  ) : (
    <Empty kind="none" title={t('bulletins.empty')}>
      {t('bulletins.empty-why')}
    </Empty>
  )
}

const heads = [
  'bulletins.number',
  'bulletins.kind',
  'bulletins.name',
  'bulletins.marking',
  'bulletins.recipients',
  'bulletins.answered',
  'bulletins.at',
] as const

const List = ({ rows }: { readonly rows: readonly BulletinRow[] }) => (
  <>
    <p className="bulletin-row bulletin-heads" aria-hidden>
      {heads.map((head) => (
        <span key={head}>{t(head)}</span>
      ))}
    </p>
    <ul className="scroll" aria-label={t('bulletins.title')}>
      {rows.map((row) => (
        <li key={row.id}>
          <Row row={row} />
        </li>
      ))}
    </ul>
  </>
)

function Row({ row }: { readonly row: BulletinRow }) {
  const { id, number, kind, title, tlp, recipients } = row
  return (
    <button type="button" data-row className="bulletin-row" onClick={() => go({ page: 'bulletin', params: { id } })}>
      <span className={number === null ? 'dim' : 'mono'}>{number ?? t('bulletins.draft')}</span>
      <span className="dim cut">{t(`bulletin.kind.${kind}`)}</span>
      <strong className="cut">{title === '' ? t('bulletins.untitled') : title}</strong>
      <span>
        <TlpBadge tlp={tlp} />
      </span>
      <span className="bulletin-number">{recipients}</span>
      <Answered row={row} />
      <Time at={whenOf(row)} form="day-time" />
    </button>
  )
}

/** A bar only while somebody is waited for. */
function Answered({ row }: { readonly row: BulletinRow }) {
  const { acknowledged, recipients, failed } = row
  const standing = standingOf(row)
  if (standing === 'draft') return <span />
  return (
    <span className="bulletin-answered">
      {standing === 'waiting' ? (
        <span className="answer-bar" aria-hidden>
          <span style={{ width: `${String(Math.round((100 * acknowledged) / Math.max(1, recipients)))}%` }} />
        </span>
      ) : null}
      {t('bulletins.of', { done: acknowledged, of: recipients })}
      {failed === 0 ? null : <span className="late">{t('bulletins.failed', { n: failed })}</span>}
    </span>
  )
}

function focusSearch(): void {
  const box = document.querySelector('header input[type=search]')
  if (box instanceof HTMLInputElement) box.select()
}
