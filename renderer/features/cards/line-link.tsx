/** The line that a value was read from, at the end of the value: pressing it shows the document there. */
import { createContext, use } from 'react'
import { t } from '../../ui/t.ts'

export const ShowLine = createContext<(line: number) => void>(() => undefined)

export function LineLink({ line }: { readonly line: number | null }) {
  const show = use(ShowLine)
  if (line === null) return null
  return (
    <button type="button" className="line-link" title={t('page.show-line', { line })} onClick={() => show(line)}>
      {t('page.line', { line })}
    </button>
  )
}
