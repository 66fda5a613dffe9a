/** One part of a card being edited: its text, what it reads as, where the value comes from, and the way back to the sources. */
import { Check, Pencil } from 'lucide-react'
import type { CardView } from '../../../shared/ipc/card-views.ts'
import type { CardField } from '../../../shared/domain/card/fields.ts'
import type { Result } from '../../../shared/kit/result.ts'
import type { CardEdit } from '../../../shared/ipc/card-edits.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { Button } from '../../ui/button.tsx'
import { Field, TextArea, TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { formatTime } from '../../ui/time-format.ts'
import { sentence, t } from '../../ui/t.ts'
import { choicesOf, hintOf, labelOf, monoParts, roleChoices, rowsOf } from './edit-form.ts'
import { previewWords } from './edit-preview.ts'
import type { PartId } from './edit-texts.ts'
import { Toggle } from './toggle.tsx'

interface Props {
  readonly card: CardView
  readonly part: PartId
  readonly text: string
  /** What the texts of its field read as; null while nothing of it was changed. */
  readonly read: Result<CardEdit, Saying> | null
  /** Refused by core. */
  readonly problem: Saying | null
  /** One part of each field tells where the field comes from. */
  readonly tells: boolean
  readonly onText: (text: string) => void
  readonly onGiveUp: (field: CardField) => void
}

export function EditRow(props: Props) {
  const { part, text, read, problem, onText, tells } = props
  const bad = problem ?? (read?.ok === false ? read.problem : null)
  return (
    <div className={read === null ? 'edit-row' : 'edit-row changed'}>
      <Input part={part} text={text} error={bad === null ? null : sentence(bad)} onText={onText} />
      <div className="edit-side">
        {read?.ok === true ? <Preview edit={read.value} /> : null}
        {tells ? <Origin {...props} /> : null}
      </div>
    </div>
  )
}

interface InputProps {
  readonly part: PartId
  readonly text: string
  readonly error: string | null
  readonly onText: (text: string) => void
}

function Input({ part, text, error, onText }: InputProps) {
  const label = labelOf(part)
  const choices = choicesOf(part, text)
  if (part === 'roles') return <Roles label={label} text={text} onText={onText} />
  if (choices !== undefined) return <Select label={label} value={text} choices={choices} onChange={onText} />
  const rows = rowsOf[part]
  const common = {
    label,
    value: text,
    onChange: onText,
    error,
    mono: monoParts.has(part),
    ...(hintOf(part) === undefined ? {} : { hint: hintOf(part) }),
    autoFocus: part === 'names.short',
  }
  return rows === undefined ? (
    <TextField {...common} />
  ) : (
    <TextArea {...common} rows={Math.max(rows, Math.min(8, text.split('\n').length))} />
  )
}

function Roles({
  label,
  text,
  onText,
}: {
  readonly label: string
  readonly text: string
  readonly onText: (text: string) => void
}) {
  const chosen = new Set(text.split(', ').filter((role) => role !== ''))
  const flip = (role: string): void =>
    onText((chosen.has(role) ? [...chosen].filter((one) => one !== role) : [...chosen, role]).join(', '))
  return (
    <Field label={label}>
      <div className="chips">
        {roleChoices().map(({ id, label: words }) => (
          <Toggle key={id} label={words} on={chosen.has(id)} onPress={() => flip(id)} />
        ))}
      </div>
    </Field>
  )
}

function Preview({ edit }: { readonly edit: CardEdit }) {
  const words = previewWords(edit)
  if (edit.field === 'note') return null
  return (
    <div className="edit-preview">
      <Check aria-hidden />
      <div>
        <small className="dim">{words.length === 0 ? t('cardedit.empty') : t('cardedit.reads')}</small>
        {words.map((line, at) => (
          <p key={at}>{line}</p>
        ))}
      </div>
    </div>
  )
}

function Origin({ card, part, onGiveUp }: Props) {
  const [field] = part.split('.')
  const provenance = card.provenance.find((one) => one.field === field)
  if (provenance === undefined) return null
  const named = (id: string): string => card.sources.find((source) => source.id === id)?.name ?? id
  const others = provenance.others.map(named).join(', ')
  const byHand = provenance.source === 'hand'
  return (
    <div className="edit-origin">
      <p className={byHand ? '' : 'dim'}>
        {byHand ? <Pencil aria-hidden /> : null}
        {byHand
          ? t('cardedit.by-hand', { code: provenance.code ?? '', at: formatTime(provenance.at, 'day') })
          : t('cardedit.from', { source: named(provenance.source) })}
      </p>
      {others === '' ? null : <p className="soon">{t('cardedit.others', { names: others })}</p>}
      {byHand ? (
        <Button
          look="link"
          label={t('cardedit.give-up-of', { field: t(`cardfield.${provenance.field}`) })}
          onPress={() => onGiveUp(provenance.field)}
        >
          {t('cardedit.give-up')}
        </Button>
      ) : null}
    </div>
  )
}
