/** The head of a card: who they are and where, what their document says of itself, how old it is, whether it is signed. */
import { Clock } from 'lucide-react'
import { nameOf } from '../../../shared/domain/card/contact-name.ts'
import type { CardView } from '../../../shared/ipc/card-views.ts'
import { ActionButton } from '../../ui/button.tsx'
import { SignatureNote } from '../../ui/signature-note.tsx'
import { Tag } from '../../ui/tag.tsx'
import { t } from '../../ui/t.ts'
import { longAge } from './age.ts'

interface Props {
  readonly card: CardView
  readonly onSource: () => void
  readonly onEdit: () => void
}

export function CardHead({ card, onSource, onEdit }: Props) {
  const { source, stale, ageDays, sources } = card
  const byHand = sources.length === 0 || source.kind === 'hand'
  return (
    <header className="page-head card-head">
      <h1>{nameOf(card.reading)}</h1>
      <p className="page-head-sentence cut">{whoWords(card)}</p>
      <span className="dim card-document">{documentWords(card, byHand)}</span>
      {byHand ? null : <SignatureNote signature={source.signature} />}
      {stale && ageDays !== null ? (
        <Tag tone="soon">
          <Clock aria-hidden /> {t('cardpage.stale')}
        </Tag>
      ) : null}
      <div className="page-head-actions">
        <ActionButton keys="o" hint label={t('cardpage.source')} disabled={!source.hasText} onAct={onSource} />
        <ActionButton keys="E" hint label={t('cardpage.edit')} onAct={onEdit} />
      </div>
    </header>
  )
}

function whoWords({ own, reading: { names, country } }: CardView): string {
  const place = country === null ? null : regions.of(country)
  const parts = [own ? t('contacts.own') : null, names.full, names.host, place]
  const said = parts.filter((part) => part !== undefined && part !== null && part !== '' && part !== names.short)
  return said.filter((part, at) => said.indexOf(part) === at).join(', ')
}

const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' })

function documentWords({ source, ageDays, reading: { document } }: CardView, byHand: boolean): string {
  if (byHand) return t('cardpage.by-hand-only')
  return [
    t(`source.${source.kind}`),
    document.version === null ? null : t('cardpage.version', { version: document.version }),
    source.dated ?? document.date,
    ageDays === null ? null : longAge(ageDays),
  ]
    .filter((part) => part !== null)
    .join(', ')
}
