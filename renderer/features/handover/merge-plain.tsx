/** A capsule without a question: what it is, what it adds, and one act that takes it in. */
import { useRef } from 'react'
import type { CapsuleView } from '../../../shared/ipc/handover-views.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Fingerprint } from '../../ui/fingerprint.tsx'
import { useListWindow } from '../../ui/list-window.ts'
import { Facts } from '../../ui/pane.tsx'
import { formatCount } from '../../ui/time-format.ts'
import { Time } from '../../ui/time.tsx'
import { t } from '../../ui/t.ts'
import { linesOfMerge, MergedCounts } from './merged-counts.tsx'

interface Props {
  readonly capsule: CapsuleView
  readonly busy: boolean
  readonly onTake: () => void
}

export function MergePlain({ capsule, busy, onTake }: Props) {
  const { kind, from, madeAt, partedAt, signedBy, each } = capsule
  const empty = linesOfMerge(capsule).length === 0 && kind !== 'receipt'
  return (
    <div className="page-body">
      <aside className="merge-side" aria-label={t('merge.quiet')}>
        <MergedCounts capsule={capsule} />
      </aside>
      <div className="page-main">
        <div className="merge-main">
          <div>
            <h2>{t('merge.plain-title')}</h2>
            <p className="dim">{empty ? t('merge.plain-none') : t(`merge.plain.${kind}`, { from })}</p>
          </div>
          <Facts
            facts={[
              [t('merge.from'), from],
              [t('merge.made'), <Time key="made" at={madeAt} form="weekday" />],
              ...(partedAt === null
                ? []
                : [[t('merge.parted'), <Time key="parted" at={partedAt} form="weekday" />] as const]),
              [t('merge.key'), <Fingerprint key="key" value={signedBy} />],
              [t('merge.cases'), formatCount(each.length)],
            ]}
          />
          <Cases each={each} />
        </div>
        <footer className="merge-foot">
          <span className="grow" />
          <ActionButton keys="Ctrl+Enter" look="filled" label={t('merge.take')} disabled={busy} onAct={onTake} hint />
        </footer>
      </div>
    </div>
  )
}

const sizes = { row: 30, head: 0 }

/** A field copy has every case of the vault. */
function Cases({ each }: Pick<CapsuleView, 'each'>) {
  const scroller = useRef<HTMLDivElement>(null)
  const list = useListWindow(scroller, each.length, sizes)
  if (each.length === 0) return null
  return (
    <div
      ref={scroller}
      className="merge-cases"
      role="list"
      tabIndex={0}
      data-list
      aria-label={t('merge.cases')}
      onScroll={list.onScroll}
    >
      <div role="presentation" style={{ height: `${String(each.length * sizes.row)}px` }}>
        {each.slice(list.first, list.first + list.count).map(({ number, title, added, isNew }, place) => (
          <div
            key={number}
            role="listitem"
            className="merge-case"
            style={{ transform: `translateY(${String((list.first + place) * sizes.row)}px)` }}
          >
            <span className="mono">{number}</span>
            <span className="cut strong">{title}</span>
            <span className="dim">
              {isNew ? t('merge.case-new') : added === 0 ? t('merge.case-same') : t('merge.case-added', { n: added })}
            </span>
          </div>
        ))}
      </div>
    </div>
  )
}
