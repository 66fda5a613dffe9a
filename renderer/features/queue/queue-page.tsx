/** The queue: all open cases in the order of the team's policy, worked by single keys on the selected row. */
import { Plus } from 'lucide-react'
import { useCallback, useDeferredValue, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Band } from '../../../shared/domain/order/ladder.ts'
import { saying } from '../../../shared/words/say.ts'
import type { QueueRow } from '../../../shared/ipc/views.ts'
import { openCases } from '../../state/open-case.ts'
import { policies, rungsOfBand } from '../../state/policy.ts'
import { dropFilter, lookAtQueue, queueViews, saveFilter, useQueue, useQueueFilter } from '../../state/queue.ts'
import { chooseView, clearMarks, selectInQueue, setMark, useQueuePlace } from '../../state/queue-place.ts'
import { go } from '../../state/route.ts'
import { setSearch } from '../../state/search.ts'
import { showDone, showProblem, told } from '../../state/toasts.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { useListWindow } from '../../ui/list-window.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { sentence, t } from '../../ui/t.ts'
import { formatCount } from '../../ui/time-format.ts'
import { checkOff, classify, type Targets } from './acts.ts'
import type { Asking } from './ask.ts'
import { toNextPhase } from './move-on.ts'
import { QueueAsks } from './queue-asks.tsx'
import { QueueEmpty } from './queue-empty.tsx'
import { QueueList } from './queue-list.tsx'
import { QueuePane } from './queue-pane.tsx'
import { rowHeight, type Click } from './queue-row.tsx'
import { rowKeys } from './row-keys.ts'
import { clampRow, useMovement } from './use-movement.ts'
import { useTypedFilter } from './use-typed-filter.ts'
import { ViewChips } from './view-chips.tsx'
import { chipsOf, viewList, type View } from './view-list.ts'

const sizes = { row: rowHeight, head: 30 }

