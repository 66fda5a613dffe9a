/** The order of the queue as the team edits it: nothing of a draft counts before it is put in force, and what it would do stands beside it. */
import { useState } from 'react'
import type { Policy, PresetName } from '../../../shared/domain/order/policy.ts'
import type { Job } from '../../../shared/ipc/card-views.ts'
import type { PolicyView } from '../../../shared/ipc/case-views.ts'
import { saying } from '../../../shared/words/say.ts'
import { policies, presetPolicy } from '../../state/policy.ts'
import { usePageSearch } from '../../state/search.ts'
import { showDone, told } from '../../state/toasts.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Chips } from '../../ui/chip.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { ProblemNote } from '../../ui/note.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { t } from '../../ui/t.ts'
import { formatTime } from '../../ui/time-format.ts'
import { EnforceDialog } from './enforce-dialog.tsx'
import { Enforcing } from './enforcing.tsx'
import { EscalationTab } from './escalation-tab.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { presetNames } from './policy-lists.ts'
import { RungsTab } from './rungs-tab.tsx'
import { ScalesTab } from './scales-tab.tsx'
import { SimulationPane } from './simulation-pane.tsx'
import { useDraft, type Draft } from './use-draft.ts'
import { VersionsTab } from './versions-tab.tsx'
import './policy.css'

export function PolicyPage() {
  const { value, problem } = policies.use()
  if (problem !== null) return <ProblemNote problem={problem} />
  return value === null ? <PageHead title={t('ui.page.policy')} sentence={t('ui.loading')} /> : <Editor view={value} />
}

const tabs = ['ladder', 'scales', 'escalation', 'versions'] as const
type TabName = (typeof tabs)[number]

function Editor({ view }: { readonly view: PolicyView }) {
  const draft = useDraft(view)
  const words = usePageSearch(t('policy.search')).trim().toLowerCase()
  const [tab, setTab] = useState<TabName>('ladder')
  const [asking, setAsking] = useState<'enforce' | 'import' | null>(null)
  const [job, setJob] = useState<Job | null>(null)
  const { policy, edit } = draft
  const take = (next: Policy): void => {
    edit(next)
    showDone(saying('policy.preset-taken', { name: next.name }), () => edit(policy))
  }
  useKeys('here', [
    ...tabs.map((name, at) => ({
      keys: `Alt+${String(at + 1)}`,
      label: t(`policy.tab.${name}`),
      run: () => setTab(name),
      hint: at === 0,
      hintAs: { keys: 'Alt 1–4', label: t('policy.tabs') },
    })),
    { keys: 'u', label: t('policy.undo'), run: draft.undo, disabled: !draft.canUndo, hint: true },
  ])
  const content = {
    ladder: <RungsTab draft={draft} inForce={view.inForce} faults={view.faults} words={words} />,
    scales: <ScalesTab draft={draft} />,
    escalation: <EscalationTab draft={draft} />,
    versions: <VersionsTab view={view} />,
  }
  const counts: Partial<Record<TabName, number>> = { ladder: policy.rungs.length, escalation: policy.escalation.length }
  return (
    <div className="page">
      <Head view={view} draft={draft} onEnforce={() => setAsking('enforce')} />
      {job === null ? null : <Enforcing started={job} name={view.inForce.name} onEnd={() => setJob(null)} />}
      <div className="page-body">
        <div className="page-main">
          <Presets policy={policy} onTake={take} onImport={() => setAsking('import')} />
          <Tabs
            label={t('ui.page.policy')}
            selected={tab}
            onSelect={setTab}
            tabs={tabs.map((id) => ({
              id,
              title: t(`policy.tab.${id}`),
              ...(counts[id] === undefined ? {} : { count: counts[id] }),
              // One that is left may stay for a moment: its keys must not.
              content: id === tab ? content[id] : null,
            }))}
          />
        </div>
        <SimulationPane draft={draft} faults={view.faults} />
      </div>
      {asking === 'enforce' ? <EnforceDialog draft={draft} onStarted={setJob} onClose={() => setAsking(null)} /> : null}
      {asking === 'import' ? <ImportDialog onTake={take} onClose={() => setAsking(null)} /> : null}
    </div>
  )
}

interface HeadProps {
  readonly view: PolicyView
  readonly draft: Draft
  readonly onEnforce: () => void
}

function Head({ view, draft, onEnforce }: HeadProps) {
  const inForce = inForceSentence(view)
  return (
    <PageHead
      title={t('ui.page.policy')}
      sentence={draft.isDraft ? t('policy.draft', { inForce }) : inForce}
      actions={
        <>
          <ActionButton
            keys="D"
            look="quiet"
            label={t('policy.discard')}
            disabled={!draft.isDraft}
            onAct={draft.discard}
          />
          <ActionButton
            keys="Ctrl+Enter"
            look="filled"
            label={t('policy.enforce')}
            disabled={!draft.isDraft}
            onAct={onEnforce}
            hint
          />
        </>
      }
    />
  )
}

function inForceSentence({ inForce: { name }, version: { version, at, code } }: PolicyView): string {
  if (at === null) return t('policy.in-force-shipped', { name })
  if (code === null) return t('policy.in-force', { name, version })
  return t('policy.in-force-since', { name, version, at: formatTime(at, 'day'), code })
}

interface PresetsProps {
  readonly policy: Policy
  readonly onTake: (policy: Policy) => void
  readonly onImport: () => void
}

function Presets({ policy, onTake, onImport }: PresetsProps) {
  const choose = async (preset: PresetName): Promise<void> => {
    const next = told(await presetPolicy(preset))
    if (next !== null) onTake(next)
  }
  return (
    <div className="policy-presets">
      <div className="policy-preset-line">
        <Chips
          label={t('policy.presets')}
          chips={presetNames.map((id) => ({ id, label: t(`policy.preset.${id}`) }))}
          selected={policy.preset}
          onSelect={(preset) => void choose(preset)}
        />
        <span className="grow" />
        <ActionButton keys="i" look="quiet" label={t('policy.import')} onAct={onImport} />
      </div>
      <p className="dim">{t(`policy.preset-why.${policy.preset}`)}</p>
    </div>
  )
}
