/** Settings, Clocks and law: by which hours the clocks count, what the team promises, what the law asks, and every version of it. */
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { LegalRule } from '../../../shared/domain/clock/settings.ts'
import { bands } from '../../../shared/domain/order/ladder.ts'
import type { ClocksView } from '../../../shared/ipc/case-views.ts'
import { teamClocks } from '../../state/case-work.ts'
import { me } from '../../state/me.ts'
import { go } from '../../state/route.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Note, ProblemNote } from '../../ui/note.tsx'
import { Facts } from '../../ui/pane.tsx'
import { t } from '../../ui/t.ts'
import { formatTime } from '../../ui/time-format.ts'
import { Block } from './block.tsx'
import { LegalRuleDialog } from './legal-rule-dialog.tsx'
import { LegalTable } from './legal-table.tsx'
import { PausesDialog } from './pauses-dialog.tsx'
import { PromiseDialog } from './promise-dialog.tsx'
import { RetentionDialog } from './retention-dialog.tsx'
import { useRowKeys } from './row-table.tsx'
import { VersionList } from './version-list.tsx'
import { WideBlock } from './wide-block.tsx'

type Layer = 'promises' | 'pauses' | 'retention' | 'new' | LegalRule | null

export function ClocksSection() {
  const { value, problem } = teamClocks.use()
  if (problem !== null) return <ProblemNote problem={problem} />
  return value === null ? null : <Clocks view={value} />
}

function Clocks({ view }: { readonly view: ClocksView }) {
  const [layer, setLayer] = useState<Layer>(null)
  const { settings } = view
  useRowKeys()
  return (
    <>
      <p className="dim settings-version">{versionText(view)}</p>
      <WorkingTime view={view} />
      <Promises view={view} onChange={() => setLayer('promises')} />
      <WideBlock
        title={t('clocks.law')}
        why={t('clocks.law-why')}
        actions={
          <ActionButton
            keys="n"
            label={t('clocks.law-new')}
            icon={<Plus aria-hidden />}
            onAct={() => setLayer('new')}
            hint
          />
        }
      >
        {settings.legal.length === 0 ? (
          <p>{t('clocks.law-none')}</p>
        ) : (
          <LegalTable rules={settings.legal} onOpen={setLayer} />
        )}
      </WideBlock>
      <Pauses view={view} onChange={() => setLayer('pauses')} />
      <Retention view={view} onChange={() => setLayer('retention')} />
      <WideBlock title={t('clocks.history')} why={t('clocks.history-why')}>
        <VersionList view={view} />
      </WideBlock>
      <Layered layer={layer} view={view} onClose={() => setLayer(null)} />
    </>
  )
}

function versionText({ version: { version, at, code, reason } }: ClocksView): string {
  if (version === 0 || at === null) return t('clocks.as-shipped')
  return t('clocks.in-force', { version, at: formatTime(at, 'iso'), code: code ?? '', reason })
}

function Layered({ layer, view: { settings }, onClose }: { layer: Layer; view: ClocksView; onClose: () => void }) {
  switch (layer) {
    case null:
      return null
    case 'promises':
      return <PromiseDialog settings={settings} onClose={onClose} />
    case 'pauses':
      return <PausesDialog settings={settings} onClose={onClose} />
    case 'retention':
      return <RetentionDialog settings={settings} onClose={onClose} />
    case 'new':
      return <LegalRuleDialog settings={settings} rule={null} onClose={onClose} />
    default:
      return <LegalRuleDialog settings={settings} rule={layer} onClose={onClose} />
  }
}

const shownClosures = 12

function WorkingTime({ view: { hours, zone, closures } }: { readonly view: ClocksView }) {
  const card = me.use().value?.ownCard ?? null
  const soon = closures.slice(0, shownClosures).join(', ')
  return (
    <Block title={t('clocks.hours')} why={t('clocks.hours-why')}>
      <Facts
        facts={[
          [t('clocks.hours-osm'), hours === null ? t('clocks.hours-none') : <Mono key="hours" text={hours} />],
          [t('clocks.zone'), zone],
          [t('clocks.closures'), closures.length === 0 ? '–' : <Mono key="closures" text={soon} />],
        ]}
      />
      {closures.length === 0 ? <Note tone="condition">{t('clocks.no-holidays')}</Note> : null}
      <div className="row">
        {card === null ? (
          <p className="dim">{t('clocks.no-card')}</p>
        ) : (
          <ActionButton
            keys="o"
            label={t('settings.open-card')}
            onAct={() => go({ page: 'card', params: { id: card.id } })}
          />
        )}
      </div>
    </Block>
  )
}

const Mono = ({ text }: { readonly text: string }) => <span className="mono">{text}</span>

interface Changed {
  readonly view: ClocksView
  readonly onChange: () => void
}

function Promises({ view: { settings }, onChange }: Changed) {
  const { responseDays, silenceDays, resolutionDays } = settings
  return (
    <Block title={t('clocks.promises')} why={t('clocks.promises-why')}>
      <Facts
        facts={[
          [t('clocks.response'), t('clocks.days', { days: responseDays })],
          [
            t('clocks.silence'),
            silenceDays === null ? t('clocks.no-silence') : t('clocks.days', { days: silenceDays }),
          ],
          ...bands.map((band): readonly [string, string] => {
            const days = resolutionDays[band]
            return [t('clocks.resolution', { band }), days === null ? t('clocks.nothing') : t('clocks.days', { days })]
          }),
        ]}
      />
      <div className="row">
        <ActionButton keys="p" label={t('clocks.promises-change')} onAct={onChange} hint />
      </div>
    </Block>
  )
}

function Pauses({ view: { settings }, onChange }: Changed) {
  return (
    <Block title={t('clocks.pauses')} why={t('clocks.pauses-why')}>
      {settings.pauseReasons.length === 0 ? (
        <p>{t('clocks.pauses-none')}</p>
      ) : (
        <ul className="settings-lines">
          {settings.pauseReasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      <div className="row">
        <ActionButton keys="u" label={t('clocks.pauses-change')} onAct={onChange} />
      </div>
    </Block>
  )
}

function Retention({ view: { settings }, onChange }: Changed) {
  const rows = Object.entries(settings.retention).toSorted(([a], [b]) => Number(a === 'other') - Number(b === 'other'))
  return (
    <Block title={t('clocks.retention')} why={t('clocks.retention-why')}>
      <Facts
        facts={rows.map(([name, months]) => [
          name === 'other' ? t('clocks.retention-other') : name,
          months === null ? t('clocks.retention-ever') : t('clocks.retention-months', { months }),
        ])}
      />
      <div className="row">
        <ActionButton keys="m" label={t('clocks.retention-change')} onAct={onChange} />
      </div>
    </Block>
  )
}
