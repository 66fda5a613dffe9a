/** A line of a document as it is: characters that would be obeyed or not be seen stand as marks with their names. */
import { Fragment, type ReactNode } from 'react'

const unseen = /[\p{Cc}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu

export function visibleText(line: string): ReactNode {
  const text = line.replace(/\r$/, '').replaceAll('\t', '    ')
  const parts = text.split(unseen)
  if (parts.length === 1) return text
  const marks = text.match(unseen) ?? []
  return parts.map((part, at) => {
    const mark = marks[at]
    return (
      <Fragment key={at}>
        {part}
        {mark === undefined ? null : (
          <span className="unseen-mark">U+{mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}</span>
        )}
      </Fragment>
    )
  })
}
