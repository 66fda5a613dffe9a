/** One contact of a look-up: how to reach them now and why them, and what to do with their indicators. */
import { Mail, Phone, Globe } from 'lucide-react'
import type { LookupAnswer, LookupGroup } from '../../../shared/domain/directory/lookup-answer.ts'
import { newDraft } from '../../state/drafts.ts'
import { reachNow } from '../../state/directory.ts'
import { go } from '../../state/route.ts'
import { told } from '../../state/toasts.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { Facts, Pane, Section } from '../../ui/pane.tsx'
import { sentence, t } from '../../ui/t.ts'
import { channelSentence } from './channel-sentence.ts'
import { Open } from './group-list.tsx'

interface Props {
  readonly group: LookupGroup
  readonly answer: LookupAnswer
  readonly onRange: () => void
  readonly onCase: () => void
}

const icons = { email: Mail, phone: Phone, form: Globe }

export function GroupPane({ group, answer, onRange, onCase }: Props) {
  const { card } = group
  const rows = group.rows.flatMap((row) => answer.results[row] ?? [])
  const addAll = <ActionButton keys="b" hint label={t('directory.add-case', { n: rows.length })} onAct={onCase} />
  if (card === null)
    return (
      <Pane label={t('lookup-nobody')}>
        <h2>{t('lookup-nobody')}</h2>
        <p>{t('directory.nobody-long')}</p>
        <div className="row">
          <ActionButton keys="n" hint look="filled" label={t('directory.range')} onAct={onRange} />
          {addAll}
        </div>
      </Pane>
    )
  const write = async (): Promise<void> => {
    const view = told(await newDraft({ case: null, to: [card.id], inReplyTo: null }))
    if (view !== null) go({ page: 'composer', params: { draft: view.draft.id } })
  }
  const second = rows.flatMap(({ others }) => others).find((other) => other.card.id !== card.id)
  return (
    <Pane label={card.name}>
      <div className="row">
        <h2>{card.name}</h2>
        <span className="grow" />
        <ActionButton
          keys="Enter"
          hint
          look="quiet"
          label={t('directory.card')}
          onAct={() => go({ page: 'card', params: { id: card.id } })}
        />
      </div>
      <ReachFacts card={card.id} />
      <Facts
        facts={[
          [
            t('directory.why'),
            rows[0]?.network === undefined ? '' : t('directory.why-them', { network: rows[0].network ?? '' }),
          ],
          ...(second === undefined ? [] : [[t('directory.second'), `${second.card.name}, ${second.network}`] as const]),
        ]}
      />
      <div className="row group-actions">
        <ActionButton keys="c" hint look="filled" label={t('directory.compose')} onAct={() => void write()} />
        {addAll}
        <ActionButton keys="n" label={t('directory.range')} onAct={onRange} />
      </div>
    </Pane>
  )
}

function ReachFacts({ card }: { readonly card: string }) {
  const { value } = reachNow.use(card)
  if (value === null) return null
  const Icon = value.channel === null ? Globe : icons[value.channel.kind]
  return (
    <>
      <p className="with-icon strong">
        <Icon aria-hidden /> {channelSentence(value)}
      </p>
      <Open reach={value} />
      {value.script === null ? null : (
        <Section title={t('directory.say')}>
          <p>{value.script}</p>
        </Section>
      )}
      <Section title={t('directory.reasons')}>
        <ul className="reason-list">
          {value.reasons.map((reason) => (
            <li key={reason.code + JSON.stringify(reason.params)}>{sentence(reason)}</li>
          ))}
        </ul>
      </Section>
      {value.warnings.map((warning) => (
        <Note key={warning.code + JSON.stringify(warning.params)} tone="condition">
          {sentence(warning)}
        </Note>
      ))}
    </>
  )
}
