/** What is odd on a card, worst first; notes that need nobody are folded until they are asked for. */
import { ArrowRightLeft, Info, TriangleAlert, Wrench } from 'lucide-react'
import { useState } from 'react'
import type { CardFinding } from '../../../shared/domain/card/card-reading.ts'
import { ActionButton } from '../../ui/button.tsx'
import { sentence, t } from '../../ui/t.ts'
import { Block } from './block.tsx'
import { groupOf, sortedFindings } from './finding-groups.ts'
import { LineLink } from './line-link.tsx'

const icons = { damage: Wrench, conflict: ArrowRightLeft, trap: TriangleAlert, note: Info }
const notesShown = 2

export function FindingsBlock({ findings }: { readonly findings: readonly CardFinding[] }) {
  const [all, setAll] = useState(false)
  const sorted = sortedFindings(findings)
  const care = sorted.filter((one) => groupOf(one) !== 'note').length
  const shown = all ? sorted : sorted.slice(0, care + notesShown)
  const folded = sorted.length - shown.length
  const isLong = sorted.length > care + notesShown
  return (
    <Block
      title={t('cardpage.findings')}
      {...(findings.length === 0 ? {} : { note: t('cardpage.findings-counts', { care, n: findings.length }) })}
      aside={
        isLong ? (
          <ActionButton
            keys="f"
            hint
            look="link"
            label={all ? t('cardpage.findings-few') : t('cardpage.findings-all')}
            onAct={() => setAll(!all)}
          />
        ) : null
      }
    >
      {findings.length === 0 ? <p className="dim">{t('cardpage.findings-none')}</p> : null}
      <ul>
        {shown.map((one, at) => {
          const group = groupOf(one)
          const Icon = icons[group]
          return (
            <li key={at} className={`finding is-${group}`}>
              <span className="finding-kind">
                <Icon aria-hidden /> {t(`finding.${group}`)}
              </span>
              <span>{sentence(one)}</span>
              <LineLink line={one.line} />
            </li>
          )
        })}
      </ul>
      {folded > 0 ? <p className="dim finding-more">{t('cardpage.findings-more', { n: folded })}</p> : null}
    </Block>
  )
}
