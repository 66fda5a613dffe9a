/** The tray: reports that no one has decided about, and those set aside; nothing leaves it by itself. */
import { Mail, NotebookPen } from 'lucide-react'
import { useState } from 'react'
import type { ExchangeRow } from '../../../shared/ipc/views.ts'
import { pick } from '../../state/desk.ts'
import { exchangeLists, openExchanges, openMessage, tray } from '../../state/exchanges.ts'
import { go } from '../../state/route.ts'
import { told } from '../../state/toasts.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { useRowKeys } from '../../ui/keys/rows.ts'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { ProblemNote } from '../../ui/note.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Time } from '../../ui/time.tsx'
import { sentence, t } from '../../ui/t.ts'
import { AsideDialog } from './aside-dialog.tsx'
import { AttachDialog } from './attach-dialog.tsx'
import { sendMany } from './decide.ts'
import './intake.css'

export function TrayPage() {
  const { value, problem } = tray.use()
  const all = exchangeLists.use('').value?.rows ?? []
  const [marked, setMarked] = useState<readonly string[]>([])
  useRowKeys({ hint: true })
  const rows = value ?? []
  const waiting = rows.filter(({ state }) => state === 'tray')
  const listed = rows.some(({ state }) => state === 'set-aside') ? rows : all
  const aside = listed.filter(({ state }) => state === 'set-aside')
  const chosen = marked.filter((id) => waiting.some((row) => row.id === id))
  const mark = (id: string): void =>
    setMarked(marked.includes(id) ? marked.filter((other) => other !== id) : [...marked, id])
  useKeys('here', [{ keys: 'x', label: t('tray.mark'), hint: true, run: () => markFocused(mark) }])
  return (
    <div className="page tray">
      <PageHead
        title={t('tray.title')}
        sentence={t('tray.sentence', { n: waiting.length, aside: aside.length })}
        actions={
          <>
            <ActionButton keys="p" label={t('tray.call')} onAct={() => go({ page: 'call', params: {} })} hint />
            <ActionButton keys="o" label={t('tray.open')} onAct={() => void openFromFile()} hint />
          </>
        }
      />
      {chosen.length === 0 ? null : <Marked chosen={chosen} onDone={() => setMarked([])} />}
      <div className="scroll tray-lists">
        {problem === null ? null : <ProblemNote problem={problem} />}
        <h2 className="column-head">{t('tray.waiting')}</h2>
        {waiting.length === 0 ? (
          <Empty kind="none" title={t('tray.empty')} />
        ) : (
          <ul>{waiting.map((row) => rowItem(row, chosen.includes(row.id), () => mark(row.id)))}</ul>
        )}
        <h2 className="column-head">{t('tray.aside')}</h2>
        {aside.length === 0 ? (
          <p className="column-note">{t('tray.none-aside')}</p>
        ) : (
          <ul>{aside.map((row) => rowItem(row, false, null))}</ul>
        )}
      </div>
    </div>
  )
}

/** The row that has the focus is the one that a key means. */
function markFocused(mark: (id: string) => void): void {
  const id = document.activeElement?.closest<HTMLElement>('[data-mark]')?.dataset['mark']
  if (id !== undefined) mark(id)
}

function Marked({ chosen, onDone }: { readonly chosen: readonly string[]; readonly onDone: () => void }) {
  const [layer, setLayer] = useState<'attach' | 'aside' | null>(null)
  const send = async (to: Parameters<typeof sendMany>[1]): Promise<void> => {
    if (await sendMany(chosen, to)) onDone()
  }
  return (
    <div className="tray-marked row" role="status">
      <strong className="grow">{t('tray.marked', { n: chosen.length })}</strong>
      <ActionButton keys="l" label={t('tray.attach-marked')} onAct={() => setLayer('attach')} />
      <ActionButton keys="S" label={t('tray.aside-marked')} onAct={() => setLayer('aside')} />
      {layer === 'attach' ? (
        <AttachDialog
          similar={[]}
          one
          onAttach={([number]) => void (number === undefined ? undefined : send({ number }))}
          onClose={() => setLayer(null)}
        />
      ) : null}
      {layer === 'aside' ? (
        <AsideDialog onGo={(reason) => void send({ reason })} onClose={() => setLayer(null)} />
      ) : null}
    </div>
  )
}

const rowItem = (row: ExchangeRow, marked: boolean, onMark: (() => void) | null) => (
  <li key={row.id} className="tray-item" {...(onMark === null ? {} : { 'data-mark': row.id })}>
    {onMark === null ? null : (
      <input type="checkbox" aria-label={`${t('tray.mark')} ${row.subject}`} checked={marked} onChange={onMark} />
    )}
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
      {row.told === null ? <Mail aria-hidden /> : <NotebookPen aria-hidden />}
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

function Protection({ row: { problem, encrypted, signature, told: channel } }: { readonly row: ExchangeRow }) {
  if (channel !== null) return <span className="dim">{t(`call.${channel}`)}</span>
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
