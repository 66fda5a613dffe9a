/** The single keys of the queue: what each does to the selected case, or to all marked ones where an act can be done to many. */
import { bands, type Band } from '../../../shared/domain/order/ladder.ts'
import type { QueueRow } from '../../../shared/ipc/views.ts'
import { clearMarks, orderQueue, queuePlace, setMark, togglePane } from '../../state/queue-place.ts'
import type { Binding } from '../../ui/keys/registry.ts'
import { t } from '../../ui/t.ts'
import { compose, undoIn } from './acts.ts'
import type { Asking } from './ask.ts'

export interface RowKeys {
  readonly row: QueueRow | undefined
  /** Marked cases. */
  readonly marked: number
  readonly ask: (asking: Asking) => void
  readonly onBand: (band: Band) => void
  readonly onPhase: () => void
  readonly onOpen: () => void
}

export function rowKeys({ row, marked, ask, onBand, onPhase, onOpen }: RowKeys): readonly Binding[] {
  const one = row === undefined
  const any = one && marked === 0
  const asks = (kind: Exclude<NonNullable<Asking>['kind'], 'rung'>) => () => ask({ kind })
  return [
    { keys: 'Enter', label: t('queue.open'), run: onOpen, disabled: one, hint: true },
    ...bands.map((band, at): Binding => ({
      keys: String(at + 1),
      label: t('queue.classify', { band }),
      run: () => onBand(band),
      disabled: any,
      hint: at === 0,
      hintAs: { keys: '1–4', label: t('queue.classify-any') },
    })),
    { keys: 'a', label: t('queue.assign'), run: asks('assign'), disabled: any, hint: true },
    { keys: 'w', label: t('queue.wait'), run: asks('wait'), disabled: any, hint: true },
    { keys: 't', label: t('queue.tlp'), run: asks('tlp'), disabled: any },
    { keys: 'p', label: t('queue.phase'), run: onPhase, disabled: one },
    { keys: 'O', label: t('queue.place'), run: asks('place'), disabled: one },
    { keys: 'l', label: t('queue.link'), run: asks('link'), disabled: one },
    { keys: 'e', label: t('queue.close'), run: asks('close'), disabled: one },
    {
      keys: 'c',
      label: t('queue.compose'),
      run: () => (row === undefined ? undefined : void compose(row.number)),
      disabled: one,
      hint: true,
    },
    {
      keys: 'u',
      label: t('queue.undo'),
      run: () => (row === undefined ? undefined : void undoIn(row.number)),
      disabled: one,
    },
    {
      keys: 'x',
      label: t('queue.mark'),
      run: () => (row === undefined ? undefined : setMark(row.number, !queuePlace().marks.has(row.number))),
      disabled: one,
      hint: true,
    },
    { keys: 'Escape', label: t('queue.unmark'), run: clearMarks, disabled: marked === 0, silent: marked === 0 },
    { keys: 'o', label: t('queue.pane'), run: togglePane },
    {
      keys: 's',
      label: t('queue.order'),
      run: () => orderQueue(queuePlace().order === 'policy' ? 'due' : 'policy'),
    },
  ]
}
