/** Writes on a card by hand, field by field; only what was changed is saved, and it stands above every source. */
import { useMemo, useState } from 'react'
import { nameOf } from '../../../shared/domain/card/contact-name.ts'
import type { CardField } from '../../../shared/domain/card/fields.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import type { CardView } from '../../../shared/ipc/card-views.ts'
import { editCard, uneditCard } from '../../state/cards.ts'
import { showDone, told } from '../../state/toasts.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { ProblemNote } from '../../ui/note.tsx'
import { t } from '../../ui/t.ts'
import { groups } from './edit-form.ts'
import { EditRow } from './edit-row.tsx'
import { partIds, textsOf, type PartId, type Texts } from './edit-texts.ts'
import { editOf, fieldOfPart, type EditField } from './edit-values.ts'

interface Props {
  readonly card: CardView
  readonly onClose: () => void
}

export function EditSheet({ card, onClose }: Props) {
  const [typed, setTyped] = useState<Partial<Texts>>({})
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<Saying | null>(null)
  const [busy, setBusy] = useState(false)
  const before = useMemo(() => textsOf(card), [card])
  const texts: Texts = { ...before, ...typed }
  const changed = [...new Set(partIds.filter((part) => texts[part] !== before[part]).map(fieldOfPart))]
  const reads = new Map(changed.map((field) => [field, editOf(field, texts)]))
  const edits = [...reads.values()].flatMap((read) => (read.ok ? [read.value] : []))
  const errors = changed.length - edits.length
  const place = problem === null ? null : placeOf(problem, changed)
  const save = async (): Promise<void> => {
    setBusy(true)
    const answer = await editCard({ card: card.id, edits, reason: reason.trim() })
    setBusy(false)
    if (!answer.ok) return setProblem(answer.problem)
    showDone(saying('cardedit.saved', { n: edits.length }))
    onClose()
  }
  const giveUp = async (field: CardField): Promise<void> => {
    if (told(await uneditCard({ card: card.id, fields: [field] })) === null) return
    setTyped(Object.fromEntries(Object.entries(typed).filter(([part]) => part.split('.')[0] !== field)))
    showDone(saying('cardedit.given-up', { field: t(`cardfield.${field}`) }))
  }
  return (
    <Sheet
      title={t('cardedit.title', { name: nameOf(card.reading) })}
      sentence={t('cardedit.why')}
      onClose={onClose}
      foot={
        <>
          <span className="grow">
            <TextField label={t('cardedit.reason')} value={reason} onChange={setReason} />
          </span>
          <Button onPress={onClose} kbd="Esc">
            {t('page.cancel')}
          </Button>
          <ActionButton
            keys="Ctrl+Enter"
            inText
            look="filled"
            label={edits.length === 0 ? t('cardedit.save-none') : t('cardedit.save', { n: edits.length })}
            disabled={busy || edits.length === 0 || errors > 0}
            onAct={() => void save()}
          />
        </>
      }
    >
      <div className="edit-form">
        {problem === null || place !== null ? null : <ProblemNote problem={problem} />}
        {errors === 0 ? null : <p className="late">{t('cardedit.errors', { n: errors })}</p>}
        {groups.map(({ id, parts }) => (
          <section key={id} aria-label={t(`cardedit.group.${id}`)}>
            <h2>{t(`cardedit.group.${id}`)}</h2>
            {parts.map((part) => (
              <EditRow
                key={part}
                card={card}
                part={part}
                text={texts[part]}
                read={isFirstChanged(part, texts, before) ? (reads.get(fieldOfPart(part)) ?? null) : null}
                problem={place === fieldOfPart(part) && texts[part] !== before[part] ? problem : null}
                tells={isFirst(part)}
                onText={(text) => {
                  setTyped({ ...typed, [part]: text })
                  setProblem(null)
                }}
                onGiveUp={(field) => void giveUp(field)}
              />
            ))}
          </section>
        ))}
      </div>
    </Sheet>
  )
}

const isFirst = (part: PartId): boolean => partIds.find((one) => fieldOfPart(one) === fieldOfPart(part)) === part

/** The preview of a field of several parts stands beside the first that was changed. */
const isFirstChanged = (part: PartId, texts: Texts, before: Texts): boolean =>
  partIds.find((one) => fieldOfPart(one) === fieldOfPart(part) && texts[one] !== before[one]) === part

const places: Partial<Readonly<Record<Saying['code'], readonly EditField[]>>> = {
  'edit-phone': ['phones'],
  'edit-network': ['networks'],
  'edit-domain': ['networks'],
  'edit-language': ['languages'],
  'edit-duration': ['responsePromises'],
  'edit-url': ['forms'],
  'edit-fingerprint': ['members', 'keys'],
  'edit-country': ['country'],
  'edit-subdivision': ['subdivision'],
  'hours-not-read': ['hours', 'coverage'],
}

/** The field that a refusal is about, as far as its code tells. */
const placeOf = ({ code }: Saying, changed: readonly EditField[]): EditField | null =>
  places[code]?.find((field) => changed.includes(field)) ?? null
