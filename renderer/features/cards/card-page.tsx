/** One contact card: reach them now at the top; below it what the document says, every value with its line. */
import { useState } from 'react'
import type { CardView } from '../../../shared/ipc/views.ts'
import { openCards } from '../../state/cards.ts'
import { newDraft } from '../../state/drafts.ts'
import { go } from '../../state/route.ts'
import { told } from '../../state/toasts.ts'
import { ActionButton } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/note.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { t } from '../../ui/t.ts'
import { AboutColumn } from './about-column.tsx'
import { ContactColumn } from './contact-column.tsx'
import { KeyColumn } from './key-column.tsx'
import { ShowLine } from './line-link.tsx'
import { ReachBand } from './reach-band.tsx'
import { SourceSheet } from './source-sheet.tsx'
import './cards.css'

export function CardPage({ id }: { readonly id: string }) {
  const { value, problem } = openCards.use(id)
  if (problem !== null) return <ProblemNote problem={problem} />
  if (value === null) return <p className="pad dim">{t('page.loading')}</p>
  return <Card key={id} card={value} />
}

function Card({ card }: { readonly card: CardView }) {
  const [line, setLine] = useState<number | 'start' | null>(null)
  const { names } = card.reading
  return (
    <ShowLine value={setLine}>
      <div className="page card-page">
        <PageHead
          title={names.short ?? names.full ?? card.id}
          sentence={about(card)}
          actions={
            <>
              <ActionButton keys="o" hint label={t('cardpage.source')} onAct={() => setLine('start')} />
              <ActionButton
                keys="c"
                hint
                look="filled"
                label={t('cardpage.compose')}
                disabled={card.own}
                onAct={() => void compose(card.id)}
              />
            </>
          }
        />
        <ReachBand card={card} />
        <div className="card-columns" tabIndex={0} role="group" aria-label={names.short ?? card.id}>
          <ContactColumn card={card} />
          <KeyColumn card={card} />
          <AboutColumn card={card} />
        </div>
        {line === null ? null : (
          <SourceSheet card={card} line={line === 'start' ? null : line} onClose={() => setLine(null)} />
        )}
      </div>
    </ShowLine>
  )
}

function about({ reading: { names, country, document }, own }: CardView): string {
  const parts = [
    own ? t('contacts.own') : null,
    names.full,
    country,
    document.version === null ? null : t('cardpage.version', { version: document.version }),
    document.date === null ? t('cardpage.no-date') : t('cardpage.dated', { date: document.date }),
  ]
  return parts.filter((part) => part !== null && part !== '').join(', ')
}

async function compose(card: string): Promise<void> {
  const view = told(await newDraft({ case: null, to: [card], inReplyTo: null }))
  if (view !== null) go({ page: 'composer', params: { draft: view.draft.id } })
}
