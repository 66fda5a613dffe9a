/** The pane at the right of a page, its sections, and lists of facts. */
import type { ReactNode } from 'react'

export function Pane({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <aside className="pane" aria-label={label} tabIndex={0}>
      <div className="pane-inner">{children}</div>
    </aside>
  )
}

export function Section({
  title,
  aside,
  children,
}: {
  readonly title: string
  readonly aside?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <section className="section">
      <div className="section-head">
        <h3>{title}</h3>
        {aside}
      </div>
      {children}
    </section>
  )
}

export function Facts({ facts }: { readonly facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="facts">
      {facts.map(([name, value]) => [<dt key={`${name}-name`}>{name}</dt>, <dd key={name}>{value}</dd>])}
    </dl>
  )
}
