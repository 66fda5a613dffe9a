/** The right of a card: how they were checked, where its fields come from, what is not known, and what they are to us. */
import { CircleHelp } from 'lucide-react'
import type { CardView } from '../../../shared/ipc/card-views.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Tag } from '../../ui/tag.tsx'
import { formatTime } from '../../ui/time-format.ts'
import { t } from '../../ui/t.ts'
import { Block, Line } from './block.tsx'
import { gapsOf } from './gaps-of.ts'
import { LedgerBlock } from './ledger-block.tsx'
import { PinsBlock } from './pins-block.tsx'
import { ProvenanceBlock } from './provenance-block.tsx'

interface Props {
  readonly card: CardView
  readonly onMerge: () => void
  readonly onRemove: () => void
}

export function AboutColumn({ card, onMerge, onRemove }: Props) {
  return (
    <div className="card-column">
      <LedgerBlock card={card} />
      <PinsBlock card={card} />
      <ProvenanceBlock card={card} />
      <Unknown card={card} />
      <WithUs card={card} />
      <Block title={t('cardpage.this')}>
        <div className="card-acts">
          <ActionButton keys="M" look="link" label={t('cardpage.merge')} onAct={onMerge} />
          <ActionButton keys="D" look="link" label={t('cardpage.remove')} disabled={card.own} onAct={onRemove} />
        </div>
      </Block>
    </div>
  )
}

function Unknown({ card }: { readonly card: CardView }) {
  const { missing } = card.reading.sections
  return (
    <Block title={t('cardpage.not-known')} note={t('cardpage.not-known-note')}>
      <p className="gaps">
        {gapsOf(card).map((gap) => (
          <Tag key={gap} tone="unknown">
            <CircleHelp aria-hidden /> {t(`cardpage.gap.${gap}`)}
          </Tag>
        ))}
      </p>
      {missing.length === 0 ? null : (
        <p className="gaps">
          <span className="dim">{t('cardpage.missing')}</span>
          {missing.map((section) => (
            <Tag key={section} tone="unknown">
              {section}
            </Tag>
          ))}
        </p>
      )}
    </Block>
  )
}

function WithUs({ card: { contact, roles, note } }: { readonly card: CardView }) {
  const { exchanges, lastAt, lastDirection } = contact
  const last =
    lastAt === null || lastDirection === null
      ? ''
      : t(lastDirection === 'in' ? 'cardpage.last-in' : 'cardpage.last-out', { at: formatTime(lastAt, 'day-time') })
  return (
    <Block title={t('cardpage.with-us')}>
      <Line
        name={t('cardpage.messages')}
        value={exchanges === 0 ? t('cardpage.messages-none') : t('cardpage.messages-count', { n: exchanges })}
        detail={last}
      />
      <Line
        name={t('cardpage.role')}
        value={roles.length === 0 ? t('page.unknown') : roles.map((role) => t(`role.${role}`)).join(', ')}
      />
      {note.trim() === '' ? null : <Line name={t('cardpage.note')} value={<span className="card-note">{note}</span>} />}
    </Block>
  )
}
