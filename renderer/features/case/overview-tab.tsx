/** A case at a glance: the steps of its phase, whom we wait for, what happened, what was done, its fields and permissions. */
import { t } from '../../ui/t.ts'
import { Conflicts } from './conflicts.tsx'
import { DetailsBox } from './details-box.tsx'
import { InformationBox } from './information-box.tsx'
import { HappenedPanel, JournalPanel, PartiesPanel, StepsPanel } from './overview-panels.tsx'
import { Panel } from './panel.tsx'
import { TasksPanel } from './tasks-box.tsx'

export const OverviewTab = () => (
  <div className="overview">
    <Conflicts />
    <div className="overview-columns">
      <div className="overview-column">
        <StepsPanel />
        <HappenedPanel />
        <TasksPanel />
        <Panel title={t('casepage.details')}>
          <DetailsBox />
        </Panel>
      </div>
      <div className="overview-column">
        <PartiesPanel />
        <JournalPanel />
        <InformationBox />
      </div>
    </div>
  </div>
)
