/** The protection of a message as a list of facts in words: encryption, signature, signer, what it covers. */
import type { ReactNode } from 'react'
import type { MessageView } from '../../../shared/ipc/views.ts'
import { Fingerprint } from '../../ui/fingerprint.tsx'
import { formatTime } from '../../ui/time-format.ts'
import { t } from '../../ui/t.ts'

type Fact = readonly [name: string, value: ReactNode]

export function protectionFacts(message: MessageView): readonly Fact[] {
  const { protection } = message
  const encrypted = !protection.encrypted
    ? t('protection.plain')
    : protection.integrity
      ? t('protection.encrypted')
      : t('protection.no-integrity')
  return [[t('fact.encryption'), encrypted], [t('fact.signature'), signatureWords(message)], ...signerFacts(message)]
}

function signatureWords({ protection, signerCard }: MessageView): ReactNode {
  const { signature, signer } = protection
  const by = signerCard?.name ?? signer?.userId
  const words =
    signature === 'good' && by !== undefined ? t('signature.good-by', { name: by }) : t(`signature.${signature}`)
  const look = signature === 'bad' || signature === 'key-revoked' ? 'late' : signature === 'good' ? '' : 'soon'
  return <span className={look}>{words}</span>
}

function signerFacts({ protection, signerTrust, protectedSubject }: MessageView): readonly Fact[] {
  const { signer, signedAt, signature } = protection
  if (signer === null) return []
  return [
    [t('exchange.signer'), <Fingerprint key="signer" value={signer.fingerprint} />],
    [t('exchange.trust'), signerTrust === null ? t('page.unknown') : t(`signature.trust-${signerTrust}`)],
    ...(signer.matchesFrom ? [] : [[t('exchange.sender'), t('signature.other-sender')] as const]),
    ...(signedAt === null ? [] : [[t('exchange.signed-at'), formatTime(signedAt, 'weekday')] as const]),
    [t('fact.covers'), signature === 'partial' ? t('covers.part') : t('covers.all')],
    [
      t('exchange.not-covered'),
      protectedSubject === null ? t('exchange.not-covered-both') : t('exchange.not-covered-sender'),
    ],
  ]
}
