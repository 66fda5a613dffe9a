/** One block of settings: what it is at the left, what can be done at the right. */
import type { ReactNode } from 'react'

export function Block({
  title,
  why,
  children,
}: {
  readonly title: string
  readonly why?: string
  readonly children: ReactNode
}) {
  return (
    <section className="settings-block">
      <div>
        <h2>{title}</h2>
        {why === undefined ? null : <p className="dim">{why}</p>}
      </div>
      <div className="stack">{children}</div>
    </section>
  )
}
