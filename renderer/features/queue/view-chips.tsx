/** The views as chips with their counts, then what can be done with the filter that is set: save it, delete it, read its words. */
import { Bookmark } from 'lucide-react'
import { ToggleButton } from 'react-aria-components'
import { ActionButton } from '../../ui/button.tsx'
import { t } from '../../ui/t.ts'
import { formatCount } from '../../ui/time-format.ts'
import type { View } from './view-list.ts'

interface Props {
  readonly views: readonly View[]
  readonly chosen: string
  readonly onChoose: (view: View) => void
  readonly onAll: () => void
  readonly onWords: () => void
  /** null: there is nothing to save. */
  readonly onSave: (() => void) | null
  /** null: it is no saved one. */
  readonly onDrop: (() => void) | null
}

export function ViewChips({ views, chosen, onChoose, onAll, onWords, onSave, onDrop }: Props) {
  return (
    <div className="queue-chips">
      <div className="chips" role="group" aria-label={t('queue.chips')}>
        {views.map((view) => (
          <ToggleButton
            key={`${view.group} ${view.id ?? view.filter}`}
            className={view.group === 'band' ? 'chip chip-band' : 'chip'}
            isSelected={view.filter === chosen}
            onChange={() => onChoose(view)}
          >
            {view.group === 'saved' ? <Bookmark aria-hidden /> : null}
            <span className="cut">{view.label}</span>
            {view.count === null ? null : <span className="chip-count">{formatCount(view.count)}</span>}
          </ToggleButton>
        ))}
      </div>
      <div className="queue-chip-acts">
        {onSave === null ? null : <ActionButton keys="S" look="quiet" label={t('queue.save')} onAct={onSave} />}
        {onDrop === null ? null : <ActionButton keys="Delete" look="quiet" label={t('queue.drop')} onAct={onDrop} />}
        <ActionButton keys="v" look="quiet" label={t('queue.views')} onAct={onAll} />
        <ActionButton keys="W" look="quiet" label={t('queue.words')} onAct={onWords} />
      </div>
    </div>
  )
}
