/** The handover of a shift: what needs somebody, who is waited for, what changed; given with a receipt, read line by line, taken. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { HandoverView } from '../../../shared/ipc/handover-views.ts'
import { useLiveHandover } from '../../state/handover.ts'
import { go } from '../../state/route.ts'
import { offerUndo } from '../../state/toasts.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { useStepKeys } from '../../ui/keys/rows.ts'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { useListWindow } from '../../ui/list-window.ts'
import { ProblemNote } from '../../ui/note.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { t } from '../../ui/t.ts'
import { formatTime } from '../../ui/time-format.ts'
import { giveItBack, tick, withdrawIt } from './handover-acts.ts'
import { HandoverAsks, type Asking } from './handover-asks.tsx'
import { HandoverPane } from './handover-pane.tsx'
import { LineList, lineSizes, listKeys } from './line-list.tsx'
import {
  isTicked,
  linesOf,
  listNames,
  nextUnread,
  numberOf,
  rowsOf,
  tickedOf,
  type HandoverLine,
  type TickedLine,
} from './lines.ts'
import { ReceiptPrint } from './receipt-print.tsx'
import { useMayGiveBack } from './may-give-back.ts'
import './handover.css'

export function HandoverPage() {
  const { value, problem } = useLiveHandover()
  if (value === null)
    return (
      <div className="page">
        <PageHead title={t('handover.title')} sentence={problem === null ? t('page.loading') : ''} />
        {problem === null ? null : (
          <div className="pad">
            <ProblemNote problem={problem} />
          </div>
        )}
      </div>
    )
  return <Handover view={value} />
}

function Handover({ view }: { readonly view: HandoverView }) {
  const [chosen, setChosen] = useState<string | null>(null)
  const [asking, setAsking] = useState<Asking | null>(null)
  const lines = useMemo(() => linesOf(view), [view])
  const rows = useMemo(() => rowsOf(lines), [lines])
  const scroller = useRef<HTMLDivElement>(null)
  const list = useListWindow(scroller, rows.length, lineSizes)
  const line = lines.find(({ key }) => key === chosen) ?? lines[0]
  const ticks = view.state === 'given' && view.side === 'taker'
  const { reveal } = list
  const revealed = useRef(reveal)
  useLayoutEffect(() => {
    revealed.current = reveal
  })
  const choose = (key: string | undefined): void => {
    if (key === undefined) return
    setChosen(key)
    const at = rows.findIndex((row) => row.kind === 'line' && row.line.key === key)
    // The first line of a list shows with its head.
    const above = at <= 2 ? 0 : at
    revealed.current(above)
    revealed.current(at)
  }
  const move = (by: number): void => {
    if (line === undefined) return
    choose(lines[Math.max(0, Math.min(lines.length - 1, lines.indexOf(line) + by))]?.key)
  }
  const read = (one: HandoverLine | undefined): void => {
    if (one === undefined || !isTicked(one)) return
    void tick(one, !one.line.read)
    if (!one.line.read) choose(nextUnread(tickedOf(lines), one.key))
  }
  const open = (one: HandoverLine | undefined): void => {
    const number = one === undefined ? null : numberOf(one)
    if (number !== null) go({ page: 'case', params: { number } })
  }
  useUndo(view)
  useStepKeys(move)
  const number = line === undefined ? null : numberOf(line)
  useKeys('here', [
    { keys: 'Space', label: t('handover.read-key'), run: () => read(line), hint: true, disabled: !ticks },
    { keys: 'Enter', label: t('handover.open-case'), run: () => open(line), hint: true, disabled: number === null },
    {
      keys: 'a',
      label: t('handover.reassign'),
      run: () => (number === null ? undefined : setAsking({ kind: 'reassign', number, owner: ownerOf(line) })),
      hint: true,
      disabled: number === null,
    },
    { keys: 'PageDown', label: t('page.move'), run: () => move(list.page()), silent: true },
    { keys: 'PageUp', label: t('page.move'), run: () => move(-list.page()), silent: true },
    { keys: 'Home', label: t('page.move'), run: () => move(-lines.length), silent: true },
    { keys: 'End', label: t('page.move'), run: () => move(lines.length), silent: true },
    ...listNames.flatMap((name) => {
      const keys = listKeys[name]
      const first = lines.find((one) => one.list === name)
      if (keys === undefined) return []
      const label = t('handover.to-list', { list: t(`handover.${name}`) })
      return [{ keys, label, run: () => choose(first?.key), disabled: first === undefined }]
    }),
  ])
  return (
    <div className="page handover-page">
      <PageHead
        title={t('handover.title')}
        sentence={headOf(view)}
        actions={<HeadActs view={view} line={line} ticks={ticks} ask={setAsking} />}
      />
      <div className="page-body">
        <div className="page-main">
          <Nothing view={view} />
          {lines.length === 0 ? null : (
            <LineList
              view={view}
              scroller={scroller}
              list={list}
              rows={rows}
              selected={line?.key ?? null}
              ticks={ticks}
              onChoose={choose}
              onOpen={open}
              onTick={(one, on) => void tick(one, on)}
            />
          )}
        </div>
        <HandoverPane view={view} line={line} ask={setAsking} />
      </div>
      {asking === null ? null : (
        <HandoverAsks asking={asking} view={view} onClose={() => setAsking(null)} ask={setAsking} />
      )}
      {view.state === 'open' ? null : <ReceiptPrint view={view} />}
    </div>
  )
}

const ownerOf = (line: HandoverLine | undefined): string | null =>
  line !== undefined && (line.list === 'needs' || line.list === 'waiting') ? line.line.owner : null

function headOf({ shift }: HandoverView): string {
  const times = { from: formatTime(shift.from, 'time'), until: formatTime(shift.until, 'time'), by: shift.by }
  return shift.to === null ? t('handover.sentence-open', times) : t('handover.sentence', { ...times, to: shift.to })
}

interface ActsProps {
  readonly view: HandoverView
  readonly line: HandoverLine | undefined
  readonly ticks: boolean
  readonly ask: (asking: Asking) => void
}

/** Before it is given the giver writes to its lines; while it is read the taker does. */
function HeadActs({ view, line, ticks, ask }: ActsProps) {
  const writes = view.state === 'open'
  const ticked = line !== undefined && isTicked(line) ? line : null
  const note = (one: TickedLine): void =>
    ask(one.list === 'own' && writes ? { kind: 'own', line: one.line } : { kind: 'note', line: one, answer: ticks })
  return (
    <>
      <ActionButton
        keys="n"
        label={t(ticks ? 'handover.note-answer' : 'handover.note')}
        disabled={ticked === null || !(writes || ticks)}
        onAct={() => (ticked === null ? undefined : note(ticked))}
        hint
      />
      <ActionButton
        keys="A"
        look="quiet"
        label={t('handover.add')}
        disabled={!writes}
        onAct={() => ask({ kind: 'own', line: null })}
      />
    </>
  )
}

/** Says so where nothing is open: with what changed below it, or alone. */
function Nothing({ view: { needs, waiting, own, changed } }: { readonly view: HandoverView }) {
  if (needs.length + waiting.length + own.length > 0) return null
  if (changed.length > 0) return <p className="handover-nothing strong">{t('handover.empty')}</p>
  return (
    <Empty kind="none" title={t('handover.empty')}>
      {t('handover.empty-why')}
    </Empty>
  )
}

/** Ctrl Z: the giver withdraws what nobody took, the taker gives back what was taken within the half hour. */
function useUndo(view: HandoverView): void {
  const back = useMayGiveBack(view)
  const newest = useRef(view)
  useLayoutEffect(() => {
    newest.current = view
  })
  const kind = view.state === 'given' && view.side === 'giver' ? 'withdraw' : back ? 'back' : null
  useEffect(() => {
    if (kind === null) return undefined
    return offerUndo(() => void (kind === 'withdraw' ? withdrawIt : giveItBack)(newest.current))
  }, [kind])
}
