/** A box with a head: title, small note, and what can be done with it. */
import type { ReactNode } from 'react'

interface Props {
  readonly title: string
  readonly note?: string
  readonly aside?: ReactNode
  readonly children: ReactNode
}

export const Panel = ({ title, note, aside, children }: Props) => (
  <section className="panel" aria-label={title}>
    <h2 className="panel-head">
      {title} <small>{note}</small>
      <span>{aside}</span>
    </h2>
    {children}
  </section>
)
