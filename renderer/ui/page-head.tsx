/** The 44 px head of every page: title, one plain sentence, actions with their keys. */
import type { ReactNode } from 'react'

export interface PageHeadProps {
  readonly title: ReactNode
  readonly sentence?: ReactNode
  readonly actions?: ReactNode
}

export function PageHead({ title, sentence, actions }: PageHeadProps) {
  return (
    <header className="page-head">
      <h1>{title}</h1>
      <p className="page-head-sentence cut">{sentence}</p>
      <div className="page-head-actions">{actions}</div>
    </header>
  )
}
