/** What the recipients get, cut in two: what any mail server reads, and what only they read. */
import { Globe, Lock, Paperclip } from 'lucide-react'
import type { DraftView } from '../../../shared/ipc/views.ts'
import { TlpBadge } from '../../ui/tlp-badge.tsx'
import { t } from '../../ui/t.ts'
import type { DraftForm } from './draft-form.ts'

interface Props {
  readonly view: DraftView
  readonly form: DraftForm
}

export function PreviewColumn({ view, form }: Props) {
  const addresses = view.recipients.map(({ address }) => address ?? t('compose.no-address')).join(', ')
  return (
    <section className="compose-preview" aria-labelledby="compose-preview">
      <h2 id="compose-preview" className="column-head">
        {t('compose.preview')}
      </h2>
      <div className="preview-scroll" tabIndex={0} role="group" aria-labelledby="compose-preview">
        <p className="preview-mark">
          <Globe aria-hidden /> {t('compose.outside')}
        </p>
        <dl className="preview-outside">
          <dt>{t('compose.to')}</dt>
          <dd>{addresses === '' ? t('page.none') : addresses}</dd>
          <dt>{t('compose.subject')}</dt>
          <dd>{view.outerSubject}</dd>
          <dt>{t('compose.body')}</dt>
          <dd className="mono">-----BEGIN PGP MESSAGE-----</dd>
        </dl>
        <p className="preview-mark">
          <Lock aria-hidden /> {t('compose.inside')}
        </p>
        <div className="preview-inside">
          <TlpBadge tlp={form.tlp} />
          <p className="strong">{form.subject}</p>
          <p className="preview-text">{form.text}</p>
          <TlpBadge tlp={form.tlp} />
          {form.attachOwnKey ? (
            <p className="dim preview-mark">
              <Paperclip aria-hidden /> {t('compose.attached-key')}
            </p>
          ) : null}
        </div>
      </div>
    </section>
  )
}
