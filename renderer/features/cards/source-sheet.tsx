/** A source as it was read, with real line numbers, opened at the line that a value came from. */
import { useState } from 'react'
import type { CardView } from '../../../shared/ipc/card-views.ts'
import { sourceTexts } from '../../state/cards.ts'
import { Sheet } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/note.tsx'
import { Select } from '../../ui/select.tsx'
import { SignatureNote } from '../../ui/signature-note.tsx'
import { t } from '../../ui/t.ts'

export interface SourcePlace {
  /** Id of a source of the card. */
  readonly source: string
  readonly line: number | null
}

interface Props {
  readonly card: CardView
  readonly place: SourcePlace
  readonly onClose: () => void
}

export function SourceSheet({ card, place, onClose }: Props) {
  const withText = card.sources.filter(({ hasText }) => hasText)
  const [chosen, setChosen] = useState(place.source)
  const source = withText.find(({ id }) => id === chosen) ?? card.source
  const isNewest = source.id === card.source.id
  const asked = sourceTexts.use(isNewest ? null : `${card.id}\n${source.id}`)
  const text = isNewest ? card.text : (asked.value?.text ?? null)
  return (
    <Sheet
      title={t('cardpage.source-title', { name: source.name })}
      sentence={<SignatureNote signature={source.signature} />}
      onClose={onClose}
    >
      {withText.length < 2 ? null : (
        <Select
          label={t('cardpage.source-choice')}
          value={source.id}
          choices={withText.map(({ id, name, kind, readAt }) => ({
            value: id,
            label: `${name}, ${t(`source.${kind}`)}, ${readAt.slice(0, 10)}`,
          }))}
          onChange={setChosen}
        />
      )}
      {asked.problem === null ? null : <ProblemNote problem={asked.problem} />}
      {text === null ? null : (
        <Text
          name={source.name}
          text={text}
          line={source.id === place.source ? place.line : null}
          flagged={isNewest ? flaggedOf(card) : new Set()}
        />
      )}
    </Sheet>
  )
}

const flaggedOf = ({ reading }: CardView): ReadonlySet<number | null> =>
  new Set(reading.findings.filter(({ severity }) => severity !== 'info').map((one) => one.line))

const intoView = (element: HTMLElement | null): void => {
  element?.scrollIntoView({ block: 'center' })
}

interface TextProps {
  readonly name: string
  readonly text: string
  readonly line: number | null
  readonly flagged: ReadonlySet<number | null>
}

function Text({ name, text, line, flagged }: TextProps) {
  return (
    <ol className="document" tabIndex={0} aria-label={name}>
      {text.split('\n').map((content, at) => {
        const number = at + 1
        const looks = [number === line ? 'here' : '', flagged.has(number) ? 'flagged' : ''].filter(Boolean).join(' ')
        return (
          <li
            key={number}
            className={looks}
            aria-current={number === line ? 'location' : undefined}
            {...(number === line ? { ref: intoView } : {})}
          >
            {content}
          </li>
        )
      })}
    </ol>
  )
}
