/** A capsule that came: its questions one at a time, what merges without one, and nothing written before it is finished. */
import { CircleCheck } from 'lucide-react'
import { useState } from 'react'
import type { CapsuleTaken, CapsuleView } from '../../../shared/ipc/handover-views.ts'
import { saying } from '../../../shared/words/say.ts'
import { cancelJob, jobs } from '../../state/directory.ts'
import { dropCapsule, openCapsules, takeCapsule, type Decisions } from '../../state/handover.ts'
import { go, replaceRoute, type Pages } from '../../state/route.ts'
import { showDone, told } from '../../state/toasts.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Progress } from '../../ui/progress.tsx'
import { formatCount, formatTime } from '../../ui/time-format.ts'
import { sentence, t } from '../../ui/t.ts'
import { MergePlain } from './merge-plain.tsx'
import { MergeQuestions } from './merge-questions.tsx'
import { MergeResult } from './merge-result.tsx'
import './handover.css'
import './merge.css'

const toHandover = (): void => replaceRoute({ page: 'handover', params: {} })

export function MergePage({ id }: Pages['merge']) {
  const { value, problem } = openCapsules.use(id)
  const [taken, setTaken] = useState<{ readonly result: CapsuleTaken; readonly of: CapsuleView } | null>(null)
  if (taken !== null) return <MergeResult taken={taken.result} capsule={taken.of} onClose={toHandover} />
  if (value === null)
    return (
      <div className="page">
        <PageHead title={t('handover.merge')} sentence={problem === null ? t('page.loading') : ''} />
        {problem === null ? null : (
          <Empty
            kind="unreadable"
            title={t('merge.gone')}
            action={<ActionButton keys="Enter" label={t('merge.to-handover')} onAct={toHandover} />}
          >
            {sentence(problem)}
          </Empty>
        )}
      </div>
    )
  return <Capsule key={value.id} capsule={value} onTaken={(result) => setTaken({ result, of: value })} />
}

interface Props {
  readonly capsule: CapsuleView
  readonly onTaken: (result: CapsuleTaken) => void
}

function Capsule({ capsule, onTaken }: Props) {
  const [busy, setBusy] = useState(false)
  const { id, kind, from, questions } = capsule
  const take = async (decisions: Decisions): Promise<void> => {
    setBusy(true)
    const result = told(await takeCapsule(id, decisions))
    setBusy(false)
    if (result !== null) onTaken(result)
  }
  const stop = (): void => {
    showDone(saying('merge.stopped'))
    go({ page: 'handover', params: {} })
  }
  const drop = async (): Promise<void> => {
    if (told(await dropCapsule(id)) === null && openCapsules.get(id).value !== null) return
    showDone(saying('merge.dropped'))
    toHandover()
  }
  const [first] = questions
  return (
    <div className="page merge-page">
      <PageHead
        title={t(`merge.title.${kind}`, { from })}
        sentence={sentenceOf(capsule)}
        actions={
          <>
            <span className="with-icon merge-signed">
              <CircleCheck aria-hidden /> {t('merge.signed', { from })}
            </span>
            <ActionButton keys="D" look="quiet" label={t('merge.drop')} disabled={busy} onAct={() => void drop()} />
            <ActionButton keys="Escape" look="quiet" label={t('merge.stop')} disabled={busy} onAct={stop} hint />
          </>
        }
      />
      {busy ? <Taking capsule={id} /> : null}
      {first === undefined ? (
        <MergePlain capsule={capsule} busy={busy} onTake={() => void take({})} />
      ) : (
        <MergeQuestions capsule={capsule} first={first} busy={busy} onFinish={(made) => void take(made)} />
      )}
    </div>
  )
}

/** A large one goes in in turns, between which it can be stopped. */
function Taking({ capsule }: { readonly capsule: string }) {
  const job = jobs
    .use()
    .value?.find(({ kind, name, state }) => kind === 'capsule' && name === capsule && state === 'running')
  if (job === undefined) return null
  const [done, total] = [formatCount(job.done), formatCount(job.total)]
  return (
    <div className="merge-taking" role="status">
      <div className="grow">
        <Progress title={t('merge.taking')} detail={t('merge.taking-of', { done, total })} job={job} />
      </div>
      <ActionButton keys="Ctrl+." label={t('merge.taking-stop')} onAct={() => void cancelJob(job.id).then(told)} hint />
    </div>
  )
}

function sentenceOf({ madeAt, partedAt }: CapsuleView): string {
  const made = formatTime(madeAt, 'day-time')
  return partedAt === null
    ? t('merge.sentence', { made })
    : t('merge.sentence-parted', { made, parted: formatTime(partedAt, 'day-time') })
}
