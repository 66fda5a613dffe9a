/** Chooses one or several cases for a report, by search; cases that look alike come first and are ticked. */
import { useEffect, useState } from 'react'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { Intake } from '../../../shared/ipc/views.ts'
import { client } from '../../bridge/client.ts'
import { told } from '../../state/toasts.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { TextField } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'

type Found = Output<'case.list'>['cases'][number]

interface Props {
  readonly similar: Intake['similar']
  /** Only one may be chosen. */
  readonly one?: boolean
  readonly onAttach: (numbers: readonly string[]) => void
  readonly onClose: () => void
}

export function AttachDialog({ similar, one = false, onAttach, onClose }: Props) {
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>(similar.map(({ number }) => number))
  const found = useFound(search)
  const shown = search === '' ? firstOf(similar, found) : found
  const toggle = (number: string, on: boolean): void =>
    setChosen(on ? [...(one ? [] : chosen), number] : chosen.filter((other) => other !== number))
  return (
    <AskDialog
      title={t('intake.attach-title')}
      onClose={onClose}
      go={t('intake.attach-go', { n: chosen.length })}
      ready={chosen.length > 0}
      onGo={() => Promise.resolve(onAttach(chosen))}
    >
      <TextField label={t('intake.attach-find')} type="search" value={search} onChange={setSearch} autoFocus />
      {shown.length === 0 ? <p className="dim">{t('intake.attach-none')}</p> : null}
      <ul className="attach-list">
        {shown.map(({ number, title }) => (
          <li key={number}>
            <Checkbox checked={chosen.includes(number)} onChange={(on) => toggle(number, on)}>
              <span className="mono">{number}</span> {title}
            </Checkbox>
          </li>
        ))}
      </ul>
    </AskDialog>
  )
}

const firstOf = (similar: Intake['similar'], found: readonly Found[]): readonly Pick<Found, 'number' | 'title'>[] => [
  ...similar,
  ...found.filter(({ number }) => !similar.some((other) => other.number === number)),
]

/** A search of this dialog alone: it is asked while it is open and kept nowhere. */
function useFound(search: string): readonly Found[] {
  const [found, setFound] = useState<readonly Found[]>([])
  useEffect(() => {
    let current = true
    void client['case.list']({ search, count: 30 }).then((answer) => {
      const value = told(answer)
      if (current && value !== null) setFound(value.cases)
    })
    return () => {
      current = false
    }
  }, [search])
  return found
}
