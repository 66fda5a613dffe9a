/** To whom it goes: each with the full fingerprint, what its key can do today and when the case is due, and who has checked it. */
import { Mail, ShieldAlert, ShieldCheck, ShieldQuestion, Wrench, X } from 'lucide-react'
import type { Recipient } from '../../../shared/ipc/views.ts'
import { cardLists } from '../../state/cards.ts'
import { AddTeam } from '../../ui/add-team.tsx'
import { Button } from '../../ui/button.tsx'
import { Fingerprint } from '../../ui/fingerprint.tsx'
import { useNow } from '../../ui/now.ts'
import '../../ui/form-line.css'
import { t } from '../../ui/t.ts'
import { stillThere, without } from './named-by.ts'
import { keySentence, standingOf, toneOf } from './recipient-words.ts'

export const addId = 'compose-add'

interface Props {
  readonly recipients: readonly Recipient[]
  /** As saved, and as it stands on the screen. */
  readonly saved: readonly string[]
  readonly to: readonly string[]
  readonly onChange: (to: readonly string[]) => void
}

export function Recipients({ recipients, saved, to, onChange }: Props) {
  const cards = cardLists.use('').value ?? []
  return (
    <section aria-label={t('compose.to')}>
      {to.length === 0 ? <p className="compose-nobody">{t('compose.nobody')}</p> : null}
      <ul>
        {stillThere(recipients, saved, to).map((recipient) => (
          <RecipientRow
            key={`${recipient.card} ${recipient.fingerprint ?? ''}`}
            recipient={recipient}
            onRemove={() => onChange(without(recipient, recipients, to))}
          />
        ))}
      </ul>
      <div className="form-line">
        <AddTeam
          id={addId}
          keys="Alt+R"
          label={t('compose.add')}
          hint={t('compose.add-hint')}
          none={t('compose.add-none')}
          cards={cards.filter(({ id, own }) => !own && !to.includes(id))}
          onAdd={(id) => onChange([...to, id])}
        />
      </div>
    </section>
  )
}

const icons = { calm: ShieldCheck, soon: ShieldQuestion, late: ShieldAlert }
const tones = { calm: 'good', soon: 'soon', late: 'late' }

function RecipientRow({ recipient, onRemove }: { readonly recipient: Recipient; readonly onRemove: () => void }) {
  const { name, address, fingerprint, number } = recipient
  const tone = toneOf(recipient)
  const standing = standingOf(recipient)
  const says = keySentence(recipient, useNow())
  const Icon = standing === 'repaired' ? Wrench : icons[tone]
  return (
    <li className="recipient">
      <Icon aria-hidden className={tones[tone]} />
      <div className="grow">
        <p className="row">
          <strong>{name}</strong>
          <span className="dim cut grow">{address ?? t('compose.no-address')}</span>
          <strong className={tone === 'calm' ? '' : tone}>{t(`compose.key.${standing}`)}</strong>
        </p>
        {fingerprint === null ? null : <p className="dim">{says}</p>}
        <p className="row">
          {fingerprint === null ? <span className="dim">{says}</span> : <Fingerprint value={fingerprint} />}
          <span className="recipient-number dim">
            <Mail aria-hidden /> {t('compose.number', { n: number })}
          </span>
        </p>
      </div>
      <Button look="quiet" size="icon" label={t('compose.remove', { name })} onPress={onRemove}>
        <X aria-hidden />
      </Button>
    </li>
  )
}
