/** The receipt in three dated steps: prepared, given, taken; what has not happened says what it waits for. */
import { CircleCheck, CircleDashed } from 'lucide-react'
import type { ReactNode } from 'react'
import type { HandoverView } from '../../../shared/ipc/handover-views.ts'
import { formatBytes, formatTime } from '../../ui/time-format.ts'
import { t } from '../../ui/t.ts'
import { givenAt } from './given-at.ts'
import { Sha } from './made-dialog.tsx'

interface Props {
  readonly view: HandoverView
  readonly read: number
  readonly of: number
}

export function ReceiptSteps(props: Props) {
  return (
    <ol className="receipt">
      <Prepared {...props} />
      <Given {...props} />
      <Taken {...props} />
    </ol>
  )
}

interface StepProps {
  /** null: not yet. */
  readonly at: string | null
  readonly head: ReactNode
  readonly waits?: boolean
  readonly children?: ReactNode
}

function Step({ at, head, waits = false, children }: StepProps) {
  const Icon = at === null ? CircleDashed : CircleCheck
  return (
    <li className={at === null ? 'receipt-step receipt-open' : 'receipt-step'}>
      <Icon aria-hidden className={waits ? 'soon' : ''} />
      <div className="grow">
        <p>
          {at === null ? null : (
            <time dateTime={at} title={formatTime(at, 'weekday')} className="strong">
              {formatTime(at, 'time')}{' '}
            </time>
          )}
          {head}
        </p>
        {children}
      </div>
    </li>
  )
}

const Word = ({ children }: { readonly children: ReactNode }) => <span className="strong">{children}</span>

function Prepared({ view: { prepared, shift } }: Props) {
  if (prepared === null)
    return (
      <Step
        at={null}
        head={
          <>
            <Word>{t('handover.prepared-now')}</Word> {t('handover.prepared-live')}
          </>
        }
      />
    )
  const { at, lines, promises, drafts } = prepared
  return (
    <Step
      at={at}
      head={
        <>
          <Word>{t('handover.step.prepared')}</Word> {t('handover.by', { code: shift.by })}
        </>
      }
    >
      <p className="dim small">{t('handover.prepared-counts', { lines, promises, drafts })}</p>
    </Step>
  )
}

function Given({ view }: Props) {
  const { given, shift } = view
  const at = givenAt(view)
  const to = given?.to ?? shift.to ?? ''
  if (at === null)
    return (
      <Step
        at={null}
        head={
          <>
            <Word>{t('handover.given-wait')}</Word> {t('handover.given-not')}
          </>
        }
      />
    )
  return (
    <Step
      at={at}
      head={
        <>
          <Word>{t('handover.step.given')}</Word> {t('handover.to', { code: to })}
        </>
      }
    >
      <p className="dim small">{t('handover.given-how', { by: shift.by, to })}</p>
      {given === null ? null : (
        <>
          <p className="dim mono break">
            {t('handover.given-file', { file: given.file, size: formatBytes(given.bytes) })}
          </p>
          <p className="dim mono">
            {t('handover.sha')} <Sha value={given.sha256} />
          </p>
        </>
      )}
    </Step>
  )
}

function Taken({ view: { state, side, taken, given, shift }, read, of }: Props) {
  if (taken === null) {
    const waits = state === 'given'
    const words = waits ? t('handover.taken-waiting', { to: given?.to ?? shift.to ?? '' }) : t('handover.taken-not')
    return (
      <Step
        at={null}
        waits={waits}
        head={
          <>
            <Word>{t('handover.taken-wait')}</Word> {words}
          </>
        }
      >
        {waits && side === 'taker' ? <p className="dim small">{t('handover.taken-read', { read, of })}</p> : null}
        {waits ? <p className="dim small">{t('handover.taken-when')}</p> : null}
      </Step>
    )
  }
  const { at, by, tier, owners } = taken
  const who = tier === null ? t('handover.by', { code: by }) : t('handover.by-tier', { code: by, tier })
  return (
    <Step
      at={at}
      head={
        <>
          <Word>{t('handover.step.taken')}</Word> {who}
        </>
      }
    >
      <p className="dim small">
        {t('handover.taken-owners', { read: taken.read, of: taken.of, n: owners, by: shift.by, to: by })}
      </p>
    </Step>
  )
}
