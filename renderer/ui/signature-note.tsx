/** What the signature of the document says, in words; an unsigned one says so too. */
import { CircleAlert, CircleHelp, ShieldCheck, ShieldQuestion } from 'lucide-react'
import type { DocumentSignature } from '../../shared/domain/card/document-signature.ts'
import { Tag } from './tag.tsx'
import { t } from './t.ts'

export function SignatureNote({ signature }: { readonly signature: DocumentSignature }) {
  if (signature.kind === 'none')
    return (
      <Tag tone="unknown">
        <CircleHelp aria-hidden /> {t('docsign.none')}
      </Tag>
    )
  const { state, by, coversAll } = signature
  const good = state === 'good' && by === 'known-key' && coversAll
  const bad = state === 'bad' || state === 'damaged' || state === 'key-revoked'
  const Icon = good ? ShieldCheck : bad ? CircleAlert : ShieldQuestion
  const words = state === 'good' && by === 'own-key-in-document' ? t('docsign.good-self') : t(`docsign.${state}`)
  return (
    <Tag tone={good ? 'good' : bad ? 'late' : 'soon'}>
      <Icon aria-hidden /> {words}
      {coversAll ? '' : ` ${t('docsign.part')}`}
    </Tag>
  )
}
