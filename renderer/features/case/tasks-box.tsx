/** Tasks of a case with owner, tier and due time; ticking one is an entry in the journal like everything else. */
import type { Task } from '../../../shared/domain/case/case.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { useNow } from '../../ui/now.ts'
import { Person } from '../../ui/tag.tsx'
import { formatTime } from '../../ui/time-format.ts'
import { t } from '../../ui/t.ts'
import { act } from './act.ts'
import { useCaseDesk } from './case-desk.ts'
import { Panel } from './panel.tsx'
import { TaskDialog } from './task-dialog.tsx'

function TasksBox() {
  const { tasks } = useCaseDesk().view.state
  if (tasks.length === 0) return <p className="box-note">{t('casepage.tasks-none')}</p>
  const sorted = tasks.toSorted((a, b) => Number(a.done) - Number(b.done) || (a.due ?? '9').localeCompare(b.due ?? '9'))
  return (
    <ul className="tasks">
      {sorted.map((task) => (
        <li key={task.id}>
          <TaskLine task={task} />
        </li>
      ))}
    </ul>
  )
}

function TaskLine({ task: { id, text, due, owner, tier, done } }: { readonly task: Task }) {
  const { view, open, closed } = useCaseDesk()
  const now = useNow()
  const late = due !== null && !done && Date.parse(due) < now
  return (
    <div className="row task-line">
      <Checkbox
        checked={done}
        disabled={closed}
        onChange={(next) => void act(view.state.number, { do: 'task-done', task: id, done: next })}
      >
        {text}
      </Checkbox>
      <span className="grow" />
      {due === null ? null : (
        <small className={late ? 'late' : 'dim'}>
          {t(late ? 'casework.task-overdue' : 'casepage.task-due', { due: formatTime(due, 'day-time') })}
        </small>
      )}
      {tier === null ? null : <small title={t(`casework.tier-hint.${tier}`)}>{tier}</small>}
      {owner === null ? null : <Person code={owner} />}
      {done ? null : (
        <Button look="quiet" disabled={closed} onPress={() => open((props) => <TaskDialog {...props} task={id} />)}>
          {t('casework.assign')}
        </Button>
      )}
    </div>
  )
}

export function TasksPanel() {
  const { view, open, closed } = useCaseDesk()
  return (
    <Panel
      title={t('casepage.tasks')}
      note={t('casepage.tasks-open', { n: view.state.tasks.filter(({ done }) => !done).length })}
      aside={
        <Button
          look="quiet"
          kbd="n"
          disabled={closed}
          onPress={() => open((props) => <TaskDialog {...props} task={null} />)}
        >
          {t('casepage.task-add')}
        </Button>
      }
    >
      <TasksBox />
    </Panel>
  )
}
