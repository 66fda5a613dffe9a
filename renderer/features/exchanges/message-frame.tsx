/**
 * The frame that holds exactly what a signature covers. Its badge stands outside the area of the content, and the content is clipped
 * to that area: whatever a sender writes or draws, the frame is ours.
 */
import { CircleAlert, Lock, LockOpen, ShieldAlert, ShieldCheck, ShieldQuestion, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { MessageView } from '../../../shared/ipc/views.ts'
import { formatTime } from '../../ui/time-format.ts'
import { t } from '../../ui/t.ts'
import { frameState, type FrameState } from './signed-state.ts'

const icons: Readonly<Record<FrameState, LucideIcon>> = {
  verified: ShieldCheck,
  signed: ShieldQuestion,
  rejected: ShieldAlert,
  doubtful: ShieldAlert,
  bad: CircleAlert,
  sealed: Lock,
  plain: LockOpen,
}

interface Props {
  readonly message: MessageView
  /** At the right end of the head. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}

export function MessageFrame({ message, aside, children }: Props) {
  const state = frameState(message)
  const Icon = icons[state]
  const title = titleOf(message, state)
  return (
    <section className={`message-frame frame-${state}`} aria-label={title}>
      <header className="frame-head">
        <Icon aria-hidden />
        <h2 className="grow">
          {title} <small>{detailOf(message, state)}</small>
        </h2>
        {aside}
      </header>
      <div className="frame-content">{children}</div>
      <p className="frame-end">{t(`frame.end-${state === 'verified' || state === 'signed' ? 'signed' : 'text'}`)}</p>
    </section>
  )
}

function titleOf({ protection, signerCard }: MessageView, state: FrameState): string {
  const name = signerCard?.name ?? protection.signer?.userId ?? ''
  if (state === 'verified' || state === 'signed' || state === 'rejected')
    return name === '' ? t('frame.signed') : t('frame.signed-by', { name })
  return state === 'bad' || state === 'doubtful' ? t(`signature.${signatureOf(protection)}`) : t(`frame.${state}`)
}

const signatureOf = ({ signature }: MessageView['protection']): Exclude<typeof signature, 'good' | 'partial'> =>
  signature === 'good' || signature === 'partial' ? 'none' : signature

function detailOf({ protection, signerTrust, signerCard }: MessageView, state: FrameState): string {
  if (state === 'bad') return t('signature.bad-why')
  if (state === 'doubtful') return t('frame.doubtful')
  if (state === 'sealed' || state === 'plain') return t('signature.none-why')
  const trust =
    signerTrust === null ? t('frame.no-key') : t(`signature.trust-${signerCard === null ? 'undecided' : signerTrust}`)
  const at = protection.signedAt === null ? '' : `, ${formatTime(protection.signedAt, 'day-time')}`
  return protection.signature === 'partial' ? `${trust}${at}. ${t('frame.part')}` : `${trust}${at}`
}

/** What stood outside of it: dashed, and said to be from anybody. */
export function OutsideFrame({ text }: { readonly text: string }) {
  return (
    <section className="message-frame frame-outside" aria-label={t('exchange.outside')}>
      <header className="frame-head">
        <LockOpen aria-hidden />
        <h2 className="grow">
          {t('exchange.outside')} <small>{t('exchange.outside-note')}</small>
        </h2>
      </header>
      <div className="frame-content">
        <MessageText text={text} />
      </div>
    </section>
  )
}

export const MessageText = ({ text }: { readonly text: string }) =>
  text.trim() === '' ? (
    <p className="dim">{t('exchange.no-text')}</p>
  ) : (
    <pre className="message-text" dir="auto">
      {text}
    </pre>
  )
