/** The four facts that come before anything else: encryption, signature, what the signature covers, that nothing ran. */
import { CircleCheck, FileText, Lock, LockOpen, ShieldAlert, ShieldCheck, ShieldQuestion } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ExchangeView, MessageView } from '../../shared/ipc/views.ts'
import { Fingerprint } from './fingerprint.tsx'
import { t } from './t.ts'
import './protection-facts.css'

export function ProtectionFacts({ exchange }: { readonly exchange: ExchangeView }) {
  const { message } = exchange
  return <dl className="fact-band">{message === null ? <Unopened /> : <Opened message={message} />}</dl>
}

interface FactProps {
  readonly label: string
  readonly icon: ReactNode
  readonly value: string
  readonly detail: ReactNode
  readonly tone?: 'good' | 'warn' | 'bad'
}

function Fact({ label, icon, value, detail, tone }: FactProps) {
  return (
    <div className={tone === undefined ? 'fact' : `fact ${tone}`}>
      <dt>{label}</dt>
      <dd className="fact-value">
        {icon} {value}
      </dd>
      <dd className="fact-detail">{detail}</dd>
    </div>
  )
}

const OpenedWith = ({ fingerprint }: { readonly fingerprint: string }) => (
  <>
    {t('protection.opened-with')} <Fingerprint value={fingerprint} />
  </>
)

const Unopened = () => (
  <Fact
    label={t('fact.content')}
    icon={<ShieldAlert aria-hidden />}
    value={t('content.unopened')}
    detail={t('content.unopened-why')}
    tone="warn"
  />
)

function Opened({ message }: { readonly message: MessageView }) {
  return (
    <>
      <Encryption message={message} />
      <SignatureFact message={message} />
      <Covers message={message} />
      <Fact
        label={t('fact.content')}
        icon={<CircleCheck aria-hidden />}
        value={t('content.calm')}
        detail={
          message.attachments.length === 0
            ? t('content.no-files')
            : t('content.files', { n: message.attachments.length })
        }
      />
    </>
  )
}

function Encryption({ message: { protection } }: { readonly message: MessageView }) {
  const label = t('fact.encryption')
  if (!protection.encrypted) {
    return (
      <Fact
        label={label}
        icon={<LockOpen aria-hidden />}
        value={t('protection.plain')}
        detail={t('protection.plain-why')}
      />
    )
  }
  const by = protection.decryptedWith
  return (
    <Fact
      label={label}
      icon={<Lock aria-hidden />}
      value={protection.integrity ? t('protection.encrypted') : t('protection.no-integrity')}
      detail={by === null ? '' : <OpenedWith fingerprint={by} />}
      {...(protection.integrity ? {} : { tone: 'warn' as const })}
    />
  )
}

function SignatureFact({ message }: { readonly message: MessageView }) {
  const { signature } = message.protection
  const good = signature === 'good' || signature === 'partial'
  const verified = good && message.signerTrust === 'verified'
  const bad = signature === 'bad' || signature === 'key-revoked'
  const Icon = verified ? ShieldCheck : good || signature === 'none' ? ShieldQuestion : ShieldAlert
  const tone = verified ? 'good' : bad ? 'bad' : 'warn'
  return (
    <Fact
      label={t('fact.signature')}
      icon={<Icon aria-hidden />}
      value={signatureValue(message)}
      detail={signatureDetail(message)}
      tone={tone}
    />
  )
}

function signatureValue({ protection, signerCard }: MessageView): string {
  if (protection.signature !== 'good') return t(`signature.${protection.signature}`)
  const by = signerCard?.name ?? protection.signer?.userId
  return by === undefined ? t('signature.good') : t('signature.good-by', { name: by })
}

function signatureDetail({ protection, signerTrust }: MessageView): string {
  switch (protection.signature) {
    case 'none':
      return t('signature.none-why')
    case 'bad':
      return t('signature.bad-why')
    case 'unknown-key':
      return t('signature.unknown-key-why')
    case 'weak':
      return t('signature.weak-why')
    default:
      if (protection.signer?.matchesFrom === false) return t('signature.other-sender')
      return signerTrust === null ? '' : t(`signature.trust-${signerTrust}`)
  }
}

function Covers({ message }: { readonly message: MessageView }) {
  const { signature } = message.protection
  const signed = signature === 'good' || signature === 'partial'
  const covered = message.attachments.filter((attachment) => attachment.covered).length
  const all = covered === 0 ? t('covers.all') : t('covers.attachments', { n: covered })
  const value = !signed ? t('covers.nothing') : signature === 'partial' ? t('covers.part') : all
  const subject = message.protectedSubject === null ? t('covers.not') : t('covers.not-sender')
  return (
    <Fact
      label={t('fact.covers')}
      icon={<FileText aria-hidden />}
      value={value}
      detail={signed ? subject : t('covers.not-signed')}
    />
  )
}
