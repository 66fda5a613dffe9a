/** The contents of a closed case removed for ever by two persons; what still holds them is listed afterwards. */
import { useState } from 'react'
import type { PurgeDone } from '../../../shared/ipc/case-views.ts'
import { purgeCase, useRoster } from '../../state/case-work.ts'
import { me } from '../../state/me.ts'
import { told } from '../../state/toasts.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'
import { formatTime } from '../../ui/time-format.ts'
import type { LayerProps } from './case-desk.ts'
import { RosterField } from '../../ui/roster-field.tsx'

export function PurgeDialog({ view: { state }, onClose }: LayerProps) {
  const people = useRoster()
  const { number } = state
  const mine = me.use().value?.analyst.code
  const [second, setSecond] = useState('')
  const [reason, setReason] = useState('')
  const [confirm, setConfirm] = useState('')
  const [done, setDone] = useState<PurgeDone | null>(null)
  if (done !== null) return <Purged done={done} onClose={onClose} />
  const go = async (): Promise<void> => {
    setDone(told(await purgeCase({ number, second, reason: reason.trim(), confirm: confirm.trim() })))
  }
  return (
    <AskDialog
      title={t('casework.purge-title', { number })}
      sentence={t('casework.purge-why')}
      go={t('casework.purge-go')}
      look="danger"
      ready={second !== '' && second !== mine && reason.trim() !== '' && confirm.trim() === number}
      onGo={go}
      onClose={onClose}
    >
      <RosterField
        label={t('casework.purge-second')}
        roster={people}
        value={second}
        onChange={setSecond}
        except={mine}
      />
      <TextArea label={t('page.reason')} rows={2} value={reason} onChange={setReason} />
      <TextField label={t('casework.purge-confirm', { number })} mono value={confirm} onChange={setConfirm} />
    </AskDialog>
  )
}

function Purged({ done, onClose }: { readonly done: PurgeDone; readonly onClose: () => void }) {
  return (
    <Dialog
      title={t('casework.purged-title', { number: done.number })}
      sentence={t('casework.purged', { entries: done.entries, blobs: done.blobs })}
      onClose={onClose}
      foot={<ActionButton keys="Escape" label={t('ui.close')} onAct={onClose} />}
    >
      {done.stillIn.length === 0 ? (
        <p>{t('casework.purged-nowhere')}</p>
      ) : (
        <>
          <p className="strong">{t('casework.purged-still', { n: done.stillIn.length })}</p>
          <ul className="still-in">
            {done.stillIn.map(({ what, at, name }) => (
              <li key={name} className="row">
                <span className="mono grow">{name}</span>
                <span className="dim">{t(`casework.still.${what}`)}</span>
                <span className="mono dim">{formatTime(at, 'day-time')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}
