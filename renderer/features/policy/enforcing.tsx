/** How far the queue is re-ordered, until it is; then the news is said once and the strip goes. */
import { useEffect } from 'react'
import type { Job } from '../../../shared/ipc/card-views.ts'
import { saying } from '../../../shared/words/say.ts'
import { jobs } from '../../state/directory.ts'
import { showDone } from '../../state/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { sentence, t } from '../../ui/t.ts'

interface Props {
  /** As it was answered when it began. */
  readonly started: Job
  readonly name: string
  readonly onEnd: () => void
}

export function Enforcing({ started, name, onEnd }: Props) {
  const job = jobs.use().value?.find(({ id }) => id === started.id) ?? started
  const { state, done, total, problem } = job
  useEffect(() => {
    if (state !== 'done') return
    showDone(saying('policy.enforced', { name }))
    onEnd()
    // Once, when it ends; the words that it ends with do not matter here.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [state])
  if (state === 'failed' || state === 'cancelled')
    return (
      <div className="policy-job" role="alert">
        <span className="grow">
          {t('policy.job-failed', { name: job.name, why: problem === null ? '' : sentence(problem) })}
        </span>
        <Button look="quiet" onPress={onEnd}>
          {t('ui.dismiss')}
        </Button>
      </div>
    )
  return (
    <div className="policy-job" role="status">
      <progress max={Math.max(1, total)} value={done} aria-label={job.name} />
      <span>{t('policy.job-running', { name: job.name, done, total })}</span>
    </div>
  )
}
