/** The page of one case: why it stands here, phases and clocks, one next step, eight tabs, and who to call at the right. */
import { useState, type ReactNode } from 'react'
import type { CaseView } from '../../../shared/ipc/views.ts'
import { openCases } from '../../state/open-case.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/note.tsx'
import { useNow } from '../../ui/now.ts'
import { Tabs, type TabItem } from '../../ui/tabs.tsx'
import { t } from '../../ui/t.ts'
import { boardOf, leadOf, type BoardRow } from './board.ts'
import { CaseDeskContext, tabNames, type CaseDesk, type Layer, type TabName } from './case-desk.ts'
import { CaseHead } from './case-head.tsx'
import { useCaseKeys } from './case-keys.ts'
import { ChecklistTab } from './checklist-tab.tsx'
import { Escalation } from './escalate.tsx'
import { ExchangesTab } from './exchanges-tab.tsx'
import { FilesTab } from './files-tab.tsx'
import { HistoryTab } from './history-tab.tsx'
import { NextStep } from './next-step.tsx'
import { ObservablesTab } from './observables-tab.tsx'
import { OverviewTab } from './overview-tab.tsx'
import { PartiesTab } from './parties-tab.tsx'
import { PhaseStrip } from './phase-strip.tsx'
import { settled } from './progress.ts'
import { TimelineTab } from './timeline-tab.tsx'
import { WhoPane } from './who-pane.tsx'
import './case.css'
import './case-work.css'

export function CasePage({ number }: { readonly number: string }) {
  const { value, problem } = openCases.use(number)
  if (problem !== null) {
    const again = <Button onPress={() => void openCases.refresh(number)}>{t('page.read-again')}</Button>
    return <ProblemNote problem={problem} action={again} />
  }
  if (value === null) return <p className="pad dim">{t('page.loading')}</p>
  return <Case key={number} view={value} />
}

function Case({ view }: { readonly view: CaseView }) {
  const [tab, goTab] = useState<TabName>('overview')
  const [layer, setLayer] = useState<{ readonly Shown: Layer } | null>(null)
  const [chosen, choose] = useState<string | null>(null)
  const party = useParty(view, chosen, tab)
  const open = (Shown: Layer): void => setLayer({ Shown })
  const desk: CaseDesk = { view, closed: view.state.phase === 'closed', open, goTab, party, choose }
  useCaseKeys(desk)
  return (
    <CaseDeskContext value={desk}>
      <div className="page case-page">
        <div className="page-body">
          <div className="page-main">
            <CaseHead />
            <PhaseStrip />
            <Escalation />
            <NextStep />
            <Tabs label={t('casepage.tabs')} tabs={tabsOf(view)} selected={tab} onSelect={goTab} keys="Alt 1-8" />
          </div>
          <WhoPane />
        </div>
        {layer === null ? null : <layer.Shown view={view} onClose={() => setLayer(null)} />}
      </div>
    </CaseDeskContext>
  )
}

/** The party that keys are about: the one that is chosen on its tab, elsewhere the one that the next step is about. */
function useParty(view: CaseView, chosen: string | null, tab: TabName): BoardRow | null {
  const now = useNow()
  const board = boardOf(view, now)
  const lead = leadOf(view, now)
  const led = lead === null || lead.kind === 'legal' ? null : lead.row
  const picked = board.find(({ party }) => party.id === chosen) ?? null
  return (tab === 'parties' ? (picked ?? led) : (led ?? picked)) ?? board[0] ?? null
}

const contents: Readonly<Record<TabName, ReactNode>> = {
  overview: <OverviewTab />,
  checklist: <ChecklistTab />,
  parties: <PartiesTab />,
  observables: <ObservablesTab />,
  timeline: <TimelineTab />,
  exchanges: <ExchangesTab />,
  files: <FilesTab />,
  history: <HistoryTab />,
}

function tabsOf({ state, journal }: CaseView): readonly TabItem<TabName>[] {
  const counts: Readonly<Partial<Record<TabName, number>>> = {
    parties: state.parties.length,
    observables: state.observables.length,
    timeline: state.events.length,
    exchanges: state.exchanges.length,
    files: state.evidence.length,
    history: journal.length,
  }
  return tabNames.map((id) => {
    const count = counts[id]
    const steps = ` ${String(settled(state.checklist))}/${String(state.checklist.length)}`
    const title = `${t(`casepage.tab.${id}`)}${id === 'checklist' ? steps : ''}`
    const item = { id, title, content: contents[id] }
    return count === undefined ? item : { ...item, count }
  })
}
