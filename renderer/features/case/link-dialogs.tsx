/** Cases that belong together: linked with what they are to each other, never merged. */
import { useState } from 'react'
import type { Link } from '../../../shared/domain/case/case.ts'
import { linkRelations, type LinkRelation } from '../../../shared/domain/case/vocabulary.ts'
import { caseSearches } from '../../state/case-work.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { Choices } from '../../ui/checkbox.tsx'
import { TextField } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'
import { act } from './act.ts'
import type { LayerProps } from './case-desk.ts'

/** `to`: the case that is proposed. */
export function LinkDialog({
  view: { state, seenElsewhere },
  onClose,
  to = '',
}: LayerProps & { readonly to?: string }) {
  const [words, setWords] = useState(to)
  const [chosen, setChosen] = useState<string | null>(to === '' ? null : to)
  const [relation, setRelation] = useState<LinkRelation>('related')
  const found = caseSearches.use(words.trim()).value?.cases ?? []
  const seen = seenElsewhere.map(({ number, title }) => ({ number, title, phase: '' }))
  const listed = (words.trim() === '' && seen.length > 0 ? seen : found)
    .filter(({ number }, at, all) => number !== state.number && all.findIndex((one) => one.number === number) === at)
    .slice(0, 8)
  const number = listed.some((one) => one.number === chosen) ? chosen : (listed[0]?.number ?? null)
  const go = async (): Promise<void> => {
    if (number === null) return
    if ((await act(state.number, { do: 'link', to: number, relation, on: true })) !== null) onClose()
  }
  return (
    <AskDialog
      title={t('casework.link-title')}
      sentence={t('casework.link-why')}
      go={t('casework.link-go')}
      ready={number !== null}
      onGo={go}
      onClose={onClose}
    >
      <TextField label={t('casework.link-find')} value={words} onChange={setWords} autoFocus />
      {listed.length === 0 ? (
        <p className="dim">{t('casework.link-none')}</p>
      ) : (
        <Choices
          label={t('casework.link-case')}
          value={number}
          choices={listed.map((one) => ({ value: one.number, label: `${one.number}  ${one.title}` }))}
          onChange={setChosen}
        />
      )}
      <Choices
        label={t('casework.link-relation')}
        look="segments"
        value={relation}
        choices={linkRelations.map((value) => ({ value, label: t(`relation.${value}`) }))}
        onChange={setRelation}
      />
    </AskDialog>
  )
}

export const unlink = (number: string, { to, relation }: Link): Promise<unknown> =>
  act(number, { do: 'link', to, relation, on: false })
