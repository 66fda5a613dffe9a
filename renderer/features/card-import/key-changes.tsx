/** A changed key: the old and the new one in full, what was decided about them, and an explicit yes to each new one. */
import { KeyRound, TriangleAlert } from 'lucide-react'
import type { KeyChange } from '../../../shared/ipc/card-views.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { FingerprintGroups } from '../../ui/fingerprint.tsx'
import { t } from '../../ui/t.ts'

interface Props {
  readonly changes: readonly KeyChange[]
  readonly confirmed: ReadonlySet<string>
  readonly onConfirm: (fingerprint: string, yes: boolean) => void
}

export function KeyChanges({ changes, confirmed, onConfirm }: Props) {
  return (
    <section className="import-keys" aria-label={t('cardimport.key-changed')}>
      <h2 className="with-icon">
        <TriangleAlert aria-hidden /> {t('cardimport.key-changed')}
      </h2>
      <p>{t('cardimport.key-changed-why')}</p>
      {changes
        .filter(({ kind }) => kind !== 'same')
        .map(({ fingerprint, kind, state, trust }) => (
          <div key={fingerprint} className="import-key">
            <p className="with-icon">
              <KeyRound aria-hidden />{' '}
              <strong>{kind === 'new' ? t('cardimport.key-new') : t('cardimport.key-gone')}</strong>
              <span className="dim">
                {t(`keystate.${state}`)}
                {trust === null ? '' : `, ${t(`trust.${trust}`)}`}
              </span>
            </p>
            <FingerprintGroups value={fingerprint} />
            {kind === 'new' ? (
              <Checkbox checked={confirmed.has(fingerprint)} onChange={(yes) => onConfirm(fingerprint, yes)}>
                {t('cardimport.key-confirm')}
              </Checkbox>
            ) : null}
          </div>
        ))}
    </section>
  )
}
