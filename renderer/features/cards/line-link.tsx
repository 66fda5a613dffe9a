/** The line that a value was read from, at the end of the value: pressing it shows the source there. */
import { createContext, use } from 'react'
import type { CardField } from '../../../shared/domain/card/fields.ts'
import { t } from '../../ui/t.ts'

/** `field`: whose source the line belongs to; null: the newest source with a text. */
export const ShowLine = createContext<(line: number, field: CardField | null) => void>(() => undefined)

interface Props {
  readonly line: number | null
  readonly field?: CardField | null
}

/** Nothing for line 0: a person wrote it, or its file has no lines. */
export function LineLink({ line, field = null }: Props) {
  const show = use(ShowLine)
  if (line === null || line === 0) return null
  return (
    <button type="button" className="line-link" title={t('page.show-line', { line })} onClick={() => show(line, field)}>
      {t('page.line', { line })}
    </button>
  )
}
