/** The queue: all open cases in the order of the team's policy, worked by single keys on the selected row. */
import { Plus } from 'lucide-react'
import { useCallback, useDeferredValue, useEffect, useRef, useState } from 'react'
import { bands, type Band } from '../../../shared/domain/order/ladder.ts'
import type { QueueRow } from '../../../shared/ipc/views.ts'
import { me } from '../../state/me.ts'
import { lookAtQueue, useQueue, useQueueFilter } from '../../state/queue.ts'
import { chooseQueueChip, queueChips, selectInQueue, useQueuePlace, type QueueChip } from '../../state/queue-place.ts'
import { go } from '../../state/route.ts'
import { setSearch, usePageSearch } from '../../state/search.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Chips } from '../../ui/chip.tsx'
import type { Binding } from '../../ui/keys/registry.ts'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { t } from '../../ui/t.ts'
import { formatCount } from '../../ui/time-format.ts'
import { NewCaseDialog } from './new-case-dialog.tsx'
import { QueueEmpty } from './queue-empty.tsx'
import { QueueList } from './queue-list.tsx'
import { QueuePane } from './queue-pane.tsx'
import { RungDialog } from './rung-dialog.tsx'
import { useMovement } from './use-movement.ts'
import { useWindowed } from './use-windowed.ts'
import { assign, checkOff, classify, compose } from './verbs.ts'
import { clampRow } from './windowing.ts'

/** The filter words of each chip; core knows them too. */
const chipWords: Readonly<Record<QueueChip, string>> = {
  open: '',
  mine: 'is:mine',
  unassigned: 'is:unassigned',
  p1: 'p1',
  p2: 'p2',
  breached: 'is:breach',
}

type Asking = { readonly kind: 'rung'; readonly band: Band; readonly row: QueueRow } | { readonly kind: 'new' } | null

export function QueuePage() {
  const { chip, selected: wanted } = useQueuePlace()
  const words = `${chipWords[chip]} ${usePageSearch(t('queue.search'))}`.trim()
  useQueueFilter(words)
  const queue = useQueue()
  const total = queue.total ?? 0
  const scroller = useRef<HTMLDivElement>(null)
  const list = useWindowed(scroller, total)
  const [asking, setAsking] = useState<Asking>(null)
  const selected = clampRow(wanted, total)
  const row = queue.rows.get(selected)
  const { first, count } = list.visible
  useEffect(() => lookAtQueue(first, first + Math.max(count, 30)), [first, count])
  const openAt = useCallback(
    (at: number): void => {
      selectInQueue(at)
      const chosen = document.activeElement === null ? undefined : queue.rows.get(at)
      if (chosen !== undefined) go({ page: 'case', params: { number: chosen.number } })
    },
    [queue.rows],
  )
  useKeys('here', [...useMovement(selected, total, list), ...useRowKeys(row, setAsking)])
  const shown = useDeferredValue(row)
  const clear = (): void => {
    chooseQueueChip('open')
    setSearch('')
  }
  return (
    <div className="page">
      <PageHead
        title={t('ui.page.queue')}
        sentence={
          queue.total === null
            ? t('ui.loading')
            : t('queue.sentence', { shown: formatCount(total), all: formatCount(queue.allOpen) })
        }
        actions={
          <ActionButton
            keys="n"
            icon={<Plus aria-hidden />}
            label={t('queue.new')}
            onAct={() => setAsking({ kind: 'new' })}
            hint
          />
        }
      />
      <div className="page-body">
        <div className="page-main">
          <div className="queue-chips">
            <Chips
              label={t('queue.chips')}
              chips={queueChips.map((id) => ({ id, label: t(`queue.chip.${id}`) }))}
              selected={chip}
              onSelect={chooseQueueChip}
            />
          </div>
          {total === 0 && queue.total !== null ? (
            <QueueEmpty queue={queue} onClear={clear} />
          ) : (
            <QueueList
              queue={queue}
              scroller={scroller}
              list={list}
              selected={selected}
              onSelect={selectInQueue}
              onOpen={openAt}
            />
          )}
        </div>
        {shown === undefined ? null : (
          <QueuePane row={shown} onOpen={() => openAt(selected)} onDone={(item) => void checkOff(shown.number, item)} />
        )}
      </div>
      {asking?.kind === 'new' ? <NewCaseDialog onClose={() => setAsking(null)} /> : null}
      {asking?.kind === 'rung' ? (
        <RungDialog
          band={asking.band}
          title={asking.row.title}
          onClose={() => setAsking(null)}
          onChoose={(rung) => {
            setAsking(null)
            void classify(asking.row, rung)
          }}
        />
      ) : null}
    </div>
  )
}

function useRowKeys(row: QueueRow | undefined, setAsking: (asking: Asking) => void): readonly Binding[] {
  const mine = me.use().value?.analyst.code ?? null
  const disabled = row === undefined
  const on = (act: (row: QueueRow) => void) => () => (row === undefined ? undefined : act(row))
  return [
    ...bands.map((band, at): Binding => ({
      keys: String(at + 1),
      label: t('queue.classify', { band }),
      run: on((chosen) => setAsking({ kind: 'rung', band, row: chosen })),
      disabled,
      hint: at === 0,
      hintAs: { keys: '1–4', label: t('queue.classify-any') },
    })),
    {
      keys: 'a m',
      label: t('queue.assign-me'),
      run: on((chosen) => void assign(chosen, mine)),
      disabled: disabled || mine === null,
      hint: true,
    },
    { keys: 'a n', label: t('queue.assign-nobody'), run: on((chosen) => void assign(chosen, null)), disabled },
    { keys: 'c', label: t('queue.compose'), run: on(({ number }) => void compose(number)), disabled, hint: true },
  ]
}
