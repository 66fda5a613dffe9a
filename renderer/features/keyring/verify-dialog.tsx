/** Two people read a fingerprint to each other: they 1 to 5, you 6 to 10; it counts only when all ten groups agreed. */
import { Check, Phone } from 'lucide-react'
import { useState } from 'react'
import { trustHows, type KeyRow, type TrustHow } from '../../../shared/ipc/views.ts'
import { openCards } from '../../state/cards.ts'
import { decideKey } from '../../state/keyring.ts'
import { showDone, told } from '../../state/toasts.ts'
import { saying } from '../../../shared/words/say.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Choices } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { fingerprintGroups } from '../../ui/fingerprint.tsx'
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
  return (
    <Dialog title={t('verify.title', { owner: ownerOf(row) })} sentence={t('verify.why')} wide onClose={onClose}>
      <Verify row={row} onClose={onClose} onDiffers={onDiffers} />
    </Dialog>
  )
}

function Verify({ row, onClose, onDiffers }: Props) {
  const groups = fingerprintGroups(row.fingerprint)
  const [ticked, setTicked] = useState<readonly number[]>([])
  const [how, setHow] = useState<TrustHow>('call-back')
  const [note, setNote] = useState('')
  const number = useNumber(row)
  const next = groups.findIndex((_, at) => !ticked.includes(at))
  const complete = ticked.length === groups.length
  const hasNumber = how !== 'call-back' || number !== null
  const ready = complete && note.trim() !== '' && hasNumber
  const tick = (at: number): void =>
    setTicked(ticked.includes(at) ? ticked.filter((one) => one !== at) : [...ticked, at])
  const verify = async (): Promise<void> => {
    const decision = { fingerprint: row.fingerprint, trust: 'verified', how, note } as const
    const view = told(await decideKey(how === 'call-back' && number !== null ? { ...decision, number } : decision))
    if (view === null) return
    showDone(saying('verify.done', { owner: ownerOf(row) }))
    onClose()
  }
  useKeys('here', [{ keys: 'Space', label: t('verify.tick'), run: () => (next < 0 ? undefined : tick(next)) }])
  const halves = [groups.slice(0, groups.length / 2), groups.slice(groups.length / 2)]
  return (
    <>
      <CallNote number={number} />
      {halves.map((half, side) => (
        <div key={side === 0 ? 'they' : 'you'} className="section">
          <p>
            <strong>{side === 0 ? t('verify.they') : t('verify.you')}</strong>{' '}
            <span className="dim">{side === 0 ? t('verify.they-why') : t('verify.you-why')}</span>
          </p>
          <div className="verify-groups">
            {half.map((group, place) => {
              const at = side * half.length + place
              return (
                <Group
                  key={at}
                  at={at}
                  group={group}
                  ticked={ticked.includes(at)}
                  now={at === next}
                  onTick={() => tick(at)}
                />
              )
            })}
          </div>
        </div>
      ))}
      <div className="verify-who">
        <Choices
          label={t('verify.how')}
          value={how}
          choices={trustHows.map((value) => ({ value, label: t(`key.how.${value}`) }))}
          onChange={setHow}
        />
        <TextField label={t('verify.note')} hint={t('verify.note-hint')} value={note} onChange={setNote} />
      </div>
      {hasNumber ? null : <Note tone="condition">{t('verify.no-number')}</Note>}
      <footer className="row verify-foot">
        <span className="strong grow">{t('verify.count', { n: ticked.length, of: groups.length })}</span>
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
      </footer>
    </>
  )
}

/** Taken from the card, never from the message that brought the key. */
function useNumber({ card }: KeyRow): string | null {
  const reading = openCards.use(card?.id ?? null).value?.reading
  const phone = reading?.phones.find(({ doNotUseFor }) => !doNotUseFor.includes('incidents')) ?? reading?.phones[0]
  return phone === undefined ? null : (phone.e164 ?? phone.text)
}

function CallNote({ number }: { readonly number: string | null }) {
  if (number === null) return null
  return (
    <div className="verify-call">
      <Phone aria-hidden />
      <p>
        <strong className="mono">{number}</strong> <span className="dim">{t('verify.from-card')}</span>
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
