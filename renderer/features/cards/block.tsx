/** The parts that a column of a card is made of: a titled block, and a line with its name, value and the place it was read at. */
import type { ReactNode } from 'react'
import type { CardField } from '../../../shared/domain/card/fields.ts'
import { LineLink } from './line-link.tsx'

interface BlockProps {
  readonly title: string
  readonly note?: string
  readonly aside?: ReactNode
  readonly children: ReactNode
}

export const Block = ({ title, note, aside, children }: BlockProps) => (
  <section className="card-block" aria-label={title}>
    <h2>
      {title}
      {note === undefined ? null : <small>{note}</small>}
      {aside === undefined ? null : <span className="card-aside">{aside}</span>}
    </h2>
    {children}
  </section>
)

interface LineProps {
  readonly name: string
  readonly value: ReactNode
  readonly detail?: string
  readonly line?: number | null
  readonly field?: CardField
}

export const Line = ({ name, value, detail, line = null, field }: LineProps) => (
  <div className="card-line">
    <span className="dim">{name}</span>
    <div>
      {value}
      {detail === undefined || detail === '' ? null : <p className="dim">{detail}</p>}
    </div>
    <LineLink line={line} field={field ?? null} />
  </div>
)
