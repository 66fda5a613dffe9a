/** Where each field of a card comes from and how old that is; and who else says something of it. */
import type { CardView } from '../../../shared/ipc/card-views.ts'
import { useNow } from '../../ui/now.ts'
import { t } from '../../ui/t.ts'
import { shortAge } from './age.ts'
import { Block } from './block.tsx'
import { originsOf, type Origin } from './origins.ts'

export function ProvenanceBlock({ card }: { readonly card: CardView }) {
  const now = useNow()
  const origins = originsOf(card)
  if (origins.length === 0) return null
  return (
    <Block title={t('cardpage.provenance')}>
      <table className="card-table origin-table">
        <thead>
          <tr>
            <th scope="col">{t('cardpage.prov-field')}</th>
            <th scope="col">{t('cardpage.prov-source')}</th>
            <th scope="col" className="card-right">
              {t('cardpage.prov-age')}
            </th>
          </tr>
        </thead>
        <tbody>
          {origins.map((origin) => (
            <tr key={origin.fields.join(' ')}>
              <td>{fieldWords(origin)}</td>
              <td className="dim">
                {sourceWords(origin)}
                {origin.others.length === 0 ? null : (
                  <p className="soon" title={origin.others.map(({ name }) => name).join(', ')}>
                    {t('cardpage.prov-others', { n: origin.others.length })}
                  </p>
                )}
              </td>
              <td className="card-right">{shortAge(origin.at, now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Block>
  )
}

function fieldWords({ fields }: Origin): string {
  const words = fields.map((field) => t(`cardfield.${field}`))
  const [first = '', ...others] = words
  return [first, ...others.map((word) => (/^[A-Z]{2}/.test(word) ? word : word.toLowerCase()))].join(', ')
}

const sourceWords = ({ source, code }: Origin): string =>
  source === null ? t('cardpage.prov-hand', { code: code ?? '' }) : t(`source.${source.kind}`)
