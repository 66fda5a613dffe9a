/** Every signature of a message with its own state: who made it is said only where it was computed and fits. */
import { CircleAlert, ShieldAlert, ShieldCheck, ShieldQuestion } from 'lucide-react'
import type { SignatureCheck } from '../../../shared/domain/exchange/message.ts'
import type { MessageView } from '../../../shared/ipc/views.ts'
import { go } from '../../state/route.ts'
import { Button } from '../../ui/button.tsx'
import { Fingerprint } from '../../ui/fingerprint.tsx'
import { Section } from '../../ui/pane.tsx'
import { formatTime } from '../../ui/time-format.ts'
import { t } from '../../ui/t.ts'

export function Signatures({ message }: { readonly message: MessageView }) {
  const { signatures } = message.protection
  return (
    <Section title={t('signatures.title', { n: Math.max(1, signatures.length) })}>
      {signatures.length === 0 ? <p className="dim">{t('signatures.none')}</p> : null}
      <ol>
        {signatures.map((signature, at) => (
          <li key={`${signature.issuer}${String(at)}`} className="signature">
            <Signature signature={signature} message={message} />
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Signature({ signature, message }: { readonly signature: SignatureCheck; readonly message: MessageView }) {
  const { state, fingerprint, userId, issuer, signedAt, covers } = signature
  const isOurs = state === 'good' && fingerprint === message.protection.signer?.fingerprint
  const isVerified = isOurs && message.signerTrust === 'verified'
  const Icon = isVerified
    ? ShieldCheck
    : state === 'good'
      ? ShieldQuestion
      : state === 'bad'
        ? CircleAlert
        : ShieldAlert
  const look = isVerified ? '' : state === 'bad' || state === 'key-revoked' ? 'late' : 'soon'
  return (
    <>
      <p className={`with-icon ${state === 'good' ? '' : look}`}>
        <Icon aria-hidden className={isVerified ? 'good' : look} /> <strong>{t(`signature.${state}`)}</strong>
      </p>
      {userId === null ? null : <p>{userId}</p>}
      {fingerprint === null ? (
        <p className="dim">{t('signatures.claims', { id: issuer })}</p>
      ) : (
        <p className="signature-key">
          <Button look="link" onPress={() => go({ page: 'keyring', params: { fingerprint } })}>
            <Fingerprint value={fingerprint} />
          </Button>
        </p>
      )}
      {isOurs && message.signerTrust !== null ? (
        <p className="dim">{t(`signature.trust-${message.signerTrust}`)}</p>
      ) : null}
      {isOurs && !message.protection.signer.matchesFrom ? <p className="soon">{t('signature.other-sender')}</p> : null}
      <p className="dim">
        {signedAt === null ? '' : `${t('signatures.at', { at: formatTime(signedAt, 'weekday') })} `}
        {fingerprint === null ? '' : covers ? t('signatures.covers') : t('signatures.covers-not')}
      </p>
    </>
  )
}
