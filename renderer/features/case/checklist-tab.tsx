/** The whole checklist with its reasons, and the tasks beside it; whose work a step usually is stands at it, and locks nothing. */
import { tiers } from '../../../shared/domain/case/vocabulary.ts'
import { t } from '../../ui/t.ts'
import { useCaseDesk } from './case-desk.ts'
import { ChecklistBox } from './checklist-box.tsx'
import { Panel } from './panel.tsx'
import { settled } from './progress.ts'
import { TasksPanel } from './tasks-box.tsx'

export function ChecklistTab() {
  const { view } = useCaseDesk()
  const { checklist } = view.state
  return (
    <div className="two-columns">
      <Panel
        title={t('casepage.checklist')}
        note={t('casepage.checklist-count', { done: settled(checklist), of: checklist.length })}
      >
        <ChecklistBox state={view.state} tiers />
      </Panel>
      <div className="stack">
        <TasksPanel />
        <Panel title={t('casework.tiers')} note={t('casework.tiers-note')}>
          <ul className="details tier-list">
            {tiers.map((tier) => (
              <li key={tier} className="row">
                <span className="dim">{t(`casework.tier-hint.${tier}`)}</span>
              </li>
            ))}
          </ul>
        </Panel>
      </div>
    </div>
  )
}
