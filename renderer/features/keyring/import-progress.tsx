/** How far a long ring is taken in, with the way to stop it: what was taken until then stays. */
import { cancelJob, jobs } from '../../state/directory.ts'
import { told } from '../../state/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { t } from '../../ui/t.ts'

export function ImportProgress() {
  const job = (jobs.use().value ?? []).find(({ state }) => state === 'running')
  if (job === undefined) return <span className="grow dim">{t('import.taking')}</span>
  const { id, done, total, name } = job
  return (
    <span className="grow row" role="status">
      <progress max={Math.max(1, total)} value={done} aria-label={name} />
      {t('import.progress', { done, total })}
      <Button look="quiet" onPress={() => void cancelJob(id).then(told)}>
        {t('import.stop')}
      </Button>
    </span>
  )
}
