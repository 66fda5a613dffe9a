/** The right of a card: what is not known, whom they serve, and where all of it comes from. */
import { CircleHelp } from 'lucide-react'
import type { CardView } from '../../../shared/ipc/views.ts'
import { defang } from '../../../shared/domain/observable/refang.ts'
import { Tag } from '../../ui/tag.tsx'
import { formatTime } from '../../ui/time-format.ts'
import { t } from '../../ui/t.ts'
import { Block, Line } from './contact-column.tsx'
import { gapsOf } from './gaps-of.ts'

export function AboutColumn({ card }: { readonly card: CardView }) {
  const { reading, source } = card
  const { cidrs, domains, asns } = reading.networks
  const gaps = gapsOf(card)
  const networks = [...cidrs, ...asns.map((asn) => `AS${String(asn)}`)]
  return (
    <div className="card-column">
      <Block title={t('cardpage.not-known')} note={t('cardpage.not-known-note')}>
        <p className="gaps">
          {gaps.map((gap) => (
            <Tag key={gap} tone="unknown">
              <CircleHelp aria-hidden /> {t(`cardpage.gap.${gap}`)}
            </Tag>
          ))}
        </p>
      </Block>
      {reading.sections.missing.length === 0 ? null : (
        <Block title={t('cardpage.missing')}>
          <p className="gaps">
            {reading.sections.missing.map((section) => (
              <Tag key={section} tone="unknown">
                {section}
              </Tag>
            ))}
          </p>
        </Block>
      )}
      <Block title={t('cardpage.serve')}>
        {reading.constituency === null ? <p className="dim">{t('page.unknown')}</p> : <p>{reading.constituency}</p>}
      </Block>
      {networks.length + domains.length === 0 ? null : (
        <Block title={t('cardpage.networks')}>
          <ul className="mono">
            {networks.map((network) => (
              <li key={network}>{network}</li>
            ))}
            {domains.map((value) => (
              <li key={value}>{defang({ type: 'domain', value })}</li>
            ))}
          </ul>
        </Block>
      )}
      <Block title={t('cardpage.tlp')}>
        <p>{reading.tlp === null ? t('page.unknown') : reading.tlp ? t('cardpage.tlp-yes') : t('cardpage.tlp-no')}</p>
      </Block>
      <Block title={t('cardpage.provenance')}>
        <Line name={t('cardpage.document')} value={source.name} line={reading.document.line} />
        <Line name={t('cardpage.version-label')} value={reading.document.version ?? t('page.unknown')} line={null} />
        <Line name={t('cardpage.date-label')} value={reading.document.date ?? t('page.unknown')} line={null} />
        <Line name={t('cardpage.read-label')} value={formatTime(source.readAt, 'iso')} line={null} />
        <Line
          name={t('casepage.sha256')}
          value={
            <span className="mono" title={source.sha256}>
              {source.sha256.slice(0, 24)}…
            </span>
          }
          line={null}
        />
      </Block>
    </div>
  )
}
