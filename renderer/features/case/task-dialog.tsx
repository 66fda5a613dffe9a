/** A task: what, until when, by whom and of which tier; and the same three of a task that is there already. */
import { useState } from 'react'
import { tiers, type Tier } from '../../../shared/domain/case/vocabulary.ts'
import { useRoster } from '../../state/case-work.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { Choices } from '../../ui/checkbox.tsx'
import { TextField } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'
import { act } from './act.ts'
import type { LayerProps } from './case-desk.ts'
import { RosterField } from '../../ui/roster-field.tsx'
import { useWhen, WhenField } from '../../ui/when-field.tsx'

const choices = [
  { value: '', label: t('casework.tier-any') },
  ...tiers.map((value) => ({ value, label: t(`casework.tier.${value}`) })),
]
const tierIn = (value: string): Tier | null => tiers.find((one) => one === value) ?? null

/** `task` null: a new one. */
export function TaskDialog({ view: { state }, onClose, task }: LayerProps & { readonly task: string | null }) {
  const people = useRoster()
  const before = state.tasks.find(({ id }) => id === task)
  const [text, setText] = useState(before?.text ?? '')
  const due = useWhen(before?.due ?? null)
  const [owner, setOwner] = useState(before === undefined ? (state.owner ?? '') : (before.owner ?? ''))
  const [tier, setTier] = useState<string>(before?.tier ?? '')
  const assign = async (id: string): Promise<unknown> =>
    act(state.number, {
      do: 'task-assign',
      task: id,
      due: due.at,
      owner: owner === '' ? null : owner,
      tier: tierIn(tier),
    })
  const add = async (): Promise<unknown> => {
    const chosen = tierIn(tier)
    return act(state.number, {
      do: 'task',
      text: text.trim(),
      ...(due.at === null ? {} : { due: due.at }),
      ...(owner === '' ? {} : { owner }),
      ...(chosen === null ? {} : { tier: chosen }),
    })
  }
  const go = async (): Promise<void> => {
    if ((await (task === null ? add() : assign(task))) !== null) onClose()
  }
  return (
    <AskDialog
      title={task === null ? t('casepage.task-add') : t('casework.task-assign')}
      {...(before === undefined ? {} : { sentence: before.text })}
      go={task === null ? t('casepage.task-add') : t('casepage.set-go')}
      ready={text.trim() !== '' && !due.bad}
      onGo={go}
      onClose={onClose}
    >
      {task === null ? <TextField label={t('casepage.task-text')} value={text} onChange={setText} autoFocus /> : null}
      <WhenField label={t('casepage.task-due-label')} when={due} autoFocus={task !== null} />
      <RosterField label={t('casework.task-owner')} roster={people} value={owner} onChange={setOwner} />
      <Choices label={t('casework.task-tier')} look="segments" value={tier} choices={choices} onChange={setTier} />
    </AskDialog>
  )
}
