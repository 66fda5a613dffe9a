/** What comes in without a question, counted by kind. */
import type { CapsuleView } from '../../../shared/ipc/handover-views.ts'
import { formatCount } from '../../ui/time-format.ts'
import { t } from '../../ui/t.ts'
import { mergedWords } from './merge-words.ts'

type Line = readonly [n: number, words: string]

export function linesOfMerge({ merged, evidence, beside }: CapsuleView): readonly Line[] {
  const lines: readonly Line[] = [
    ...merged.map(({ kind, count }) => [count, mergedWords(kind, count)] as const),
    [evidence, t('merge.evidence', { n: evidence })],
    [beside.exchanges, t('merge.exchanges', { n: beside.exchanges })],
    [beside.cards, t('merge.cards', { n: beside.cards })],
    [beside.keys, t('merge.keys', { n: beside.keys })],
  ]
  return lines.filter(([n]) => n > 0)
}

export function MergedCounts({ capsule }: { readonly capsule: CapsuleView }) {
  const lines = linesOfMerge(capsule)
  const total = lines.reduce((sum, [n]) => sum + n, 0)
  return (
    <section className="merged" tabIndex={0} aria-label={t('merge.quiet')}>
      <p className="merge-side-head">
        <span className="strong">{t('merge.quiet')}</span> <span className="dim mono">{formatCount(total)}</span>
      </p>
      {lines.length === 0 ? <p className="dim merged-none">{t('merge.quiet-none')}</p> : null}
      <ul>
        {lines.map(([n, words]) => (
          <li key={words}>
            <span className="mono strong">{formatCount(n)}</span>
            <span>{words}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
