/** While the messages of an announcement are being written: how many are, and the way to stop; the rest can be written later. */
import type { Job } from '../../../shared/ipc/card-views.ts'
import { cancelJob, jobs } from '../../state/directory.ts'
import { told } from '../../state/toasts.ts'
import { ActionButton } from '../../ui/button.tsx'
import { t } from '../../ui/t.ts'

/** The job that writes this announcement now; core names it by number and title. */
export const useWriting = (number: string | null): Job | null =>
  jobs.use().value?.find(({ name, state }) => number !== null && state === 'running' && name.startsWith(number)) ?? null

export function WritingStrip({ job: { id, done, total } }: { readonly job: Job }) {
  return (
    <div className="writing-strip" role="status">
      <progress max={Math.max(1, total)} value={done} aria-label={t('bulletin.writing', { done, of: total })} />
      <span className="grow">{t('bulletin.writing', { done, of: total })}</span>
      <ActionButton keys="Ctrl+." hint label={t('bulletin.writing-stop')} onAct={() => void cancelJob(id).then(told)} />
    </div>
  )
}
