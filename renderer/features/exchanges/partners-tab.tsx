/** The numbers of messages with each partner: what came, what never came, what came twice, what of ours they have not confirmed. */
import { TriangleAlert } from 'lucide-react'
import type { PartnerNumbers } from '../../../shared/ipc/exchange-views.ts'
import { partnerNumbers } from '../../state/exchanges.ts'
import { Empty } from '../../ui/empty.tsx'
import { ProblemNote } from '../../ui/note.tsx'
import { Time } from '../../ui/time.tsx'
import { t } from '../../ui/t.ts'
import { numberRanges } from './signed-state.ts'

export function Partners({ onMessages }: { readonly onMessages: (name: string) => void }) {
  const { value, problem } = partnerNumbers.use()
  if (problem !== null) return <ProblemNote problem={problem} />
  if (value === null) return <p className="pad dim">{t('page.loading')}</p>
  if (value.length === 0) return <Empty kind="none" title={t('partners.none')} />
  return (
    <>
      <p className="partners-why dim">{t('partners.why')}</p>
      <table className="partners">
        <caption className="visually-hidden">{t('exchanges.tab.partners')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('exchanges.partner')}</th>
            <th scope="col">{t('partners.received')}</th>
            <th scope="col">{t('partners.missing')}</th>
            <th scope="col">{t('partners.repeated')}</th>
            <th scope="col">{t('partners.sent')}</th>
            <th scope="col">{t('partners.unconfirmed')}</th>
            <th scope="col">{t('partners.last')}</th>
          </tr>
        </thead>
        <tbody>
          {[...value].sort(byTrouble).map((partner) => (
            <Partner key={partner.partner} partner={partner} onMessages={onMessages} />
          ))}
        </tbody>
      </table>
    </>
  )
}

const trouble = ({ missing, repeated }: PartnerNumbers): number => missing.length + repeated.length

/** Gaps first, then the newest. */
const byTrouble = (a: PartnerNumbers, b: PartnerNumbers): number =>
  Number(trouble(b) > 0) - Number(trouble(a) > 0) || (b.lastAt ?? '').localeCompare(a.lastAt ?? '')

interface Props {
  readonly partner: PartnerNumbers
  readonly onMessages: (name: string) => void
}

function Partner({ partner, onMessages }: Props) {
  const { name, sent, unconfirmed, received, missing, repeated, lastAt } = partner
  return (
    <tr>
      <th scope="row">
        <button type="button" data-row className="partner-name cut" onClick={() => onMessages(name)}>
          {name}
        </button>
      </th>
      <td>{received === 0 ? <span className="dim">{t('partners.unnumbered')}</span> : upTo(received)}</td>
      <td>
        <Numbers numbers={missing} warns />
      </td>
      <td>
        <Numbers numbers={repeated} warns />
      </td>
      <td>{sent === 0 ? <span className="dim">{t('page.none')}</span> : upTo(sent)}</td>
      <td>
        <Numbers numbers={unconfirmed} />
      </td>
      <td>{lastAt === null ? '' : <Time at={lastAt} form="iso" />}</td>
    </tr>
  )
}

const upTo = (number: number) => <span className="mono">{t('partners.up-to', { n: number })}</span>

function Numbers({ numbers, warns = false }: { readonly numbers: readonly number[]; readonly warns?: boolean }) {
  if (numbers.length === 0) return <span className="dim">{t('page.none')}</span>
  return (
    <span className={warns ? 'with-icon soon' : ''}>
      {warns ? <TriangleAlert aria-hidden /> : null}
      <span className="mono">{numberRanges(numbers, t('partners.to'))}</span>
    </span>
  )
}
