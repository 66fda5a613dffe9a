/** Two cards of one team become one: where they differ, a person says field by field which value holds. */
import { useState } from 'react'
import { nameOf } from '../../../shared/domain/card/contact-name.ts'
import type { CardField } from '../../../shared/domain/card/fields.ts'
import { saying } from '../../../shared/words/say.ts'
import type { CardView, FieldChange } from '../../../shared/ipc/card-views.ts'
import { cardLists, comparisons, mergeCards } from '../../state/cards.ts'
import { showDone, told } from '../../state/toasts.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { changeWords } from '../../ui/card-words.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { ProblemNote } from '../../ui/note.tsx'
import { Select } from '../../ui/select.tsx'
import { t } from '../../ui/t.ts'

/** More than fit into a choice are found by their words. */
const most = 200

interface Props {
  readonly card: CardView
  readonly onClose: () => void
}

export function MergeDialog({ card, onClose }: Props) {
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState('')
  const [take, setTake] = useState<ReadonlySet<CardField>>(new Set())
  const rows = (cardLists.use(search.trim()).value ?? []).filter(({ id, own }) => id !== card.id && !own)
  const other = rows.find(({ id }) => id === chosen) ?? rows[0]
  const compared = comparisons.use(other === undefined ? null : `${other.id}\n${card.id}`)
  const changes = compared.value ?? []
  const name = nameOf(card.reading)
  const merge = async (): Promise<void> => {
    if (other === undefined) return
    const taken = changes.map(({ field }) => field).filter((field) => take.has(field))
    if (told(await mergeCards({ from: other.id, into: card.id, take: taken })) === null) return
    showDone(saying('cardmerge.done', { other: other.name, name }))
    onClose()
  }
  return (
    <Dialog
      title={t('cardmerge.title', { name })}
      sentence={t('cardmerge.why')}
      onClose={onClose}
      wide
      foot={
        <>
          <span className="grow dim">{countWords(changes, take, other?.name ?? '')}</span>
          <Button onPress={onClose} kbd="Esc">
            {t('page.cancel')}
          </Button>
          <ActionButton
            keys="Ctrl+Enter"
            inText
            look="filled"
            label={t('cardmerge.go', { other: other?.name ?? '…', name })}
            disabled={other === undefined || compared.value === null}
            onAct={() => void merge()}
          />
        </>
      }
    >
      <div className="merge-find">
        <TextField label={t('cardmerge.find')} type="search" value={search} onChange={setSearch} autoFocus />
        {other === undefined ? (
          <p className="dim">{t('cardmerge.none')}</p>
        ) : (
          <Select
            label={t('cardmerge.other')}
            value={other.id}
            choices={rows.slice(0, most).map((row) => ({
              value: row.id,
              label: [row.name, row.fullName, row.country].filter((part) => part !== null).join(', '),
            }))}
            onChange={(id) => {
              setChosen(id)
              setTake(new Set())
            }}
          />
        )}
      </div>
      {compared.problem === null ? null : <ProblemNote problem={compared.problem} />}
      {other === undefined
        ? null
        : changes.map((change) => (
            <Duel
              key={change.field}
              change={change}
              names={[name, other.name]}
              taken={take.has(change.field)}
              onTake={(yes) =>
                setTake(new Set(yes ? [...take, change.field] : [...take].filter((one) => one !== change.field)))
              }
            />
          ))}
    </Dialog>
  )
}

function countWords(changes: readonly FieldChange[], take: ReadonlySet<CardField>, other: string): string {
  if (other === '') return ''
  if (changes.length === 0) return t('cardmerge.same')
  return t('cardmerge.count', { n: changes.length, take: changes.filter(({ field }) => take.has(field)).length, other })
}

interface DuelProps {
  readonly change: FieldChange
  readonly names: readonly [string, string]
  readonly taken: boolean
  readonly onTake: (taken: boolean) => void
}

/** Two equal boxes; one of them holds. */
function Duel({ change, names, taken, onTake }: DuelProps) {
  const sides = [change.before, change.after]
  return (
    <fieldset className="merge-duel">
      <legend>{t(`cardfield.${change.field}`)}</legend>
      {sides.map((value, side) => {
        const isOther = side === 1
        const words = changeWords(change, value)
        return (
          <label key={side} className={taken === isOther ? 'merge-side chosen' : 'merge-side'}>
            <input
              type="radio"
              name={`merge-${change.field}`}
              checked={taken === isOther}
              onChange={() => onTake(isOther)}
            />
            <span>
              <small className="dim">{names[side]}</small>
              {words.length === 0 ? <p className="dim">{t('cardmerge.nothing')}</p> : null}
              {words.map((line, at) => (
                <p key={at}>{line}</p>
              ))}
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}
