/** The text as it is typed, with the words underlined that the gate stops at: under the field lies the same text, which only shows the lines. */
import { useRef } from 'react'
import { itemSpans, type Span } from '../../../shared/domain/redaction/spans.ts'
import { TextArea } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'

interface Props {
  readonly text: string
  readonly onChange: (text: string) => void
  /** As the gate names them. */
  readonly offending: readonly string[]
}

export function MarkedText({ text, onChange, offending }: Props) {
  const under = useRef<HTMLDivElement>(null)
  const spans = itemSpans(text, offending)
  return (
    <div
      className="form-text marked-text"
      onScrollCapture={({ target }) => {
        if (under.current !== null && target instanceof HTMLTextAreaElement) under.current.scrollTop = target.scrollTop
      }}
    >
      <div className="marked-under" ref={under} aria-hidden>
        {pieces(text, spans).map(([piece, isMarked], at) =>
          isMarked ? <mark key={at}>{piece}</mark> : <span key={at}>{piece}</span>,
        )}
        {'\n'}
      </div>
      <TextArea
        label={t('compose.text')}
        placeholder={t('compose.text-hint')}
        rows={8}
        value={text}
        onChange={onChange}
      />
    </div>
  )
}

/** The text cut at the spans, in order: [words, marked]. */
function pieces(text: string, spans: readonly Span[]): readonly (readonly [string, boolean])[] {
  const cuts = spans.flatMap(({ from, to }, at): (readonly [string, boolean])[] => [
    [text.slice(spans[at - 1]?.to ?? 0, from), false],
    [text.slice(from, to), true],
  ])
  return [...cuts, [text.slice(spans.at(-1)?.to ?? 0), false]]
}
