/** Two people read a fingerprint to each other: they 1 to 5, you 6 to 10; it counts only when all ten groups agreed. */
import { Check, Phone } from 'lucide-react'
import { useState } from 'react'
import type { KeyRow, TrustHow } from '../../../shared/ipc/views.ts'
import { openCards } from '../../state/cards.ts'
import { decideKey } from '../../state/keyring.ts'
import { showDone, told } from '../../state/toasts.ts'
import { saying } from '../../../shared/words/say.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Choices } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { fingerprintGroups } from '../../ui/fingerprint.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { Note } from '../../ui/note.tsx'
import { t } from '../../ui/t.ts'
import { ownerOf } from './key-groups.ts'

interface Props {
  readonly row: KeyRow
  readonly onClose: () => void
  readonly onDiffers: () => void
}

export function VerifyDialog({ row, onClose, onDiffers }: Props) {
  const groups = fingerprintGroups(row.fingerprint)
  const [ticked, setTicked] = useState<readonly number[]>([])
  const [how, setHow] = useState<TrustHow>('call-back')
  const [note, setNote] = useState('')
  const number = useNumber(row)
  const hasNumber = how !== 'call-back' || number !== null
  const ready = ticked.length === groups.length && note.trim() !== '' && hasNumber
  const verify = async (): Promise<void> => {
    const decision = { fingerprint: row.fingerprint, trust: 'verified', how, note } as const
    const view = told(await decideKey(how === 'call-back' && number !== null ? { ...decision, number } : decision))
    if (view === null) return
    showDone(saying('verify.done', { owner: ownerOf(row) }))
    onClose()
  }
  return (
    <Dialog
      title={t('verify.title', { owner: ownerOf(row) })}
      sentence={t('verify.why')}
      wide
      onClose={onClose}
      foot={
        <>
          <span className="strong grow">{t('verify.count', { n: ticked.length, of: groups.length })}</span>
          <span className="dim row">
            <Kbd keys="Space" /> {t('verify.hint')}
          </span>
          <ActionButton keys="Escape" label={t('verify.stop')} look="quiet" onAct={onClose} />
          <ActionButton keys="x" label={t('verify.differs')} look="danger" onAct={onDiffers} />
          <ActionButton
            keys="Enter"
            inText
            label={t('verify.go')}
            look="filled"
            disabled={!ready}
            onAct={() => void verify()}
          />
        </>
      }
    >
      <CallNote number={number} name={row.card?.name ?? ''} />
      <Groups groups={groups} ticked={ticked} onTick={setTicked} />
      <TextField label={t('verify.note')} hint={t('verify.note-hint')} value={note} onChange={setNote} />
      <div className="verify-how">
        <Choices
          label={t('verify.how')}
          value={how}
          choices={hows.map((value) => ({ value, label: t(`key.how.${value}`) }))}
          onChange={setHow}
        />
      </div>
      {hasNumber ? null : <Note tone="condition">{t('verify.no-number')}</Note>}
    </Dialog>
  )
}

/** The most usual first. */
const hows: readonly TrustHow[] = ['call-back', 'in-person', 'mail-back', 'signature', 'referral', 'directory']

interface GroupsProps {
  readonly groups: readonly string[]
  readonly ticked: readonly number[]
  readonly onTick: (ticked: readonly number[]) => void
}

/** They read the first half, we the second. */
function Groups({ groups, ticked, onTick }: GroupsProps) {
  const next = groups.findIndex((_, at) => !ticked.includes(at))
  const tick = (at: number): void => onTick(ticked.includes(at) ? ticked.filter((one) => one !== at) : [...ticked, at])
  useKeys('here', [{ keys: 'Space', label: t('verify.tick'), run: () => (next < 0 ? undefined : tick(next)) }])
  const half = groups.length / 2
  return (['they', 'you'] as const).map((side, at) => (
    <div key={side} className="section">
      <p>
        <strong>
          {at + 1} {t(`verify.${side}`)}
        </strong>{' '}
        <span className="dim">{t(`verify.${side}-why`)}</span>
      </p>
      <div className="verify-groups">
        {groups.slice(at * half, (at + 1) * half).map((group, place) => (
          <Group
            key={place}
            at={at * half + place}
            group={group}
            ticked={ticked.includes(at * half + place)}
            now={at * half + place === next}
            onTick={() => tick(at * half + place)}
          />
        ))}
      </div>
    </div>
  ))
}

/** Taken from the card, never from the message that brought the key. */
function useNumber({ card }: KeyRow): string | null {
  const reading = openCards.use(card?.id ?? null).value?.reading
  const phone = reading?.phones.find(({ doNotUseFor }) => !doNotUseFor.includes('incidents')) ?? reading?.phones[0]
  return phone === undefined ? null : (phone.e164 ?? phone.text)
}

function CallNote({ number, name }: { readonly number: string | null; readonly name: string }) {
  if (number === null) return null
  return (
    <div className="verify-call">
      <Phone aria-hidden />
      <p>
        <strong className="mono">{number}</strong> <span className="dim">{t('verify.from-card', { name })}</span>
        <br />
        {t('verify.ask')}
      </p>
    </div>
  )
}

interface GroupProps {
  readonly at: number
  readonly group: string
  readonly ticked: boolean
  readonly now: boolean
  readonly onTick: () => void
}

function Group({ at, group, ticked, now, onTick }: GroupProps) {
  const looks = ['verify-group', ticked ? 'verify-ticked' : '', now ? 'verify-now' : ''].filter(Boolean).join(' ')
  return (
    <button type="button" role="checkbox" aria-checked={ticked} className={looks} tabIndex={-1} onClick={onTick}>
      <small>{t('verify.group', { n: at + 1 })}</small>
      <span className="check-box">{ticked ? <Check aria-hidden strokeWidth={3} /> : null}</span>
      <b>{group}</b>
    </button>
  )
}
