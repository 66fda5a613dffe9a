/** Tasks of a case with owner and due time; ticking one is an entry in the journal like everything else. */
import type { CaseState, Task } from '../../../shared/domain/case/case.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Person } from '../../ui/tag.tsx'
import { formatTime } from '../../ui/time-format.ts'
import { t } from '../../ui/t.ts'
import { act } from './act.ts'

export function TasksBox({ state }: { readonly state: CaseState }) {
  if (state.tasks.length === 0) return <p className="box-note">{t('casepage.tasks-none')}</p>
  const sorted = state.tasks.toSorted(
    (a, b) => Number(a.done) - Number(b.done) || (a.due ?? '9').localeCompare(b.due ?? '9'),
  )
  return (
    <ul className="tasks">
      {sorted.map((task) => (
        <li key={task.id}>
          <TaskLine task={task} state={state} />
        </li>
      ))}
    </ul>
  )
}

function TaskLine({ task: { id, text, due, owner, done }, state }: { readonly task: Task; readonly state: CaseState }) {
  return (
    <div className="row task-line">
      <Checkbox
        checked={done}
        disabled={state.phase === 'closed'}
        onChange={(next) => void act(state.number, { do: 'task-done', task: id, done: next })}
      >
        {text}
      </Checkbox>
      <span className="grow" />
      {due === null ? null : (
        <small className="dim">{t('casepage.task-due', { due: formatTime(due, 'day-time') })}</small>
      )}
      {owner === null ? null : <Person code={owner} />}
    </div>
  )
}
