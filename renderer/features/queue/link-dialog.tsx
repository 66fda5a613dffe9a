/** Links the case to another: found by number or title, with how the two belong together. */
import { useDeferredValue, useEffect, useState } from 'react'
import { linkRelations } from '../../../shared/domain/case/vocabulary.ts'
import { saying } from '../../../shared/words/say.ts'
import { find, useFound } from '../../state/find.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { Choices } from '../../ui/checkbox.tsx'
import { TextField } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'
import { actOn } from './acts.ts'

interface Props {
  readonly number: string
  readonly title: string
  readonly onClose: () => void
}

export function LinkDialog({ number, title, onClose }: Props) {
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const [relation, setRelation] = useState<(typeof linkRelations)[number]>('related')
  const asked = useDeferredValue(words)
  useEffect(() => void find(asked), [asked])
  const found = useFound().cases.filter((one) => one.number !== number)
  const to = found.find((one) => one.number === chosen)?.number ?? found[0]?.number ?? null
  const go = async (): Promise<void> => {
    if (to === null) return
    const done = await actOn([number], { do: 'link', to, relation, on: true }, () =>
      saying('queue.linked', { number, to }),
    )
    if (done) onClose()
  }
  return (
    <AskDialog
      title={t('queue.link-title')}
      sentence={`${number} · ${title}. ${t('queue.link-sentence')}`}
      go={t('queue.link-go')}
      ready={to !== null}
      onGo={go}
      onClose={onClose}
    >
      <Choices
        label={t('queue.link-how')}
        look="segments"
        value={relation}
        onChange={setRelation}
        choices={linkRelations.map((value) => ({ value, label: t(`queue.link.${value}`) }))}
      />
      <TextField label={t('queue.link-find')} value={words} onChange={setWords} autoFocus />
      {found.length === 0 ? null : (
        <Choices
          label={t('queue.column.number')}
          hideLabel
          value={to}
          onChange={setChosen}
          choices={found.map((one) => ({ value: one.number, label: one.title, detail: one.number }))}
        />
      )}
    </AskDialog>
  )
}
