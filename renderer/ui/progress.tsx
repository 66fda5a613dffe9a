/** How far a job is: what it does, how much of it is done, a bar. */
import { t } from './t.ts'

const percentOf = ({ done, total }: Of): number => (total === 0 ? 0 : Math.min(100, Math.floor((100 * done) / total)))

interface Of {
  readonly done: number
  readonly total: number
}

interface Props {
  readonly title: string
  readonly detail: string
  readonly job: Of
}

export function Progress({ title, detail, job }: Props) {
  const percent = percentOf(job)
  return (
    <div className="job-progress">
      <p>
        <span className="strong">{t('ui.percent', { title, percent })}</span> <span className="dim">{detail}</span>
      </p>
      <progress max={100} value={percent} aria-label={title} />
    </div>
  )
}
