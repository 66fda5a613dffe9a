/** The full check beside the work: how far it is, part by part, what it found, and the way to stop it. */
import { Check, Circle, CircleAlert, LoaderCircle } from 'lucide-react'
import type { CheckPart, CheckView } from '../../../../shared/ipc/vault-views.ts'
import { cancelJob } from '../../../state/directory.ts'
import { soundness, startCheck } from '../../../state/store.ts'
import { told } from '../../../state/toasts.ts'
import { ActionButton } from '../../../ui/button.tsx'
import { ProblemNote } from '../../../ui/note.tsx'
import { t } from '../../../ui/t.ts'
import { formatCount } from '../../../ui/time-format.ts'
import { Time } from '../../../ui/time.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { Block } from '../block.tsx'

export function CheckBlock() {
  const { value, problem } = soundness.use()
  if (problem !== null) return <ProblemNote problem={problem} />
  if (value === null) return null
  const { job, parts } = value
  const running = job?.state === 'running' ? job : null
  const begun = parts.some(({ state }) => state !== 'waits')
  const now = parts.find(({ state }) => state === 'runs') ?? parts.find(({ state }) => state === 'waits')
  return (
    <Block title={t('store.check')} why={t('store.check-why')}>
      {running === null || now === undefined ? (
        <LastWhole view={value} begun={begun} />
      ) : (
        <Progress
          title={t('store.checking')}
          detail={`${t(`store.part.${now.part}`)}, ${countOf(now)}`}
          job={running}
        />
      )}
      {begun ? (
        <table className="store-parts">
          <caption className="visually-hidden">{t('store.parts')}</caption>
          <tbody>
            {parts.map((part) => (
              <PartRow key={part.part} part={part} running={running !== null} />
            ))}
          </tbody>
        </table>
      ) : null}
      <div className="row">
        {running === null ? (
          <ActionButton
            keys="c"
            label={begun && now !== undefined ? t('store.check-on') : t('store.check-now')}
            onAct={() => void startCheck()}
            hint
          />
        ) : (
          <>
            <ActionButton
              keys="Alt+C"
              label={t('store.check-stop')}
              onAct={() => void cancelJob(running.id).then(told)}
              hint
            />
            <span className="dim">{t('store.check-stop-why')}</span>
          </>
        )}
      </div>
    </Block>
  )
}

function LastWhole({ view: { lastWhole, parts }, begun }: { readonly view: CheckView; readonly begun: boolean }) {
  const whole = parts.every(({ state, findings }) => state === 'done' && findings.length === 0)
  if (whole) return <p role="status">{t('store.whole')}</p>
  if (begun && parts.some(({ state }) => state !== 'done')) return <p>{t('store.check-stopped')}</p>
  return (
    <p>
      {lastWhole === null ? (
        t('store.check-never')
      ) : (
        <>
          {t('store.check-last')} <Time at={lastWhole} form="iso" />
        </>
      )}
    </p>
  )
}

const countOf = ({ done, total }: CheckPart): string =>
  t('store.of', { done: formatCount(done), total: formatCount(total) })

function PartRow({ part, running }: { readonly part: CheckPart; readonly running: boolean }) {
  const { state, findings, total } = part
  const found = findings.length
  return (
    <tr>
      <td>
        <PartIcon part={part} running={running} />
      </td>
      <th scope="row">{t(`store.part.${part.part}`)}</th>
      <td className="dim">{state === 'waits' ? '' : state === 'done' ? formatCount(total) : countOf(part)}</td>
      <td className={found > 0 ? 'late' : state === 'waits' ? 'dim' : undefined}>
        {found > 0
          ? t('store.part-findings', { n: found })
          : state === 'waits'
            ? t('store.part-waits')
            : state === 'runs'
              ? t('store.part-runs')
              : t('store.part-whole')}
      </td>
    </tr>
  )
}

function PartIcon({ part: { state, findings }, running }: { readonly part: CheckPart; readonly running: boolean }) {
  if (findings.length > 0) return <CircleAlert className="late" aria-hidden />
  if (state === 'done') return <Check aria-hidden />
  return state === 'runs' && running ? <LoaderCircle className="accent" aria-hidden /> : <Circle aria-hidden />
}
