/** A short state in words with an icon; coloured only where something departs from normal. */
import type { ReactNode } from 'react'

export function Tag({
  tone = 'plain',
  children,
}: {
  readonly tone?: 'plain' | 'late' | 'soon' | 'good' | 'unknown'
  readonly children: ReactNode
}) {
  return <span className={`tag tag-${tone}`}>{children}</span>
}

/** The personal code of an analyst. */
export const Person = ({ code }: { readonly code: string }) => <span className="person">{code}</span>
