/** What is odd in the document: damage first, each with its sentence and the line to look at. */
import { Info, TriangleAlert, Wrench } from 'lucide-react'
import type { CardFinding } from '../../../shared/domain/card/card-reading.ts'
import { sentence, t } from '../../ui/t.ts'

const order = ['error', 'warning', 'info'] as const
const icons = { error: Wrench, warning: TriangleAlert, info: Info }

interface Props {
  readonly findings: readonly CardFinding[]
  readonly onShow: (line: number) => void
}

export function ImportFindings({ findings, onShow }: Props) {
  const sorted = findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
  return (
    <section aria-label={t('cardpage.findings')}>
      <header className="import-head">
        <h2>{t('cardpage.findings')}</h2>
        <span className="dim">{sorted.length}</span>
      </header>
      <ul>
        {sorted.map(({ code, params, severity, line }, at) => {
          const Icon = icons[severity]
          return (
            <li key={at} className={`import-finding ${severity}`}>
              <span className="with-icon">
                <Icon aria-hidden /> {t(`cardpage.severity.${severity}`)}
              </span>
              <span>{sentence({ code, params })}</span>
              {line === null || line === 0 ? (
                <span />
              ) : (
                <button type="button" className="line-link" onClick={() => onShow(line)}>
                  {t('page.line', { line })}
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
