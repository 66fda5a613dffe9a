/** Backups: the last that counts, those that did not, the plan; made now, checked, looked into; and the export of everything. */
import type { ReactNode } from 'react'
import type { Job } from '../../../../shared/ipc/card-views.ts'
import type { Grant } from '../../../../shared/ipc/views.ts'
import type { BackupView } from '../../../../shared/ipc/vault-views.ts'
import { cancelJob, jobs } from '../../../state/directory.ts'
import { pick } from '../../../state/desk.ts'
import { backups, startBackup } from '../../../state/store.ts'
import { told } from '../../../state/toasts.ts'
import { ActionButton } from '../../../ui/button.tsx'
import { useNow } from '../../../ui/now.ts'
import { ProblemNote } from '../../../ui/note.tsx'
import { Facts } from '../../../ui/pane.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { sentence, t } from '../../../ui/t.ts'
import { formatBytes, formatCount } from '../../../ui/time-format.ts'
import { Time } from '../../../ui/time.tsx'
import { Block } from '../block.tsx'
import { ago } from './ago.ts'

interface Props {
  readonly onPlan: () => void
  readonly onCheck: () => void
  readonly onLook: () => void
  readonly onExport: () => void
  /** The damage box has the button then. */
  readonly damaged: boolean
  readonly readOnly: boolean
  readonly children: ReactNode
}

export function BackupBlock({ onPlan, onCheck, onLook, onExport, damaged, readOnly, children }: Props) {
  const { value, problem } = backups.use()
  const job = jobs.use().value?.find(({ id }) => id === value?.job) ?? null
  if (problem !== null) return <ProblemNote problem={problem} />
  if (value === null) return null
  const running = job?.state === 'running' ? job : null
  return (
    <Block title={t('store.backup')} why={t('store.backup-why')}>
      {running === null ? null : <Running job={running} />}
      {job?.state === 'failed' && job.problem !== null ? <ProblemNote problem={job.problem} /> : null}
      <BackupFacts view={value} />
      <div className="row store-acts">
        {running === null ? (
          <ActionButton
            keys="b"
            label={t('store.backup-now')}
            look={value.due && !damaged && !readOnly ? 'filled' : 'outline'}
            onAct={() => void backUp(value)}
            disabled={readOnly}
            hint
          />
        ) : null}
        <ActionButton
          keys="B"
          label={t('store.backup-to')}
          look="quiet"
          onAct={() => void backUpTo()}
          disabled={readOnly || running !== null}
        />
        <ActionButton keys="p" label={t('store.plan-change')} look="quiet" onAct={onPlan} disabled={readOnly} />
        <ActionButton keys="r" label={t('store.verify')} look="quiet" onAct={onCheck} hint />
        {damaged ? null : <ActionButton keys="o" label={t('store.look')} look="quiet" onAct={onLook} hint />}
        <ActionButton keys="x" label={t('store.export')} look="quiet" onAct={onExport} disabled={readOnly} hint />
      </div>
      {children}
    </Block>
  )
}

const nameNow = (): string => `signet-${new Date().toISOString().slice(0, 16).replaceAll(/[-:]/g, '')}Z.sgb`

async function backUpTo(): Promise<void> {
  const to: Grant | undefined = told(await pick('save', t('store.backup'), nameNow()))?.[0]
  if (to !== undefined) await startBackup(to)
}

/** Where no folder was chosen yet, a person says where. */
const backUp = async ({ plan }: BackupView): Promise<void> =>
  plan.folder === null ? backUpTo() : void (await startBackup(null))

function Running({ job }: { readonly job: Job }) {
  const isReading = job.done * 2 > job.total
  return (
    <>
      <Progress
        title={t('store.backing-up')}
        detail={isReading ? t('store.reading-back') : t('store.writing')}
        job={job}
      />
      <div className="row">
        <ActionButton
          keys="Alt+B"
          label={t('store.backup-stop')}
          onAct={() => void cancelJob(job.id).then(told)}
          hint
        />
        <span className="dim">{t('store.backup-stop-why')}</span>
      </div>
    </>
  )
}

function BackupFacts({ view: { last, since, tried, plan } }: { readonly view: BackupView }) {
  const now = useNow()
  const facts: (readonly [string, ReactNode])[] = [
    [
      t('store.last'),
      last === null ? (
        <span key="none" className="soon">
          {t('store.no-backup')}
        </span>
      ) : (
        <span key="last">
          <strong>
            <Time at={last.at} /> {ago(last.at, now)}
          </strong>
          {' · '}
          {t('store.last-holds', { entries: formatCount(last.entries) })}
        </span>
      ),
    ],
  ]
  if (last !== null) {
    facts.push(
      [
        t('store.where'),
        <span key="where" className="mono store-path">
          {last.file} · {formatBytes(last.bytes)}
        </span>,
      ],
      [t('store.since'), sinceText(since ?? 0)],
    )
  }
  if (tried.length > 0) facts.push([t('store.tried'), <Tried key="tried" tried={tried} />])
  facts.push([t('store.plan'), planText(plan)], [t('store.kept'), t('store.kept-text', plan.keep)])
  return <Facts facts={facts} />
}

const mostCounted = 1000
const sinceText = (since: number): string =>
  since >= mostCounted ? t('store.since-many', { n: formatCount(since) }) : t('store.since-cases', { n: since })

function planText({ every, at, folder }: BackupView['plan']): string {
  if (every === 'never') return t('store.plan-never')
  const when = t(`store.plan-${every}`, { at })
  return folder === null ? t('store.plan-remind', { when }) : t('store.plan-into', { when, folder })
}

const shownTries = 3

const Tried = ({ tried }: Pick<BackupView, 'tried'>) => (
  <ul className="store-tried">
    {tried.slice(0, shownTries).map(({ at, name, problem }) => (
      <li key={at}>
        <Time at={at} /> {name}: {sentence(problem)}
      </li>
    ))}
  </ul>
)
