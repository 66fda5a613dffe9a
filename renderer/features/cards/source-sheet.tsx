/** The document as it was read, with real line numbers, opened at the line that a value came from. */
import type { CardView } from '../../../shared/ipc/views.ts'
import { Sheet } from '../../ui/dialog.tsx'
import { t } from '../../ui/t.ts'

const intoView = (element: HTMLElement | null): void => {
  element?.scrollIntoView({ block: 'center' })
}

interface Props {
  readonly card: CardView
  readonly line: number | null
  readonly onClose: () => void
}

export function SourceSheet({ card: { source, text, reading }, line, onClose }: Props) {
  const flagged = new Set(reading.findings.filter(({ severity }) => severity !== 'info').map((one) => one.line))
  return (
    <Sheet title={t('cardpage.source-title', { name: source.name })} onClose={onClose}>
      <ol className="document" tabIndex={0} aria-label={source.name}>
        {text.split('\n').map((content, at) => {
          const number = at + 1
          const looks = [number === line ? 'here' : '', flagged.has(number) ? 'flagged' : ''].filter(Boolean).join(' ')
          return (
            <li
              key={number}
              className={looks}
              aria-current={number === line ? 'location' : undefined}
              {...(number === line ? { ref: intoView } : {})}
            >
              {content}
            </li>
          )
        })}
      </ol>
    </Sheet>
  )
}
