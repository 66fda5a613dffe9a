/** Why this way, what to mind, and what is on the card but must not be used for this. */
import { Ban, Check, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Reach } from '../../../shared/domain/reach/reach.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { sentence, t } from '../../ui/t.ts'
import { LineLink } from './line-link.tsx'
import { fieldOf, fieldOfWay, lineOf } from './reach-words.ts'

export function ReachDetails({ reach: { reasons, warnings, refused } }: { readonly reach: Reach }) {
  return (
    <div className="reach-details">
      <Part title={t('cardpage.reasons')} none="">
        {reasons.map((reason) => (
          <Said key={keyOf(reason)} icon={<Check aria-hidden />} said={reason} />
        ))}
      </Part>
      <Part title={t('cardpage.traps')} none={warnings.length === 0 ? t('cardpage.traps-none') : ''}>
        {warnings.map((warning) => (
          <Said key={keyOf(warning)} icon={<TriangleAlert aria-hidden className="soon" />} said={warning} />
        ))}
      </Part>
      <Part title={t('cardpage.refused')} none={refused.length === 0 ? t('cardpage.refused-none') : ''}>
        {refused.map(({ kind, value, line, because }) => (
          <li key={`${kind}${value}${String(line)}`}>
            <Ban aria-hidden className="soon" />
            <div>
              <span className="strong">{value}</span>
              <p className="dim">{sentence(because)}</p>
            </div>
            <LineLink line={line} field={fieldOfWay[kind]} />
          </li>
        ))}
      </Part>
    </div>
  )
}

const keyOf = ({ code, params }: Saying): string => code + JSON.stringify(params)

function Part({
  title,
  none,
  children,
}: {
  readonly title: string
  readonly none: string
  readonly children: ReactNode
}) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {none === '' ? null : <p className="dim">{none}</p>}
      <ul className="reach-list">{children}</ul>
    </section>
  )
}

const Said = ({ icon, said }: { readonly icon: ReactNode; readonly said: Saying }) => (
  <li>
    {icon}
    <div>{sentence(said)}</div>
    <LineLink line={lineOf(said)} field={fieldOf(said)} />
  </li>
)
