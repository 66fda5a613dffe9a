/** How far a list is taken in, with the way to stop it; the desk goes on meanwhile. */
import type { Job } from '../../../shared/ipc/card-views.ts'
import { cancelJob, jobs } from '../../state/directory.ts'
import { told } from '../../state/toasts.ts'
import { ActionButton } from '../../ui/button.tsx'
import { sentence, t } from '../../ui/t.ts'

export function JobStrip() {
  const job = jobs.use().value?.find(({ kind }) => kind === 'directory')
  return job === undefined ? null : <Strip job={job} />
}

function Strip({ job }: { readonly job: Job }) {
  const { id, name, done, total, state, added, updated, unchanged, refused, problem } = job
  const counts = { added, updated, unchanged, refused: refused.length }
  return (
    <div className="job-strip" role="status" aria-live="polite">
      <span className="strong cut">{name}</span>
      <progress max={Math.max(1, total)} value={done} aria-label={t('directory.progress', { name })} />
      <span>
        {t(`directory.job-${state}`, { done, total })} {t('directory.job-counts', counts)}
        {problem === null ? '' : ` ${sentence(problem)}`}
      </span>
      {state === 'running' ? (
        <ActionButton
          keys="Ctrl+."
          inText
          label={t('directory.job-cancel')}
          onAct={() => void cancelJob(id).then(told)}
        />
      ) : null}
    </div>
  )
}
