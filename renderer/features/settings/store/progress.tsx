/** How far a job is: what it does, how much of it is done, a bar. */
import type { Job } from '../../../../shared/ipc/card-views.ts'
import { t } from '../../../ui/t.ts'

export const percentOf = ({ done, total }: Pick<Job, 'done' | 'total'>): number =>
  total === 0 ? 0 : Math.min(100, Math.floor((100 * done) / total))

interface Props {
  readonly title: string
  readonly detail: string
  readonly job: Job
}

export function Progress({ title, detail, job }: Props) {
  const percent = percentOf(job)
  return (
    <div className="store-progress">
      <p>
        <span className="strong">{t('store.percent', { title, percent })}</span> <span className="dim">{detail}</span>
      </p>
      <progress max={100} value={percent} aria-label={title} />
    </div>
  )
}
