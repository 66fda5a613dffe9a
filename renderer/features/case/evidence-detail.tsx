/** One piece of evidence: hash, source, place, when it was secured, and its custody. */
import type { Evidence } from '../../../shared/domain/case/case.ts'
import { Facts } from '../../ui/pane.tsx'
import { Time } from '../../ui/time.tsx'
import { formatBytes } from '../../ui/time-format.ts'
import { t } from '../../ui/t.ts'
import { Panel } from './panel.tsx'

export function EvidenceDetail({
  evidence: { name, size, sha256, source, place, takenAt, at, by, handled },
}: {
  readonly evidence: Evidence
}) {
  return (
    <Panel title={name} note={formatBytes(size)}>
      <div className="pad">
        <Facts
          facts={[
            [
              t('casepage.sha256'),
              <code key="hash" className="mono wrap-any">
                {sha256}
              </code>,
            ],
            [t('casepage.source'), source],
            [t('casework.evidence-place'), place ?? t('page.none')],
            [
              t('casework.evidence-taken-at'),
              takenAt === null ? t('casework.taken-on-entry') : <Time key="at" at={takenAt} />,
            ],
            [
              t('casepage.added'),
              <span key="in">
                <Time at={at} /> {by}
              </span>,
            ],
          ]}
        />
        <h3 className="custody-head">{t('casework.custody')}</h3>
        {handled.length === 0 ? (
          <p className="dim">{t('casework.custody-none')}</p>
        ) : (
          <ol className="custody">
            {handled.map(({ at: when, code, what, place: where, note }) => (
              <li key={`${when}${what}`}>
                <Time at={when} />
                <span className="mono dim">{code}</span>
                <span className={what === 'damaged' ? 'late' : ''}>
                  {t(`handling.${what}`)}
                  {[where, note].filter(Boolean).map((part) => `, ${part}`)}
                </span>
              </li>
            ))}
          </ol>
        )}
      </div>
    </Panel>
  )
}
