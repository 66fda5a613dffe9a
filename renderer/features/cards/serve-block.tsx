/** Whom they serve and with which networks, what they say of themselves, where they sit, in which languages. */
import type { CardView } from '../../../shared/ipc/card-views.ts'
import { defang } from '../../../shared/domain/observable/refang.ts'
import { t } from '../../ui/t.ts'
import { Block, Line } from './block.tsx'

const most = 12

export function ServeBlock({ card: { reading } }: { readonly card: CardView }) {
  const { cidrs, domains, asns } = reading.networks
  const all = [
    ...cidrs,
    ...asns.map((asn) => `AS${String(asn)}`),
    ...domains.map((value) => defang({ type: 'domain', value })),
  ]
  const { mission, sponsor, authority } = reading.charter
  return (
    <Block title={t('cardpage.serve')}>
      {reading.constituency === null ? <p className="dim">{t('page.unknown')}</p> : <p>{reading.constituency}</p>}
      {all.length === 0 ? null : (
        <p className="mono networks">
          {all.slice(0, most).map((network) => (
            <span key={network}>{network}</span>
          ))}
          {all.length > most ? (
            <span className="dim">{t('cardpage.networks-more', { n: all.length - most })}</span>
          ) : null}
        </p>
      )}
      {(
        [
          ['mission', mission],
          ['sponsor', sponsor],
          ['authority', authority],
        ] as const
      ).map(([name, said]) =>
        said === null ? null : (
          <Line key={name} name={t(`cardpage.charter.${name}`)} value={said.text} line={said.line} field="charter" />
        ),
      )}
      {reading.address === null ? null : (
        <Line name={t('cardpage.address')} value={reading.address.text} line={reading.address.line} field="address" />
      )}
      {reading.languages.length === 0 ? null : (
        <Line name={t('cardpage.languages')} value={reading.languages.join(', ')} />
      )}
    </Block>
  )
}
