/** Puts the indicators of one contact into an open case as observables. */
import { useState } from 'react'
import { saying } from '../../../shared/words/say.ts'
import type { LookupRow } from '../../../shared/domain/directory/lookup-answer.ts'
import { changeCase } from '../../state/open-case.ts'
import { openCaseChoices } from '../../state/queue.ts'
import { showDone, told } from '../../state/toasts.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { t } from '../../ui/t.ts'

interface Props {
  readonly rows: readonly LookupRow[]
  readonly onClose: () => void
}

export function AddToCase({ rows, onClose }: Props) {
  const cases = openCaseChoices.use().value ?? []
  const [chosen, setChosen] = useState('')
  const number = chosen === '' ? (cases[0]?.number ?? '') : chosen
  const add = async (): Promise<void> => {
    const observables = rows.map(({ kind, normal }) => ({ type: kind, value: normal }))
    const done = told(await changeCase(number, { do: 'observe', observables, state: 'seen' }))
    if (done === null) return
    showDone(saying('directory.added', { n: observables.length, number }))
    onClose()
  }
  return (
    <AskDialog
      title={t('directory.add-case', { n: rows.length })}
      onClose={onClose}
      go={t('directory.add')}
      ready={number !== ''}
      onGo={add}
    >
      <Select
        label={t('directory.case')}
        value={number}
        choices={cases.map((row) => ({ value: row.number, label: `${row.number} ${row.title}` }))}
        onChange={setChosen}
      />
    </AskDialog>
  )
}
