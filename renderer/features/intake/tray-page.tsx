/** The tray: reports that no one has decided about, and those set aside; nothing leaves it by itself. */
import { Mail } from 'lucide-react'
import type { ExchangeRow } from '../../../shared/ipc/views.ts'
import { pick } from '../../state/desk.ts'
import { exchangeLists, openExchanges, openMessage, tray } from '../../state/exchanges.ts'
import { go } from '../../state/route.ts'
import { told } from '../../state/toasts.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ProblemNote } from '../../ui/note.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Time } from '../../ui/time.tsx'
import { sentence, t } from '../../ui/t.ts'
import { useRowKeys } from '../../ui/keys/rows.ts'
import './intake.css'

export function TrayPage() {
  const { value, problem } = tray.use()
  const all = exchangeLists.use('').value?.rows ?? []
  useRowKeys({ hint: true })
  const rows = value ?? []
  const waiting = rows.filter(({ state }) => state === 'tray')
  const listed = rows.some(({ state }) => state === 'set-aside') ? rows : all
  const aside = listed.filter(({ state }) => state === 'set-aside')
  return (
    <div className="page tray">
      <PageHead
        title={t('tray.title')}
        sentence={t('tray.sentence', { n: waiting.length, aside: aside.length })}
        actions={<ActionButton keys="o" label={t('tray.open')} onAct={() => void openFromFile()} hint />}
      />
      <div className="scroll tray-lists">
        {problem === null ? null : <ProblemNote problem={problem} />}
        <h2 className="column-head">{t('tray.waiting')}</h2>
        {waiting.length === 0 ? (
          <Empty kind="none" title={t('tray.empty')} />
        ) : (
          <ul>{waiting.map((row) => rowItem(row))}</ul>
        )}
        <h2 className="column-head">{t('tray.aside')}</h2>
        {aside.length === 0 ? (
          <p className="column-note">{t('tray.none-aside')}</p>
        ) : (
          <ul>{aside.map((row) => rowItem(row))}</ul>
        )}
      </div>
    </div>
  )
}

const rowItem = (row: ExchangeRow) => (
  <li key={row.id}>
    <Row row={row} />
  </li>
)

async function openFromFile(): Promise<void> {
  const files = told(await pick('open', 'message')) ?? []
  for (const file of files) {
    const intake = told(await openMessage(file))
    if (intake !== null && files.length === 1) go({ page: 'intake', params: { exchange: intake.exchange.id } })
  }
}

function Row({ row }: { readonly row: ExchangeRow }) {
  return (
    <button
      type="button"
      data-row
      className="tray-row"
      onClick={() => go({ page: 'intake', params: { exchange: row.id } })}
    >
      <Time at={row.at} />
      <Mail aria-hidden />
      <strong className="cut">{row.partner}</strong>
      <span className="cut">
        {row.subject}
        {row.state === 'set-aside' ? <Reason exchange={row.id} /> : null}
      </span>
      <Protection row={row} />
    </button>
  )
}

/** The list of the tray does not carry reasons, so each is read from its message. */
function Reason({ exchange }: { readonly exchange: string }) {
  const { value } = openExchanges.use(exchange)
  return <small>{value?.setAsideReason ?? ''}</small>
}

function Protection({ row: { problem, encrypted, signature } }: { readonly row: ExchangeRow }) {
  if (problem !== null) {
    return (
      <span title={sentence(problem)}>
        <Tag tone="soon">{t('tray.unopened')}</Tag>
      </span>
    )
  }
  return (
    <span className="dim">
      {encrypted ? t('protection.encrypted') : t('protection.plain')} · {t(`signature.short.${signature}`)}
    </span>
  )
}
