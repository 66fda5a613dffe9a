/** One block of settings over the whole width, for tables; what can be done stands at the right of its title. */
import type { ReactNode } from 'react'

interface Props {
  readonly title: string
  readonly why?: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}

export function WideBlock({ title, why, actions, children }: Props) {
  return (
    <section className="settings-block settings-block-wide">
      <div className="row">
        <div className="grow">
          <h2>{title}</h2>
          {why === undefined ? null : <p className="dim">{why}</p>}
        </div>
        {actions}
      </div>
      {children}
    </section>
  )
}
