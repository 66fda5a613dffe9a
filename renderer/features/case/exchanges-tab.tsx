/** The messages of a case, in and out. */
import { Send } from 'lucide-react'
import { exchangeLists } from '../../state/exchanges.ts'
import { go } from '../../state/route.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Time } from '../../ui/time.tsx'
import { t } from '../../ui/t.ts'
import { useCaseDesk } from './case-desk.ts'
import { compose } from './party-acts.tsx'

export function ExchangesTab() {
  const { state } = useCaseDesk().view
  const drafts = (exchangeLists.use(state.number).value?.rows ?? []).filter((row) => row.state === 'draft')
  const write = (
    <Button kbd="c" onPress={() => void compose(state.number)}>
      <Send aria-hidden />
      {t('casepage.compose')}
    </Button>
  )
  if (state.exchanges.length + drafts.length === 0) {
    return <Empty kind="none" title={t('casepage.exchanges-none')} action={write} />
  }
  return (
    <div className="pad">
      <div className="tab-actions">{write}</div>
      <ul className="line-list">
        {drafts.map(({ id, at, partner, subject }) => (
          <li key={id}>
            <button type="button" data-row onClick={() => go({ page: 'composer', params: { draft: id } })}>
              <Time at={at} />
              <Tag tone="soon">{t('exchanges.state.draft')}</Tag>
              <strong>{partner}</strong>
              <span className="cut">{subject}</span>
            </button>
          </li>
        ))}
        {state.exchanges.toReversed().map(({ exchange, at, direction, partner, subject }) => (
          <li key={exchange}>
            <button type="button" data-row onClick={() => go({ page: 'exchange', params: { id: exchange } })}>
              <Time at={at} />
              <Tag>{t(`exchanges.${direction}`)}</Tag>
              <strong>{partner}</strong>
              <span className="cut">{subject}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