export function QueuePage() {
  const { view, order, selected: wanted, number, pane, marks } = useQueuePlace()
  const [asking, setAsking] = useState<Asking>(null)
  const typed = useTypedFilter(() => setAsking({ kind: 'words' }))
  const filter = `${view} ${typed}`.trim()
  useQueueFilter(filter, order)
  const queue = useQueue()
  const total = queue.total ?? 0
  const policy = policies.use().value?.inForce ?? null
  const views = viewList(queueViews.use().value)
  const scroller = useRef<HTMLDivElement>(null)
  const list = useListWindow(scroller, total, sizes)
  const selected = clampRow(wanted, total)
  const row = queue.rows.get(selected)
  const shown = useDeferredValue(row)
  const { value } = openCases.use(shown?.number ?? null)
  const caseView = row !== undefined && value?.state.number === row.number ? value : null
  const targets = targetsOf(marks, row)

  const { first, count } = list
  useEffect(() => lookAtQueue(first, first + Math.max(count, 30)), [first, count])
  // The selection is a case, not a place: it is known by its number as soon as its row is there.
  useEffect(() => {
    if (row !== undefined && number === null) selectInQueue(selected, row.number)
  }, [row, number, selected])
  const { reveal } = list
  const revealed = useRef(reveal)
  useLayoutEffect(() => {
    revealed.current = reveal
  })
  useLayoutEffect(() => {
    if (selected < total) revealed.current(selected)
  }, [selected, total])

  const select = (at: number): void => selectInQueue(at, queue.rows.get(at)?.number ?? null)
  const openAt = useCallback(
    (at: number): void => {
      const chosen = queue.rows.get(at)
      selectInQueue(at, chosen?.number ?? null)
      if (chosen !== undefined) go({ page: 'case', params: { number: chosen.number } })
    },
    [queue.rows],
  )
  const markAll = (from: number, to: number): void => {
    for (let at = Math.min(from, to); at <= Math.max(from, to); at += 1) {
      const found = queue.rows.get(at)
      if (found !== undefined) setMark(found.number, true)
    }
  }
  const click = (at: number, how: Click): void => {
    const clicked = queue.rows.get(at)
    if (how === 'range') markAll(selected, at)
    if (how === 'mark' && clicked !== undefined) setMark(clicked.number, !marks.has(clicked.number))
    select(at)
  }
  const band = (chosen: Band): void => {
    const rungs = policy === null ? [] : rungsOfBand(policy, chosen)
    const [only] = rungs
    if (only === undefined) showProblem(saying('queue.rung-none', { band: chosen }))
    else if (rungs.length === 1 && targets !== null) void classify(targets, only)
    else setAsking({ kind: 'rung', band: chosen })
  }
  useKeys('here', [
    ...useMovement({ selected, total, page: list.page, onMove: select, onMark: markAll }),
    ...rowKeys({
      row,
      marked: marks.size,
      ask: setAsking,
      onBand: band,
      onPhase: () => (caseView === null ? undefined : toNextPhase(caseView, () => setAsking({ kind: 'phase' }))),
      onOpen: () => openAt(selected),
    }),
  ])
  const saved = views.find((one) => one.group === 'saved' && one.filter === view && typed === '')
  return (
    <div className="page">
      <PageHead
        title={t('ui.page.queue')}
        sentence={headSentence(queue.total, queue.allOpen, order === 'due' ? null : (policy?.name ?? null))}
        actions={
          <ActionButton
            keys="n"
            icon={<Plus aria-hidden />}
            label={t('queue.new')}
            onAct={() => setAsking({ kind: 'new' })}
          />
        }
      />
      <div className="page-body">
        <div className="page-main">
          <ViewChips
            views={chipsOf(views, view)}
            chosen={view}
            onChoose={(chosen) => chooseView(chosen.filter)}
            onAll={() => setAsking({ kind: 'views' })}
            onWords={() => setAsking({ kind: 'words' })}
            onSave={
              filter === '' || views.some((one) => one.filter === filter) ? null : () => setAsking({ kind: 'save' })
            }
            onDrop={saved === undefined ? null : () => void drop(saved)}
          />
          {queue.hints.length === 0 ? null : (
            <ul className="queue-hints" role="status">
              {queue.hints.map((hint) => (
                <li key={sentence(hint)}>{sentence(hint)}</li>
              ))}
            </ul>
          )}
          {total === 0 && queue.total !== null ? (
            <QueueEmpty queue={queue} onClear={clearFilter} />
          ) : (
            <QueueList
              queue={queue}
              policy={policy}
              scroller={scroller}
              list={list}
              selected={selected}
              marks={marks}
              onClick={click}
              onOpen={openAt}
            />
          )}
          {marks.size === 0 ? null : (
            <div className="queue-foot" role="status">
              <span className="grow">{t('queue.marked', { n: marks.size })}</span>
              <Button look="quiet" kbd="Esc" onPress={clearMarks}>
                {t('queue.unmark')}
              </Button>
            </div>
          )}
          {pane || row === undefined ? null : <p className="queue-foot">{sentence(row.reason)}</p>}
        </div>
        {shown === undefined || !pane ? null : (
          <QueuePane
            row={shown}
            policy={policy}
            onOpen={() => openAt(selected)}
            onDone={(item) => void checkOff(shown.number, item)}
          />
        )}
      </div>
      {asking === null ? null : (
        <QueueAsks
          asking={asking}
          row={row}
          view={caseView}
          targets={targets}
          rows={rowsOf(queue.rows, targets)}
          policy={policy}
          filter={filter}
          views={views}
          onWord={(word) => {
            setAsking(null)
            setSearch(`${typed} ${word}`.trim())
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  )
}

function headSentence(total: number | null, allOpen: number, policy: string | null): string {
  if (total === null) return t('ui.loading')
  const counts = { shown: formatCount(total), all: formatCount(allOpen) }
  return policy === null ? t('queue.sentence-due', counts) : t('queue.sentence', { ...counts, policy })
}

function clearFilter(): void {
  chooseView('')
  setSearch('')
}

/** Marked cases, in the order in which they were marked; else the selected one. */
function targetsOf(marks: ReadonlySet<string>, row: QueueRow | undefined): Targets | null {
  const [first, ...rest] = marks.size > 0 ? [...marks] : row === undefined ? [] : [row.number]
  return first === undefined ? null : [first, ...rest]
}

const rowsOf = (rows: ReadonlyMap<number, QueueRow>, targets: Targets | null): readonly QueueRow[] =>
  [...rows.values()].filter(({ number }) => targets?.includes(number) ?? false)

async function drop({ id, label, filter }: View): Promise<void> {
  if (id === null) return
  const answer = await dropFilter(id)
  if (!answer.ok) return showProblem(answer.problem)
  chooseView('')
  showDone(saying('queue.dropped', { name: label }), () => void saveFilter(label, filter).then(told))
}
