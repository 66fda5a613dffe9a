/** The text as it was signed; beside a telephone or a form it says that it is to be read out or typed in. */
import { Globe, Phone } from 'lucide-react'
import { bulletinText } from '../../../shared/domain/exchange/bulletin-text.ts'
import type { Bulletin, Delivery } from '../../../shared/ipc/exchange-views.ts'
import { Fingerprint } from '../../ui/fingerprint.tsx'
import { Facts } from '../../ui/pane.tsx'
import { Time } from '../../ui/time.tsx'
import { TlpBadge } from '../../ui/tlp-badge.tsx'
import { t } from '../../ui/t.ts'

interface Props {
  readonly bulletin: Bulletin
  /** The constituent that is chosen. */
  readonly here: Delivery | null
}

export function TextAsReleased({ bulletin, here }: Props) {
  const { tlp, releasedAt, signer } = bulletin
  return (
    <section className="bulletin-text" aria-label={t('bulletin.text')}>
      <div className="scroll" tabIndex={0} role="group" aria-label={t('bulletin.text')}>
        <Aloud here={here} />
        <div className="bulletin-sheet">
          <TlpBadge tlp={tlp} />
          <p className="bulletin-words">{bulletinText(bulletin)}</p>
          <TlpBadge tlp={tlp} />
        </div>
        <div className="bulletin-facts">
          <Facts
            facts={[
              ...(releasedAt === null
                ? []
                : [[t('bulletin.released-at'), <Time key="at" at={releasedAt} form="iso" />] as const]),
              ...(signer === null ? [] : [[t('bulletin.signer'), <Fingerprint key="by" value={signer} />] as const]),
            ]}
          />
        </div>
      </div>
    </section>
  )
}

/** Only where a person has to do it: the number to call, or the form to open. */
function Aloud({ here }: { readonly here: Delivery | null }) {
  if (here === null || here.value === null || (here.channel !== 'phone' && here.channel !== 'form')) return null
  const phone = here.channel === 'phone'
  const Icon = phone ? Phone : Globe
  return (
    <div className="bulletin-aloud">
      <h2>
        <Icon aria-hidden />
        {phone ? t('bulletin.read-out', { name: here.name }) : t('bulletin.type-in', { name: here.name })}
      </h2>
      <p>{phone ? t('bulletin.read-out-call') : t('bulletin.read-out-form')}</p>
      <p className="bulletin-number-large">{here.value}</p>
    </div>
  )
}
