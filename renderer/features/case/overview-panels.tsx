/** The panels of the overview: each the beginning of a tab of its own. */
import { Button } from '../../ui/button.tsx'
import { t } from '../../ui/t.ts'
import { tabKey, useCaseDesk } from './case-desk.ts'
import { ChecklistBox } from './checklist-box.tsx'
import { JournalList } from './journal-list.tsx'
import { NoteBox } from './note-box.tsx'
import { onDiskTime } from './on-disk.ts'
import { Panel } from './panel.tsx'
import { PartiesBoard } from './parties-board.tsx'
import { PartyDialog } from './party-dialogs.tsx'
import { settled } from './progress.ts'
import { inTime } from './report-events.ts'
import { Timeline } from './timeline.tsx'

const recent = 15
const latest = 4
const waited = 5

export function StepsPanel() {
  const { view, goTab } = useCaseDesk()
  const { state } = view
  const here = state.phases.filter((phase) => phase === state.phase)
  return (
    <Panel
      title={t('casepage.checklist')}
      note={t('casepage.checklist-count', { done: settled(state.checklist), of: state.checklist.length })}
      aside={
        <Button look="quiet" kbd={tabKey('checklist')} onPress={() => goTab('checklist')}>
          {t('casepage.all-items')}
        </Button>
      }
    >
      <ChecklistBox state={state} phases={here.length === 0 ? state.phases : here} />
    </Panel>
  )
}

export function PartiesPanel() {
  const { view, open, closed } = useCaseDesk()
  const { parties } = view.state
  return (
    <Panel
      title={t('casework.parties')}
      note={t('casework.parties-count', { n: parties.length })}
      aside={
        <Button
          look="quiet"
          kbd="A"
          disabled={closed}
          onPress={() => open((props) => <PartyDialog {...props} party={null} />)}
        >
          {t('casework.party-add')}
        </Button>
      }
    >
      <PartiesBoard most={waited} />
    </Panel>
  )
}

export function HappenedPanel() {
  const { view, goTab } = useCaseDesk()
  const events = inTime(view.state.events)
  return (
    <Panel
      title={t('casepage.tab.timeline')}
      note={t('casework.timeline-note', { n: events.length })}
      aside={
        <Button look="quiet" kbd={tabKey('timeline')} onPress={() => goTab('timeline')}>
          {t('casework.all')}
        </Button>
      }
    >
      <Timeline events={events.slice(-latest)} />
    </Panel>
  )
}

export function JournalPanel() {
  const { view, goTab } = useCaseDesk()
  const { journal, savedAt } = view
  return (
    <Panel
      title={t('casepage.journal')}
      note={t('casepage.journal-note', { n: journal.length })}
      aside={<span className="dim">{t('casepage.on-disk', { at: onDiskTime(savedAt) })}</span>}
    >
      <NoteBox />
      <JournalList lines={journal.slice(-recent)} />
      {journal.length <= recent ? null : (
        <Button look="quiet" kbd={tabKey('history')} onPress={() => goTab('history')}>
          {t('casepage.all-entries')}
        </Button>
      )}
    </Panel>
  )
}
