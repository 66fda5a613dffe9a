/** The card field by field: what was read, what to look at, what changes against the card that is here, and which value stays. */
import { Check, CircleDashed, CircleHelp, Wrench } from 'lucide-react'
import type { CardField } from '../../../shared/domain/card/fields.ts'
import { Tag } from '../../ui/tag.tsx'
import { t } from '../../ui/t.ts'
import { changeWords } from '../../ui/card-words.ts'
import type { FieldRow } from './fields-of.ts'

const icons = { read: Check, look: CircleDashed, repaired: Wrench, missing: CircleHelp }
const shownWords = 6

interface Props {
  readonly rows: readonly FieldRow[]
  readonly chosen: CardField | null
  readonly keep: ReadonlySet<CardField>
  readonly onChoose: (row: FieldRow) => void
}

const rowId = (field: CardField): string => `import-field-${field}`

export function FieldList({ rows, chosen, keep, onChoose }: Props) {
  return (
    <ul
      className="import-fields pick-list"
      data-list
      tabIndex={0}
      role="listbox"
      aria-label={t('cardimport.card')}
      aria-activedescendant={chosen === null ? undefined : rowId(chosen)}
    >
      {rows.map((row) => (
        <li
          key={row.field}
          id={rowId(row.field)}
          role="option"
          aria-selected={row.field === chosen}
          className={`import-field pick-row ${row.state}`}
          onClick={() => onChoose(row)}
        >
          <Row row={row} kept={keep.has(row.field) || row.change?.byHand === true} />
        </li>
      ))}
    </ul>
  )
}

function Row({ row, kept }: { readonly row: FieldRow; readonly kept: boolean }) {
  const { field, words, lines, state, change } = row
  const Icon = icons[state]
  return (
    <>
      <Icon aria-label={t(`cardimport.state.${state}`)} />
      <span className="dim">{t(`cardfield.${field}`)}</span>
      <div>
        {change === null ? (
          <Words words={words} />
        ) : (
          <>
            <div className={kept ? '' : 'import-old'}>
              <small>{t(`cardimport.before`)}</small>
              <Words words={changeWords(change, change.before)} />
            </div>
            <div className={kept ? 'import-old' : ''}>
              <small>{t(`cardimport.after`)}</small>
              <Words words={changeWords(change, change.after)} />
            </div>
            <p className="row">
              <Tag tone={kept ? 'plain' : 'soon'}>{kept ? t('cardimport.keeps-old') : t('cardimport.takes-new')}</Tag>
              {change.byHand ? <span className="dim">{t('cardimport.by-hand')}</span> : null}
            </p>
          </>
        )}
      </div>
      <span className="import-where mono">{whereOf(lines)}</span>
    </>
  )
}

function Words({ words }: { readonly words: readonly string[] }) {
  if (words.length === 0) return <p className="dim">{t('cardimport.says-nothing')}</p>
  return (
    <>
      {words.slice(0, shownWords).map((line, at) => (
        <p key={at} className="import-words">
          {line}
        </p>
      ))}
      {words.length > shownWords ? (
        <p className="dim">{t('cardimport.more', { n: words.length - shownWords })}</p>
      ) : null}
    </>
  )
}

/** "L69–95", "L51, 117". */
function whereOf(lines: readonly number[]): string {
  const [first] = lines
  const last = lines.at(-1)
  if (first === undefined || last === undefined) return ''
  const run = lines.length > 2 && last - first === lines.length - 1
  return run ? `L${String(first)}–${String(last)}` : `L${lines.slice(0, 3).join(', ')}${lines.length > 3 ? '…' : ''}`
}

export function revealField(field: CardField): void {
  document.getElementById(rowId(field))?.scrollIntoView({ block: 'nearest' })
}
