/** Boxed sentences: `Note` for something to know, `ProblemNote` for a refusal (what happened, what is safe, what to do, code). */
import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Saying } from '../../shared/words/say.ts'
import { sentence } from './t.ts'

const icons = { plain: Info, condition: TriangleAlert, stop: CircleAlert }

export function Note({
  tone = 'plain',
  children,
  code,
}: {
  readonly tone?: keyof typeof icons
  readonly children: ReactNode
  readonly code?: string
}) {
  const Icon = icons[tone]
  return (
    <div className={`note note-${tone}`}>
      <Icon aria-hidden />
      <div className="grow">{children}</div>
      {code === undefined ? null : <code className="note-code">{code}</code>}
    </div>
  )
}

export function ProblemNote({ problem, action }: { readonly problem: Saying; readonly action?: ReactNode }) {
  return (
    <div role="alert">
      <Note tone="stop" code={problem.code}>
        <p>{sentence(problem)}</p>
        {action}
      </Note>
    </div>
  )
}
