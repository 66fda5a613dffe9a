/** Who decided what about a key, how and when, the newest first. */
import type { KeyDecision } from '../../../shared/ipc/key-views.ts'
import { Section } from '../../ui/pane.tsx'
import { Time } from '../../ui/time.tsx'
import { t } from '../../ui/t.ts'

export function KeyWho({ decisions }: { readonly decisions: readonly KeyDecision[] }) {
  return (
    <Section title={t('key.who')}>
      {decisions.length === 0 ? <p className="dim">{t('key.nobody')}</p> : null}
      <ol>
        {decisions.map(({ at, code, trust, how, note }) => (
          <li key={`${at}${trust}`} className="decision">
            <span className="dim">
              <Time at={at} form="iso" />
            </span>
            <div>
              <span className="strong">{code}</span>: {t(`key.trust.${trust}`)}
              {how === null ? null : `, ${t(`key.how.${how}`)}`}
              <p className="dim">{note}</p>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}
