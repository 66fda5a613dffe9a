/** An empty place says which of three it is: none yet, hidden by a filter, or unreadable; and what fills it. */
import { CircleAlert, Inbox, SearchX } from 'lucide-react'
import type { ReactNode } from 'react'

const icons = { none: Inbox, filtered: SearchX, unreadable: CircleAlert }

export interface EmptyProps {
  readonly kind: keyof typeof icons
  readonly title: string
  readonly children?: ReactNode
  readonly action?: ReactNode
}

export function Empty({ kind, title, children, action }: EmptyProps) {
  const Icon = icons[kind]
  return (
    <div className="empty">
      <Icon aria-hidden />
      <p className="empty-title">{title}</p>
      {children === undefined ? null : <p>{children}</p>}
      {action}
    </div>
  )
}
