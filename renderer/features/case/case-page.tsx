/** The page of one case: head, phases and clocks, seven tabs, and who to call at the right. */
import { useState } from 'react'
import { bands } from '../../../shared/domain/order/ladder.ts'
import type { CaseView } from '../../../shared/ipc/views.ts'
import { client } from '../../bridge/client.ts'
import { newDraft } from '../../state/drafts.ts'
import { openCases } from '../../state/open-case.ts'
import { go } from '../../state/route.ts'
import { told } from '../../state/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { ProblemNote } from '../../ui/note.tsx'
import { Tabs, type TabItem } from '../../ui/tabs.tsx'
import { t } from '../../ui/t.ts'
import { CaseHead } from './case-head.tsx'
import { ChecklistBox } from './checklist-box.tsx'
import { detailKeys } from './details-box.tsx'
import { ExchangesTab } from './exchanges-tab.tsx'
import { FilesTab } from './files-tab.tsx'
import { JournalList } from './journal-list.tsx'
import { CaseLayer, type LayerName } from './layers.tsx'
import { ObservablesTab } from './observables-tab.tsx'
import { OverviewTab } from './overview-tab.tsx'
import { PhaseStrip } from './phase-strip.tsx'
import { settled } from './progress.ts'
import { useRowKeys } from '../../ui/keys/rows.ts'
import { TimelineTab } from './timeline-tab.tsx'
import { WhoPane } from './who-pane.tsx'
import './case.css'

const tabNames = ['overview', 'checklist', 'observables', 'timeline', 'exchanges', 'files', 'history'] as const
type TabName = (typeof tabNames)[number]

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
  const [tab, setTab] = useState<TabName>('overview')
  const [layer, setLayer] = useState<LayerName | null>(null)
  useCaseKeys(view, setTab, setLayer)
  useRowKeys()
  return (
    <div className="page case-page">
      <div className="page-body">
        <div className="page-main">
          <CaseHead view={view} onOpen={setLayer} />
          <PhaseStrip view={view} />
          <Tabs label={t('casepage.tabs')} tabs={tabsOf(view, setTab, setLayer)} selected={tab} onSelect={setTab} />
        </div>
        <WhoPane view={view} />
      </div>
      <CaseLayer layer={layer} view={view} onClose={() => setLayer(null)} />
    </div>
  )
}

type Open = (layer: LayerName) => void

function tabsOf(view: CaseView, onTab: (tab: TabName) => void, onOpen: Open): readonly TabItem<TabName>[] {
  const { state, journal } = view
  const content = {
    overview: <OverviewTab view={view} onOpen={onOpen} onTab={onTab} />,
    checklist: (
      <div className="pad">
        <section className="panel" aria-label={t('casepage.checklist')}>
          <h2 className="visually-hidden">{t('casepage.checklist')}</h2>
          <ChecklistBox state={state} />
        </section>
      </div>
    ),
    observables: <ObservablesTab view={view} onOpen={onOpen} />,
    timeline: <TimelineTab state={state} />,
    exchanges: <ExchangesTab state={state} onCompose={() => void compose(state.number)} />,
    files: <FilesTab state={state} onAdd={() => onOpen('evidence')} />,
    history: (
      <div className="pad">
        <p className="dim">{t('casepage.history-note')}</p>
        <JournalList lines={journal} full />
      </div>
    ),
  }
  const counts: Readonly<Partial<Record<TabName, number>>> = {
    observables: state.observables.length,
    exchanges: state.exchanges.length,
    files: state.evidence.length,
    history: journal.length,
  }
  return tabNames.map((id) => {
    const count = counts[id]
    const title = t(`casepage.tab.${id}`)
    const item = { id, title, content: content[id] }
    if (id === 'checklist')
      return { ...item, title: `${title} ${String(settled(state.checklist))}/${String(state.checklist.length)}` }
    return count === undefined ? item : { ...item, count }
  })
}

async function compose(number: string): Promise<void> {
  const view = told(await newDraft({ case: number, to: [], inReplyTo: null }))
  if (view !== null) go({ page: 'composer', params: { draft: view.draft.id } })
}

/** The neighbour in the order of the queue. */
async function toNeighbour({ position }: CaseView, by: 1 | -1): Promise<void> {
  const from = (position?.at ?? 0) - 1 + by
  if (position === null || from < 0 || from >= position.of) return
  const found = told(await client['queue.window']({ order: 'policy', from, count: 1 }))
  const number = found?.rows[0]?.number
  if (number !== undefined) go({ page: 'case', params: { number } })
}

function useCaseKeys(view: CaseView, onTab: (tab: TabName) => void, onOpen: Open): void {
  const { number, phase } = view.state
  const closed = phase === 'closed'
  useKeys('here', [
    ...tabNames.map((id, at) => ({
      keys: `Alt+${String(at + 1)}`,
      label: t(`casepage.tab.${id}`),
      run: () => onTab(id),
    })),
    ...bands.map((band, at) => ({
      keys: String(at + 1),
      label: t('casepage.into-band', { band }),
      run: () => onOpen(`band:${band}`),
      disabled: closed,
    })),
    ...detailKeys.map(({ field, keys }) => ({
      keys,
      label: t('casepage.set', { field: t(`field.${field}`) }),
      run: () => onOpen(`set:${field}`),
      disabled: closed,
    })),
    { keys: 'c', label: t('casepage.compose'), run: () => void compose(number), hint: true },
    { keys: 'b', label: t('casepage.observables-add'), run: () => onOpen('observables'), hint: true, disabled: closed },
    { keys: 'n', label: t('casepage.task-add'), run: () => onOpen('task'), disabled: closed },
    { keys: 'f', label: t('casepage.files-add'), run: () => onOpen('evidence'), disabled: closed },
    { keys: 'p', label: t('casepage.phase'), run: () => onOpen('phase'), hint: true, disabled: closed },
    { keys: 'e', label: t('casepage.close'), run: () => onOpen('close'), hint: true, disabled: closed },
    { keys: 'Ctrl+P', label: t('casepage.report'), run: () => onOpen('report') },
    { keys: ']', label: t('casepage.next-case'), run: () => void toNeighbour(view, 1) },
    { keys: '[', label: t('casepage.previous-case'), run: () => void toNeighbour(view, -1) },
  ])
}
