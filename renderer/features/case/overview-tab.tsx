/** A case at a glance: the steps of its phase, its tasks, what was done, and its fields. */
import type { ReactNode } from 'react'
import { workPhases } from '../../../shared/domain/case/vocabulary.ts'
import type { CaseView } from '../../../shared/ipc/views.ts'
import { Button } from '../../ui/button.tsx'
import { t } from '../../ui/t.ts'
import { ChecklistBox } from './checklist-box.tsx'
import { Conflicts } from './conflicts.tsx'
import { DetailsBox } from './details-box.tsx'
import { JournalList } from './journal-list.tsx'
import { onDiskTime } from './journal-text.ts'
import type { LayerName } from './layers.tsx'
import { NextStep } from './next-step.tsx'
import { NoteBox } from './note-box.tsx'
import { settled } from './progress.ts'
import { TasksBox } from './tasks-box.tsx'

interface Props {
  readonly view: CaseView
  readonly onOpen: (layer: LayerName) => void
  readonly onTab: (tab: 'checklist' | 'history') => void
}

const recent = 15

export function OverviewTab({ view, onOpen, onTab }: Props) {
  const { state, journal, savedAt } = view
  const here = workPhases.filter((phase) => phase === state.phase)
  return (
    <div className="overview">
      <Conflicts state={state} />
      <NextStep view={view} onOpen={onOpen} />
      <div className="overview-columns">
        <div className="overview-left">
          <Panel
            title={t('casepage.checklist')}
            note={t('casepage.checklist-count', { done: settled(state.checklist), of: state.checklist.length })}
            aside={
              <Button look="quiet" kbd="Alt+2" onPress={() => onTab('checklist')}>
                {t('casepage.all-items')}
              </Button>
            }
          >
            <ChecklistBox state={state} phases={here.length === 0 ? workPhases : here} />
          </Panel>
          <Panel
            title={t('casepage.tasks')}
            note={t('casepage.tasks-open', { n: state.tasks.filter(({ done }) => !done).length })}
            aside={
              <Button look="quiet" kbd="n" onPress={() => onOpen('task')}>
                {t('casepage.task-add')}
              </Button>
            }
          >
            <TasksBox state={state} />
          </Panel>
          <Panel title={t('casepage.details')}>
            <DetailsBox state={state} onOpen={onOpen} />
          </Panel>
        </div>
        <div className="overview-right">
          <Panel
            title={t('casepage.journal')}
            note={t('casepage.journal-note', { n: journal.length })}
            aside={<span className="dim">{t('casepage.on-disk', { at: onDiskTime(savedAt) })}</span>}
          >
            <NoteBox view={view} />
            <JournalList lines={journal.slice(-recent)} />
            {journal.length <= recent ? null : (
              <Button look="quiet" kbd="Alt+7" onPress={() => onTab('history')}>
                {t('casepage.all-entries')}
              </Button>
            )}
          </Panel>
        </div>
      </div>
    </div>
  )
}

interface PanelProps {
  readonly title: string
  readonly note?: string
  readonly aside?: ReactNode
  readonly children: ReactNode
}

const Panel = ({ title, note, aside, children }: PanelProps) => (
  <section className="panel" aria-label={title}>
    <h2 className="panel-head">
      {title} <small>{note}</small>
      <span>{aside}</span>
    </h2>
    {children}
  </section>
)
