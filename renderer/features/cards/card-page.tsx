/** One contact card: reach them now at the top; below it what its sources say, every value with its place. */
import { useEffect, useState } from 'react'
import { nameOf } from '../../../shared/domain/card/contact-name.ts'
import type { CardField } from '../../../shared/domain/card/fields.ts'
import type { CardView } from '../../../shared/ipc/card-views.ts'
import { saying } from '../../../shared/words/say.ts'
import { openCards, reached, reachKey, removeCard } from '../../state/cards.ts'
import { pick } from '../../state/desk.ts'
import { newDraft } from '../../state/drafts.ts'
import { go, replaceRoute } from '../../state/route.ts'
import { showDone, showProblem, told } from '../../state/toasts.ts'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { ProblemNote } from '../../ui/note.tsx'
import { t } from '../../ui/t.ts'
import { AboutColumn } from './about-column.tsx'
import { CardHead } from './card-head.tsx'
import { ContactColumn } from './contact-column.tsx'
import { EditSheet } from './edit-sheet.tsx'
import { KeyColumn } from './key-column.tsx'
import { ShowLine } from './line-link.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { ReachBand } from './reach-band.tsx'
import { askedFirst, type Asked } from './reach-question.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { SourceSheet, type SourcePlace } from './source-sheet.tsx'
import { showSource } from './take-sources.ts'
import './cards.css'
import './dialogs.css'

export function CardPage({ id }: { readonly id: string }) {
  const { value, problem } = openCards.use(id)
  if (problem !== null) return <ProblemNote problem={problem} />
  if (value === null) return <p className="pad dim">{t('page.loading')}</p>
  return <Card key={value.id} card={value} />
}

type Asking = 'edit' | 'merge' | 'remove' | null

function Card({ card }: { readonly card: CardView }) {
  const [place, setPlace] = useState<SourcePlace | null>(null)
  const [asking, setAsking] = useState<Asking>(null)
  const [asked, setAsked] = useState<Asked>(askedFirst)
  const reach = useReach(card.id, asked)
  const name = nameOf(card.reading)
  const close = (): void => setAsking(null)
  useKeys('here', [{ keys: 'u', label: t('cardpage.update'), run: () => void update(card.id), hint: true }])
  return (
    <ShowLine value={(line, field) => setPlace({ source: sourceOf(card, field), line })}>
      <div className="page card-page">
        <CardHead
          card={card}
          onSource={() => setPlace({ source: card.source.id, line: null })}
          onEdit={() => setAsking('edit')}
        />
        <ReachBand card={card} reach={reach} asked={asked} onAsk={setAsked} onCompose={() => void compose(card.id)} />
        <div className="card-columns" tabIndex={0} role="group" aria-label={name}>
          <ContactColumn card={card} localTime={reach?.localTime ?? card.localTime} />
          <KeyColumn card={card} />
          <AboutColumn card={card} onMerge={() => setAsking('merge')} onRemove={() => setAsking('remove')} />
        </div>
        {place === null ? null : <SourceSheet card={card} place={place} onClose={() => setPlace(null)} />}
        {asking === 'edit' ? <EditSheet card={card} onClose={close} /> : null}
        {asking === 'merge' ? <MergeDialog card={card} onClose={close} /> : null}
        {asking === 'remove' ? (
          <ReasonDialog
            title={t('cardpage.remove')}
            why={t('cardpage.remove-why')}
            label={t('cardpage.remove-go', { name })}
            onGo={(reason) => void remove(card, reason)}
            onClose={close}
          />
        ) : null}
      </div>
    </ShowLine>
  )
}

const minuteMs = 60_000

/** Asked again each minute: the answer for now grows old. */
function useReach(card: string, asked: Asked) {
  const key = reachKey({ card, ...asked })
  const isNow = asked.at === null
  useEffect(() => {
    if (!isNow) return undefined
    const timer = setInterval(() => void reached.refresh(key), minuteMs)
    return () => clearInterval(timer)
  }, [key, isNow])
  return reached.use(key).value
}

/** Whose lines the lines of a field are. */
function sourceOf({ provenance, sources, source }: CardView, field: CardField | null): string {
  const from = provenance.find((one) => one.field === field)?.source
  return sources.some(({ id, hasText }) => id === from && hasText) ? (from ?? source.id) : source.id
}

async function compose(card: string): Promise<void> {
  const view = told(await newDraft({ case: null, to: [card], inReplyTo: null }))
  if (view !== null) go({ page: 'composer', params: { draft: view.draft.id } })
}

/** A newer document is held against this card, and shown before anything is stored. */
async function update(card: string): Promise<void> {
  const [file] = told(await pick('open', 'card')) ?? []
  if (file !== undefined) await showSource(file, card)
}

async function remove(card: CardView, reason: string): Promise<void> {
  const answer = await removeCard(card.id, reason)
  if (!answer.ok) return showProblem(answer.problem)
  showDone(saying('cardpage.removed', { name: nameOf(card.reading) }))
  replaceRoute({ page: 'contacts', params: {} })
}
